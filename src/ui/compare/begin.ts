import type { Day } from '../../chronicle/day.ts'

/**
 * @param day the day shown
 * @param start first day of the map
 * @param turn the day by which most has changed, for a reader who stands at the beginning
 * @returns the day to compare with at first
 */
export function firstOther(day: Day, start: Day, turn: Day): Day {
  return day > start ? start : turn
}
