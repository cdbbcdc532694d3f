/** Rules on claims beside each other: what contradicts, and what stands twice. */
import { isoOf } from '../../chronicle/day.ts'
import { effectOf } from '../ledger/effects.ts'
import { type AreaClaim, allClaims, type Claim, type Dataset } from '../read/model.ts'
import { error } from '../read/problem.ts'
import { didYouMean } from '../read/suggest.ts'

export function* unknownConflict(dataset: Dataset) {
  const ids = new Set(allClaims(dataset).map(({ id }) => id))
  for (const claim of allClaims(dataset)) {
    for (const id of claim.conflicts) {
      if (id === claim.id)
        yield error('unknown-conflict', claim, `${claim.id}: conflicts: a claim does not contradict itself`)
      else if (!ids.has(id))
        yield error(
          'unknown-conflict',
          claim,
          `${claim.id}: conflicts: there is no claim "${id}"${didYouMean(id, ids)}`,
        )
    }
  }
}

/** Two accepted claims that give one place to different holders on the same certain day. */
export function* contradictionWithoutVerdict(dataset: Dataset) {
  const ground = new Set(dataset.factions.filter(({ role }) => role === 'ground').map(({ id }) => id))
  const byPlaceAndDay = new Map<string, Claim>()
  for (const claim of dataset.claims) {
    if (effectOf(claim, (id) => ground.has(id)) !== 'hold') continue
    const key = `${claim.place} ${claim.latest}`
    const before = byPlaceAndDay.get(key)
    if (!before) byPlaceAndDay.set(key, claim)
    else if (
      before.to !== claim.to &&
      before.earliest === before.latest &&
      claim.earliest === claim.latest &&
      !follows(before, claim)
    ) {
      yield error(
        'contradiction-without-verdict',
        claim,
        `${before.id} gives "${claim.place}" to ${before.to}, ${claim.id} to ${claim.to}, both on ${isoOf(claim.latest)}`,
      )
    }
  }
}

/** One claim in two rows, as when a row is copied and only its id is changed, or two people add the same. */
export function* sameClaimTwice(dataset: Dataset) {
  const seen = new Map<string, Claim | AreaClaim>()
  for (const claim of allClaims(dataset)) {
    const { id, file, line, ...told } = claim
    const key = JSON.stringify(told)
    const before = seen.get(key)
    if (before)
      yield error(
        'same-claim-twice',
        claim,
        `${id} says in every cell what ${before.id} says: keep one of them`,
      )
    seen.set(key, claim)
  }
}

/** A place may change hands twice in a day when one claim takes it from the holder that the other names. */
const follows = (a: Claim, b: Claim) => a.from === b.to || b.from === a.to
