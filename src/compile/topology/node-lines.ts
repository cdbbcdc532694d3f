/**
 * Noding: lines become segments that meet at common vertices only. All vertices lie on a grid of millimetres, and a
 * segment that comes within half a step of a vertex is bent through it (snap rounding: Hobby 1999; repeated until
 * nothing moves, as in Halperin and Packer 2002). Rounding errors of doubles are far below half a step.
 */
import Flatbush from 'flatbush'
import type { Point } from '../../geometry/plane.ts'

/** Steps of the grid per metre. */
const STEPS = 1000
/** More vertices than memory holds: a × MOST + b is a key without collisions. */
const MOST_VERTICES = 2 ** 26

export interface Noded {
  /** coordinates of each vertex, metres */
  points: Point[]
  /** both vertices of each segment, each pair once */
  from: Int32Array
  to: Int32Array
}

/**
 * @param lines metres
 * @param snap vertices nearer than this become one before anything else (metres), 0 for none
 */
export function nodeLines(lines: readonly (readonly Point[])[], snap: number): Noded {
  const grid = new Grid()
  const vertexOf = snap > 0 ? snapped(lines, snap) : null
  let segments = new Segments()
  let at = 0
  for (const line of lines) {
    let before = -1
    for (const point of line) {
      const vertex = grid.vertex(vertexOf ? vertexOf[at] : point)
      at++
      if (before >= 0) segments.add(before, vertex)
      before = vertex
    }
  }
  for (let next = split(segments, grid); next; next = split(segments, grid)) segments = next
  return {
    points: grid.points(),
    from: Int32Array.from(segments.from),
    to: Int32Array.from(segments.to),
  }
}

/** Vertices on a grid of millimetres, each once. */
class Grid {
  /** millimetres */
  readonly xs: number[] = []
  readonly ys: number[] = []
  private readonly byKey = new Map<number, number>()
  /** next vertex with the same key, -1 for none */
  private readonly alike: number[] = []

  /** @returns number of the vertex nearest to a point (metres) */
  vertex([x, y]: Point): number {
    return this.at(Math.round(x * STEPS), Math.round(y * STEPS))
  }

  /** @param x @param y millimetres */
  at(x: number, y: number): number {
    const key = x * 4096 + (y & 4095)
    const first = this.byKey.get(key) ?? -1
    for (let v = first; v >= 0; v = this.alike[v]) if (this.xs[v] === x && this.ys[v] === y) return v
    const number = this.xs.push(x) - 1
    this.ys.push(y)
    this.alike.push(first)
    this.byKey.set(key, number)
    return number
  }

  points(): Point[] {
    return this.xs.map((x, i) => [x / STEPS, this.ys[i] / STEPS])
  }
}

/** Pairs of vertices, each once in either direction. */
class Segments {
  readonly from: number[] = []
  readonly to: number[] = []
  private readonly known = new Set<number>()

  add(a: number, b: number): void {
    if (a === b) return
    const key = Math.min(a, b) * MOST_VERTICES + Math.max(a, b)
    if (this.known.has(key)) return
    this.known.add(key)
    this.from.push(a)
    this.to.push(b)
  }
}

