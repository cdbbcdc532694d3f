/** Between which two days the panel tells what changed. */
import type { Day } from '../../../chronicle/day.ts'
import { changeBefore } from '../../../clock/index.ts'

export interface Interval {
  from: Day
  to: Day
}

/**
 * @param day the day shown
 * @param other the day compared with, `null`: none was chosen
 * @param changeDays ascending days on which the map changes
 * @returns the two days in order of time. Without a day to compare with: from the day before the last change up to
 *   the day shown. `null` when nothing has changed yet.
 */
export function intervalOf(day: Day, other: Day | null, changeDays: readonly Day[]): Interval | null {
  if (other !== null) return { from: Math.min(day, other), to: Math.max(day, other) }
  const last = changeBefore(changeDays, day + 1)
  return last === null ? null : { from: last - 1, to: day }
}
