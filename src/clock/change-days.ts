/** Finding one's way in a list of change days: ascending, no day twice. */
import { indexAfter } from '../chronicle/ascending.ts'
import type { Day } from '../chronicle/day.ts'

/** @returns the first change day later than `day`, or `null`. */
export function changeAfter(days: readonly Day[], day: Day): Day | null {
  return days[indexAfter(days, day)] ?? null
}

/** @returns the last change day earlier than `day`, or `null`. */
export function changeBefore(days: readonly Day[], day: Day): Day | null {
  return days[indexAfter(days, day - 1) - 1] ?? null
}
