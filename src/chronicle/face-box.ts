/** Where faces lie, as a box to show them in. */
import type { Atlas } from './atlas.ts'

/** @returns west, south, east, north in degrees around these faces, or `null` when there are none */
export function boxOfFaces(atlas: Atlas, faces: readonly number[]): [number, number, number, number] | null {
  let [west, south, east, north] = [Infinity, Infinity, -Infinity, -Infinity]
  for (const index of faces) {
    for (const reference of atlas.faces[index].polygons.flat(2)) {
      const { coordinates } = atlas.arcs[reference < 0 ? ~reference : reference]
      for (let i = 0; i < coordinates.length; i += 2) {
        west = Math.min(west, coordinates[i])
        east = Math.max(east, coordinates[i])
        south = Math.min(south, coordinates[i + 1])
        north = Math.max(north, coordinates[i + 1])
      }
    }
  }
  return west <= east ? [west, south, east, north] : null
}
