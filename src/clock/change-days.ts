/** Finding one's way in a list of change days: ascending, no day twice. */
import type { Day } from '../chronicle/day.ts'

/** @returns index of the first entry later than `day`; the length of the list when there is none. */
function indexAfter(days: readonly Day[], day: Day): number {
  let low = 0
  let high = days.length
  while (low < high) {
    const middle = (low + high) >> 1
    if (days[middle] <= day) low = middle + 1
    else high = middle
  }
  return low
}

/** @returns the first change day later than `day`, or `null`. */
export function changeAfter(days: readonly Day[], day: Day): Day | null {
  return days[indexAfter(days, day)] ?? null
}

/** @returns the last change day earlier than `day`, or `null`. */
export function changeBefore(days: readonly Day[], day: Day): Day | null {
  return days[indexAfter(days, day - 1) - 1] ?? null
}
