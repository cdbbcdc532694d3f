/**
 * Faces and arcs of an atlas as buffers for the graphics card. Made once: which day is shown changes nothing here.
 */
import earcut, { deviation } from 'earcut'
import { type Atlas, ERROR_STEP, type Face } from '../../chronicle/atlas.ts'
import { simplifyFlat } from '../../geometry/simplify.ts'
import { mercatorX, mercatorY, type Origin, originOf } from './local-plane.ts'

/** Points in one row of the points' texture. */
export const POINTS_PER_ROW = 1024
/** The kind of an arc takes so many bits; above them stands its error. */
export const ERROR_SHIFT = 8
/** Stands for the outside of the country in unsigned numbers. */
export const OUTSIDE = 0xffffffff

export interface Mesh {
  /** x, y of each corner in the local plane */
  corners: Float32Array<ArrayBuffer>
  /** the face that each corner belongs to; corners are not shared between faces */
  faceOfCorner: Uint32Array<ArrayBuffer>
  /** three corners a triangle */
  triangles: Uint32Array<ArrayBuffer>
  /**
   * Four numbers a point: x, y, length of the arc up to here (local plane), number of the arc. Every arc has one
   * point more at either end: its continuation where the arc is closed, a copy of the end where it is not.
   */
  points: Float32Array<ArrayBuffer>
  /** for each arc: number of its first segment; a segment goes from the point of that number to the next */
  firstSegment: Uint32Array
  segmentCount: Uint32Array
  /**
   * for each arc: face on its left, face on its right ({@link OUTSIDE}), kind with, from {@link ERROR_SHIFT} on, how well it
   * is known (steps of 100 m), length in the local plane as float bits
   */
  arcs: Uint32Array<ArrayBuffer>
}

/** @param tolerance how far lines may run from the true ones, in the local plane; 0: every point is kept */
export function buildMesh(atlas: Atlas, tolerance = 0): Mesh {
  const steps = meshSteps(atlas, tolerance)
  for (;;) {
    const { done, value } = steps.next()
    if (done) return value
  }
}

/** The same, piece by piece: yields wherever it may be interrupted. */
export function* meshSteps(atlas: Atlas, tolerance = 0): Generator<undefined, Mesh> {
  const exact = project(atlas, originOf(atlas))
  yield
  const arcs = exact.map((flat) => simplifyFlat(flat, tolerance))
  const cuts: Cut[] = []
  for (const face of atlas.faces) {
    yield
    cuts.push(cutFace(face, arcs))
  }
  yield
  restoreCrossed(atlas, exact, arcs, cuts)
  yield
  const triangles = trianglesOf(cuts)
  yield
  return { ...triangles, ...linesOf(atlas, arcs) }
}

/** @returns arcs in the local plane, flat x, y, without repeated points */
function project(atlas: Atlas, origin: Origin): Float64Array[] {
  return atlas.arcs.map(({ coordinates }) => {
    const flat = new Float64Array(coordinates.length)
    let end = 0
    for (let i = 0; i < coordinates.length; i += 2) {
      const x = mercatorX(coordinates[i]) - origin.x
      const y = mercatorY(coordinates[i + 1]) - origin.y
      if (end > 0 && flat[end - 2] === x && flat[end - 1] === y) continue
      flat[end++] = x
      flat[end++] = y
    }
    return flat.subarray(0, end)
  })
}

/** A face in triangles. */
interface Cut {
  /** x, y of each corner */
  corners: number[]
  /** three corners a triangle */
  triangles: number[]
  /** whether the triangles cover what the rings enclose */
  isWhole: boolean
}

/** Share of a polygon's area by which its triangles may miss it; rounding stays far below, a crossing far above. */
const DEVIATION = 1e-7

function cutFace({ polygons }: Face, arcs: readonly Float64Array[]): Cut {
  const face: Cut = { corners: [], triangles: [], isWhole: true }
  for (const polygon of polygons) {
    const flat: number[] = []
    const holes: number[] = []
    for (const ring of polygon) {
      if (flat.length > 0) holes.push(flat.length / 2)
      pushRing(flat, ring, arcs)
    }
    const triangles = earcut(flat, holes)
    takeUpIdleCorners(triangles, flat)
    face.isWhole &&= deviation(flat, holes, 2, triangles) < DEVIATION
    const first = face.corners.length / 2
    for (const corner of triangles) face.triangles.push(first + corner)
    for (const number of flat) face.corners.push(number)
  }
  return face
}

/**
 * A line with fewer points can cross itself or its neighbour, and triangles then shoot across the map. The lines
 * around such a face get all their points back, and so do those of neighbours that only cross now.
 */
