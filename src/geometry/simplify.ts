/** Lines with fewer points (Douglas and Peucker). */
import type { Point } from './plane.ts'

/**
 * @param points of an open or closed line
 * @param tolerance how far the result may run from the line, in its own unit
 * @returns a line with the same ends
 */
export function simplify(points: readonly Point[], tolerance: number): Point[] {
  const keep = keptPoints(Float64Array.from(points.flat()), tolerance)
  return points.filter((_, i) => keep[i] === 1)
}

/**
 * The same for a line in one array.
 * @param flat x, y, x, y …
 * @param tolerance 0: the line as it is
 */
export function simplifyFlat(flat: Float64Array, tolerance: number): Float64Array {
  if (tolerance <= 0 || flat.length < 6) return flat
  const keep = keptPoints(flat, tolerance)
  return flat.filter((_, i) => keep[i >> 1])
}

/** @returns 1 for each point that stays */
function keptPoints(flat: Float64Array, tolerance: number): Uint8Array {
  const last = flat.length / 2 - 1
  const keep = new Uint8Array(last + 1)
  keep[0] = 1
  keep[last] = 1
  const stretches = [[0, last]]
  for (let stretch = stretches.pop(); stretch; stretch = stretches.pop()) {
    const [from, to] = stretch
    let [farthest, distance] = [-1, tolerance]
    for (let i = from + 1; i < to; i++) {
      const away = distanceTo(flat, i, from, to)
      if (away > distance) {
        farthest = i
        distance = away
      }
    }
    if (farthest < 0) continue
    keep[farthest] = 1
    stretches.push([from, farthest], [farthest, to])
  }
  return keep
}

/** @returns distance of a point to the stretch between two others */
function distanceTo(flat: Float64Array, point: number, from: number, to: number): number {
  const [x, y] = [flat[2 * point], flat[2 * point + 1]]
  const [ax, ay] = [flat[2 * from], flat[2 * from + 1]]
  const [dx, dy] = [flat[2 * to] - ax, flat[2 * to + 1] - ay]
  const length = dx * dx + dy * dy
  const share = length > 0 ? Math.min(1, Math.max(0, ((x - ax) * dx + (y - ay) * dy) / length)) : 0
  return Math.hypot(x - (ax + share * dx), y - (ay + share * dy))
}
