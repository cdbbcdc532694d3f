/** How the claims behind a stretch are laid out for a reader of one day. */
import { type Day, isoOf } from '../../../chronicle/day.ts'
import { type ClaimRecord, PLACES_INSIDE } from '../../../chronicle/evidence.ts'

export interface Grounds {
  /** what was said of days up to the day asked about, the latest first */
  upToNow: ClaimRecord[]
  /** what was said of later days and bears the stretch out, the earliest first */
  later: ClaimRecord[]
}

export function groundsOn(claims: readonly ClaimRecord[], day: Day): Grounds {
  const today = isoOf(day)
  return {
    upToNow: claims
      .filter(({ earliest }) => earliest <= today)
      .sort((a, b) => compare(b.latest, a.latest) || compare(a.id, b.id)),
    later: claims
      .filter(({ earliest }) => earliest > today)
      .sort((a, b) => compare(a.earliest, b.earliest) || compare(a.id, b.id)),
  }
}

/** @returns why one of two sides is named first (src/compile/histories/first-named.ts) */
export function firstBecause(
  { claims }: { claims: readonly ClaimRecord[] },
  first: string | undefined,
  day: Day,
): 'inside' | 'before' {
  const today = isoOf(day)
  const placed = claims.some(
    ({ event, to, latest, scope, verdict }) =>
      scope === 'place' &&
      verdict === 'accepted' &&
      PLACES_INSIDE.has(event) &&
      to === first &&
      latest <= today,
  )
  return placed ? 'inside' : 'before'
}

export interface Opponent {
  claim: ClaimRecord
  /** ids of the claims that it contradicts */
  against: string[]
}

/** @returns every claim that says otherwise than one of these, once, in the order in which they are met */
export function opponentsOf(
  claims: readonly ClaimRecord[],
  contradictions: (claim: ClaimRecord) => readonly ClaimRecord[],
): Opponent[] {
  const found = new Map<string, Opponent>()
  for (const claim of claims) {
    for (const other of contradictions(claim)) {
      const opponent = found.get(other.id) ?? { claim: other, against: [] }
      opponent.against.push(claim.id)
      found.set(other.id, opponent)
    }
  }
  return [...found.values()]
}

const compare = (a: string, b: string) => (a < b ? -1 : Number(a > b))
