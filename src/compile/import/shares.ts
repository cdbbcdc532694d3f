/** In which region the ground of each face lies. */
import type { Position } from 'geojson'
import { inRings, type Point } from '../../geometry/plane.ts'
import { nearLongitude } from '../ground/projection.ts'
import type { Regions } from './base-layers.ts'
import type { Imported } from './import.ts'

/**
 * @param regions governorates, or countries where none are known
 * @returns for each face [region index, km²], largest first. A tile counts where the point inside it lies; ground in
 *   no region (beyond a coast drawn more coarsely) counts where most of the map lies.
 */
export function sharesByRegion(imported: Imported, regions: Regions): [number, number][][] {
  if (regions.features.length === 0) return imported.faces.map(() => [])
  const { faces, mosaic, points, plane, bbox } = imported
  const polygons = regions.features.map(({ geometry }) =>
    (geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.coordinates).map((rings) => ({
      rings: rings as Point[][],
      box: boxOf(rings[0]),
    })),
  )
  const regionOf = new Map<number, number>()
  const totals = regions.features.map(() => 0)
  for (const tile of faces.flatMap(({ patches }) => patches)) {
    const [lon, lat] = plane.inverse(points[tile])
    const at: Point = [nearLongitude(lon, (bbox[0] + bbox[2]) / 2), lat]
    const region = polygons.findIndex((parts) =>
      parts.some(({ rings, box }) => within(at, box) && inRings(at, rings)),
    )
    regionOf.set(tile, region)
    if (region >= 0) totals[region] += mosaic.patches[tile].area
  }
  const main = totals.indexOf(Math.max(...totals))
  return faces.map(({ patches }) => {
    const shares = new Map<number, number>()
    for (const tile of patches) {
      const found = regionOf.get(tile)!
      const region = found < 0 ? main : found
      shares.set(region, (shares.get(region) ?? 0) + mosaic.patches[tile].area / 1e6)
    }
    return [...shares]
      .sort((a, b) => b[1] - a[1] || a[0] - b[0])
      .map(([region, km2]): [number, number] => [region, Math.round(km2 * 100) / 100])
  })
}

type Box = [west: number, south: number, east: number, north: number]

function boxOf(ring: readonly Position[]): Box {
  const box: Box = [Infinity, Infinity, -Infinity, -Infinity]
  for (const [lon, lat] of ring) {
    box[0] = Math.min(box[0], lon)
    box[1] = Math.min(box[1], lat)
    box[2] = Math.max(box[2], lon)
    box[3] = Math.max(box[3], lat)
  }
  return box
}

const within = ([lon, lat]: Point, [west, south, east, north]: Box) =>
  lon >= west && lon <= east && lat >= south && lat <= north
