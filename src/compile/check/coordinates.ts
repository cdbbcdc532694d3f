/** Rules on where things lie: places, positions, events, and the shapes of areas. */
import Flatbush from 'flatbush'
import { boxOf, inRings, type Point, ringArea, segmentsCross } from '../../geometry/plane.ts'
import type { Dataset, Origin } from '../read/model.ts'
import type { Problem } from '../read/problem.ts'

/** Degrees round the box of the conflict in which something may still lie. */
const MARGIN = 0.2
/** An area smaller than this (square degrees, about 0.01 km²) is a slip. */
const LEAST_AREA = 1e-6

/** A point of a file: what it is called and where it lies (degrees). */
export interface Marked extends Origin {
  id: string
  lon: number
  lat: number
}

const error = (reason: string, { file, line }: Origin, message: string): Problem => ({
  reason,
  severity: 'error',
  file,
  line,
  message,
})

/** @returns true when a point lies in the country only after longitude and latitude changed places */
function isSwapped({ lon, lat }: Marked, { country }: Dataset): boolean {
  const rings = country as Point[][]
  return !inRings([lon, lat], rings) && inRings([lat, lon], rings)
}

function isFar({ lon, lat }: Marked, { conflict: { bbox } }: Dataset): boolean {
  const [west, south, east, north] = bbox
  return lon < west - MARGIN || lon > east + MARGIN || lat < south - MARGIN || lat > north + MARGIN
}

/**
 * @param mayBeFar events happen abroad, too
 * @returns points that are swapped or lie outside the country
 */
export function misplacedPoints(points: readonly Marked[], dataset: Dataset, mayBeFar: boolean): Problem[] {
  return points.flatMap((point) => {
    const at = `"${point.id}" at ${point.lon}, ${point.lat} (lon, lat)`
    if (isSwapped(point, dataset))
      return [error('coordinates-swapped', point, `${at}: longitude and latitude have changed places`)]
    if (mayBeFar || !isFar(point, dataset)) return []
    return [error('place-outside-country', point, `${at} is far outside`)]
  })
}

/** Areas that no claim can speak of: without ground, outside the country, or crossing themselves. */
export function* badAreas(dataset: Dataset): Generator<Problem> {
  const [west, south, east, north] = dataset.conflict.bbox
  for (const area of dataset.areas.values()) {
    const rings = area.polygons.flat() as Point[][]
    const box = boxOf(rings.flat())
    const size = rings.reduce((sum, ring) => sum + Math.abs(ringArea(ring)), 0)
    if (size < LEAST_AREA) yield error('area-empty', area, `"${area.id}" has no ground`)
    else if (box[0] > east || box[2] < west || box[1] > north || box[3] < south)
      yield error('area-outside-country', area, `"${area.id}" lies outside the country`)
    else {
      const crossing = rings.map(selfCrossing).find((point) => point !== null)
      if (crossing)
        yield error(
          'area-crosses-itself',
          area,
          `the outline of "${area.id}" crosses itself near ${crossing.map((n) => n.toFixed(3)).join(', ')} (lon, lat)`,
        )
    }
  }
}

/** @returns an end of a segment of the ring that another one crosses, or `null` */
function selfCrossing(ring: readonly Point[]): Point | null {
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
