/** Which tiles each ring covers, asked at one point inside each tile. */
import { firstIndex } from '../../chronicle/ascending.ts'
import { interiorPoint, type Point } from '../../geometry/plane.ts'
import { type Mosaic, walk } from '../topology/mosaic.ts'

/** A set of tiles, one bit each, in their order from south to north; only the stretch of it that a ring reaches is kept. */
export interface TileSet {
  /** number of the first word in the whole order */
  first: number
  words: Uint32Array
  /** tiles by their place in the order */
  order: Uint32Array
}

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
    let [south, north] = [Infinity, -Infinity]
    for (const [, y] of ring) {
      south = Math.min(south, y)
      north = Math.max(north, y)
    }
    const from = (y: number) => firstIndex(ys.length, (at) => ys[at] >= y)
    const [begin, end] = [from(south), from(north)]
    winding.fill(0, begin, end)
    for (let i = 0; i < ring.length; i++) {
      const [a, b] = [ring[i], ring[(i + 1) % ring.length]]
      if (a[1] === b[1]) continue
      const turn = a[1] < b[1] ? 1 : -1
      const [low, high] = turn > 0 ? [a, b] : [b, a]
      const slope = (high[0] - low[0]) / (high[1] - low[1])
      for (let k = from(low[1]); k < ys.length && ys[k] < high[1]; k++)
        if (xs[k] < low[0] + slope * (ys[k] - low[1])) winding[k] += turn
    }
    const first = begin >> 5
    const words = new Uint32Array(end > begin ? ((end - 1) >> 5) - first + 1 : 0)
    for (let k = begin; k < end; k++) if (winding[k] !== 0) words[(k >> 5) - first] |= 1 << (k & 31)
    return { first, words, order }
  }
}

/** Calls back for every tile of a set. */
export function eachTile({ first, words, order }: TileSet, visit: (tile: number) => void): void {
  for (let word = 0; word < words.length; word++) {
    for (let bits = words[word]; bits !== 0; bits &= bits - 1)
      visit(order[((first + word) << 5) + 31 - Math.clz32(bits & -bits)])
  }
}

/** @returns the tiles that are in an odd number of the sets */
export function oddTiles(sets: readonly TileSet[]): TileSet {
  const reaching = sets.filter(({ words }) => words.length > 0)
  if (reaching.length < 2) return reaching[0] ?? sets[0]
  const first = reaching.reduce((least, set) => Math.min(least, set.first), Infinity)
  const end = reaching.reduce((most, set) => Math.max(most, set.first + set.words.length), 0)
  const words = new Uint32Array(end - first)
  for (const set of reaching)
    for (let word = 0; word < set.words.length; word++) words[set.first - first + word] ^= set.words[word]
  return { first, words, order: sets[0].order }
}
