/** How much of each face lies in each governorate (km²). */
import Flatbush from 'flatbush'
import { boxOf, distance, inRings, interiorPoint, type Point } from '../../geometry/plane.ts'
import { rounded } from '../../geometry/rounded.ts'
import { polygonize } from '../topology/polygonize.ts'
import { polygonsArea, type Ring, ringPoints } from './rings.ts'

/** A share smaller than this is where two drawings of one line differ (km²). */
const LEAST_SHARE_KM2 = 0.01

/**
 * All lines are laid over each other; each piece of ground between them lies in one face and one governorate.
 * @param faces polygons of each face as chain references
 * @param lines coordinates of each chain (metres)
 * @param governorates polygons of each governorate (metres)
 * @returns for each face a list of [governorate index, km²] that adds up to the area of the face. What no
 * governorate covers (outlines are not exact) goes to the one with the largest share.
 */
export function sharesByGovernorate(
  faces: readonly Ring[][][],
  lines: readonly Point[][],
  governorates: readonly Point[][][][],
): [number, number][][] {
  const faceAt = finder(faces.map((polygons) => polygons.flat().map((ring) => ringPoints(ring, lines))))
  const governorateAt = finder(governorates.map((polygons) => polygons.flat()))
  const pieces: { face: number; governorate: number }[] = []
  const { patches } = polygonize([...lines, ...governorates.flat(2)], 0, (rings) => {
    const point = interiorPoint(rings)
    const [face, governorate] = [faceAt(point), governorateAt(point)]
    return face < 0 || governorate < 0 ? null : pieces.push({ face, governorate }) - 1
  })
  const shares: Map<number, number>[] = faces.map(() => new Map())
  for (const { site, area } of patches) {
    const { face, governorate } = pieces[site]
    shares[face].set(governorate, (shares[face].get(governorate) ?? 0) + area / 1e6)
  }
  return faces.map((face, i) => {
    const total = polygonsArea(face, lines) / 1e6
    const found = [...shares[i]].filter(([, km2]) => km2 > LEAST_SHARE_KM2).sort((a, b) => b[1] - a[1])
    if (governorates.length === 0) return []
    if (found.length === 0)
      return [[nearestGovernorate(ringPoints(face[0][0], lines)[0], governorates), rounded(total, 2)]]
    found[0][1] += total - found.reduce((sum, [, km2]) => sum + km2, 0)
    return found.map(([governorate, km2]) => [governorate, rounded(km2, 2)])
  })
}

/** @returns a function that finds the first of several areas (rings of each) that contains a point, -1 for none */
function finder(areas: readonly Point[][][]): (point: Point) => number {
  if (areas.length === 0) return () => -1
  const tree = new Flatbush(areas.length)
  for (const rings of areas) tree.add(...boxOf(rings.flat()))
  tree.finish()
  return (point) => {
    const hits = tree.search(...point, ...point, (i) => inRings(point, areas[i]))
    return hits.length > 0 ? Math.min(...hits) : -1
  }
}

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
