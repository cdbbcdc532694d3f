/** Which face lies under a point. */
import Flatbush from 'flatbush'
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
  /** flat lon, lat of each ring; the even-odd rule makes holes of the inner ones */
  rings: Float64Array[]
}

/** Builds the index: boxes of polygons in a packed R-tree, then the even-odd rule on those that are hit. */
export function indexFaces(atlas: Atlas): FaceIndex {
  const polygons: IndexedPolygon[] = atlas.faces.flatMap((face, index) =>
    faceCoordinates(atlas, face).map((rings) => ({
      face: index,
      rings: rings.map((ring) => Float64Array.from(ring.flat())),
    })),
  )
  // flatbush refuses an empty index.
  if (polygons.length === 0) return { faceAt: () => -1 }
  const tree = new Flatbush(polygons.length)
  for (const { rings } of polygons) {
    let [west, south, east, north] = [Infinity, Infinity, -Infinity, -Infinity]
    const outer = rings[0]
    for (let i = 0; i < outer.length; i += 2) {
      west = Math.min(west, outer[i])
      east = Math.max(east, outer[i])
      south = Math.min(south, outer[i + 1])
      north = Math.max(north, outer[i + 1])
    }
    tree.add(west, south, east, north)
  }
  tree.finish()
  return {
    faceAt(lon, lat) {
      // NaN and Infinity come from points above the horizon or a map without size.
      if (!Number.isFinite(lon) || !Number.isFinite(lat)) return -1
      const hits = tree.search(lon, lat, lon, lat, (at) => isInside(lon, lat, polygons[at].rings))
      return hits.length > 0 ? polygons[Math.min(...hits)].face : -1
    },
  }
}

function isInside(x: number, y: number, rings: readonly Float64Array[]): boolean {
  let inside = false
  for (const ring of rings) {
    for (let i = 0, j = ring.length - 2; i < ring.length; j = i, i += 2) {
      const [yi, yj] = [ring[i + 1], ring[j + 1]]
      if (yi > y !== yj > y && x < ((ring[j] - ring[i]) * (y - yi)) / (yj - yi) + ring[i]) inside = !inside
    }
  }
  return inside
}
