/** From lines to the smallest pieces of ground that none of them crosses, as a mosaic. */
import Flatbush from 'flatbush'
import { boxOf, inRings, type Point, ringArea } from '../../geometry/plane.ts'
import { joinSegments, withoutBridges } from './join-segments.ts'
import type { Edge, Mosaic, Patch } from './mosaic.ts'
import { nodeLines } from './node-lines.ts'

/**
 * @param lines in metres, in any order; they may cross, touch and repeat each other. Dead ends are left out
 * @param snap vertices nearer than this become one (metres)
 * @param siteOf site that a piece of ground belongs to, given its rings (the outer one first and counter-clockwise);
 *   null: outside
 */
export function polygonize(
  lines: readonly (readonly Point[])[],
  snap: number,
  siteOf: (rings: Point[][]) => number | null,
): Mosaic {
  const { points, from, to } = nodeLines(lines, snap)
  const chains = joinSegments(withoutBridges({ from, to }, points.length), points.length)
  const edges = chains.map((chain): Edge => ({ points: chain.map((v) => points[v]), left: -1, right: -1 }))
  const traced = traceRings(chains, points).map((refs): TracedRing => {
    const ring = refs.flatMap((ref, i) => {
      const line = ref < 0 ? edges[~ref].points.toReversed() : edges[ref].points
      return i === 0 ? line : line.slice(1)
    })
    return { refs, points: ring, area: ringArea(ring) }
  })
  const patches: Patch[] = []
  const ground = withHoles(traced).flatMap(({ outer, holes }) => {
    const site = siteOf([outer.points, ...holes.map((hole) => hole.points)])
    return site === null ? [] : [{ outer, holes, site }]
  })
  // In order of their sites, so that a patch that is cut in two does not give all later ones other numbers of sites.
  for (const { outer, holes, site } of ground.sort((a, b) => a.site - b.site)) {
    const rings = [outer.refs, ...holes.map(({ refs }) => refs)]
    const area = holes.reduce((sum, hole) => sum - Math.abs(hole.area), outer.area)
    const patch = patches.push({ site, area, rings }) - 1
    for (const ref of rings.flat()) {
      if (ref < 0) edges[~ref].right = patch
      else edges[ref].left = patch
    }
  }
  return { edges, patches }
}

interface TracedRing {
  /** edge references, ground on the left */
  refs: number[]
  points: Point[]
  /** signed: negative for the outline of an island seen from around it */
  area: number
}

/** Walks along the edges, turning as far left as possible at every vertex: each side of each edge is in one ring. */
function traceRings(chains: readonly number[][], points: readonly Point[]): number[][] {
  const leaving = new Map<number, { ref: number; angle: number }[]>()
  const leave = (ref: number, at: number, next: number) => {
    const angle = Math.atan2(points[next][1] - points[at][1], points[next][0] - points[at][0])
    const there = leaving.get(at)
    if (there) there.push({ ref, angle })
    else leaving.set(at, [{ ref, angle }])
  }
  chains.forEach((chain, i) => {
    leave(i, chain[0], chain[1])
    leave(~i, chain[chain.length - 1], chain[chain.length - 2])
  })
  // Of those that leave a vertex, the one that follows after coming in by the way back of `ref`: next clockwise.
  const next = new Map<number, number>()
  for (const there of leaving.values()) {
    there.sort((a, b) => a.angle - b.angle)
    there.forEach(({ ref }, i) => {
      next.set(~ref, there[(i + there.length - 1) % there.length].ref)
    })
  }
  const used = new Set<number>()
  const rings: number[][] = []
  for (let i = 0; i < chains.length; i++)
    for (const first of [i, ~i]) {
      if (used.has(first)) continue
      const ring: number[] = []
      for (let ref = first; !used.has(ref); ref = next.get(ref)!) {
        used.add(ref)
        ring.push(ref)
      }
      rings.push(ring)
    }
  return rings
}

/** Puts the outline of each island into the smallest ring that contains it; the outermost ones lie in none. */
function withHoles(rings: readonly TracedRing[]): { outer: TracedRing; holes: TracedRing[] }[] {
  const found = rings.filter(({ area }) => area > 0).map((outer) => ({ outer, holes: [] as TracedRing[] }))
  if (found.length === 0) return []
  const tree = new Flatbush(found.length)
  for (const { outer } of found) tree.add(...boxOf(outer.points))
  tree.finish()
  for (const hole of rings) {
    if (hole.area > 0) continue
    const own = new Set(hole.refs.map((ref) => ~ref))
    // Rings of different islands never meet, so any point of the hole tells.
    const [x, y] = middleOfFirst(hole.points)
    let best = -1
    tree.search(x, y, x, y, (i) => {
      const { outer } = found[i]
      if (best >= 0 && found[best].outer.area <= outer.area) return false
      if (outer.refs.some((ref) => own.has(ref))) return false
      if (inRings([x, y], [outer.points])) best = i
      return false
    })
    if (best >= 0) found[best].holes.push(hole)
  }
  return found
}

const middleOfFirst = ([a, b]: readonly Point[]): Point => [(a[0] + b[0]) / 2, (a[1] + b[1]) / 2]
