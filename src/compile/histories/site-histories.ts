/** Histories: who holds each site, from the claims about it and about the areas round it. */
import type { Day } from '../../chronicle/day.ts'
import { type Grade, PLACES_INSIDE } from '../../chronicle/evidence.ts'
import { boxOf, inRings } from '../../geometry/plane.ts'
import { type PlaneArea, sameAreas } from '../ground/areas.ts'
import type { BlockHolder } from '../ground/block-holders.ts'
import type { Ground } from '../ground/ground.ts'
import { isBaselineArea, type Ledger, ownBaseline, type PlaceClaim } from '../ledger/ledger.ts'
import { doesNotTake } from '../ledger/raids.ts'
import type { Site } from '../partition/sites.ts'
import type { AreaClaim } from '../read/model.ts'
import { withoutTheEnded } from './ended.ts'
import { type Inside, withFirstNamed } from './first-named.ts'
import { type Departure, withoutThoseWhoLeft } from './left.ts'
import { type ClaimedPeriod, historyOf, type Statement } from './timeline.ts'

/**
 * @param sitesIn see {@link createLocator}
 * @returns the history of each site, in their order
 */
export function siteHistories(
  sites: readonly Site[],
  ground: Ground,
  ledger: Ledger,
  sitesIn: Locator,
): ClaimedPeriod[][] {
  const { areas, holders, first, last } = ground
  const numbers = new Map(ledger.factions.map((id, i) => [id, i]))
  const index = (id: string | null) => (id === null ? -1 : (numbers.get(id) ?? -1))
  const ends = new Map([...ledger.dissolved].map(([id, day]) => [index(id), day]))
  const areaClaims = ledger.areas.flatMap(({ claim, index: i, grade }) => {
    const area = areas.get(claim.area)
    if (!area || claim.verdict === 'rejected' || isBaselineArea(claim, first)) return []
    const statement: Statement = {
      claim: i,
      own: false,
      effect: claim.state === 'contested' || claim.verdict === 'contested' ? 'doubt' : 'hold',
      earliest: claim.earliest,
      latest: claim.latest,
      from: claim.from.map(index),
      to: index(claim.to),
      size: area.km2,
      grade,
    }
    return [{ claim, statement, inside: sitesIn(claim.area), leavesOut: exceptionTest(claim, sitesIn) }]
  })
  // Most sites are open ground, and large parts of it are told of by the same claims.
  const openGround = new Map<string, ClaimedPeriod[]>()
  return sites.map((site, number) => {
    const own = site.place ? (ledger.places.get(site.place) ?? []) : []
    const statements: Statement[] = []
    for (const { claim, index: i, grade, effect } of own) {
      if (effect === 'none' || claim.event === 'baseline') continue
      statements.push({
        claim: i,
        own: true,
        effect: effect === 'hold' ? 'hold' : 'doubt',
        earliest: claim.earliest,
        latest: claim.latest,
        from: claim.from ? [index(claim.from)] : [],
        to: index(claim.to),
        size: 0,
        grade,
      })
    }
    for (const area of areaClaims) {
      // Most say nothing of a site: they are not looked at further.
      if (area.inside[number] === 0 || area.leavesOut(site, number)) continue
      const { claim, statement } = area
      if (!own.some((raid) => doesNotTake(claim, raid.claim))) statements.push(statement)
    }
    const tellers = own.length > 0 ? null : `${site.block}: ${statements.map(({ claim }) => claim)}`
    const known = tellers === null ? undefined : openGround.get(tellers)
    if (known) return known
    const initial = initialOf(own, holders[site.block], index, first)
    const told = withoutThoseWhoLeft(
      historyOf(initial, statements, first, last),
      departuresOf(own, index),
      ends,
    )
    const settled = withoutTheEnded(told, ends)
    const history = withFirstNamed(settled, insidersOf(own, index), last)
    if (tellers !== null) openGround.set(tellers, history)
    return history
  })
}

/** Who is placed inside by the claims of a place. */
function insidersOf(own: readonly PlaceClaim[], index: (id: string | null) => number): Inside[] {
  return own.flatMap(({ claim, index: number }) => {
    const faction = index(claim.to)
    if (!PLACES_INSIDE.has(claim.event) || claim.verdict !== 'accepted' || faction < 0) return []
    return [{ claim: number, faction, day: claim.latest, lasts: claim.event === 'post' }]
  })
}

/** Who is said to have left a place, by claims that name no successor. */
function departuresOf(own: readonly PlaceClaim[], index: (id: string | null) => number): Departure[] {
  return own
    .filter(({ effect, claim }) => effect === 'vacate' && claim.from !== null)
    .map(({ claim }) => ({ faction: index(claim.from), day: claim.latest }))
}

function initialOf(
  own: readonly PlaceClaim[],
  block: BlockHolder | null,
  index: (id: string | null) => number,
  first: Day,
): { holder: number; grade: Grade; claims: number[] } {
  const baseline = ownBaseline(own, first)
  if (baseline) return { holder: index(baseline.claim.to), grade: baseline.grade, claims: [baseline.index] }
  return { holder: index(block?.holder ?? null), grade: 'D', claims: [...(block?.claims ?? [])] }
}

/** @returns 1 for each site, by its number, that lies in an area, by its id */
export type Locator = (area: string) => Uint8Array

/**
 * Many claims ask the same, and so does the next compile while sites and areas stay.
 * @returns a function that gives a {@link Locator}, the last one as long as sites and areas are the same
 */
export function createLocator() {
  let known: { sites: readonly Site[]; areas: ReadonlyMap<string, PlaneArea>; sitesIn: Locator } | null = null
  return (sites: readonly Site[], areas: ReadonlyMap<string, PlaneArea>): Locator => {
    if (known?.sites !== sites || !sameAreas(known.areas, areas))
      known = { sites, areas, sitesIn: locator(sites, areas) }
    return known.sitesIn
  }
}

function locator(sites: readonly Site[], areas: ReadonlyMap<string, PlaneArea>): Locator {
  const members = new Map<string, Uint8Array>()
  return (id) => {
    let inside = members.get(id)
    if (!inside) {
      const rings = areas.get(id)?.rings ?? []
      const [west, south, east, north] = boxOf(rings.flat())
      inside = Uint8Array.from(sites, ({ point }) => {
        const [x, y] = point
        return Number(x >= west && x <= east && y >= south && y <= north && inRings(point, rings))
      })
      members.set(id, inside)
    }
    return inside
  }
}

/** Whether an area claim leaves a site out: by the name of its place, or by an area that it lies in. */
function exceptionTest({ except }: AreaClaim, sitesIn: Locator): (site: Site, number: number) => boolean {
  const areas = except.map(sitesIn)
  return (site, number) =>
    (site.place !== null && except.includes(site.place)) || areas.some((inside) => inside[number] === 1)
}
