/** Where the name of an area goes: the point inside that is farthest from every edge. */
import type { MultiPolygon, Polygon, Position } from 'geojson'
import { boxOf, inRings, type Point } from '../geometry/plane.ts'

/** Steps of the search grid over the longer side of the box. */
const GRID = 60

/**
 * A grid search: good to 1/60 of the extent, which is ample for a label.
 * @returns lon, lat of the innermost point; distances are taken in degrees, which favours wide places as labels like it
 */
export function innermostPoint(area: Polygon | MultiPolygon): Position {
  const rings = (area.type === 'Polygon' ? area.coordinates : area.coordinates.flat()) as Point[][]
  const points = rings.flat()
  const [west, south, east, north] = boxOf(points)
  const step = Math.max(east - west, north - south) / GRID
  let best: Position = points[0]
  let bestDistance = -1
  for (let lat = south + step / 2; lat < north; lat += step) {
    for (let lon = west + step / 2; lon < east; lon += step) {
      if (!inRings([lon, lat], rings)) continue
      const distance = distanceToEdge(lon, lat, rings)
      if (distance > bestDistance) {
        bestDistance = distance
        best = [lon, lat]
      }
    }
  }
  return best
}

/** Squared distance to the nearest vertex; edges are short enough for vertices to stand for them. */
function distanceToEdge(x: number, y: number, rings: Position[][]): number {
  let nearest = Infinity
  for (const ring of rings) {
    for (const [px, py] of ring) nearest = Math.min(nearest, (px - x) ** 2 + (py - y) ** 2)
  }
  return nearest
}
