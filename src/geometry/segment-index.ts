/** Nearest-line lookups over many polylines in the plane, by a static R-tree of their segments. */
import Flatbush from 'flatbush'
import { distance, nearestOnSegment, type Point } from './plane.ts'

export interface NearestHit {
  /** index of the line among those given to the constructor */
  line: number
  point: Point
  distance: number
}

export class SegmentIndex {
  private readonly tree: Flatbush
  private readonly segments: [line: number, a: Point, b: Point][] = []

  constructor(lines: readonly (readonly Point[])[]) {
    lines.forEach((line, index) => {
      for (let i = 1; i < line.length; i++) this.segments.push([index, line[i - 1], line[i]])
    })
    this.tree = new Flatbush(Math.max(1, this.segments.length))
    for (const [, a, b] of this.segments) {
      this.tree.add(Math.min(a[0], b[0]), Math.min(a[1], b[1]), Math.max(a[0], b[0]), Math.max(a[1], b[1]))
    }
    if (this.segments.length === 0) this.tree.add(Infinity, Infinity, Infinity, Infinity)
    this.tree.finish()
  }

  /**
   * Nearest point on any line within `radius` metres, or null.
   * @param accept leaves out lines for which it returns false
   */
  nearest(p: Point, radius: number, accept: (line: number) => boolean = () => true): NearestHit | null {
    let best: NearestHit | null = null
    const found = this.tree.search(p[0] - radius, p[1] - radius, p[0] + radius, p[1] + radius)
    for (const index of found) {
      const [line, a, b] = this.segments[index]
      if (!accept(line)) continue
      const point = nearestOnSegment(p, a, b)
      const d = distance(p, point)
      if (d <= radius && (!best || d < best.distance)) best = { line, point, distance: d }
    }
    return best
  }
}