function restoreCrossed(atlas: Atlas, exact: readonly Float64Array[], arcs: Float64Array[], cuts: Cut[]) {
  const arcsOf = ({ polygons }: Face) => polygons.flat(2).map((arc) => (arc < 0 ? ~arc : arc))
  for (;;) {
    const crossed = atlas.faces.filter((_, face) => !cuts[face].isWhole).flatMap(arcsOf)
    const restored = new Set(crossed.filter((arc) => arcs[arc].length < exact[arc].length))
    if (restored.size === 0) return
    for (const arc of restored) arcs[arc] = exact[arc]
    atlas.faces.forEach((face, i) => {
      if (arcsOf(face).some((arc) => restored.has(arc))) cuts[i] = cutFace(face, arcs)
    })
  }
}

function trianglesOf(cuts: readonly Cut[]) {
  const corners: number[] = []
  const faceOfCorner: number[] = []
  const triangles: number[] = []
  cuts.forEach((cut, face) => {
    const first = faceOfCorner.length
    for (const corner of cut.triangles) triangles.push(first + corner)
    for (const number of cut.corners) corners.push(number)
    for (let i = 0; i < cut.corners.length; i += 2) faceOfCorner.push(face)
  })
  return {
    corners: Float32Array.from(corners),
    faceOfCorner: Uint32Array.from(faceOfCorner),
    triangles: Uint32Array.from(triangles),
  }
}

/**
 * The triangulation leaves out corners that lie on a straight line. A neighbour may turn there, and rounding would
 * then open a crack between the two: the edge that such a corner lies on is cut in two.
 */
function takeUpIdleCorners(triangles: number[], flat: readonly number[]) {
  const used = new Set(triangles)
  for (let corner = 0; corner < flat.length / 2; corner++) {
    if (used.has(corner)) continue
    const at = edgeNearest(corner, triangles, flat)
    const triangle = at - (at % 3)
    const next = triangle + ((at + 1) % 3)
    const opposite = triangle + ((at + 2) % 3)
    triangles.push(corner, triangles[next], triangles[opposite])
    triangles[next] = corner
  }
}

/** @returns position in `triangles` of the first end of the edge that a corner lies on */
function edgeNearest(corner: number, triangles: readonly number[], flat: readonly number[]): number {
  const [x, y] = [flat[2 * corner], flat[2 * corner + 1]]
  let [best, least] = [0, Number.POSITIVE_INFINITY]
  for (let i = 0; i < triangles.length; i++) {
    const [a, b] = [triangles[i], triangles[i - (i % 3) + ((i + 1) % 3)]]
    const [dx, dy] = [flat[2 * b] - flat[2 * a], flat[2 * b + 1] - flat[2 * a + 1]]
    const [px, py] = [x - flat[2 * a], y - flat[2 * a + 1]]
    const length = Math.hypot(dx, dy)
    const along = (px * dx + py * dy) / length
    const away = Math.abs(px * dy - py * dx) / length
    if (along > 0 && along < length && away < least) {
      best = i
      least = away
    }
  }
  return best
}

/** Appends a ring; each arc leaves out its last point, which is the first of the next one. */
function pushRing(flat: number[], ring: readonly number[], arcs: readonly Float64Array[]) {
  for (const reference of ring) {
    const backwards = reference < 0
    const points = arcs[backwards ? ~reference : reference]
    for (let i = 0; i < points.length - 2; i += 2) {
      const at = backwards ? points.length - 2 - i : i
      flat.push(points[at], points[at + 1])
    }
  }
}

function linesOf(atlas: Atlas, arcs: readonly Float64Array[]) {
  const total = arcs.reduce((sum, flat) => sum + flat.length / 2 + 2, 0)
  const points = new Float32Array(4 * POINTS_PER_ROW * Math.ceil(total / POINTS_PER_ROW))
  const firstSegment = new Uint32Array(arcs.length)
  const segmentCount = new Uint32Array(arcs.length)
  const info = new Uint32Array(4 * arcs.length)
  const lengths = new Float32Array(info.buffer)
  let next = 0
  const push = (flat: Float64Array, at: number, along: number, arc: number) => {
    points.set([flat[at], flat[at + 1], along, arc], 4 * next++)
  }
  arcs.forEach((flat, arc) => {
    const last = flat.length - 2
    const closed = last > 2 && flat[0] === flat[last] && flat[1] === flat[last + 1]
    push(flat, closed ? last - 2 : 0, 0, arc)
    firstSegment[arc] = next
    segmentCount[arc] = last / 2
    let along = 0
    for (let i = 0; i <= last; i += 2) {
      if (i > 0) along += Math.hypot(flat[i] - flat[i - 2], flat[i + 1] - flat[i - 1])
      push(flat, i, along, arc)
    }
    push(flat, closed ? 2 : last, along, arc)
    const { left, right, kind, error = 0 } = atlas.arcs[arc]
    const known = kind | (Math.round(error / ERROR_STEP) << ERROR_SHIFT)
    info.set([left < 0 ? OUTSIDE : left, right < 0 ? OUTSIDE : right, known], 4 * arc)
    lengths[4 * arc + 3] = along
  })
  return { points, firstSegment, segmentCount, arcs: info }
}
