/** From chains in metres to quantized arcs in degrees, as the atlas stores them. */
import type { Point } from '../../geometry/plane.ts'
import { nearLongitude, type Plane } from '../ground/projection.ts'

/**
 * Step of the grid that coordinates of a compiled map are rounded to (degrees): about 5 m. No claim knows a line better, and
 * on screen it is under half a pixel at the closest zoom (8 m a pixel); steps of a metre cost an eighth more bytes.
 */
const GRID = 5e-5

export interface Quantized {
  /** for each chain, its arc as flat absolute grid coordinates */
  arcs: number[][]
  transform: { scale: [number, number]; translate: [number, number] }
}

/**
 * Equal points stay equal, so arcs still meet at their ends; vertices that fall together are dropped.
 * @param lines metres
 * @param bbox degrees: west, south, east, north
 * @param grid step of the grid, degrees
 */
export function quantize(
  lines: readonly (readonly Point[])[],
  plane: Plane,
  [west, south, east = west]: readonly number[],
  grid = GRID,
): Quantized {
  const arcs = lines.map((line) => {
    const flat: number[] = []
    for (const point of line) {
      const [anywhere, lat] = plane.inverse(point)
      const lon = nearLongitude(anywhere, (west + east) / 2)
      const x = Math.round((lon - west) / grid)
      const y = Math.round((lat - south) / grid)
      const n = flat.length
      if (n < 2 || flat[n - 2] !== x || flat[n - 1] !== y) flat.push(x, y)
    }
    // A line of one vertex would be no line: keep its end, even when it falls on its start.
    if (flat.length === 2) flat.push(flat[0], flat[1])
    return flat
  })
  return { arcs, transform: { scale: [grid, grid], translate: [west, south] } }
}

/** Absolute grid coordinates → [x0, y0, dx1, dy1, …]. */
export function deltas(flat: readonly number[]): number[] {
  return flat.map((value, i) => (i < 2 ? value : value - flat[i - 2]))
}

/** A ring of arc references as positions in degrees (lon, lat), rounded to the grid's digits. */
export function ringPositions(ring: readonly number[], { arcs, transform }: Quantized): [number, number][] {
  const positions: [number, number][] = []
  for (const ref of ring) {
    const flat = arcs[ref < 0 ? ~ref : ref]
    const points: [number, number][] = []
    for (let i = 0; i < flat.length; i += 2) points.push([flat[i], flat[i + 1]])
    if (ref < 0) points.reverse()
    for (let i = positions.length ? 1 : 0; i < points.length; i++) positions.push(points[i])
  }
  return positions.map(([x, y]) => [
    Number((x * transform.scale[0] + transform.translate[0]).toFixed(5)),
    Number((y * transform.scale[1] + transform.translate[1]).toFixed(5)),
  ])
}
