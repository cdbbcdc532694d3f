/** The front that runs nearest to a point on a day, and how well it is known. */
import { nearestOnSegment, type Point } from '../geometry/plane.ts'
import { ARC_KIND, type Arc, type Atlas } from './atlas.ts'
import type { Day } from './day.ts'
import { partedBy } from './front.ts'
import { periodAt } from './history.ts'

const KM_PER_DEGREE = 111.195

export interface NearFront {
  /** how far off it runs, km */
  km: number
  /** km to either side within which it may have run; 0 where nobody says */
  error: number
  /** nothing but the nearest places on either side, or the outline of an area, says where it ran */
  inferred: boolean
  /** indexes of the two sides, -1 for somebody unknown */
  parted: [one: number, other: number]
}

/**
 * @param lon degrees WGS 84
 * @param lat degrees WGS 84
 * @param within km; fronts farther away are not looked for
 * @returns the nearest front of that day; null when there is none so near
 */
export function nearestFront(
  atlas: Ground,
  day: Day,
  lon: number,
  lat: number,
  within: number,
): NearFront | null {
  let best: NearFront | null = null
  for (const arc of atlas.arcs) {
    const km = kmTo(arc, lon, lat)
    if (km > (best?.km ?? within)) continue
    const parted = partedOn(atlas, arc, day)
    if (parted)
      best = { km, error: (arc.error ?? 0) / 1000, inferred: arc.kind === ARC_KIND.inferred, parted }
  }
  return best
}

/**
 * @returns whether a point (degrees) lies so near to an inferred front of that day that it may be on either side of it: not
 * farther off than the front is unknown
 */
export function withinDoubt(atlas: Ground, day: Day, lon: number, lat: number): boolean {
  return atlas.arcs.some(
    (arc) =>
      arc.kind === ARC_KIND.inferred &&
      kmTo(arc, lon, lat) <= (arc.error ?? 0) / 1000 &&
      partedOn(atlas, arc, day) !== null,
  )
}

type Ground = Pick<Atlas, 'arcs' | 'faces'>

function partedOn({ faces }: Ground, { left, right }: Arc, day: Day) {
  if (left < 0 || right < 0) return null
  return partedBy(periodAt(faces[left].history, day), periodAt(faces[right].history, day))
}

/** Distance in km, on a plane that touches the globe at the point: right to a thousandth within 100 km. */
function kmTo({ coordinates: c }: Arc, lon: number, lat: number): number {
  const [kmX, kmY] = [KM_PER_DEGREE * Math.cos((lat * Math.PI) / 180), KM_PER_DEGREE]
  let least = Number.POSITIVE_INFINITY
  for (let i = 2; i < c.length; i += 2) {
    const a: Point = [(c[i - 2] - lon) * kmX, (c[i - 1] - lat) * kmY]
    const b: Point = [(c[i] - lon) * kmX, (c[i + 1] - lat) * kmY]
    const [x, y] = nearestOnSegment([0, 0], a, b)
    least = Math.min(least, Math.hypot(x, y))
  }
  return least
}
