/** Histories: who holds each site, from the claims about it and about the areas round it. */
import type { Day } from '../../chronicle/day.ts'
import type { Grade } from '../../chronicle/evidence.ts'
import { boxOf, inRings } from '../../geometry/plane.ts'
import type { PlaneArea } from '../ground/areas.ts'
import type { BlockHolder } from '../ground/block-holders.ts'
import type { Ground } from '../ground/ground.ts'
import { isBaselineArea, type Ledger, ownBaseline, type PlaceClaim } from '../ledger/ledger.ts'
import type { Site } from '../partition/sites.ts'
import type { AreaClaim } from '../read/model.ts'
import { withoutTheEnded } from './ended.ts'
import { type ClaimedPeriod, historyOf, type Statement } from './timeline.ts'

/** @returns the history of each site, in their order */
export function siteHistories(sites: readonly Site[], ground: Ground, ledger: Ledger): ClaimedPeriod[][] {
  const { areas, holders, first, last } = ground
  const lies = locator(sites, areas)
  const numbers = new Map(ledger.factions.map((id, i) => [id, i]))
  const index = (id: string | null) => (id === null ? -1 : (numbers.get(id) ?? -1))
  const ends = new Map([...ledger.dissolved].map(([id, day]) => [index(id), day]))
  const areaClaims = ledger.areas
    .filter(({ claim }) => claim.verdict !== 'rejected' && !isBaselineArea(claim, first))
    .map((numbered) => ({
      ...numbered,
      area: areas.get(numbered.claim.area),
      leavesOut: exceptionTest(numbered.claim, lies),
    }))
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
    for (const { claim, index: i, grade, area, leavesOut } of areaClaims) {
      if (!area || !lies(number, claim.area) || leavesOut(site, number)) continue
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
    const history = historyOf(initialOf(own, holders[site.block], index, first), statements, first, last)
    return withoutTheEnded(history, ends)
  })
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

/** Whether a site, by its number, lies in an area, by its id; many claims ask the same. */
type Locator = (site: number, area: string) => boolean

function locator(sites: readonly Site[], areas: ReadonlyMap<string, PlaneArea>): Locator {
  const members = new Map<string, Uint8Array>()
  return (site, id) => {
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
    return inside[site] === 1
  }
}

/** Whether an area claim leaves a site out: by the name of its place, or by an area that it lies in. */
function exceptionTest({ except }: AreaClaim, lies: Locator): (site: Site, number: number) => boolean {
  return (site, number) => except.some((id) => id === site.place || lies(number, id))
}
