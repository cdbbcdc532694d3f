/** The areas of two atlases side by side: factions are the same when their ids are. */
import type { AreaBand } from '../../chronicle/areas.ts'
import type { Faction } from '../../chronicle/conflict.ts'
import type { Day } from '../../chronicle/day.ts'

/** One of two atlases on its day. */
export interface Side {
  day: Day
  /** all actors of the atlas */
  factions: readonly Faction[]
  /** ids of those that can hold ground, and what each holds on the day, in the same order */
  ids: readonly string[]
  bands: readonly AreaBand[]
}

/** What one side says of a faction. */
export interface Holding {
  faction: Faction
  band: AreaBand
}

export interface AreaRow {
  id: string
  /** `null`: it holds nothing there, or is not of that atlas */
  older: Holding | null
  newer: Holding | null
}

/** @returns a row for each faction that holds ground on one of the sides, the largest first */
export function areasOfBoth(older: Side, newer: Side): AreaRow[] {
  const size = ({ older, newer }: AreaRow) => Math.max(older?.band.best ?? 0, newer?.band.best ?? 0)
  return [...new Set([...older.ids, ...newer.ids])]
    .map((id): AreaRow => ({ id, older: holdingOf(id, older), newer: holdingOf(id, newer) }))
    .filter((row) => row.older || row.newer)
    .sort((a, b) => size(b) - size(a))
}

function holdingOf(id: string, { factions, ids, bands }: Side): Holding | null {
  const faction = factions.find((one) => one.id === id)
  const band = bands[ids.indexOf(id)]
  return faction && !faction.blank && band?.high > 0 ? { faction, band } : null
}
