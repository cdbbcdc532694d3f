/** Histories of all cells: who holds each site, from the claims about it and about the areas around it. */

import { type Day, dayOf } from '../../chronicle/day.ts'
import type { Grade, SourceRecord } from '../../chronicle/evidence.ts'
import type { Block } from '../partition/blocks.ts'
import { interiorPoint } from '../partition/blocks.ts'
import type { Site } from '../partition/sites.ts'
import { inRings, type Plane, type Point } from '../plane.ts'
import type { AreaClaim, Claim, Dataset } from '../read/model.ts'
import { effectOf } from './effects.ts'
import { gradeOf } from './grade.ts'
import { historyOf, type Statement, type Stretch } from './timeline.ts'

/** An area in the plane: rings of all its polygons, and its size in km². */
export interface PlaneArea {
  rings: Point[][]
  km2: number
}

/** A claim of either kind with its number in the common list: place claims first, then area claims. */
export interface Numbered<T> {
  claim: T
  index: number
  grade: Grade
}

export interface Ledger {
  places: Map<string, Numbered<Claim>[]>
  areas: Numbered<AreaClaim>[]
}

/** Numbers and grades all claims. */
export function openLedger(dataset: Dataset): Ledger {
  const places = new Map<string, Numbered<Claim>[]>()
  dataset.claims.forEach((claim, index) => {
    const list = places.get(claim.place) ?? []
    list.push({ claim, index, grade: gradeOf(claim, dataset.sources) })
    places.set(claim.place, list)
  })
  const areas = dataset.areaClaims.map((claim, i) => ({
    claim,
    index: dataset.claims.length + i,
    grade: gradeOf(claim, dataset.sources as ReadonlyMap<string, SourceRecord>),
  }))
  return { places, areas }
}

/** All areas that claims may name: drawn areas, governorates, the home countries and their parts. */
export function planeAreas(dataset: Dataset, plane: Plane): Map<string, PlaneArea> {
  const areas = new Map<string, PlaneArea>()
  const add = (id: string, polygons: number[][][][]) => {
    const rings = polygons.flat().map((ring) => ring.map((position) => plane.forward(position)))
    areas.set(id, { rings, km2: rings.reduce((sum, ring) => sum + outlineArea(ring), 0) / 1e6 })
  }
  for (const area of dataset.areas.values()) add(area.id, area.polygons)
  for (const governorate of dataset.governorates) add(governorate.id, governorate.polygons)
  for (const { id, polygons } of dataset.outlines) add(id, polygons)
  return areas
}

const outlineArea = (ring: readonly Point[]) => {
  let twice = 0
  for (let i = 1; i < ring.length; i++) twice += ring[i - 1][0] * ring[i][1] - ring[i][0] * ring[i - 1][1]
  return Math.abs(twice / 2)
}

export interface Holder {
  holder: string
  /** indexes of the claims that say so */
  claims: number[]
}

/**
 * Holder of each block on the first day: what a baseline area claim over it says, else the side that most of the
 * baseline claims of its places name; null when nobody says anything.
 * @param blockOfPlace block of each place, -1 for none
 */
export function blockHolders(
  blocks: readonly Block[],
  ledger: Ledger,
  blockOfPlace: ReadonlyMap<string, number>,
  areas: ReadonlyMap<string, PlaneArea>,
  first: Day,
): (Holder | null)[] {
  const votes = blocks.map(() => new Map<string, number[]>())
  for (const [place, claims] of ledger.places) {
    const block = blockOfPlace.get(place) ?? -1
    const baseline = block >= 0 ? ownBaseline(claims, first) : null
    if (baseline)
      votes[block].set(baseline.claim.to!, [...(votes[block].get(baseline.claim.to!) ?? []), baseline.index])
  }
  return blocks.map((block, index) => {
    // A baseline for the whole area goes before the votes of places in it: it was written for this ground.
    const middle = interiorPoint(block.rings)
    const said = ledger.areas.find(
      ({ claim }) => isBaselineArea(claim, first) && inRings(middle, areas.get(claim.area)?.rings ?? []),
    )
    if (said) return { holder: said.claim.to, claims: [said.index] }
    const ranking = [...votes[index]].sort((a, b) => b[1].length - a[1].length || (a[0] < b[0] ? -1 : 1))
    return ranking.length ? { holder: ranking[0][0], claims: [] } : null
  })
}

