/** What no outline may be: crossing itself, overlapping itself, or far away from the country. */
import Flatbush from 'flatbush'
import { boxOf, distance, inRings, type Point, segmentsCross } from '../../geometry/plane.ts'

/** Degrees round the box of the conflict within which outlines may be drawn loosely. */
const LOOSE = 1
/** An area smaller than this (square degrees, about 0.01 km²) is a slip. */
export const LEAST_AREA = 1e-6

/**
 * @param box west, south, east, north, degrees
 * @param bbox of the conflict, likewise
 */
export function isBeyond([west, south, east, north]: readonly number[], bbox: readonly number[]): boolean {
  return (
    west < bbox[0] - LOOSE || south < bbox[1] - LOOSE || east > bbox[2] + LOOSE || north > bbox[3] + LOOSE
  )
}

/** @returns an end of a segment of the ring that another one crosses, or `null`; a corner may stand twice in a row */
export function selfCrossing(outline: readonly Point[]): Point | null {
  const ring = outline.filter((point, i) => i === 0 || distance(point, outline[i - 1]) > 0)
  if (ring.length < 2) return null
  const count = ring.length - 1
  const tree = new Flatbush(count)
  for (let i = 0; i < count; i++) tree.add(...boxOf([ring[i], ring[i + 1]]))
  tree.finish()
  for (let i = 0; i < count; i++) {
    const [a, b] = [ring[i], ring[i + 1]]
    const crossed = tree.search(...boxOf([a, b]), (j) => {
      if (j <= i + 1 || (i === 0 && j === count - 1)) return false
      return segmentsCross(a, b, ring[j], ring[j + 1])
    })
    if (crossed.length > 0) return a
  }
  return null
}

/** Points along each side of the grid on which outlines are laid over each other. */
const GRID = 32

/**
 * @param box west, south, east, north
 * @returns points all over a box, none of them where a border drawn with a ruler may run
 */
export function gridOver([west, south, east, north]: readonly number[]): Point[] {
  const at = (i: number) => (i + 0.387) / GRID
  return Array.from(
    { length: GRID * GRID },
    (_, i): Point => [
      west + (east - west) * at(i % GRID),
      south + (north - south) * at(Math.floor(i / GRID)),
    ],
  )
}

/**
 * @param polygons rings of each, the outer one first
 * @returns a point that two of them have inside, or `null`; those that touch share none
 */
export function sharedPoint(polygons: readonly Point[][][]): Point | null {
  const boxes = polygons.map(([outer]) => boxOf(outer))
  for (let i = 0; i < polygons.length; i++)
    for (let j = i + 1; j < polygons.length; j++) {
      const [a, b] = [boxes[i], boxes[j]]
      const both = [Math.max(a[0], b[0]), Math.max(a[1], b[1]), Math.min(a[2], b[2]), Math.min(a[3], b[3])]
      if (both[0] >= both[2] || both[1] >= both[3]) continue
      const shared = gridOver(both).find(
        (point) => inRings(point, polygons[i]) && inRings(point, polygons[j]),
      )
      if (shared) return shared
    }
  return null
}
