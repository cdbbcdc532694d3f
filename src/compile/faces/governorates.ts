/** How much of each face lies in each governorate (km²). */
import mapshaper from 'mapshaper'
import { distance, type Point } from '../../geometry/plane.ts'
import { polygonArea, polygonsArea, type Ring, ringPoints } from './rings.ts'

/**
 * @param faces polygons of each face as chain references
 * @param lines coordinates of each chain (metres)
 * @param governorates polygons of each governorate (metres)
 * @returns for each face a list of [governorate index, km²] that adds up to the area of the face. What no
 * governorate covers (outlines are not exact) goes to the one with the largest share.
 */
export async function sharesByGovernorate(
  faces: readonly Ring[][][],
  lines: readonly Point[][],
  governorates: readonly Point[][][][],
): Promise<[number, number][][]> {
  const layer = {
    type: 'FeatureCollection',
    features: faces.map((face, index) => ({
      type: 'Feature',
      properties: { face: index },
      geometry: {
        type: 'MultiPolygon',
        coordinates: face.map((rings) => rings.map((ring) => ringPoints(ring, lines))),
      },
    })),
  }
  const shares: Map<number, number>[] = faces.map(() => new Map())
  for (const [index, governorate] of governorates.entries()) {
    const outline = {
      type: 'Feature',
      properties: {},
      geometry: {
        type: 'MultiPolygon',
        coordinates: governorate,
      },
    }
    const output = await mapshaper.applyCommands(
      '-i faces.json -clip outline.json -o out.json format=geojson precision=0.1',
      { 'faces.json': layer, 'outline.json': outline },
    )
    const clipped = JSON.parse(output['out.json'].toString()) as {
      features?: { properties: { face: number }; geometry: { type: string; coordinates: unknown } | null }[]
    }
    for (const { properties, geometry } of clipped.features ?? []) {
      if (!geometry) continue
      const polygons = (
        geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.coordinates
      ) as Point[][][]
      shares[properties.face].set(index, polygons.reduce((sum, rings) => sum + polygonArea(rings), 0) / 1e6)
    }
  }
  return faces.map((face, i) => {
    const total = polygonsArea(face, lines) / 1e6
    const found = [...shares[i]].filter(([, km2]) => km2 > 0.01).sort((a, b) => b[1] - a[1])
    if (found.length === 0)
      return [[nearestGovernorate(ringPoints(face[0][0], lines)[0], governorates), round(total)]]
    found[0][1] += total - found.reduce((sum, [, km2]) => sum + km2, 0)
    return found.map(([governorate, km2]) => [governorate, round(km2)])
  })
}

const round = (km2: number) => Math.round(km2 * 100) / 100

/** For ground outside all outlines (a strip along the border, an island): the governorate with the nearest vertex. */
function nearestGovernorate(point: Point, governorates: readonly Point[][][][]): number {
  let best = { governorate: 0, distance: Infinity }
  governorates.forEach((polygons, governorate) => {
    for (const vertex of polygons.flat(2)) {
      const away = distance(point, vertex)
      if (away < best.distance) best = { governorate, distance: away }
    }
  })
  return best.governorate
}
