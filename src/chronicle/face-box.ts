/** Where faces lie, as a box to show them in. */
import type { Atlas } from './atlas.ts'

/**
 * @param faces indexes into `Atlas.faces`
 * @returns west, south, east, north in degrees; `null` for no face at all
 */
export function boxOfFaces(
  atlas: Pick<Atlas, 'faces' | 'arcs'>,
  faces: readonly number[],
): [west: number, south: number, east: number, north: number] | null {
  let [west, south, east, north] = [Infinity, Infinity, -Infinity, -Infinity]
  for (const face of faces) {
    for (const reference of atlas.faces[face]?.polygons.flat(2) ?? []) {
      const { coordinates } = atlas.arcs[reference < 0 ? ~reference : reference]
      for (let i = 0; i < coordinates.length; i += 2) {
        west = Math.min(west, coordinates[i])
        east = Math.max(east, coordinates[i])
        south = Math.min(south, coordinates[i + 1])
        north = Math.max(north, coordinates[i + 1])
      }
    }
  }
  return west > east ? null : [west, south, east, north]
}
