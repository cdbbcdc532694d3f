/** The distinct segments of all rings, and the ground that they enclose. */
import type { Point } from '../../geometry/plane.ts'
import { joinSegments } from '../topology/join-segments.ts'
import type { Mosaic } from '../topology/mosaic.ts'
import { polygonize } from '../topology/polygonize.ts'
import type { RingTable } from './ring-table.ts'

/**
 * Vertices nearer than this become one (metres): where two files draw the same line twice, they seldom agree
 * better.
 */
export const SNAP = 5

/** @param points of each vertex, metres
 * @returns the smallest pieces of ground that no line crosses; dead ends are left out */
export function tilesOf(table: RingTable, points: readonly Point[]): Mosaic {
  const lines = joinSegments(table, table.xs.length).map((line) => line.map((vertex) => points[vertex]))
  return polygonize(lines, SNAP, () => 0)
}
