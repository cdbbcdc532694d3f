/** How well each boundary is known: the distance, to either side, within which the line may have run. */
import Flatbush from 'flatbush'
import { boxOf, distance, type Point } from '../../geometry/plane.ts'
import { SegmentIndex } from '../../geometry/segment-index.ts'
import { type Chain, meanOverEdges } from '../faces/chains.ts'
import type { Ground } from '../ground/ground.ts'
import type { Locator } from '../histories/site-histories.ts'
import type { ClaimedPeriod } from '../histories/timeline.ts'
import type { Ledger } from '../ledger/ledger.ts'
import type { Partition } from '../partition/partition.ts'
import { OPEN_GROUND_STEP } from '../partition/sites.ts'
import type { Dataset } from '../read/model.ts'
import type { Edge } from '../topology/mosaic.ts'
import { barrierOf } from './fronts.ts'

/** Errors are counted in steps of this (metres). */
const STEP = 100
/** Nothing is said to be known less well than this (metres). */
const MOST = 15_000
/** A claim that leaves the day open by more than this widens the line (days) … */
const VAGUE = 7
/** … by this factor. */
const WIDER = 1.5
/** Precision of an outline that has none of its own, such as a governorate (metres). */
const OUTLINE = 1_000

export interface Known {
  partition: Partition
  ground: Ground
  ledger: Ledger
  dataset: Pick<Dataset, 'areas' | 'places' | 'claims'>
  histories: readonly (readonly ClaimedPeriod[])[]
  faceOfPatch: readonly number[]
  /** tells which sites lie in an area */
  sitesIn: Locator
}

/**
 * The rule:
 * - along a barrier, its own precision;
 * - between places, half of the distance between the nearest two that hold the ground on either side, and no less than
 *   the precision of their points; ground without a place of its own counts from the place on the other side;
 * - where the outline of an area parts the two sides, its precision and how far the boundary lies from it, if that is less;
 * - half as much again where a claim behind either side leaves the day open by more than a week.
 * @returns for each chain metres, the mean along it, in steps of 100 m; 0 on the border of the country
 */
export function errorsOfFronts(chains: readonly Chain[], known: Known): number[] {
  const { partition, ground } = known
  const barriers = new SegmentIndex(ground.barriers.map(({ points }) => points))
  const between = betweenPlaces(known)
  const along = alongOutlines(known)
  const vague = vagueSites(known)
  const { patches } = partition.mosaic
  const ofEdge = (edge: Edge): number => {
    if (edge.left < 0 || edge.right < 0) return 0
    const known = Math.min(between(edge), along(edge))
    return vague[patches[edge.left].site] || vague[patches[edge.right].site] ? WIDER * known : known
  }
  return chains.map((chain) => {
    if (chain.kind === 'border') return 0
    const barrier = chain.kind === 'barrier' ? barrierOf(chain, barriers) : null
    const metres =
      barrier === null ? meanOverEdges(chain, partition.mosaic, ofEdge) : ground.barriers[barrier].precision
    return Math.max(STEP, Math.round(Math.min(metres, MOST) / STEP) * STEP)
  })
}

const middleOf = ({ points }: Edge): Point => {
  const i = points.length >> 1
  return [(points[i - 1][0] + points[i][0]) / 2, (points[i - 1][1] + points[i][1]) / 2]
}

function betweenPlaces({ partition, faceOfPatch, dataset }: Known): (edge: Edge) => number {
  const { sites, home } = partition
  const ofFace = new Map<number, { point: Point; precision: number }[]>()
  for (const [site, patch] of home) {
    const { place, point } = sites[site]
    if (place === null) continue
    const list = ofFace.get(faceOfPatch[patch]) ?? []
    list.push({ point, precision: dataset.places.get(place)?.precision_m ?? 0 })
    ofFace.set(faceOfPatch[patch], list)
  }
  const trees = new Map(
    [...ofFace].map(([face, list]) => {
      const tree = new Flatbush(list.length)
      for (const { point } of list) tree.add(...boxOf([point]))
      tree.finish()
      return [face, { tree, list }]
    }),
  )
  const nearest = (face: number, to: Point) => {
    const places = trees.get(face)
    if (!places) return null
    const { point, precision } = places.list[places.tree.neighbors(to[0], to[1], 1)[0]]
    return { away: distance(point, to), precision }
  }
  return (edge) => {
    const middle = middleOf(edge)
    const sides = [nearest(faceOfPatch[edge.left], middle), nearest(faceOfPatch[edge.right], middle)]
    const [one, other] = sides.filter((side) => side !== null)
    if (!one) return MOST
    if (!other) return Math.max(one.away, OPEN_GROUND_STEP / 2)
    return Math.max((one.away + other.away) / 2, (one.precision + other.precision) / 2)
  }
}

function alongOutlines({ partition, ground, ledger, dataset, sitesIn }: Known): (edge: Edge) => number {
  const named = new Set(
    ledger.areas.filter(({ claim }) => claim.verdict !== 'rejected').map(({ claim }) => claim.area),
  )
  const areas = [...named].flatMap((id) => {
    const area = ground.areas.get(id)
    if (!area) return []
    const precision = dataset.areas.get(id)?.precision_m ?? OUTLINE
    return [{ within: sitesIn(id), rings: new SegmentIndex(area.rings), precision }]
  })
  const { patches } = partition.mosaic
  return (edge) => {
    const [left, right] = [patches[edge.left].site, patches[edge.right].site]
    const middle = middleOf(edge)
    let least = MOST
    for (const { within, rings, precision } of areas) {
      if (within[left] === within[right] || precision >= least) continue
      const hit = rings.nearest(middle, least - precision)
      if (hit) least = precision + hit.distance
    }
    return least
  }
}

/** Sites of which a claim that moved them leaves the day open for long; what was said of the first day is no change. */
function vagueSites({ histories, ledger, ground }: Known): boolean[] {
  const open = new Set(
    [...[...ledger.places.values()].flat(), ...ledger.areas].flatMap(({ claim, index }) =>
      claim.latest > ground.first && claim.latest - claim.earliest > VAGUE ? [index] : [],
    ),
  )
  return histories.map((history) => history.some(({ claims }) => claims.some((claim) => open.has(claim))))
}
