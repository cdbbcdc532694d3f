import type { ChangedGround } from '../../proposal/compiler.ts'

/** Room around what changes, degrees. */
const MARGIN = 0.08

/** @returns west, south, east, north of all ground that changes, with some of what lies around it */
export function boxOfGround(
  changed: readonly Pick<ChangedGround, 'polygons'>[],
): [west: number, south: number, east: number, north: number] {
  const box: [number, number, number, number] = [180, 90, -180, -90]
  for (const { polygons } of changed)
    for (const [lon, lat] of polygons.flat(2)) {
      box[0] = Math.min(box[0], lon)
      box[1] = Math.min(box[1], lat)
      box[2] = Math.max(box[2], lon)
      box[3] = Math.max(box[3], lat)
    }
  return [box[0] - MARGIN, box[1] - MARGIN, box[2] + MARGIN, box[3] + MARGIN]
}
