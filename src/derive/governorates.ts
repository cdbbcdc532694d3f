/** Names of the governorates by ISO 3166-2 code, and the box around each. */

import type { FeatureCollection, MultiPolygon, Polygon, Position } from 'geojson'
import { textOf } from '../chronicle/text.ts'

/** @returns for each governorate its names and its box: west, south, east, north, in degrees */
export function governorates(layer: FeatureCollection) {
  return layer.features.map(({ properties, geometry }) => {
    const { iso } = properties as { iso: string }
    const points = (geometry as Polygon | MultiPolygon).coordinates.flat(
      geometry.type === 'Polygon' ? 1 : 2,
    ) as Position[]
    const ends = (axis: 0 | 1) =>
      points.reduce(([least, most], p) => [Math.min(least, p[axis]), Math.max(most, p[axis])], [180, -180])
    const [[west, east], [south, north]] = [ends(0), ends(1)]
    return {
      id: iso,
      name: textOf(properties ?? {}, 'name'),
      bbox: [west, south, east, north].map((degrees) => Math.round(degrees * 1e3) / 1e3),
    }
  })
}
