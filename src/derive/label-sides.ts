/** Which cities are named on the left of their points, because another city lies where the name would stand otherwise. */
import { type NamedPoint, nameBox } from '../map/name-boxes.ts'
import { mercatorX, mercatorY } from '../map/webgl/local-plane.ts'

/** At this zoom the names are laid out: the whole country is in view. */
const ZOOM = 6
/** Width of the world at that zoom, CSS pixels. */
const WORLD = 512 * 2 ** ZOOM
/** Room that the dot of the other city wants, CSS pixels. */
const DOT = 5

/** @returns for each city whether its name would cover the dot of another one on the right, and none on the left */
export function westward(cities: readonly NamedPoint[]): boolean[] {
  const points = cities.map(({ lon, lat }) => [mercatorX(lon) * WORLD, mercatorY(lat) * WORLD])
  return cities.map((city, i) => {
    const covers = (west: boolean) => {
      const box = nameBox({ ...city, west }, ZOOM)
      return points.some(([px, py], other) => {
        const [x, y] = [px - points[i][0], py - points[i][1]]
        if (!box || other === i) return false
        return x > box.minX - DOT && x < box.maxX + DOT && y > box.minY - DOT && y < box.maxY + DOT
      })
    }
    return covers(false) && !covers(true)
  })
}
