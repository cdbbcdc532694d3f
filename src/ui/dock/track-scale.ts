/** Days to places on the track and back. The track can be zoomed; under right-to-left it runs from right to left. */
import type { Day } from '../../chronicle/day.ts'

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
