/** How much ground each faction holds on a day, as low – best – high. */
import { type Atlas, type Face, STATE } from './atlas.ts'
import type { Day } from './day.ts'
import { periodAt } from './history.ts'

/** km². `low`: held and undisputed; `best`: all ground shown as its own; `high`: with ground it contests or may have taken. */
export interface AreaBand {
  low: number
  best: number
  high: number
}

/** An atlas, or the part of one that is counted. */
export interface Held extends Pick<Atlas, 'factions'> {
  faces: readonly Pick<Face, 'km2' | 'history' | 'governorates'>[]
}

/**
 * @param governorate index of a governorate to count only ground there
 * @returns one band for each faction, in the order of `atlas.factions`
 */
export function areasOn(atlas: Held, day: Day, governorate: number | null = null): AreaBand[] {
  const bands = atlas.factions.map((): AreaBand => ({ low: 0, best: 0, high: 0 }))
  for (const face of atlas.faces) {
    const km2 = governorate === null ? face.km2 : shareIn(face.governorates, governorate)
    if (km2 === 0) continue
    const { holder, other, state } = periodAt(face.history, day)
    if (holder < 0) continue
    bands[holder].best += km2
    bands[holder].high += km2
    if (state === STATE.held) bands[holder].low += km2
    else if (other >= 0) bands[other].high += km2
  }
  return bands
}

export const shareIn = (governorates: readonly (readonly [number, number])[], wanted: number): number =>
  governorates.find(([governorate]) => governorate === wanted)?.[1] ?? 0
