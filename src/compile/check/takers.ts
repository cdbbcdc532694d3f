/** Rules on who takes ground from whom. */
import { dayOf } from '../../chronicle/day.ts'
import { inRings, type Point } from '../../geometry/plane.ts'
import { effectOf, HOLDING } from '../ledger/effects.ts'
import type { AreaClaim, Claim, Dataset } from '../read/model.ts'
import type { Problem } from '../read/problem.ts'

const problem = (
  severity: Problem['severity'],
  reason: string,
  at: Claim | AreaClaim,
  message: string,
): Problem => ({
  reason,
  severity,
  file: at.file,
  line: at.line,
  message: `${at.id}: ${message}`,
})

/** Events after which another faction holds the place; with others, one name on both sides says that it stayed. */
const TAKING = new Set(['captured', 'recaptured', 'uprising'])

/** Nobody takes a place from itself. */
export function* claimToItself({ claims }: Dataset): Generator<Problem> {
  for (const claim of claims)
    if (
      TAKING.has(claim.event) &&
      claim.verdict !== 'rejected' &&
      claim.to !== null &&
      claim.from === claim.to
    )
      yield problem('error', 'claim-to-itself', claim, `"${claim.event}" from ${claim.from} to ${claim.to}`)
}

/** Who holds the ground afterwards is said, except where somebody left and nobody is known to have come. */
export function* takerMissing({ claims }: Dataset): Generator<Problem> {
  for (const claim of claims)
    if (claim.verdict !== 'rejected' && HOLDING.has(claim.event) && claim.event !== 'withdrawn' && !claim.to)
      yield problem(
        'error',
        'holder-missing',
        claim,
        `say in "to" who holds "${claim.place}" after "${claim.event}"`,
      )
}

/** An area claim moves ground from those that it names; only one of the first day needs none. */
export function* loserMissing({ areaClaims, factions, conflict }: Dataset): Generator<Problem> {
  const role = new Map(factions.map((faction) => [faction.id, faction.role]))
  const first = dayOf(conflict.start)
  for (const claim of areaClaims) {
    if (claim.verdict === 'rejected') continue
    if (claim.from.length === 0 && claim.latest > first)
      yield problem('error', 'loser-missing', claim, 'say in "from" whose ground it was, or nothing moves')
    for (const id of claim.from)
      if (role.get(id) === 'position')
        yield problem(
          'error',
          'faction-holds-no-ground',
          claim,
          `${id} has positions but holds no ground to lose`,
        )
  }
}

/** Only factions with the role `ground` hold a place; a claim that gives it to another would move nothing in silence. */
export function* takerCannotHold({ claims, factions }: Dataset): Generator<Problem> {
  const role = new Map(factions.map((faction) => [faction.id, faction.role]))
  for (const claim of claims)
    if (claim.verdict !== 'rejected' && HOLDING.has(claim.event))
      for (const id of [claim.to, claim.from])
        if (id && role.get(id) === 'position')
          yield problem(
            'error',
            'faction-holds-no-ground',
            claim,
            `${id} has positions but holds no ground: "${claim.event}" would move nothing`,
          )
}

/** A loser that no earlier claim about the place, or about an area round it, says to have held it. */
export function* loserNeverHeld({
  claims,
  areaClaims,
  places,
  areas,
  outlines,
  governorates,
  factions,
  conflict,
}: Dataset): Generator<Problem> {
  const first = dayOf(conflict.start)
  const ground = new Set(factions.filter(({ role }) => role === 'ground').map(({ id }) => id))
  const rings = new Map<string, Point[][]>(
    [...areas.values(), ...outlines, ...governorates].map(({ id, polygons }) => [
      id,
      polygons.flat() as Point[][],
    ]),
  )
  const byPlace = new Map<string, Claim[]>()
  for (const claim of claims) byPlace.set(claim.place, [...(byPlace.get(claim.place) ?? []), claim])
  for (const [id, own] of byPlace) {
    const place = places.get(id)
    // Where the place itself says nothing of the first day, its block decides: that is known after the compile only.
    if (!place || !own.some(({ event, verdict }) => event === 'baseline' && verdict === 'accepted')) continue
    for (const claim of own) {
      const { from, latest } = claim
      if (
        !from ||
        latest < first ||
        effectOf(claim, (faction) => ground.has(faction)) !== 'hold' ||
        claim.event === 'baseline'
      )
        continue
      const says = (other: Claim | AreaClaim) =>
        other !== claim && other.to === from && other.earliest <= latest && other.verdict !== 'rejected'
      const held =
        own.some(says) ||
        areaClaims.some(
          (other) => says(other) && inRings([place.lon, place.lat], rings.get(other.area) ?? []),
        )
      if (!held)
        yield problem('warning', 'loser-never-held', claim, `no claim says that ${from} held "${id}" before`)
    }
  }
}
