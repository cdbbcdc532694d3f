/**
 * The plane that the compiler measures in: an equal-area projection in metres, named in conflict.json.
 * Points are [x east, y north]; rings are closed (first point repeated).
 */
import type { Position } from 'geojson'
import proj4 from 'proj4'

export type Point = [x: number, y: number]

export interface Plane {
  /** degrees WGS 84 (lon, lat) → metres */
  forward(position: Position): Point
  /** metres → degrees WGS 84 (lon, lat) */
  inverse(point: Point): Position
}

/** @param definition PROJ string of an equal-area projection in metres */
export function createPlane(definition: string): Plane {
  const converter = proj4('WGS84', definition)
  return {
    forward: ([lon, lat]) => converter.forward([lon, lat]) as Point,
    inverse: (point) => converter.inverse(point),
  }
}

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
  for (const ring of rings) {
    for (let i = 0, j = ring.length - 1; i < ring.length; j = i++) {
      const [xi, yi] = ring[i]
      const [xj, yj] = ring[j]
      if (yi > y !== yj > y && x < ((xj - xi) * (y - yi)) / (yj - yi) + xi) inside = !inside
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
