/** Rings of faces as coordinates: arcs joined end to end. */
import type { Atlas, Face } from './atlas.ts'

/**
 * @param ring arc references of one ring, `~i` meaning arc i backwards
 * @returns lon, lat pairs in degrees, first and last equal
 */
export function ringCoordinates(atlas: Atlas, ring: readonly number[]): [lon: number, lat: number][] {
  const points: [number, number][] = []
  for (const reference of ring) {
    const backwards = reference < 0
    const { coordinates } = atlas.arcs[backwards ? ~reference : reference]
    const count = coordinates.length / 2
    // Neighbouring arcs share a point; it is written once.
    for (let i = points.length === 0 ? 0 : 1; i < count; i++) {
      const at = backwards ? count - 1 - i : i
      points.push([coordinates[2 * at], coordinates[2 * at + 1]])
    }
  }
  return points
}

/** @returns the face as GeoJSON MultiPolygon coordinates (lon, lat), first ring of each polygon the outer one. */
export function faceCoordinates(atlas: Atlas, face: Face): [number, number][][][] {
  return face.polygons.map((polygon) => polygon.map((ring) => ringCoordinates(atlas, ring)))
}
