/** Whose ground it was before the faction that held it became part of the one that holds it now. */
import type { Atlas, Period } from './atlas.ts'
import type { Faction } from './conflict.ts'
import { isoOf } from './day.ts'

/**
 * @param factions with their lineage: from which day on each is part of which other one
 * @returns the atlas, with `former` on every period whose ground came to its holder through such a union
 */
export function withLineage(atlas: Atlas, factions: readonly Pick<Faction, 'id' | 'lineage'>[]): Atlas {
  const lineage = atlas.factions.map((id) => factions.find((faction) => faction.id === id)?.lineage ?? [])
  const joined = (one: number, other: number, start: number) =>
    (lineage[one] ?? []).some(({ from, into }) => into === atlas.factions[other] && from <= isoOf(start))
  const known = new Map<readonly Period[], Period[]>()
  const told = (history: Period[]): Period[] => {
    let former = -1
    return history.map((period, i) => {
      const before = history[i - 1]
      if (before && before.holder !== period.holder)
        former = joined(before.holder, period.holder, period.start) ? before.holder : -1
      return former < 0 ? period : { ...period, former }
    })
  }
  const faces = atlas.faces.map((face) => {
    const history = known.get(face.history) ?? told(face.history)
    known.set(face.history, history)
    return { ...face, history }
  })
  return { ...atlas, faces }
}
