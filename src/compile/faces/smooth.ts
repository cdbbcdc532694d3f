/**
 * Smoothing of boundaries that nobody has drawn: Voronoi edges between sites. A chain is first simplified in
 * proportion to the distance of the sites (what lies between them is not known better), then its corners are cut
 * (Chaikin 1974). Ends stay, so that the map keeps tiling. Any two chains that would cross, and any chain that
 * would pass a place on the wrong side, fall back to less smoothing and at last to the original.
 */
import Flatbush from 'flatbush'
import { distance, type Point, segmentsCross } from '../../geometry/plane.ts'
import { simplify } from '../../geometry/simplify.ts'
import type { Chain } from './chains.ts'

/** Share of the distance between sites by which a boundary may move. */
const SLACK = 0.3
/** A boundary never moves farther than this when simplified (metres). */
const MOST_SLACK = 2_500
/** Vertices that add less than this are dropped after rounding corners (metres). */
const FINE = 30
const ROUNDS = 3

/** 0 = full, 1 = corners only, 2 = as drawn. */
export type Level = 0 | 1 | 2

/** @param spacing distance between the sites on both sides (metres) */
export function smoothLine(points: readonly Point[], spacing: number, level: Level): Point[] {
  if (level === 2 || points.length < 3) return [...points]
  const closed =
    points[0][0] === points[points.length - 1][0] && points[0][1] === points[points.length - 1][1]
  const tolerance = level === 0 ? Math.min(spacing * SLACK, MOST_SLACK) : 0
  let line = tolerance > 0 ? simplifyKeepingShape(points, tolerance, closed) : [...points]
  for (let i = 0; i < ROUNDS; i++) line = cutCorners(line, closed)
  return simplify(line, FINE)
}

function simplifyKeepingShape(points: readonly Point[], tolerance: number, closed: boolean): Point[] {
  if (!closed) return simplify(points, tolerance)
  // A ring is simplified in two halves, so that it cannot collapse to a line.
  const middle = farthest(points)
  const ring = [
    ...simplify(points.slice(0, middle + 1), tolerance),
    ...simplify(points.slice(middle), tolerance).slice(1),
  ]
  return ring.length < 5 ? [...points] : ring
}

const farthest = (points: readonly Point[]) =>
  points.reduce(
    (best, point, i) => (distance(point, points[0]) > distance(points[best], points[0]) ? i : best),
    0,
  )

function cutCorners(line: readonly Point[], closed: boolean): Point[] {
  if (line.length < 3) return [...line]
  const mix = (a: Point, b: Point, t: number): Point => [a[0] + (b[0] - a[0]) * t, a[1] + (b[1] - a[1]) * t]
  const cut: Point[] = []
  for (let i = 1; i < line.length; i++)
    cut.push(mix(line[i - 1], line[i], 0.25), mix(line[i - 1], line[i], 0.75))
  if (closed) return [...cut, cut[0]]
  cut[0] = line[0]
  cut[cut.length - 1] = line[line.length - 1]
  return cut
}

/**
 * Smooths all free chains.
 * @param spacing of each chain (metres)
 * @param misplaced tells which chains have to give way so that every witness is in its face again
 * @returns the lines, and how many chains are at each level
 */
export function smoothChains(
  chains: readonly Chain[],
  spacing: (chain: Chain) => number,
  misplaced: (lines: readonly Point[][]) => number[],
): { lines: Point[][]; levels: [number, number, number] } {
  const level = chains.map((chain): Level => (chain.kind === 'free' ? 0 : 2))
  const lines = chains.map((chain, i) => smoothLine(chain.points, spacing(chain), level[i]))
  for (let round = 0; round < 8; round++) {
    const giveWay = new Set([...crossingLines(lines), ...misplaced(lines)].filter((i) => level[i] < 2))
    if (giveWay.size === 0) break
    for (const i of giveWay) {
      // Late rounds go straight to the original, so that the loop ends.
      level[i] = round >= 4 ? 2 : ((level[i] + 1) as Level)
      lines[i] = smoothLine(chains[i].points, spacing(chains[i]), level[i])
    }
  }
  const count = (wanted: Level) => level.filter((l, i) => chains[i].kind === 'free' && l === wanted).length
  return { lines, levels: [count(0), count(1), count(2)] }
}

/** @returns indexes of all lines that cross or touch another line, or themselves, other than at their ends */
export function crossingLines(lines: readonly (readonly Point[])[]): Set<number> {
  const segments: [line: number, at: number][] = []
  lines.forEach((line, l) => {
    for (let i = 1; i < line.length; i++) segments.push([l, i])
  })
  const found = new Set<number>()
  if (segments.length === 0) return found
  const tree = new Flatbush(segments.length)
  const box = (a: Point, b: Point) =>
    [Math.min(a[0], b[0]), Math.min(a[1], b[1]), Math.max(a[0], b[0]), Math.max(a[1], b[1])] as const
  for (const [l, i] of segments) tree.add(...box(lines[l][i - 1], lines[l][i]))
  tree.finish()
  segments.forEach(([l, i], s) => {
    const [a, b] = [lines[l][i - 1], lines[l][i]]
    tree.search(...box(a, b), (t) => {
      if (t <= s) return false
      const [m, j] = segments[t]
      const [c, d] = [lines[m][j - 1], lines[m][j]]
      const touching = same(a, c) || same(a, d) || same(b, c) || same(b, d)
      if (!touching && segmentsCross(a, b, c, d)) found.add(l).add(m)
      return false
    })
  })
  return found
}

const same = (a: Point, b: Point) => a[0] === b[0] && a[1] === b[1]
