/** Questions that one history answers: who on this day, since when, until when. */
import { firstIndex } from './ascending.ts'
import { type Period, STATE } from './atlas.ts'
import type { Day } from './day.ts'

/**
 * @param history periods in ascending order of `start`
 * @param day any day
 * @returns index of the period in force on that day; 0 for days before the first period
 */
export function periodIndexAt(history: readonly Period[], day: Day): number {
  return Math.max(0, firstIndex(history.length, (index) => history[index].start > day) - 1)
}

/** @returns the period in force on that day (the first one for earlier days). */
export function periodAt(history: readonly Period[], day: Day): Period {
  return history[periodIndexAt(history, day)]
}

/** @returns the first day of the unbroken stretch in which the holder of `day` has held the ground, whatever its state. */
export function heldSince(history: readonly Period[], day: Day): Day {
  let index = periodIndexAt(history, day)
  const { holder } = history[index]
  while (index > 0 && history[index - 1].holder === holder) index--
  return history[index].start
}

/**
 * @returns the first day of the unbroken stretch that looks as the ground does on `day`; for held ground the one in which
 *   its holder has held it, whatever its state was in between
 */
export function shownSince(history: readonly Period[], day: Day): Day {
  let index = periodIndexAt(history, day)
  if (history[index].state === STATE.held) return heldSince(history, day)
  while (index > 0 && looksAlike(history[index - 1], history[index])) index--
  return history[index].start
}

/** @returns true when the two periods paint the same: same holder, same challenger, same state. */
export function looksAlike(a: Period, b: Period): boolean {
  return a.holder === b.holder && a.state === b.state && (a.state === STATE.held || a.other === b.other)
}
