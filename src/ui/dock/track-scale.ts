/** Days to places on the track and back. The track can be zoomed; under right-to-left it runs from right to left. */
import type { Conflict } from '../../chronicle/conflict.ts'
import { type Day, dayOf } from '../../chronicle/day.ts'

/** The stretch of days that the track shows; may have fractions while zooming. */
export interface TrackWindow {
  from: number
  to: number
}

/** Fewest days that the track can show. */
export const LEAST_DAYS = 12

export interface TrackScale {
  window: TrackWindow
  /** CSS pixels */
  width: number
  rtl: boolean
}

/** @returns pixels from the left edge */
export function placeOf(day: number, { window, width, rtl }: TrackScale): number {
  const share = (day - window.from) / (window.to - window.from)
  return (rtl ? 1 - share : share) * width
}

/** @returns the day under a pixel, with fractions, not clamped */
export function dayAt(x: number, { window, width, rtl }: TrackScale): number {
  const share = width > 0 ? x / width : 0
  return window.from + (rtl ? 1 - share : share) * (window.to - window.from)
}

/** @returns how wide a day is, CSS pixels */
export function pixelsPerDay({ window, width }: TrackScale): number {
  return width / (window.to - window.from)
}

/** How far a finger moves for a day when it moves day by day, CSS pixels. */
export const FINE_PIXELS = 12

/**
 * @param pixels that a hand moved to the right
 * @param fine whether it moves day by day
 * @returns the days that it moves
 */
export function daysMoved(pixels: number, scale: TrackScale, fine: boolean): number {
  const perDay = pixelsPerDay(scale)
  return ((scale.rtl ? -1 : 1) * pixels) / (fine ? Math.max(FINE_PIXELS, perDay) : perDay)
}

/**
 * Zooms about a fixed day.
 * @param factor above 1 shows fewer days
 * @param whole the window never leaves it
 */
export function zoomed(window: TrackWindow, factor: number, about: number, whole: TrackWindow): TrackWindow {
  const length = Math.min(whole.to - whole.from, Math.max(LEAST_DAYS, (window.to - window.from) / factor))
  const share = (about - window.from) / (window.to - window.from)
  return within({ from: about - share * length, to: about + (1 - share) * length }, whole)
}

/** @returns the window moved by a number of days, kept inside the whole */
export function moved(window: TrackWindow, days: number, whole: TrackWindow): TrackWindow {
  return within({ from: window.from + days, to: window.to + days }, whole)
}

/** @returns the window moved as little as needed for the day to be in sight, with some room around it */
export function showing(window: TrackWindow, day: Day, whole: TrackWindow): TrackWindow {
  const room = (window.to - window.from) * 0.06
  if (day < window.from + room)
    return within({ from: day - room, to: day - room + (window.to - window.from) }, whole)
  if (day > window.to - room)
    return within({ from: day + room - (window.to - window.from), to: day + room }, whole)
  return window
}

function within({ from, to }: TrackWindow, whole: TrackWindow): TrackWindow {
  const length = Math.min(to - from, whole.to - whole.from)
  const start = Math.min(Math.max(from, whole.from), whole.to - length)
  return { from: start, to: start + length }
}

/** @returns a window for each span, the whole of the map among them: the last one takes in every day */
export function spanWindows({
  start,
  end,
  spans = [],
}: Pick<Conflict, 'start' | 'end' | 'spans'>): TrackWindow[] {
  return [...spans, { start, end }].map((span) => ({
    from: dayOf(span.start) - 0.5,
    to: dayOf(span.end) + 0.5,
  }))
}

/** @returns index of the window to show: the chosen one, or the next after it that has the day in it */
export function spanShown(windows: readonly TrackWindow[], chosen: number, day: Day): number {
  const found = windows.findIndex(({ from, to }, i) => i >= chosen && day > from && day < to)
  return found < 0 ? windows.length - 1 : found
}
