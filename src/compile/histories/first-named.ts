/** Which of two sides comes first on ground that both may hold. */
import { STATE } from '../../chronicle/atlas.ts'
import type { Day } from '../../chronicle/day.ts'
import type { ClaimedPeriod } from './timeline.ts'

/** A claim that places a side inside: it came in (that day), or it has a post (from that day on). */
export interface Inside {
  /** index of the claim among all claims */
  claim: number
  faction: number
  day: Day
  lasts: boolean
}

/**
 * Both sides of shared ground are shown alike, but one has to be named first. It is the one that a source places
 * inside on that day; where sources place both or neither inside, it is the one that came first the day before. Ground
 * that a claim gives to a new holder begins with that holder.
 * @param history of one site, ascending; the holder of a shared period is the one of the last holding claim
 * @returns the history; a period in which somebody else is placed inside is cut in two on that day, and rests on that claim too
 */
export function withFirstNamed(
  history: readonly ClaimedPeriod[],
  insiders: readonly Inside[],
  last: Day,
): ClaimedPeriod[] {
  let first = -1
  return history.flatMap((period, i) => {
    const pair = [period.holder, period.other]
    const changed = i === 0 || history[i - 1].holder !== period.holder
    if (period.state === STATE.held || period.other < 0 || changed || !pair.includes(first))
      first = period.holder
    if (period.state === STATE.held || period.other < 0) return [period]
    const end = history[i + 1]?.start ?? last + 1
    const there = insiders.filter(
      ({ faction, day, lasts }) => pair.includes(faction) && day < end && (lasts || day >= period.start),
    )
    const days = new Set([period.start, ...there.map(({ day }) => Math.max(day, period.start))])
    const parts: ClaimedPeriod[] = []
    for (const start of [...days].sort((a, b) => a - b)) {
      const placed = there.filter(({ day }) => Math.max(day, period.start) === start)
      const sides = new Set(placed.map(({ faction }) => faction))
      if (sides.size === 1) [first] = sides
      const claims = placed.filter(({ faction }) => faction === first).map(({ claim }) => claim)
      const before = parts.at(-1)
      if (before?.holder === first) before.claims = [...new Set([...before.claims, ...claims])]
      else
        parts.push({
          ...period,
          start,
          holder: first,
          other: pair[0] === first ? pair[1] : pair[0],
          claims: [...new Set([...claims, ...period.claims])],
        })
    }
    return parts
  })
}
