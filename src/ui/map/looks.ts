import type { Faction } from '../../chronicle/conflict.ts'
import type { FactionLook } from '../../map/painter.ts'

/**
 * @param start first day of the range, ISO
 * @returns how each faction of the atlas looks, in the atlas's order
 */
export function factionLooks(
  ids: readonly string[],
  factions: readonly Faction[],
  start: string,
): FactionLook[] {
  return ids.map((id) => {
    const faction = factions.find((entry) => entry.id === id)
    // A lineage that holds from before the range on is that of one army shown in two parts.
    const always = faction?.lineage.find(({ from, into }) => into !== null && from <= start)?.into
    return {
      id,
      colour: faction?.colour ?? '#888888',
      texture: faction?.texture ?? 'none',
      blank: faction?.blank ?? false,
      partOf: always ? ids.indexOf(always) : -1,
    }
  })
}

/**
 * @param hidden factions switched off
 * @param hiddenPosts factions that hold ground and whose positions are switched off
 * @returns ids of factions whose positions are shown: those of a faction that holds ground have a switch of their own
 */
export function shownPosts(
  factions: readonly Faction[],
  hidden: readonly string[],
  hiddenPosts: readonly string[],
): Set<string> {
  const off = ({ id, role }: Faction) => (role === 'ground' ? hiddenPosts : hidden).includes(id)
  return new Set(factions.filter((faction) => !off(faction)).map(({ id }) => id))
}

/** @returns ids of all factions that are not hidden; ground of which nothing is said is never painted */
export function shownFactions(factions: readonly Faction[], hidden: readonly string[]): Set<string> {
  return new Set(factions.filter(({ id, blank }) => !blank && !hidden.includes(id)).map(({ id }) => id))
}