/** @returns the segments cut at every crossing and bent through every vertex that they touch; null when there are none */
function split({ from, to }: Segments, grid: Grid): Segments | null {
  if (from.length === 0) return null
  const { xs, ys } = grid
  const tree = new Flatbush(from.length)
  for (let s = 0; s < from.length; s++) {
    const [a, b] = [from[s], to[s]]
    tree.add(Math.min(xs[a], xs[b]), Math.min(ys[a], ys[b]), Math.max(xs[a], xs[b]), Math.max(ys[a], ys[b]))
  }
  tree.finish()
  crossAll(from, to, grid, tree)
  const used = new Uint8Array(xs.length)
  for (let s = 0; s < from.length; s++) used[from[s]] = used[to[s]] = 1
  const through = new Map<number, number[]>()
  for (let v = 0; v < xs.length; v++) {
    const [x, y] = [xs[v], ys[v]]
    // Vertices of crossings are new: no segment ends there yet.
    tree.search(x - 0.5, y - 0.5, x + 0.5, y + 0.5, (s) => {
      const [a, b] = [from[s], to[s]]
      if (a === v || b === v || !touches(x, y, xs[a], ys[a], xs[b], ys[b])) return false
      const on = through.get(s)
      if (on) on.push(v)
      else through.set(s, [v])
      return false
    })
  }
  if (through.size === 0) return null
  const next = new Segments()
  for (let s = 0; s < from.length; s++) {
    const [a, b] = [from[s], to[s]]
    const on = through.get(s)
    if (!on) {
      next.add(a, b)
      continue
    }
    const [dx, dy] = [xs[b] - xs[a], ys[b] - ys[a]]
    const along = (v: number) => (xs[v] - xs[a]) * dx + (ys[v] - ys[a]) * dy
    let before = a
    for (const v of on.sort((v, w) => along(v) - along(w) || v - w)) {
      next.add(before, v)
      before = v
    }
    next.add(before, b)
  }
  return next
}

/** Makes a vertex of every point at which two segments cross. */
function crossAll(from: readonly number[], to: readonly number[], grid: Grid, tree: Flatbush): void {
  const { xs, ys } = grid
  for (let s = 0; s < from.length; s++) {
    const [a, b] = [from[s], to[s]]
    const [ax, ay, bx, by] = [xs[a], ys[a], xs[b], ys[b]]
    const side = (v: number) => (bx - ax) * (ys[v] - ay) - (by - ay) * (xs[v] - ax)
    tree.search(Math.min(ax, bx), Math.min(ay, by), Math.max(ax, bx), Math.max(ay, by), (t) => {
      if (t <= s) return false
      const [c, d] = [from[t], to[t]]
      if (a === c || a === d || b === c || b === d) return false
      const [sc, sd] = [side(c), side(d)]
      if (sc === 0 || sd === 0 || sc > 0 === sd > 0) return false
      const share = sc / (sc - sd)
      const [x, y] = [xs[c] + share * (xs[d] - xs[c]), ys[c] + share * (ys[d] - ys[c])]
      // Beyond an end of the first segment they do not cross.
      if (!between(x, ax, bx) || !between(y, ay, by)) return false
      grid.at(Math.round(x), Math.round(y))
      return false
    })
  }
}

const between = (value: number, a: number, b: number) =>
  value >= Math.min(a, b) - 0.5 && value <= Math.max(a, b) + 0.5

/** Whether a segment passes through the square of one step round a point. */
function touches(x: number, y: number, ax: number, ay: number, bx: number, by: number): boolean {
  if (!between(x, ax, bx) || !between(y, ay, by)) return false
  const [dx, dy] = [bx - ax, by - ay]
  // The corners of the square lie on both sides of the line, or on it, when its middle is near enough.
  return Math.abs(dx * (y - ay) - dy * (x - ax)) <= (Math.abs(dx) + Math.abs(dy)) / 2
}

/** @returns for each vertex of all lines in turn the point that it is moved to: the first one, from west, that is near */
function snapped(lines: readonly (readonly Point[])[], radius: number): Point[] {
  const points = lines.flat()
  const order = Uint32Array.from(points.keys()).sort(
    (a, b) => points[a][0] - points[b][0] || points[a][1] - points[b][1] || a - b,
  )
  const target: (Point | undefined)[] = new Array(points.length)
  for (let i = 0; i < order.length; i++) {
    const point = points[order[i]]
    if (target[order[i]]) continue
    target[order[i]] = point
    for (let j = i + 1; j < order.length; j++) {
      const other = points[order[j]]
      if (other[0] - point[0] > radius) break
      if (!target[order[j]] && Math.hypot(other[0] - point[0], other[1] - point[1]) <= radius)
        target[order[j]] = point
    }
  }
  return target as Point[]
}
