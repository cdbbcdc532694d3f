/** How much of each face lies in each governorate (km²). */
import mapshaper from 'mapshaper'
import type { Compiled } from '../compile.ts'
import { ringPoints } from '../faces/rings.ts'
import { type Point, ringArea } from '../plane.ts'

/**
 * @returns for each face a list of [governorate index, km²] that adds up to the area of the face. What no
 * governorate covers (outlines are not exact) goes to the one with the largest share.
 */
export async function sharesByGovernorate(compiled: Compiled): Promise<[number, number][][]> {
  const { faces, lines, plane, dataset } = compiled
  const layer = {
    type: 'FeatureCollection',
    features: faces.map((face, index) => ({
      type: 'Feature',
      properties: { face: index },
      geometry: {
        type: 'MultiPolygon',
        coordinates: face.polygons.map((rings) => rings.map((ring) => ringPoints(ring, lines))),
      },
    })),
  }
  const shares: Map<number, number>[] = faces.map(() => new Map())
  for (const [index, governorate] of dataset.governorates.entries()) {
    const outline = {
      type: 'Feature',
      properties: {},
      geometry: {
        type: 'MultiPolygon',
        coordinates: governorate.polygons.map((rings) =>
          rings.map((ring) => ring.map((c) => plane.forward(c))),
        ),
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
    const total = faceArea(face.polygons, lines) / 1e6
    const found = [...shares[i]].filter(([, km2]) => km2 > 0.01).sort((a, b) => b[1] - a[1])
    if (found.length === 0) return [[nearestGovernorate(compiled, i), round(total)]]
    found[0][1] += total - found.reduce((sum, [, km2]) => sum + km2, 0)
    return found.map(([governorate, km2]) => [governorate, round(km2)])
  })
}

/** Area of a face in m². */
export function faceArea(polygons: readonly (readonly number[][])[], lines: readonly Point[][]): number {
  return polygons.reduce(
    (sum, rings) => sum + polygonArea(rings.map((ring) => ringPoints(ring, lines as Point[][]))),
    0,
  )
}

const polygonArea = (rings: readonly Point[][]) =>
  rings.reduce((sum, ring, i) => sum + (i === 0 ? 1 : -1) * Math.abs(ringArea(ring)), 0)

const round = (km2: number) => Math.round(km2 * 100) / 100

/** For ground outside all outlines (a strip along the border, an island): the governorate with the nearest vertex. */
function nearestGovernorate({ faces, lines, plane, dataset }: Compiled, face: number): number {
  const [x, y] = ringPoints(faces[face].polygons[0][0], lines)[0]
  let best = { governorate: 0, distance: Infinity }
  dataset.governorates.forEach(({ polygons }, governorate) => {
    for (const position of polygons.flat(2)) {
      const [px, py] = plane.forward(position as number[])
      const distance = Math.hypot(px - x, py - y)
      if (distance < best.distance) best = { governorate, distance }
    }
  })
  return best.governorate
}
