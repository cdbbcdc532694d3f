/**
 * The outer edge of imported ground: where it follows a coast or the border of a country it is no front, everywhere
 * else it is. Countries are drawn more coarsely than snapshots, so nearness decides, stretch by stretch.
 */
import { lineLength, type Point } from '../../geometry/plane.ts'
import { SegmentIndex } from '../../geometry/segment-index.ts'
import type { Edge, Mosaic } from '../topology/mosaic.ts'

/** A line nearer to a border than this follows it (metres): Natural Earth 10m is off by up to two kilometres. */
const NEAR = 3000
/** A stretch shorter than this is no change of course (metres). */
const LEAST_STRETCH = 5000

/** @param lines borders and coasts, metres @returns whether a point lies near one */
export function nearLines(lines: readonly (readonly Point[])[]): (point: Point) => boolean {
  const index = new SegmentIndex(lines)
  return (point) => index.nearest(point, NEAR) !== null
}

/**
 * Cuts outer edges where they come to a border or leave it, and tells which pieces follow one.
 * @param mosaic changed in place: its edges, and the rings that name them
 * @param isNear whether a point lies near a border or a coast
 * @returns the outer edges that follow none
 */
export function openEdges(mosaic: Mosaic, isNear: (point: Point) => boolean): Set<Edge> {
  const open = new Set<Edge>()
  const edges: Edge[] = []
  /** new numbers of the pieces of each edge, in its direction */
  const pieces: number[][] = mosaic.edges.map((edge) => {
    const { left, right } = edge
    const outer = left < 0 !== right < 0
    return (outer ? stretches(edge.points, isNear) : [{ points: edge.points, near: true }]).map(
      ({ points, near }) => {
        const piece: Edge = { points, left, right }
        if (outer && !near) open.add(piece)
        return edges.push(piece) - 1
      },
    )
  })
  mosaic.edges.splice(0, mosaic.edges.length)
  for (const edge of edges) mosaic.edges.push(edge)
  for (const patch of mosaic.patches)
    patch.rings = patch.rings.map((ring) =>
      ring.flatMap((ref) => (ref < 0 ? pieces[~ref].map((piece) => ~piece).reverse() : pieces[ref])),
    )
  return open
}

interface Stretch {
  points: Point[]
  near: boolean
}

/** A line as stretches that follow a border and such that do not, in turn. */
function stretches(line: readonly Point[], isNear: (point: Point) => boolean): Stretch[] {
  const near = line.map(isNear)
  const found: Stretch[] = []
  for (let i = 1; i < line.length; i++) {
    const follows = near[i - 1] && near[i]
    const last = found.at(-1)
    if (last?.near === follows) last.points.push(line[i])
    else found.push({ points: [line[i - 1], line[i]], near: follows })
  }
  // What is short goes with what came before, the first with what comes next.
  for (let i = 0; found.length > 1 && i < found.length; ) {
    if (lineLength(found[i].points) >= LEAST_STRETCH) i++
    else {
      const [short] = found.splice(i, 1)
      if (i === 0) found[0].points.unshift(...short.points.slice(0, -1))
      else {
        const before = found[i - 1]
        for (const point of short.points.slice(1)) before.points.push(point)
        const after = found[i]
        if (after?.near === before.near) {
          found.splice(i, 1)
          for (const point of after.points.slice(1)) before.points.push(point)
        }
      }
    }
  }
  return found
}
