/** Finding one's way in a list of change days: ascending, no day twice. */
import type { Day } from '../chronicle/day.ts'

/** Which change days count: all when absent, those of a list (ascending), or those that a test lets through. */
export type Among = readonly Day[] | ((day: Day) => boolean)

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

/** @returns the first change day later than `day` that counts, or `null`. */
export function changeAfter(days: readonly Day[], day: Day, among?: Among): Day | null {
  if (Array.isArray(among)) return changeAfter(among, day)
  const counts = typeof among === 'function' ? among : () => true
  for (let i = indexAfter(days, day); i < days.length; i++) if (counts(days[i])) return days[i]
  return null
}

/** @returns the last change day earlier than `day` that counts, or `null`. */
export function changeBefore(days: readonly Day[], day: Day, among?: Among): Day | null {
  if (Array.isArray(among)) return changeBefore(among, day)
  const counts = typeof among === 'function' ? among : () => true
  for (let i = indexAfter(days, day - 1) - 1; i >= 0; i--) if (counts(days[i])) return days[i]
  return null
}
