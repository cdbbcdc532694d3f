/** Which face lies under a point. */
import Flatbush from 'flatbush'
import { boxOf, inRings, type Point } from '../geometry/plane.ts'
import type { Atlas } from './atlas.ts'
import { faceCoordinates } from './rings.ts'

export interface FaceIndex {
  /**
   * @param lon degrees
   * @param lat degrees
   * @returns index into `Atlas.faces`, or -1 outside all of them
   */
  faceAt(lon: number, lat: number): number
}

interface IndexedPolygon {
  face: number
  /** lon, lat; the even-odd rule makes holes of the inner ones */
  rings: Point[][]
}

/** Builds the index: boxes of polygons in a packed R-tree, then the even-odd rule on those that are hit. */
export function indexFaces(atlas: Atlas): FaceIndex {
  const polygons: IndexedPolygon[] = atlas.faces.flatMap((face, index) =>
    faceCoordinates(atlas, face).map((rings) => ({ face: index, rings })),
  )
  // flatbush refuses an empty index.
  if (polygons.length === 0) return { faceAt: () => -1 }
  const tree = new Flatbush(polygons.length)
  for (const { rings } of polygons) tree.add(...boxOf(rings[0]))
  tree.finish()
  return {
    faceAt(lon, lat) {
      // NaN and Infinity come from points above the horizon or a map without size.
      if (!Number.isFinite(lon) || !Number.isFinite(lat)) return -1
      const hits = tree.search(lon, lat, lon, lat, (at) => inRings([lon, lat], polygons[at].rings))
      return hits.length > 0 ? polygons[Math.min(...hits)].face : -1
    },
  }
}
