/** The days that play keeps to, as the reader sets and moves their ends. */
import type { Day } from '../../chronicle/day.ts'
import { changeAfter, changeBefore, type DayRange } from '../../clock/index.ts'

export type RangeEnd = 'start' | 'end'

/** @returns the range from a day on: to where the old one ended, or to the last day when that lies before it */
export function startingAt(day: Day, range: DayRange | null, whole: DayRange): DayRange {
  return { start: day, end: range && range.end >= day ? range.end : whole.end }
}

/** @returns the range up to a day: from where the old one began, or from the first day when that lies after it */
export function endingAt(day: Day, range: DayRange | null, whole: DayRange): DayRange {
  return { start: range && range.start <= day ? range.start : whole.start, end: day }
}

/** @returns the days on which an end may lie while the other one stays */
export function limitsOf(end: RangeEnd, range: DayRange, whole: DayRange): DayRange {
  return end === 'start' ? { start: whole.start, end: range.end } : { start: range.start, end: whole.end }
}

/** @returns the range with one end moved as near to a day as the other end and the whole allow */
export function withEnd(end: RangeEnd, day: number, range: DayRange, whole: DayRange): DayRange {
  const limits = limitsOf(end, range, whole)
  return { ...range, [end]: Math.min(limits.end, Math.max(limits.start, Math.round(day))) }
}

export interface EndKeys {
  range: DayRange
  whole: DayRange
  /** ascending */
  changeDays: readonly Day[]
  /** the time runs from right to left, so the left arrow goes ahead */
  rtl: boolean
}

const PAGE = 30

/**
 * @returns the day to which a key would bring an end, not yet kept inside its limits; `null` for keys that move none
 */
export function endByKey(
  { key, shiftKey }: { key: string; shiftKey: boolean },
  end: RangeEnd,
  { range, whole, changeDays, rtl }: EndKeys,
): Day | null {
  const day = range[end]
  const limits = limitsOf(end, range, whole)
  const step = (forward: boolean) => {
    if (!shiftKey) return day + (forward ? 1 : -1)
    return (forward ? changeAfter(changeDays, day) : changeBefore(changeDays, day)) ?? day
  }
  switch (key) {
    case 'ArrowRight':
      return step(!rtl)
    case 'ArrowLeft':
      return step(rtl)
    case 'ArrowUp':
      return step(true)
    case 'ArrowDown':
      return step(false)
    case 'PageUp':
      return day + PAGE
    case 'PageDown':
      return day - PAGE
    case 'Home':
      return limits.start
    case 'End':
      return limits.end
    default:
      return null
  }
}
