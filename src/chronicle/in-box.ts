/** Which ground lies, at least in part, inside a box: for asking what changes in the part of the map that is seen. */
import type { Atlas } from './atlas.ts'
import type { FaceIndex } from './face-index.ts'

/** Degrees. */
export type Box = readonly [west: number, south: number, east: number, north: number]

/**
 * @param index of the same atlas
 * @returns indexes of the faces of which some part lies inside the box or on its edge
 */
export function facesInBox(atlas: Pick<Atlas, 'arcs'>, index: FaceIndex, box: Box): Set<number> {
  const faces = new Set<number>()
  for (const { coordinates, left, right } of atlas.arcs) {
    if ((faces.has(left) || left < 0) && (faces.has(right) || right < 0)) continue
    if (!entersBox(coordinates, box)) continue
    if (left >= 0) faces.add(left)
    if (right >= 0) faces.add(right)
  }
  // A box without any boundary in it lies in one face as a whole, or outside of all.
  if (faces.size === 0) {
    const face = index.faceAt((box[0] + box[2]) / 2, (box[1] + box[3]) / 2)
    if (face >= 0) faces.add(face)
  }
  return faces
}

/**
 * @param line flat lon, lat, lon, lat …
 * @returns whether some stretch of it lies inside the box or on its edge
 */
export function entersBox(line: ArrayLike<number>, box: Box): boolean {
  for (let i = 2; i < line.length; i += 2) {
    if (meetsBox(line[i - 2], line[i - 1], line[i], line[i + 1], box)) return true
  }
  return false
}

/** Whether a straight stretch meets the box: it is cut by the four edges, one after the other (Liang and Barsky). */
function meetsBox(x0: number, y0: number, x1: number, y1: number, [west, south, east, north]: Box): boolean {
  const [dx, dy] = [x1 - x0, y1 - y0]
  let from = 0
  let to = 1
  const cuts = [-dx, x0 - west, dx, east - x0, -dy, y0 - south, dy, north - y0]
  for (let i = 0; i < cuts.length; i += 2) {
    const [into, distance] = [cuts[i], cuts[i + 1]]
    if (into === 0 && distance < 0) return false
    if (into < 0) from = Math.max(from, distance / into)
    if (into > 0) to = Math.min(to, distance / into)
    if (from > to) return false
  }
  return true
}
