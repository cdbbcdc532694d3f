/** Which days the chart shows. */
import type { Day } from '../../../chronicle/day.ts'
import type { Span } from '../../../link/index.ts'

/** Days before and after the one shown that count as near. */
export const NEAR = 30

/** First and last day, both inclusive. */
export interface Days {
  from: Day
  to: Day
}

/** @param play the stretch that is played first */
export function daysOf(span: Span, day: Day, whole: Days, play: Days): Days {
  if (span === 'all') return whole
  if (span === 'play') return { from: Math.max(whole.from, play.from), to: Math.min(whole.to, play.to) }
  // At the ends the window stays as wide and stops.
  const width = Math.min(2 * NEAR, whole.to - whole.from)
  const from = Math.min(Math.max(whole.from, day - NEAR), whole.to - width)
  return { from, to: from + width }
}
