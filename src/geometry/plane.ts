/**
 * Plane geometry. Points are [x east, y north] in metres, or in degrees where only their order counts; rings are
 * closed (first point repeated).
 */

export type Point = [x: number, y: number]

/** Signed area of a closed ring in m²; positive when counter-clockwise (shoelace formula). */
export function ringArea(ring: readonly Point[]): number {
  let twice = 0
  for (let i = 1; i < ring.length; i++) twice += ring[i - 1][0] * ring[i][1] - ring[i][0] * ring[i - 1][1]
  return twice / 2
}

/** Even–odd test against all rings of a polygon; points exactly on an edge may fall either way. */
export function inRings(point: Point, rings: readonly (readonly Point[])[]): boolean {
  const [x, y] = point
  let inside = false
  // Most of the time of a compile is spent here: vertices are not taken apart until the ring passes the height of the point.
  for (const ring of rings) {
    let below = ring[ring.length - 1][1] > y
    for (let i = 0; i < ring.length; i++) {
      const above = ring[i][1] > y
      if (above === below) continue
      below = above
      const [a, b] = [ring[i], ring[i > 0 ? i - 1 : ring.length - 1]]
      if (x < ((b[0] - a[0]) * (y - a[1])) / (b[1] - a[1]) + a[0]) inside = !inside
    }
  }
  return inside
}

/** Nearest point to `p` on the segment ab. */
export function nearestOnSegment(p: Point, a: Point, b: Point): Point {
  const [dx, dy] = [b[0] - a[0], b[1] - a[1]]
  const length2 = dx * dx + dy * dy
  const t = length2 === 0 ? 0 : Math.max(0, Math.min(1, ((p[0] - a[0]) * dx + (p[1] - a[1]) * dy) / length2))
  return [a[0] + t * dx, a[1] + t * dy]
}

export const distance = (a: Point, b: Point): number => Math.hypot(a[0] - b[0], a[1] - b[1])

/** Length of a line in metres. */
export function lineLength(line: readonly Point[]): number {
  let sum = 0
  for (let i = 1; i < line.length; i++) sum += distance(line[i - 1], line[i])
  return sum
}

/** A point inside a polygon: the middle of the widest stretch of a horizontal line through it (scan-line method). */
export function interiorPoint(rings: readonly (readonly Point[])[]): Point {
  let [low, high] = [Infinity, -Infinity]
  for (const [, y] of rings[0]) {
    low = Math.min(low, y)
    high = Math.max(high, y)
  }
  let best: { width: number; point: Point } = { width: -1, point: rings[0][0] as Point }
  // A few heights, none of them special, so that a line never runs along an edge.
  for (const share of [0.487, 0.293, 0.711, 0.113, 0.883]) {
    const y = low + (high - low) * share
    const xs: number[] = []
    for (const ring of rings)
      for (let i = 1; i < ring.length; i++) {
        const [[xa, ya], [xb, yb]] = [ring[i - 1], ring[i]]
        if (ya > y !== yb > y) xs.push(xa + ((y - ya) / (yb - ya)) * (xb - xa))
      }
    xs.sort((a, b) => a - b)
    for (let i = 1; i < xs.length; i += 2) {
      const width = xs[i] - xs[i - 1]
      if (width > best.width) best = { width, point: [(xs[i] + xs[i - 1]) / 2, y] }
    }
  }
  return best.point
}

/** @returns the box round some points; from Infinity to -Infinity for none */
export function boxOf(points: Iterable<Point>): [west: number, south: number, east: number, north: number] {
  let [west, south, east, north] = [Infinity, Infinity, -Infinity, -Infinity]
  for (const [x, y] of points) {
    west = Math.min(west, x)
    south = Math.min(south, y)
    east = Math.max(east, x)
    north = Math.max(north, y)
  }
  return [west, south, east, north]
}

/** Whether two segments cross or touch. */
export function segmentsCross(a: Point, b: Point, c: Point, d: Point): boolean {
  const side = (p: Point, q: Point, r: Point) =>
    Math.sign((q[0] - p[0]) * (r[1] - p[1]) - (q[1] - p[1]) * (r[0] - p[0]))
  return side(a, b, c) !== side(a, b, d) && side(c, d, a) !== side(c, d, b)
}
