/** The ledger: all claims numbered, graded, and told apart by what they do to ground. */
import { type Day, dayOf } from '../../chronicle/day.ts'
import type { Grade } from '../../chronicle/evidence.ts'
import type { AreaClaim, Claim, Dataset } from '../read/model.ts'
import { type Effect, effectOf } from './effects.ts'
import { gradeOf } from './grade.ts'

/** A claim with its number in the common list: claims about places first, then those about areas. */
export interface Numbered<T> {
  claim: T
  index: number
  grade: Grade
}

/** A claim about a place, and what it does to the ground there. */
export interface PlaceClaim extends Numbered<Claim> {
  effect: Effect
}

export interface Ledger {
  /** ids of the factions that can hold ground; histories name them by their index */
  factions: string[]
  /** last day on which each faction that ended held ground, by id */
  dissolved: Map<string, Day>
  /** claims by place id, in the order of the tables */
  places: Map<string, PlaceClaim[]>
  areas: Numbered<AreaClaim>[]
}

/** Numbers and grades all claims. */
export function openLedger({ factions, claims, areaClaims, sources }: Dataset): Ledger {
  const ground = factions.filter(({ role }) => role === 'ground').map(({ id }) => id)
  const isGround = (id: string) => ground.includes(id)
  const places = new Map<string, PlaceClaim[]>()
  claims.forEach((claim, index) => {
    const list = places.get(claim.place) ?? []
    list.push({ claim, index, grade: gradeOf(claim, sources), effect: effectOf(claim, isGround) })
    places.set(claim.place, list)
  })
  const areas = areaClaims.map((claim, i) => ({
    claim,
    index: claims.length + i,
    grade: gradeOf(claim, sources),
  }))
  const dissolved = new Map(
    factions.flatMap(({ id, dissolved }) => (dissolved === null ? [] : [[id, dayOf(dissolved)] as const])),
  )
  return { factions: ground, dissolved, places, areas }
}

/** The place's own word on who held it on the first day. */
export function ownBaseline(claims: readonly PlaceClaim[], first: Day): PlaceClaim | null {
  return (
    claims.find(
      ({ claim }) =>
        claim.event === 'baseline' &&
        claim.verdict === 'accepted' &&
        claim.latest <= first &&
        claim.to !== null,
    ) ?? null
  )
}

/** Whether a claim says who held an area on the first day. */
export const isBaselineArea = (claim: AreaClaim, first: Day): boolean =>
  claim.from.length === 0 && claim.latest <= first && claim.verdict === 'accepted'
