/** Which rings cross themselves. All crossings are found once among the distinct segments, not ring by ring. */
import Flatbush from 'flatbush'
import type { Point } from '../../geometry/plane.ts'
import type { RingTable } from './ring-table.ts'

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
