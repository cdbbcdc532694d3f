/**
 * The plane in which the ground is drawn: Web Mercator with its origin moved into the map, so that 32-bit numbers
 * stay exact to some centimetres. x grows eastwards, y grows southwards, the circumference of the Earth is 1.
 */

import type { Atlas } from '../../chronicle/atlas.ts'

/** @returns Web Mercator x, 0 at 180° west, 1 at 180° east */
export function mercatorX(lon: number): number {
  return (lon + 180) / 360
}

/** @returns Web Mercator y, 0 in the north, 1 in the south */
export function mercatorY(lat: number): number {
  const phi = (lat * Math.PI) / 180
  return 0.5 - Math.log(Math.tan(Math.PI / 4 + phi / 2)) / (2 * Math.PI)
}

/** @param x Web Mercator @returns degrees */
export const longitude = (x: number): number => (x - 0.5) * 360

/** @param y Web Mercator @returns degrees */
export const latitude = (y: number): number => (Math.atan(Math.sinh(Math.PI * (1 - 2 * y))) * 180) / Math.PI

/** Where the plane's origin lies, in Web Mercator. */
export interface Origin {
  x: number
  y: number
}

/** @returns the middle of the map */
export function originOf(atlas: Atlas): Origin {
  let [west, south, east, north] = [180, 90, -180, -90]
  for (const { coordinates } of atlas.arcs) {
    for (let i = 0; i < coordinates.length; i += 2) {
      west = Math.min(west, coordinates[i])
      east = Math.max(east, coordinates[i])
      south = Math.min(south, coordinates[i + 1])
      north = Math.max(north, coordinates[i + 1])
    }
  }
  return { x: (mercatorX(west) + mercatorX(east)) / 2, y: (mercatorY(south) + mercatorY(north)) / 2 }
}

/**
 * Puts an origin before a matrix. Done in double precision: the large numbers cancel here and never reach the
 * graphics card.
 * @param matrix 4×4, column by column, from Web Mercator (0–1) to clip space
 * @returns the matrix from the local plane to clip space
 */
export function localMatrix(matrix: ArrayLike<number>, origin: Origin): Float32Array {
  const result = new Float32Array(16)
  for (let i = 0; i < 16; i++) result[i] = matrix[i]
  for (let row = 0; row < 4; row++) {
    result[12 + row] = matrix[row] * origin.x + matrix[4 + row] * origin.y + matrix[12 + row]
  }
  return result
}
