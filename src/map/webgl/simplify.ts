/** Lines with fewer points, for views from far away (Douglas and Peucker). */

/**
 * @param flat x, y, x, y … of an open or closed line
 * @param tolerance how far the result may run from the line, in its own unit; 0: the line as it is
 * @returns a line with the same ends
 */
export function simplify(flat: Float64Array, tolerance: number): Float64Array {
  const last = flat.length / 2 - 1
  if (tolerance <= 0 || last < 2) return flat
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
  return flat.filter((_, i) => keep[i >> 1])
}

/** @returns distance of a point to the stretch between two others */
function distanceTo(flat: Float64Array, point: number, from: number, to: number): number {
  const [x, y] = [flat[2 * point] - flat[2 * from], flat[2 * point + 1] - flat[2 * from + 1]]
  const [dx, dy] = [flat[2 * to] - flat[2 * from], flat[2 * to + 1] - flat[2 * from + 1]]
  const length = dx * dx + dy * dy
  const share = length > 0 ? Math.min(1, Math.max(0, (x * dx + y * dy) / length)) : 0
  return Math.hypot(x - share * dx, y - share * dy)
}
