/**
 * Where stretches of a history lie on a strip. A stretch of a few days in a range of a year would be too thin to see
 * or to press, so each gets a least width and shares what is left by its length. Order and proportions inside a
 * stretch stay; nothing overlaps.
 */
import type { Day } from '../../../chronicle/day.ts'

/** Shares of the width of the strip, 0 at the first day, 1 after the last. */
export interface StripPart {
  from: number
  to: number
}

/**
 * @param starts first day of each stretch, ascending; the first one counts as `first`
 * @param first first day of the range
 * @param last last day of the range, inclusive
 * @param least least width of a part, as a share; less when there are too many for it
 */
export function stripParts(starts: readonly Day[], first: Day, last: Day, least: number): StripPart[] {
  const ends = [...starts.slice(1), last + 1]
  const lengths = starts.map((start, i) => ends[i] - (i === 0 ? first : start))
  const floor = Math.min(least, 1 / Math.max(1, starts.length))
  const total = last + 1 - first
  const rest = 1 - floor * starts.length
  let at = 0
  return lengths.map((length, i) => {
    const from = at
    // The last one ends at the edge, whatever was lost in adding up.
    at = i === lengths.length - 1 ? 1 : at + floor + (length / total) * rest
    return { from, to: at }
  })
}

/** @returns where the middle of a day lies, as a share of the width; days outside come to the ends */
export function stripPosition(
  day: Day,
  starts: readonly Day[],
  parts: readonly StripPart[],
  first: Day,
  last: Day,
): number {
  const inside = Math.min(last, Math.max(first, day))
  let i = starts.length - 1
  while (i > 0 && starts[i] > inside) i--
  const begin = i === 0 ? first : starts[i]
  const end = starts[i + 1] ?? last + 1
  const { from, to } = parts[i]
  return from + ((inside + 0.5 - begin) / (end - begin)) * (to - from)
}

/** @returns indexes of the labels that fit: middles at least `gap` from one another, and half of it from the ends */
export function labelsThatFit(positions: readonly number[], gap: number): number[] {
  const kept: number[] = []
  let before = -gap / 2
  positions.forEach((position, i) => {
    if (position - before < gap || 1 - position < gap / 2) return
    kept.push(i)
    before = position
  })
  return kept
}
