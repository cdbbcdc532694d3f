/** Two days side by side: what became of each piece of ground, and who gained and lost how much in between. */

import { type AreaBand, shareIn } from './areas.ts'
import { type Atlas, type Period, STATE } from './atlas.ts'
import type { Day } from './day.ts'
import { periodAt } from './history.ts'

/**
 * What became of ground, seen by one faction.
 * - `gained`, `lost`: its holder changed, to or from the faction
 * - `unsettled`: no such change, but on the newer day it is contested or uncertain, and the faction is one of the two
 * - `held`: the faction's own on both days
 * - `none`: nothing to do with it
 */
export type Fate = 'gained' | 'lost' | 'held' | 'unsettled' | 'none'

/** @param faction index into `Atlas.factions` */
export function fateOf(older: Period, newer: Period, faction: number): Fate {
  const [was, is] = [older.holder === faction, newer.holder === faction]
  if (was !== is) return is ? 'gained' : 'lost'
  if (newer.state !== STATE.held && (is || newer.other === faction)) return 'unsettled'
  return is ? 'held' : 'none'
}

/**
 * Ground in km². A band spans from what changed beyond doubt to what may have changed, taking in ground that is
 * contested or uncertain on either day; `best` goes by the holders that the map shows.
 */
export interface Balance {
  gained: AreaBand
  lost: AreaBand
  /** held on both days */
  held: AreaBand
}

/**
 * @param older the earlier day; given the other way round, gains and losses change places
 * @param governorate index of a governorate to count only ground there
 * @returns one balance for each faction, in the order of `atlas.factions`
 */
export function balances(atlas: Atlas, older: Day, newer: Day, governorate: number | null = null): Balance[] {
  const result = atlas.factions.map((): Balance => ({ gained: nothing(), lost: nothing(), held: nothing() }))
  for (const face of atlas.faces) {
    const km2 = governorate === null ? face.km2 : shareIn(face.governorates, governorate)
    if (km2 === 0) continue
    const [a, b] = [periodAt(face.history, older), periodAt(face.history, newer)]
    for (const faction of new Set([a.holder, a.other, b.holder, b.other])) {
      if (faction < 0) continue
      const [was, is] = [graspOf(a, faction), graspOf(b, faction)]
      const { gained, lost, held } = result[faction]
      count(gained, km2, { low: !was.high && is.low, best: !was.best && is.best, high: !was.low && is.high })
      count(lost, km2, { low: was.low && !is.high, best: was.best && !is.best, high: was.high && !is.low })
      count(held, km2, { low: was.low && is.low, best: was.best && is.best, high: was.high && is.high })
    }
  }
  return result
}

/** Ground that changed its holder between two days, by who has it now and who had it. */
export interface Transfer {
  /** indexes into `Atlas.factions` */
  from: number
  to: number
  km2: number
  /** indexes into `Atlas.faces` */
  faces: number[]
}

/** @returns transfers, largest first; empty when nothing changed hands */
export function transfers(atlas: Atlas, older: Day, newer: Day): Transfer[] {
  const found = new Map<string, Transfer>()
  atlas.faces.forEach((face, index) => {
    const from = periodAt(face.history, older).holder
    const to = periodAt(face.history, newer).holder
    if (from === to) return
    const key = `${from}>${to}`
    const transfer = found.get(key) ?? { from, to, km2: 0, faces: [] }
    transfer.km2 += face.km2
    transfer.faces.push(index)
    found.set(key, transfer)
  })
  return [...found.values()].sort((a, b) => b.km2 - a.km2 || a.to - b.to || a.from - b.from)
}

interface Grasp {
  /** holds it undisputed */
  low: boolean
  /** is shown as its holder */
  best: boolean
  /** holds it or may hold it */
  high: boolean
}

function graspOf({ holder, other, state }: Period, faction: number): Grasp {
  const best = holder === faction
  const settled = state === STATE.held
  return { low: best && settled, best, high: best || (!settled && other === faction) }
}

function count(band: AreaBand, km2: number, counts: Grasp) {
  if (counts.low) band.low += km2
  if (counts.best) band.best += km2
  if (counts.high) band.high += km2
}

const nothing = (): AreaBand => ({ low: 0, best: 0, high: 0 })
