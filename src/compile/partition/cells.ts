/** Cells: the ground nearest to each site, within its block (constrained Voronoi diagram). */
import { Delaunay } from 'd3-delaunay'
import Flatbush from 'flatbush'
import { boxOf, inRings, interiorPoint, lineLength, type Point, ringArea } from '../../geometry/plane.ts'
import type { Block } from '../ground/blocks.ts'
import type { Mosaic } from '../topology/mosaic.ts'
import { polygonize } from '../topology/polygonize.ts'
import type { Site } from './sites.ts'

/** Vertices nearer than this are one (metres). */
const SNAP = 0.5
/** A gap between two parts of the country that is narrower than this on average is where two drawings differ (metres). */
const GAP_WIDTH = 20
/** How far the edge of a cell runs past the outline of its block, so that the two cross (metres). */
const OVERSHOOT = 0.1
/** How far round a block its diagram is drawn (metres). */
const MARGIN = 10_000

/** @returns the cells of all blocks, clipped to their blocks, as one mosaic */
export function drawCells(sites: readonly Site[], blocks: readonly Block[]): Mosaic {
  const diagrams = blocks.map((block, index) => new Diagram(sites, index, block))
  const all = Delaunay.from(sites.map(({ point }) => point))
  const lines = [...blocks.flatMap(({ rings }) => rings), ...diagrams.flatMap((diagram) => diagram.edges())]
  return polygonize(lines, SNAP, (rings) => {
    const point = interiorPoint(rings)
    const home = diagrams.find((diagram) => diagram.contains(point))
    if (home) return home.siteAt(point)
    return widthOf(rings) < GAP_WIDTH ? all.find(...point) : null
  })
}

/** Twice the area over the boundary is the mean width of a long strip (metres). */
const widthOf = ([outer]: readonly Point[][]) => (2 * ringArea(outer)) / lineLength(outer)

/** The Voronoi diagram of the sites of one block. */
class Diagram {
  private readonly members: number[]
  private readonly delaunay: Delaunay<unknown>
  private readonly block: Block
  private readonly box: [west: number, south: number, east: number, north: number]

  constructor(sites: readonly Site[], index: number, block: Block) {
    this.members = sites.flatMap((site, i) => (site.block === index ? [i] : []))
    this.delaunay = Delaunay.from(this.members.map((i) => sites[i].point))
    this.block = block
    this.box = boxOf(block.rings[0])
  }

  contains(point: Point): boolean {
    const [west, south, east, north] = this.box
    const [x, y] = point
    return x >= west && x <= east && y >= south && y <= north && inRings(point, this.block.rings)
  }

  siteAt([x, y]: Point): number {
    return this.members[this.delaunay.find(x, y)]
  }

  /** Edges of the cells, as far as they lie in the block. */
  edges(): Point[][] {
    if (this.members.length < 2) return []
    const [west, south, east, north] = this.box
    const diagram = this.delaunay.voronoi([west - MARGIN, south - MARGIN, east + MARGIN, north + MARGIN])
    const outline = new Outline(this.block)
    const known = new Set<string>()
    return this.members.flatMap((_, cell) => {
      const ring = ((diagram.cellPolygon(cell) ?? []) as Point[]).toReversed()
      return ring.slice(1).flatMap((b, i) => {
        const a = ring[i]
        if (known.has(`${b} ${a}`) || known.has(`${a} ${b}`)) return []
        known.add(`${a} ${b}`)
        return outline.piecesInside(a, b)
      })
    })
  }
}

/** The outline of a block, cut by straight lines. */
class Outline {
  private readonly block: Block
  private readonly segments: [Point, Point][]
  private readonly tree: Flatbush

  constructor(block: Block) {
    this.block = block
    this.segments = block.rings.flatMap((ring) => ring.slice(1).map((b, i): [Point, Point] => [ring[i], b]))
    this.tree = new Flatbush(this.segments.length)
    for (const segment of this.segments) this.tree.add(...boxOf(segment))
    this.tree.finish()
  }

  piecesInside(a: Point, b: Point): Point[][] {
    const [dx, dy] = [b[0] - a[0], b[1] - a[1]]
    const cuts = [0, 1]
    this.tree.search(...boxOf([a, b]), (i) => {
      const [p, q] = this.segments[i]
      const [sp, sq] = [dx * (p[1] - a[1]) - dy * (p[0] - a[0]), dx * (q[1] - a[1]) - dy * (q[0] - a[0])]
      if (sp > 0 === sq > 0) return false
      const share = sp / (sp - sq)
      const [x, y] = [p[0] + share * (q[0] - p[0]) - a[0], p[1] + share * (q[1] - p[1]) - a[1]]
      const along = (x * dx + y * dy) / (dx * dx + dy * dy)
      if (along > 0 && along < 1) cuts.push(along)
      return false
    })
    cuts.sort((s, t) => s - t)
    const at = (share: number): Point => [a[0] + share * dx, a[1] + share * dy]
    const beyond = OVERSHOOT / Math.hypot(dx, dy)
    return cuts.slice(1).flatMap((to, i) => {
      const from = cuts[i]
      if (to <= from || !inRings(at((from + to) / 2), this.block.rings)) return []
      return [[at(from === 0 ? 0 : from - beyond), at(to === 1 ? 1 : to + beyond)]]
    })
  }
}
