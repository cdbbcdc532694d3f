/**
 * Two maps of the same ground on the same days as one atlas: its pieces are the finest that the lines of either cut. What
 * compares two days of one atlas so compares two atlases on one day, since here the second one comes after the first.
 */
import Flatbush from 'flatbush'
import type { Arc, Atlas, Face, Period } from '../chronicle/atlas.ts'
import type { Day } from '../chronicle/day.ts'
import { indexFaces } from '../chronicle/face-index.ts'
import { polygonize } from '../compile/topology/polygonize.ts'
import { boxOf, distance, interiorPoint, nearestOnSegment, type Point } from '../geometry/plane.ts'

/** Radius of a sphere with the surface of the earth, metres. */
const RADIUS = 6_371_007
const RADIAN = Math.PI / 180

export interface BothAtlases {
  /** its histories tell the days of the first atlas, and from `shift` days later on those of the second */
  atlas: Atlas
  /** from a day of the first atlas to the same day of the second */
  shift: Day
}

/**
 * @param before and `after`: with the same days, factions and governorates
 */
export function bothAtlases(before: Atlas, after: Atlas): BothAtlases {
  const shift = before.end - before.start + 1
  const arcs = [...before.arcs, ...after.arcs]
  const kindAt = indexArcs(arcs)
  const faces = [before, after].map(indexFaces)
  const pairs: [number, number][] = []
  const { edges, patches } = polygonize(
    arcs.map(({ coordinates }) => planeLine(coordinates)),
    0,
    (rings) => {
      const [lon, lat] = degrees(interiorPoint(rings))
      const pair = faces.map((index) => index.faceAt(lon, lat)) as [number, number]
      // A sliver along the border may lie outside of one of them.
      if (pair[0] < 0 || pair[1] < 0) return null
      return pairs.push(pair) - 1
    },
  )
  const atlas: Atlas = {
    ...before,
    end: after.end + shift,
    arcs: edges.map(({ points, left, right }): Arc => {
      const middle: Point = [(points[0][0] + points[1][0]) / 2, (points[0][1] + points[1][1]) / 2]
      const { kind, error } = arcs[kindAt(middle)]
      return { coordinates: Float64Array.from(points.flatMap(degrees)), left, right, kind, error }
    }),
    faces: patches.map(({ site, area, rings }): Face => {
      const [a, b] = pairs[site]
      return {
        polygons: [rings],
        km2: area / 1e6,
        governorates: before.faces[a].governorates,
        history: [
          ...before.faces[a].history,
          ...after.faces[b].history.map((period) => later(period, shift)),
        ],
      }
    }),
  }
  return { atlas, shift }
}

const later = (period: Period, shift: Day): Period => ({ ...period, start: period.start + shift })

/** Sinusoidal projection: of equal area. */
const metres = (lon: number, lat: number): Point => [
  RADIUS * lon * RADIAN * Math.cos(lat * RADIAN),
  RADIUS * lat * RADIAN,
]
function degrees([x, y]: Point): Point {
  const lat = y / RADIUS / RADIAN
  return [x / RADIUS / RADIAN / Math.cos(lat * RADIAN), lat]
}

function planeLine(coordinates: Float64Array): Point[] {
  return Array.from({ length: coordinates.length / 2 }, (_, i) =>
    metres(coordinates[2 * i], coordinates[2 * i + 1]),
  )
}

/** @returns the arc that a point lies on, the last one where it lies on several; metres */
function indexArcs(arcs: readonly Arc[]): (point: Point) => number {
  const segments = arcs.flatMap(({ coordinates }, arc) => {
    const line = planeLine(coordinates)
    return line.slice(1).map((b, i) => ({ arc, a: line[i], b }))
  })
  const tree = new Flatbush(segments.length)
  for (const { a, b } of segments) tree.add(...boxOf([a, b]))
  tree.finish()
  return (point) => {
    let best = { arc: 0, off: Number.POSITIVE_INFINITY }
    for (const i of tree.search(point[0] - 1, point[1] - 1, point[0] + 1, point[1] + 1)) {
      const { arc, a, b } = segments[i]
      const off = distance(point, nearestOnSegment(point, a, b))
      if (off < best.off || (off === best.off && arc > best.arc)) best = { arc, off }
    }
    return best.arc
  }
}
