/** Where the name of an area goes: the point inside that is farthest from every edge (its pole of inaccessibility). */
import type { MultiPolygon, Polygon, Position } from 'geojson'
import polylabel from 'polylabel'
import { polygonsOf } from '../compile/read/dataset.ts'

/** How near to the best point the search ends, degrees: ample for a label. */
const PRECISION = 0.02

/**
 * @returns lon, lat of the innermost point of all parts of an area; distances are taken in degrees, which favours wide
 *   places as labels like it
 */
export function innermostPoint(area: Polygon | MultiPolygon): Position {
  const found = polygonsOf(area).map((rings) => polylabel(rings as [number, number][][], PRECISION))
  const [lon, lat] = found.reduce((best, one) => (one.distance > best.distance ? one : best))
  return [lon, lat]
}
