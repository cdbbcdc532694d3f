/** Which tiles each ring covers, asked at one point inside each tile. */
import { firstIndex } from '../../chronicle/ascending.ts'
import { interiorPoint, type Point } from '../../geometry/plane.ts'
import { type Mosaic, walk } from '../topology/mosaic.ts'

/** A set of tiles, one bit each. */
export type TileSet = Uint32Array

export class Coverage {
  /** a point inside each tile, metres */
  readonly points: Point[]
  /** tiles from south to north, and the coordinates of their points in that order */
  private readonly order: Uint32Array
  private readonly xs: Float64Array
  private readonly ys: Float64Array
  private readonly winding: Int16Array

  constructor(mosaic: Mosaic) {
    this.points = mosaic.patches.map(({ rings }) =>
      interiorPoint(rings.map((ring) => walk(ring, mosaic.edges))),
    )
    this.order = Uint32Array.from(this.points.keys()).sort((a, b) => this.points[a][1] - this.points[b][1])
    this.xs = Float64Array.from(this.order, (tile) => this.points[tile][0])
    this.ys = Float64Array.from(this.order, (tile) => this.points[tile][1])
    this.winding = new Int16Array(this.points.length)
  }

  /**
   * Winding number of the ring round every tile. Where it is not zero the ring covers the tile: a loop in a ring
   * that crosses itself counts as ground, whichever way it runs.
   * @param ring closed or not, metres
   */
  of(ring: readonly Point[]): TileSet {
    const { order, xs, ys, winding } = this
    winding.fill(0)
    for (let i = 0; i < ring.length; i++) {
      const [a, b] = [ring[i], ring[(i + 1) % ring.length]]
      if (a[1] === b[1]) continue
      const turn = a[1] < b[1] ? 1 : -1
      const [low, high] = turn > 0 ? [a, b] : [b, a]
      const slope = (high[0] - low[0]) / (high[1] - low[1])
      for (let k = firstIndex(ys.length, (at) => ys[at] >= low[1]); k < ys.length && ys[k] < high[1]; k++)
        if (xs[k] < low[0] + slope * (ys[k] - low[1])) winding[k] += turn
    }
    const covered = new Uint32Array((winding.length + 31) >> 5)
    winding.forEach((turns, k) => {
      const tile = order[k]
      if (turns !== 0) covered[tile >> 5] |= 1 << (tile & 31)
    })
    return covered
  }
}

/** Calls back for every tile of a set. */
export function eachTile(set: TileSet, visit: (tile: number) => void): void {
  for (let word = 0; word < set.length; word++) {
    for (let bits = set[word]; bits !== 0; bits &= bits - 1)
      visit((word << 5) + 31 - Math.clz32(bits & -bits))
  }
}
