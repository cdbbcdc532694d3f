/** Fronts: what is known of each boundary, which decides how a front on it is drawn. */
import { ARC_KIND, type ArcKind } from '../../chronicle/atlas.ts'
import { SegmentIndex } from '../../geometry/segment-index.ts'
import { type Chain, meanOverEdges } from '../faces/chains.ts'
import { siteGap } from '../faces/faces.ts'
import type { Ground } from '../ground/ground.ts'
import type { Partition } from '../partition/partition.ts'
import type { Edge } from '../topology/mosaic.ts'

/** Opposing claimed places nearer than this make a front evident (metres). */
export const EVIDENCE_DISTANCE = 8_000
/** A boundary that was cut along a barrier lies at most this far from it (metres). */
const BARRIER_RADIUS = 400

/**
 * - `border`: the outline of the country
 * - `barrier`: a river, a cease-fire line, a front that was mapped
 * - `evidence`: for at least half of its length between claimed places that are near each other
 * - `inferred`: all else, and barriers that are inferred themselves
 * @returns the kind of each chain
 */
export function kindsOfFronts(
  chains: readonly Chain[],
  partition: Partition,
  { barriers }: Ground,
): ArcKind[] {
  const index = new SegmentIndex(barriers.map(({ points }) => points))
  const isEvident = (edge: Edge) => Number(liesBetweenPlaces(partition, edge))
  return chains.map((chain): ArcKind => {
    if (chain.kind === 'border') return ARC_KIND.border
    if (chain.kind === 'free')
      return meanOverEdges(chain, partition.mosaic, isEvident) >= 0.5 ? ARC_KIND.evidence : ARC_KIND.inferred
    const barrier = barrierOf(chain, index)
    return barrier !== null && barriers[barrier].certainty === 'inferred'
      ? ARC_KIND.inferred
      : ARC_KIND.barrier
  })
}

/** @returns index of the barrier that a chain was cut along, null when it lies on none (a seam of the diagram) */
export const barrierOf = ({ points }: Chain, barriers: SegmentIndex): number | null =>
  barriers.nearest(points[points.length >> 1], BARRIER_RADIUS)?.line ?? null

function liesBetweenPlaces(partition: Partition, edge: Edge): boolean {
  const { sites, mosaic } = partition
  if (edge.left < 0 || edge.right < 0) return false
  const named = (patch: number) => sites[mosaic.patches[patch].site].place !== null
  return named(edge.left) && named(edge.right) && siteGap(partition, edge) <= EVIDENCE_DISTANCE
}
