/**
 * All geometry of all snapshots, each thing once: vertices on the grid of the atlas, rings of vertices, and the
 * segments that the rings consist of. Nearly all of a snapshot is the same as the day before, so what is kept
 * grows with the changes, not with the days.
 */
import { FIRST_LANGUAGE } from '../../chronicle/languages.ts'

/** Step of the grid that coordinates of snapshots are rounded to (degrees): about a metre, as fine as they come. */
export const GRID = 1e-5

/** Longitudes are counted on past the 180th meridian, up to a whole turn either way of the usual ones. */
const EAST = Math.round(540 / GRID)
const NORTH = Math.round(90 / GRID)
/** More than the number of rows of the grid: column × ROWS + row is a key without collisions, below 2^53 (2e15). */
const ROWS = 2 * NORTH + 2
/** More vertices than memory holds: a × MOST + b is a key without collisions. */
const MOST_VERTICES = 2 ** 26

/** Distinct vertices or segments that an import takes. Two million need 1.7 GB of memory and most of a minute. */
const MOST = 3_000_000

/** There is more geometry than the import takes. */
export class TooMuchError extends Error {}

export class RingTable {
  /** longitude that all are counted near to, within half a turn: that of the first vertex, degrees */
  reference: number | null = null
  /** grid coordinates of each vertex, degrees / GRID */
  readonly xs: number[] = []
  readonly ys: number[] = []
  /** vertices of each ring, without the closing one, counter-clockwise, beginning with the lowest number */
  readonly rings: Int32Array[] = []
  /** both ends of each segment */
  readonly from: number[] = []
  readonly to: number[] = []
  private readonly vertexAt = new Map<number, number>()
  private readonly ringsByHash = new Map<number, number[]>()
  private readonly segmentAt = new Map<number, number>()
  private readonly most: number

  /** @param most distinct vertices, and distinct segments, that it takes */
  constructor(most = MOST) {
    this.most = most
  }

  /**
   * @param lon degrees, within a whole turn of −180 to 180
   * @param lat degrees, −90 to 90
   * @returns number of the vertex at that point of the grid
   * @throws TooMuchError when there are too many
   */
  vertex(lon: number, lat: number): number {
    const x = Math.round(lon / GRID)
    const y = Math.round(lat / GRID)
    const key = (x + EAST) * ROWS + (y + NORTH)
    let number = this.vertexAt.get(key)
    if (number === undefined) {
      if (this.xs.length >= this.most) throw this.tooMuch('positions')
      number = this.xs.push(x) - 1
      this.ys.push(y)
      this.vertexAt.set(key, number)
    }
    return number
  }

  /** Counts all longitudes on by whole turns; no vertex may be asked for afterwards. */
  shift(degrees: number): void {
    const steps = Math.round(degrees / GRID)
    for (let i = 0; i < this.xs.length; i++) this.xs[i] += steps
  }

  /** Twice the signed area in grid units; positive when counter-clockwise. */
  twiceArea(ring: ArrayLike<number>): number {
    // Relative to the first vertex, so that the products stay exact.
    const [x0, y0] = [this.xs[ring[0]], this.ys[ring[0]]]
    let sum = 0
    for (let i = 1; i + 1 < ring.length; i++) {
      const [ax, ay] = [this.xs[ring[i]] - x0, this.ys[ring[i]] - y0]
      const [bx, by] = [this.xs[ring[i + 1]] - x0, this.ys[ring[i + 1]] - y0]
      sum += ax * by - bx * ay
    }
    return sum
  }

  /**
   * @param ring at least three vertices, not closed; the order is changed to the canonical one
   * @returns number of the ring; equal rings have one number, wherever they begin and however they are wound
   */
  ring(ring: readonly number[]): number {
    const canonical = Int32Array.from(ring)
    if (this.twiceArea(ring) < 0) canonical.reverse()
    rotateToLowest(canonical)
    let hash = canonical.length
    for (const vertex of canonical) hash = (Math.imul(hash, 31) + vertex) | 0
    const alike = this.ringsByHash.get(hash) ?? []
    const known = alike.find((number) => sameNumbers(this.rings[number], canonical))
    if (known !== undefined) return known
    const number = this.rings.push(canonical) - 1
    this.ringsByHash.set(hash, [...alike, number])
    for (let i = 0; i < canonical.length; i++)
      this.addSegment(canonical[i], canonical[(i + 1) % canonical.length])
    return number
  }

  /** Number of the segment between two vertices, in either direction, or -1. */
  segment(a: number, b: number): number {
    return this.segmentAt.get(Math.min(a, b) * MOST_VERTICES + Math.max(a, b)) ?? -1
  }

  private tooMuch(what: string): TooMuchError {
    return new TooMuchError(
      `more than ${this.most.toLocaleString(FIRST_LANGUAGE)} different ${what}: import fewer days at a time, or thin the lines out before`,
    )
  }

  private addSegment(a: number, b: number): void {
    const key = Math.min(a, b) * MOST_VERTICES + Math.max(a, b)
    if (this.segmentAt.has(key)) return
    if (this.from.length >= this.most) throw this.tooMuch('stretches of line')
    this.segmentAt.set(key, this.from.push(a) - 1)
    this.to.push(b)
  }
}

function rotateToLowest(ring: Int32Array): void {
  // A vertex can occur twice (a figure of eight): then the lower follower decides.
  let first = 0
  for (let i = 1; i < ring.length; i++) {
    if (ring[i] < ring[first]) first = i
    else if (ring[i] === ring[first] && follower(ring, i) < follower(ring, first)) first = i
  }
  const copy = ring.slice()
  ring.set(copy.subarray(first))
  ring.set(copy.subarray(0, first), copy.length - first)
}

const follower = (ring: Int32Array, i: number) => ring[(i + 1) % ring.length]

const sameNumbers = (a: Int32Array, b: Int32Array) =>
  a.length === b.length && a.every((value, i) => value === b[i])
