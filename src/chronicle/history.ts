/** Questions that one history answers: who on this day, since when, until when. */
import { type Segment, STATE } from './atlas.ts'
import type { Day } from './day.ts'

/**
 * @param history segments in ascending order of `start`
 * @param day any day
 * @returns index of the segment in force on that day; 0 for days before the first segment
 */
export function segmentIndexAt(history: readonly Segment[], day: Day): number {
  let low = 0
  let high = history.length - 1
  while (low < high) {
    const middle = (low + high + 1) >> 1
    if (history[middle].start <= day) low = middle
    else high = middle - 1
  }
  return low
}

/** @returns the segment in force on that day (the first one for earlier days). */
export function segmentAt(history: readonly Segment[], day: Day): Segment {
  return history[segmentIndexAt(history, day)]
}

/** @returns the first day of the unbroken stretch in which the holder of `day` has held the ground, whatever its state. */
export function heldSince(history: readonly Segment[], day: Day): Day {
  let index = segmentIndexAt(history, day)
  const { holder } = history[index]
  while (index > 0 && history[index - 1].holder === holder) index--
  return history[index].start
}

/** @returns true when the two segments paint the same: same holder, same challenger, same state. */
export function looksAlike(a: Segment, b: Segment): boolean {
  return a.holder === b.holder && a.state === b.state && (a.state === STATE.held || a.other === b.other)
}