/** The place's own word on who held it on the first day. */
export function ownBaseline(claims: readonly Numbered<Claim>[], first: Day): Numbered<Claim> | null {
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

const isBaselineArea = (claim: AreaClaim, first: Day) =>
  claim.from.length === 0 && claim.latest <= first && claim.verdict === 'accepted'

/**
 * @param holders holder of each block on the first day
 * @param factionIndex index of each ground faction
 * @returns the history of each site, in the order of `sites`
 */
export function siteHistories(
  sites: readonly Site[],
  ledger: Ledger,
  holders: readonly (Holder | null)[],
  areas: ReadonlyMap<string, PlaneArea>,
  dataset: Dataset,
  factionIndex: ReadonlyMap<string, number>,
): Stretch[][] {
  const [first, last] = [dayOf(dataset.conflict.start), dayOf(dataset.conflict.end)]
  const index = (id: string | null) => (id === null ? -1 : (factionIndex.get(id) ?? -1))
  const exceptions = new Map(
    ledger.areas.map(({ claim, index: i }) => [i, exceptionTest(claim, areas, dataset)]),
  )
  const bySize = ledger.areas
    .filter(({ claim }) => claim.verdict !== 'rejected' && !isBaselineArea(claim, first))
    .map((numbered) => ({ ...numbered, area: areas.get(numbered.claim.area) }))
  return sites.map((site) => {
    const own = site.place ? (ledger.places.get(site.place) ?? []) : []
    const statements: Statement[] = []
    for (const { claim, index: i, grade } of own) {
      const effect = effectOf(claim, (id) => factionIndex.has(id))
      if (effect === 'none' || claim.event === 'baseline') continue
      const kind = effect === 'hold' ? 'hold' : 'doubt'
      statements.push({
        claim: i,
        own: true,
        effect: kind,
        earliest: claim.earliest,
        latest: claim.latest,
        from: claim.from ? [index(claim.from)] : [],
        to: index(claim.to),
        size: 0,
        grade,
      })
    }
    for (const { claim, index: i, grade, area } of bySize) {
      if (!area || !inRings(site.point, area.rings) || exceptions.get(i)!(site)) continue
      const effect = claim.state === 'contested' || claim.verdict === 'contested' ? 'doubt' : 'hold'
      statements.push({
        claim: i,
        own: false,
        effect,
        earliest: claim.earliest,
        latest: claim.latest,
        from: claim.from.map(index),
        to: index(claim.to),
        size: area.km2,
        grade,
      })
    }
    return historyOf(initialOf(site, own, holders, index, first), statements, first, last)
  })
}

function initialOf(
  site: Site,
  own: readonly Numbered<Claim>[],
  holders: readonly (Holder | null)[],
  index: (id: string | null) => number,
  first: Day,
): { holder: number; grade: Grade; claims: number[] } {
  const baseline = ownBaseline(own, first)
  if (baseline) return { holder: index(baseline.claim.to), grade: baseline.grade, claims: [baseline.index] }
  const block = holders[site.block]
  return { holder: index(block?.holder ?? null), grade: 'D', claims: [...(block?.claims ?? [])] }
}

function exceptionTest(
  claim: AreaClaim,
  areas: ReadonlyMap<string, PlaneArea>,
  dataset: Dataset,
): (site: Site) => boolean {
  const places = new Set(claim.except.filter((id) => dataset.places.has(id)))
  const rings = claim.except.flatMap((id) => areas.get(id)?.rings ?? [])
  return (site) =>
    (site.place !== null && places.has(site.place)) || (rings.length > 0 && inRings(site.point, rings))
}
