/** Rings: puts the chains round each face together to polygons with holes. */
import { inRings, type Point, ringArea } from '../../geometry/plane.ts'
import { type Chain, pointKey } from './chains.ts'

/** Chain references as in TopoJSON: `~i` is chain i backwards. */
export type Ring = number[]

/**
 * @param lines the (smoothed) coordinates of each chain
 * @param count number of faces
 * @returns for each face its polygons, outer ring counter-clockwise and first
 */
export function assembleFaces(
  chains: readonly Chain[],
  lines: readonly Point[][],
  count: number,
): Ring[][][] {
  return chainsByFace(chains, count).map((refs) => assemblePolygons(refs, lines))
}

/** @returns for each face the chains round it, `~i` where it lies on the right of chain i */
export function chainsByFace(chains: readonly Chain[], count: number): number[][] {
  const borders: number[][] = Array.from({ length: count }, () => [])
  chains.forEach((chain, i) => {
    if (chain.left >= 0) borders[chain.left].push(i)
    if (chain.right >= 0) borders[chain.right].push(~i)
  })
  return borders
}

/** @param refs chains with the ground on their left, `~i` where it is on the right of chain i */
export function assemblePolygons(refs: readonly number[], lines: readonly Point[][]): Ring[][] {
  return polygonsOf(closeRings(refs, lines), lines)
}

/** Coordinates of a ring, closed. */
export function ringPoints(ring: Ring, lines: readonly Point[][]): Point[] {
  const points: Point[] = []
  for (const ref of ring) {
    const line = directed(ref, lines)
    for (let i = points.length ? 1 : 0; i < line.length; i++) points.push(line[i])
  }
  return points
}

const directed = (ref: number, lines: readonly Point[][]) =>
  ref < 0 ? [...lines[~ref]].reverse() : lines[ref]

/** Links directed chains (ground on the left) end to start; where several go on, the leftmost turn keeps rings apart. */
function closeRings(refs: readonly number[], lines: readonly Point[][]): Ring[] {
  const starts = new Map<string, number[]>()
  for (const ref of refs) {
    const key = pointKey(directed(ref, lines)[0])
    starts.set(key, [...(starts.get(key) ?? []), ref])
  }
  const used = new Set<number>()
  const rings: Ring[] = []
  for (const first of refs) {
    if (used.has(first)) continue
    const ring: Ring = []
    let ref = first
    for (;;) {
      used.add(ref)
      ring.push(ref)
      const line = directed(ref, lines)
      const end = pointKey(line[line.length - 1])
      if (end === pointKey(directed(first, lines)[0])) break
      const candidates = (starts.get(end) ?? []).filter((candidate) => !used.has(candidate))
      if (candidates.length === 0) throw new Error(`a ring does not close at ${end}`)
      ref = candidates.length === 1 ? candidates[0] : leftmost(line, candidates, lines)
    }
    rings.push(ring)
  }
  return rings
}

function leftmost(line: readonly Point[], candidates: readonly number[], lines: readonly Point[][]): number {
  const [p, q] = [line[line.length - 2], line[line.length - 1]]
  const turn = (ref: number) => {
    const out = directed(ref, lines)
    const [ax, ay] = [q[0] - p[0], q[1] - p[1]]
    const [bx, by] = [out[1][0] - q[0], out[1][1] - q[1]]
    return Math.atan2(ax * by - ay * bx, ax * bx + ay * by)
  }
  return candidates.reduce((best, ref) => (turn(ref) > turn(best) ? ref : best))
}

function polygonsOf(rings: readonly Ring[], lines: readonly Point[][]): Ring[][] {
  const drawn = rings.map((ring) => ({ ring, points: ringPoints(ring, lines) }))
  const outer = drawn.filter(({ points }) => ringArea(points) > 0)
  const holes = drawn.filter(({ points }) => ringArea(points) <= 0)
  const polygons = outer.map(({ ring }) => [ring])
  for (const hole of holes) {
    const [a, b] = [hole.points[0], hole.points[1]]
    const onEdge: Point = [(a[0] + b[0]) / 2, (a[1] + b[1]) / 2]
    const found = outer.findIndex(({ points }) => inRings(onEdge, [points]))
    if (found < 0 && outer.length !== 1) throw new Error('a hole lies in no outer ring')
    polygons[Math.max(found, 0)].push(hole.ring)
  }
  return polygons
}

/** Area of polygons given as chain references, outer rings first (m²). */
export function polygonsArea(polygons: readonly Ring[][], lines: readonly Point[][]): number {
  return polygons.reduce((sum, rings) => sum + polygonArea(rings.map((ring) => ringPoints(ring, lines))), 0)
}

/** Area of a polygon, its outer ring first (m²). */
export const polygonArea = (rings: readonly Point[][]): number =>
  rings.reduce((sum, ring, i) => sum + (i === 0 ? 1 : -1) * Math.abs(ringArea(ring)), 0)
