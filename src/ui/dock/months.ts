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

/** @returns days to mark when the track is zoomed so far that days can be named */
export function dayTicks(from: number, to: number, step: number): Day[] {
  const ticks: Day[] = []
  for (let day = Math.ceil(from); day <= to; day++) {
    const date = Number(isoOf(day).slice(8))
    // Counted within the month, so that a tick stays on its day while the track moves.
    if (step === 1 || (date % step === 0 && date < 30)) ticks.push(day)
  }
  return ticks
}

export interface MonthLabel {
  day: Day
  text: string
}

/** Rough width of a letter at the size of the labels, and room between two of them, CSS pixels. */
const LETTER = 6.2
const GAP = 8

/**
 * Chooses month labels that do not run into each other. Januaries come first and carry their year.
 * @param place day → pixels along the track, in reading direction
 * @param name how a month is called, with its year or without
 * @param letters how large they are, 1 for the usual size
 */
export function monthLabels(
  months: readonly Day[],
  place: (day: Day) => number,
  width: number,
  name: (day: Day, year: boolean) => string,
  letters = 1,
): MonthLabel[] {
  const taken: [from: number, to: number][] = []
  const isJanuary = (day: Day) => isoOf(day).slice(5, 7) === '01'
  const order = [...months.filter(isJanuary), ...months.filter((day) => !isJanuary(day))]
  const labels: MonthLabel[] = []
  for (const day of order) {
    const text = name(day, isJanuary(day))
    const from = place(day)
    const to = from + text.length * LETTER * letters + GAP
    if (to > width + GAP || taken.some(([a, b]) => from < b && to > a)) continue
    taken.push([from, to])
    labels.push({ day, text })
  }
  return labels.sort((a, b) => a.day - b.day)
}
