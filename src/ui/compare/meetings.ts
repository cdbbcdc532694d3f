/** Where the atlases of a build meet: the end of one chapter beside the beginning of the next. */
import { type Day, dayOf } from '../../chronicle/day.ts'
import type { DayOfAtlas } from '../../link/index.ts'
import type { AtlasEntry } from '../data/atlas-list.ts'

/** A day of each of two atlases. */
export interface Meeting {
  earlier: DayOfAtlas
  later: DayOfAtlas
}

/** @returns all pairs of days on which two atlases of the build meet, in the order of the list */
export function meetingsOf(atlases: readonly AtlasEntry[]): Meeting[] {
  return atlases.flatMap(({ id, meets }): Meeting[] => {
    if (!meets) return []
    const pair = [
      { atlas: id, day: dayOf(meets.day) },
      { atlas: meets.atlas, day: dayOf(meets.with) },
    ].sort((a, b) => a.day - b.day)
    return [{ earlier: pair[0], later: pair[1] }]
  })
}

/**
 * @param shown id of the atlas that is shown
 * @param day the day shown
 * @param other id of another atlas of the list
 * @returns the day of the other one to begin with: on which the two meet, else the nearest to the day shown
 */
export function firstBeside(
  atlases: readonly AtlasEntry[],
  shown: string,
  day: Day,
  other: string,
): DayOfAtlas | null {
  const span = atlases.find(({ id }) => id === other)
  if (!span) return null
  for (const { earlier, later } of meetingsOf(atlases)) {
    if (earlier.atlas === other && later.atlas === shown) return earlier
    if (later.atlas === other && earlier.atlas === shown) return later
  }
  return { atlas: other, day: Math.min(dayOf(span.end), Math.max(dayOf(span.start), day)) }
}
