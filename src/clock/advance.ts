/**
 * One move of the playing clock, as a pure function. A move ends at the first change day that it meets, so
 * whoever looks after every move sees every change, however many days were due.
 */
import type { Day } from '../chronicle/day.ts'
import { changeAfter, changeBefore } from './change-days.ts'

/** A stretch of days, both ends inclusive, `start` never later than `end`. */
export interface DayRange {
  readonly start: Day
  readonly end: Day
}

/** Days that play jumped over because nothing changes in them; both inclusive, `from` never later than `to`. */
export interface Skipped {
  readonly from: Day
  readonly to: Day
}

/** Fewest days without a change that count as a quiet stretch. Shorter ones give the film its rhythm. */
export const QUIET_DAYS = 3

export interface Course {
  /** first and last day that may be shown */
  readonly bounds: DayRange
  readonly direction: 'forward' | 'reverse'
  /** begin again after the last day */
  readonly loops: boolean
  readonly skipQuiet: boolean
  /** ascending */
  readonly changeDays: readonly Day[]
}

export interface Move {
  readonly day: Day
  /** how many days of playing time the move costs: a jump over a quiet stretch costs one, like a step */
  readonly cost: number
  readonly skipped: Skipped | null
  /** true when play is over: the last day is reached and nothing begins again */
  readonly ended: boolean
}

/**
 * @param from the day shown now
 * @param budget whole days of playing time that may be spent, at least 1
 * @returns the move from `from` that spends as much of the budget as it can without passing a change
 */
export function advance(from: Day, budget: number, course: Course): Move {
  const { bounds, direction, loops, skipQuiet, changeDays } = course
  const forward = direction === 'forward'
  const [first, last] = forward ? [bounds.start, bounds.end] : [bounds.end, bounds.start]
  const sign = forward ? 1 : -1

  // The range may have been moved while playing, so the day can lie on either side of it.
  if ((from - first) * sign < 0)
    return { day: first, cost: 1, skipped: null, ended: !loops && first === last }
  if ((last - from) * sign <= 0) {
    return loops
      ? { day: first, cost: 1, skipped: null, ended: false }
      : { day: last, cost: 1, skipped: null, ended: true }
  }

  const change = forward ? changeAfter(changeDays, from) : changeBefore(changeDays, from)
  const stop = change === null || (last - change) * sign < 0 ? last : change
  const distance = (stop - from) * sign
  if (skipQuiet && distance - 1 >= QUIET_DAYS) {
    const skipped = forward ? { from: from + 1, to: stop - 1 } : { from: stop + 1, to: from - 1 }
    return { day: stop, cost: 1, skipped, ended: !loops && stop === last }
  }
  const cost = Math.min(distance, budget)
  const day = from + cost * sign
  return { day, cost, skipped: null, ended: !loops && day === last }
}
