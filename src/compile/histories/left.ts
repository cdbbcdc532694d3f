/** What becomes of ground whose holder is said to have left before anybody is said to have come. */
import { STATE } from '../../chronicle/atlas.ts'
import type { Day } from '../../chronicle/day.ts'
import { type ClaimedPeriod, DOUBT_LAPSES } from './timeline.ts'

/** A claim that a faction left a place, and that names no successor. */
export interface Departure {
  faction: number
  day: Day
}

/**
 * From the day on which a source says that the holder left, the one who comes next may be there too, when somebody does
 * within a week: the ground is shown as shared with him instead of with nobody.
 * @param history of one site, ascending
 * @param departures of the same site
 * @param ends last day of each faction (by index) that has one
 * @returns the history; ground that nobody is said to have come to is shared with nobody known
 */
export function withoutThoseWhoLeft(
  history: readonly ClaimedPeriod[],
  departures: readonly Departure[],
  ends: ReadonlyMap<number, Day>,
): ClaimedPeriod[] {
  return history.map((period, i) => {
    const left = departures.some(({ faction, day }) => faction === period.holder && day <= period.start)
    if (!left || period.state !== STATE.contested || period.other >= 0) return period
    const heir = history
      .slice(i + 1)
      .filter(({ start }) => start <= period.start + DOUBT_LAPSES)
      .flatMap(({ holder, other }) => [holder, other])
      .find((one) => one >= 0 && one !== period.holder && period.start <= (ends.get(one) ?? period.start))
    return heir === undefined ? period : { ...period, other: heir }
  })
}
