/** Fronts: what is known of each boundary, which decides how a front on it is drawn. */
import { ARC_KIND, type ArcKind } from '../../chronicle/atlas.ts'
import { distance, lineLength } from '../../geometry/plane.ts'
import { SegmentIndex } from '../../geometry/segment-index.ts'
import { type Chain, meanOverEdges } from '../faces/chains.ts'
import type { Ground } from '../ground/ground.ts'
import type { Partition } from '../partition/partition.ts'
import type { Site } from '../partition/sites.ts'
import type { Edge } from '../topology/mosaic.ts'

/** Opposing claimed places nearer than this make a front evident (metres) … */
export const EVIDENCE_DISTANCE = 8_000
/** … as far as this from them (metres): beyond, the edge between two cells is a bisector, not knowledge. */
export const EVIDENCE_REACH = 5_000
/** A boundary that was cut along a barrier lies at most this far from it (metres). */
const BARRIER_RADIUS = 400

/**
 * - `border`: the outline of the country
 * - `barrier`: a river, a cease-fire line, a front that was mapped
 * - `evidence`: for at least half of its length between claimed places that are near each other and near the line, and
 *   nowhere for {@link EVIDENCE_DISTANCE} without them
 * - `inferred`: all else, and barriers that are inferred themselves
 * @returns the kind of each chain
 */
export function kindsOfFronts(
  chains: readonly Chain[],
  partition: Partition,
  { barriers }: Ground,
): ArcKind[] {
  const index = new SegmentIndex(barriers.map(({ points }) => points))
  const isEvident = (edge: Edge) => liesBetweenPlaces(partition, edge)
  const vouched = (chain: Chain) =>
    meanOverEdges(chain, partition.mosaic, (edge) => Number(isEvident(edge))) >= 0.5 &&
    longestWithout(chain, partition, isEvident) < EVIDENCE_DISTANCE
  return chains.map((chain): ArcKind => {
    if (chain.kind === 'border') return ARC_KIND.border
    if (chain.kind === 'free') return vouched(chain) ? ARC_KIND.evidence : ARC_KIND.inferred
    const barrier = barrierOf(chain, index)
    return barrier !== null && barriers[barrier].certainty === 'inferred'
      ? ARC_KIND.inferred
      : ARC_KIND.barrier
  })
}

/** @returns index of the barrier that a chain was cut along, null when it lies on none (a seam of the diagram) */
export const barrierOf = ({ points }: Chain, barriers: SegmentIndex): number | null =>
  barriers.nearest(points[points.length >> 1], BARRIER_RADIUS)?.line ?? null

function liesBetweenPlaces(partition: Partition, { left, right, points }: Edge): boolean {
  const { sites, mosaic } = partition
  if (left < 0 || right < 0) return false
  const [one, other] = [left, right].map((patch) => sites[mosaic.patches[patch].site])
  if (one.place === null || other.place === null) return false
  const near = (site: Site) => points.every((point) => distance(site.point, point) <= EVIDENCE_REACH)
  return distance(one.point, other.point) <= EVIDENCE_DISTANCE && near(one) && near(other)
}

/** @returns metres of the longest stretch of a chain of which no edge passes */
function longestWithout(chain: Chain, { mosaic }: Partition, passes: (edge: Edge) => boolean): number {
  let [longest, now] = [0, 0]
  for (const index of chain.edges) {
    const edge = mosaic.edges[index]
    now = passes(edge) ? 0 : now + lineLength(edge.points)
    longest = Math.max(longest, now)
  }
  return longest
}
