/** Chapters of conflict.json: how fast each is played, and where its name stands above the track. Pure. */
import type { Day } from '../../chronicle/day.ts'
import type { DayChange } from '../../chronicle/day-changes.ts'
import { DAYS_PER_SECOND } from '../../clock/index.ts'
import { placeOf, type TrackScale } from './track-scale.ts'

export interface Chapter {
  id: string
  title: string
  start: Day
  end: Day
}

/** About how long a chapter plays, seconds; the nearest speed on offer makes it five to fifteen. */
const SECONDS = 10

/** @returns factor of the usual speed at which the days pass in about {@link SECONDS} */
export function chapterSpeed({ start, end }: Pick<Chapter, 'start' | 'end'>): number {
  return Math.max(1, end - start) / SECONDS / DAYS_PER_SECOND
}

/** How wide a letter of the small type is at most, on average, CSS pixels, and the room between two names. */
const LETTER = 6.3
const GAP = 10

export interface TrackName {
  id: string
  title: string
  /** the middle of the name, CSS pixels from the left edge of the track */
  x: number
  /** where its tallest bar stands, likewise */
  bar: number
}

/**
 * @param letters how large they are, 1 for the usual size
 * @returns the names that have room on the track: each above the tallest bar of its chapter, the first ones first
 */
export function trackNames(
  chapters: readonly Chapter[],
  changes: readonly DayChange[],
  scale: TrackScale,
  letters = 1,
): TrackName[] {
  const { window, width } = scale
  const names: (TrackName & { half: number })[] = []
  for (const { id, title, start, end } of chapters) {
    const seen = changes.filter(
      ({ day }) => day >= start && day <= end && day >= window.from && day <= window.to,
    )
    if (seen.length === 0) continue
    const tallest = seen.reduce((best, change) => (change.km2 > best.km2 ? change : best))
    const bar = placeOf(tallest.day, scale)
    const half = (title.length * LETTER * letters) / 2
    if (2 * half > width) continue
    const x = Math.min(width - half, Math.max(half, bar))
    if (names.every((name) => Math.abs(name.x - x) >= name.half + half + GAP))
      names.push({ id, title, x, bar, half })
  }
  return names.map(({ half: _, ...name }) => name)
}
