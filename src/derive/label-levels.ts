/**
 * From which zoom each village is named, so that a reader finds names to go by wherever people live: a place is named
 * as soon as it is among the most important ones of any view that it lies in, whatever its rank in the country.
 */
import RBush, { type BBox } from 'rbush'
import { mercatorX, mercatorY } from '../map/webgl/local-plane.ts'

/** The smallest view that is planned for, CSS pixels: what a phone of 360 × 640 leaves free of its map. */
export const LEAST_VIEW = { width: 336, height: 300 }
/** Width of the whole world at zoom 0, CSS pixels. */
const WORLD = 512
/** So many names in each view, where as many places are known; more than three, since some will not find room. */
const NAMES = 4
/** Positions of a view around a place that are tried, in each direction: never with the place at the very edge. */
const POSITIONS = 5

export interface RankedPlace {
  /** degrees */
  lon: number
  lat: number
  /** whole zoom level from which it is named anyway, and from which it may be */
  level: number
  least: number
}

/**
 * @param places the most important first
 * @returns for each the whole zoom level from which it is named, at most its own. A level holds until the next: up to
 *   there a view shows less and less ground, so places are chosen for its end.
 */
export function labelLevels(places: readonly RankedPlace[]): number[] {
  const levels = places.map(({ level }) => level)
  const least = Math.min(...places.map((place) => place.least))
  const most = Math.max(...levels)
  for (let level = least; level < most; level++) {
    const scale = WORLD * 2 ** (level + 1)
    const named = new RBush<BBox>()
    places.forEach(({ lon, lat, least }, i) => {
      if (least > level) return
      const [x, y] = [mercatorX(lon) * scale, mercatorY(lat) * scale]
      if (levels[i] > level && !isAmongFirst(x, y, named)) return
      levels[i] = Math.min(levels[i], level)
      named.insert({ minX: x, minY: y, maxX: x, maxY: y })
    })
  }
  return levels
}

/** @returns whether there is a view with the point in it in which few places are more important */
function isAmongFirst(x: number, y: number, named: RBush<BBox>): boolean {
  const { width, height } = LEAST_VIEW
  const near = named.search({ minX: x - width, maxX: x + width, minY: y - height, maxY: y + height })
  const shares = Array.from({ length: POSITIONS }, (_, i) => (i + 1) / (POSITIONS + 1))
  return shares.some((across) =>
    shares.some((down) => {
      const [left, top] = [x - across * width, y - down * height]
      const within = near.filter(
        ({ minX, minY }) => minX >= left && minX <= left + width && minY >= top && minY <= top + height,
      )
      return within.length < NAMES
    }),
  )
}
