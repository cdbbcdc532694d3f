/** Which rings cross themselves. All crossings are found once among the distinct segments, not ring by ring. */
import Flatbush from 'flatbush'
import type { Point } from '../../geometry/plane.ts'
import type { RingTable } from './ring-table.ts'

/** A ring that crosses itself more often is no drawing of ground. */
export const MOST_CROSSINGS = 10_000
/**
 * In a ring that goes round ground, the boxes of the segments hardly overlap: together they are no larger than the box
 * of the ring. Only where they would cover it this many times over, crossings are counted.
 */
const DEEP = 4

/**
 * @param ring vertices of one ring, not closed
 * @returns whether it crosses itself more than {@link MOST_CROSSINGS} times; counting stops there
 */
export function isTangled(ring: readonly number[], { xs, ys }: Pick<RingTable, 'xs' | 'ys'>): boolean {
  if (ring.length < Math.sqrt(2 * MOST_CROSSINGS)) return false
  const at = (i: number): Point => [xs[ring[i % ring.length]], ys[ring[i % ring.length]]]
  let covered = 0
  let [west, south, east, north] = [Infinity, Infinity, -Infinity, -Infinity]
  for (let i = 0; i < ring.length; i++) {
    const [[ax, ay], [bx, by]] = [at(i), at(i + 1)]
    covered += Math.abs((bx - ax) * (by - ay))
    west = Math.min(west, ax)
    east = Math.max(east, ax)
    south = Math.min(south, ay)
    north = Math.max(north, ay)
  }
  if (covered < DEEP * (east - west) * (north - south)) return false
  const tree = new Flatbush(ring.length)
  const boxOf = (i: number): [number, number, number, number] => {
    const [a, b] = [at(i), at(i + 1)]
    return [Math.min(a[0], b[0]), Math.min(a[1], b[1]), Math.max(a[0], b[0]), Math.max(a[1], b[1])]
  }
  for (let i = 0; i < ring.length; i++) tree.add(...boxOf(i))
  tree.finish()
  let crossings = 0
  for (let i = 0; i < ring.length && crossings <= MOST_CROSSINGS; i++) {
    tree.search(...boxOf(i), (k) => {
      if (k > i && cross(at(i), at(i + 1), at(k), at(k + 1))) crossings++
      return false
    })
  }
  return crossings > MOST_CROSSINGS
}

/**
 * @param points of each vertex, metres
 * @returns for each ring, the number of crossings with itself
 */
export function selfCrossings(table: RingTable, points: readonly Point[]): number[] {
  const partners = crossingPartners(table, points)
  const inRing = new Int32Array(table.from.length).fill(-1)
  return table.rings.map((ring, number) => {
    const segments = Array.from(ring, (vertex, i) => table.segment(vertex, ring[(i + 1) % ring.length]))
    for (const segment of segments) inRing[segment] = number
    let crossings = 0
    for (const segment of segments)
      for (const partner of partners.get(segment) ?? []) if (inRing[partner] === number) crossings++
    return crossings
  })
}

/** For each segment, those with a higher number that it crosses. */
function crossingPartners({ from, to }: RingTable, points: readonly Point[]): Map<number, number[]> {
  const partners = new Map<number, number[]>()
  if (from.length === 0) return partners
  const tree = new Flatbush(from.length)
  const boxOf = (s: number): [number, number, number, number] => {
    const [a, b] = [points[from[s]], points[to[s]]]
    return [Math.min(a[0], b[0]), Math.min(a[1], b[1]), Math.max(a[0], b[0]), Math.max(a[1], b[1])]
  }
  for (let s = 0; s < from.length; s++) tree.add(...boxOf(s))
  tree.finish()
  for (let s = 0; s < from.length; s++) {
    const [a, b] = [from[s], to[s]]
    tree.search(...boxOf(s), (t) => {
      if (t <= s || from[t] === a || from[t] === b || to[t] === a || to[t] === b) return false
      if (!cross(points[a], points[b], points[from[t]], points[to[t]])) return false
      const known = partners.get(s)
      if (known) known.push(t)
      else partners.set(s, [t])
      return false
    })
  }
  return partners
}

/** True when two segments cross in their insides; touching is no crossing. */
function cross(a: Point, b: Point, c: Point, d: Point): boolean {
  return side(a, b, c) * side(a, b, d) < 0 && side(c, d, a) * side(c, d, b) < 0
}

const side = (p: Point, q: Point, r: Point) =>
  Math.sign((q[0] - p[0]) * (r[1] - p[1]) - (q[1] - p[1]) * (r[0] - p[0]))
