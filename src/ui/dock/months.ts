/** Ticks under the track. */
import { type Day, dayOf, isoOf } from '../../chronicle/day.ts'

/** @returns first days of months inside a stretch of days */
export function monthStarts(from: number, to: number): Day[] {
  const starts: Day[] = []
  let [year, month] = isoOf(Math.floor(from)).split('-').map(Number)
  for (;;) {
    const day = dayOf(`${year}-${String(month).padStart(2, '0')}-01`)
    if (day > to) return starts
    if (day >= from) starts.push(day)
    month++
    if (month > 12) {
      month = 1
      year++
    }
  }
}

/** @returns how many days lie between day ticks of a width that leaves room for a label, or 0 for months only */
export function dayStep(pixelsPerDay: number): number {
  for (const step of [1, 2, 5, 10]) if (step * pixelsPerDay >= 46) return step
  return 0
}
