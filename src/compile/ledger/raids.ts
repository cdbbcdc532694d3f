/** What follows from a raid: whoever comes to a place and leaves does not hold it. */
import type { AreaClaim, Claim } from '../read/model.ts'

/** How long after it was said to be taken a raid speaks against it (days). */
const WEEK = 7

/**
 * Held, passed through on a raid or patrol, and left are three things. Of a place that a faction is said to have come to and
 * left (`incursion`, by `to`), a claim that the faction had taken all ground of the area by then says too much. Raids of
 * later times speak of later times. Where an area is said to be shared with that faction for a time, a raid in that time
 * says that this place is not: they come there, and leave.
 * @returns whether the area claim does not take the place that the other claim is about
 */
export function doesNotTake(
  area: Pick<AreaClaim, 'to' | 'earliest' | 'latest' | 'state'>,
  raid: Pick<Claim, 'event' | 'verdict' | 'from' | 'to' | 'latest'>,
): boolean {
  return (
    raid.event === 'incursion' &&
    raid.verdict === 'accepted' &&
    raid.to === area.to &&
    raid.from !== raid.to &&
    (area.state === 'held'
      ? raid.latest >= area.latest && raid.latest <= area.latest + WEEK
      : raid.latest >= area.earliest && raid.latest <= area.latest)
  )
}
