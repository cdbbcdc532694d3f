/** What the words of a claim do to ground. */
import type { Claim } from '../read/model.ts'

/** Events after which `to` holds the place. */
export const HOLDING: ReadonlySet<string> = new Set([
  'baseline',
  'captured',
  'recaptured',
  'withdrawn',
  'handover',
  'uprising',
])

/** Events that are recorded but move nothing. */
const SILENT = new Set(['entered', 'attack', 'besieged', 'incursion', 'post', 'political', 'massacre'])

export const EVENTS: ReadonlySet<string> = new Set([...HOLDING, ...SILENT, 'contested'])

/**
 * - `hold`: `to` holds the place from `latest` on; between `earliest` and `latest` either may.
 * - `doubt`: the place is shown as contested, its holder stays.
 * - `vacate`: the holder left and nobody is said to have come: contested with an unknown challenger.
 * - `none`: kept on record only.
 */
export type Effect = 'hold' | 'doubt' | 'vacate' | 'none'

/** @param isGround tells whether a faction id can hold ground */
export function effectOf(
  claim: Pick<Claim, 'event' | 'to' | 'verdict'>,
  isGround: (faction: string) => boolean,
): Effect {
  if (claim.verdict === 'rejected' || SILENT.has(claim.event)) return 'none'
  if (claim.to !== null && !isGround(claim.to)) return 'none'
  if (claim.event === 'contested') return 'doubt'
  if (claim.to === null) return claim.event === 'withdrawn' ? 'vacate' : 'none'
  return claim.verdict === 'contested' ? 'doubt' : 'hold'
}
