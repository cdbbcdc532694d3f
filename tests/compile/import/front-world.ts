/**
 * A made-up country with moving fronts, of which everything is known: a grid of cells with crooked edges, each held
 * by one faction a day. From it come the snapshots that are imported and the truth that the result is held against.
 */
import type { Position } from 'geojson'
import { Random } from './random.ts'

export interface WorldOptions {
  seed: number
  days: number
  /** cells in one row and in one column */
  size: number
  /** vertices on each edge of a cell, beside its ends */
  detail: number
  factions: string[]
  /** cells that change hands each day */
  moves: number
}

/** One polygon: the outer ring first, closed, wound as RFC 7946 wants. */
export type Polygon = Position[][]

export interface World {
  options: WorldOptions
  /** index of the faction that holds a cell on a day, -1 outside the country */
  holder(day: number, cell: number): number
  /** polygons of each faction on a day */
  snapshot(day: number): Polygon[][]
  /** a point of a cell, away from its edges (lon, lat) */
  pointIn(cell: number, random: Random): Position
  cells: number
}

const [WEST, SOUTH, WIDTH, HEIGHT] = [36, 32.5, 6, 4.5]
/** Shares of a cell by which corners stray, and by which the middle of an edge does. */
const CORNER = 0.18
const EDGE = 0.12

export function makeWorld(options: WorldOptions): World {
  const { size, detail, factions, days } = options
  const random = new Random(options.seed)
  const [dx, dy] = [WIDTH / size, HEIGHT / size]
  const round = (degrees: number) => Math.round(degrees * 1e6) / 1e6
  const corners = Array.from({ length: (size + 1) ** 2 }, (_, i): Position => {
    const [column, row] = [i % (size + 1), Math.floor(i / (size + 1))]
    return [
      round(WEST + (column + random.between(-CORNER, CORNER)) * dx),
      round(SOUTH + (row + random.between(-CORNER, CORNER)) * dy),
    ]
  })
  const corner = (column: number, row: number) => row * (size + 1) + column
  const edges = new Map<string, Position[]>()
  const edge = (a: number, b: number): Position[] => {
    const key = `${Math.min(a, b)} ${Math.max(a, b)}`
    let line = edges.get(key)
    if (!line) {
      const [p, q] = [corners[Math.min(a, b)], corners[Math.max(a, b)]]
      const middle = Array.from({ length: detail }, (_, i): Position => {
        const t = (i + 1) / (detail + 1)
        // Sideways only, and less towards the corners, so that no edge meets another.
        const sideways = random.between(-EDGE, EDGE) * 4 * t * (1 - t)
        return [
          round(p[0] + (q[0] - p[0]) * t - ((q[1] - p[1]) / dy) * sideways * dx),
          round(p[1] + (q[1] - p[1]) * t + ((q[0] - p[0]) / dx) * sideways * dy),
        ]
      })
      line = [p, ...middle, q]
      edges.set(key, line)
    }
    return a < b ? line : [...line].reverse()
  }
  /** Corners of a cell, counter-clockwise. */
  const around = (cell: number) => {
    const [column, row] = [cell % size, Math.floor(cell / size)]
    return [
      corner(column, row),
      corner(column + 1, row),
      corner(column + 1, row + 1),
      corner(column, row + 1),
    ]
  }
  // Every edge is made now, in one order, so that the world does not depend on what is asked of it.
  for (let cell = 0; cell < size * size; cell++)
    for (const [i, a] of around(cell).entries()) edge(a, around(cell)[(i + 1) % 4])

  const holders = history(options, random)
  const pointIn = (cell: number, dice: Random): Position => {
    const [column, row] = [cell % size, Math.floor(cell / size)]
    return [
      WEST + (column + 0.5 + dice.between(-0.15, 0.15)) * dx,
      SOUTH + (row + 0.5 + dice.between(-0.15, 0.15)) * dy,
    ]
  }
  return {
    options,
    cells: size * size,
    holder: (day, cell) => holders[Math.min(day, days - 1)][cell],
    pointIn,
    snapshot: (day) =>
      factions.map((_, faction) => {
        const held = holders[day]
        const steps: [from: number, to: number][] = []
        for (let cell = 0; cell < held.length; cell++) {
          if (held[cell] !== faction) continue
          const ring = around(cell)
          const [column, row] = [cell % size, Math.floor(cell / size)]
          const beside = [
            row > 0 ? cell - size : -1,
            column < size - 1 ? cell + 1 : -1,
            row < size - 1 ? cell + size : -1,
            column > 0 ? cell - 1 : -1,
          ]
          beside.forEach((other, i) => {
            if (other < 0 || held[other] !== faction) steps.push([ring[i], ring[(i + 1) % 4]])
          })
        }
        return polygonsOf(ringsOf(steps, size + 1), edge)
      }),
  }
}

/** Holders of each day: regions round seeds at first, then fronts that move by some cells a day. */
function history({ size, days, factions, moves }: WorldOptions, random: Random): Int8Array[] {
  const seeds = factions.flatMap((_, faction) => [
    [random.next() * size, random.next() * size, faction],
    [random.next() * size, random.next() * size, faction],
  ])
  const first = Int8Array.from({ length: size * size }, (_, cell) => {
    const [x, y] = [(cell % size) + 0.5, Math.floor(cell / size) + 0.5]
    const [u, v] = [(2 * x) / size - 1, (2 * y) / size - 1]
    if (u * u + v * v > 0.9 + 0.08 * Math.sin(9 * Math.atan2(v, u))) return -1
    let best = 0
    for (let s = 1; s < seeds.length; s++)
      if (Math.hypot(seeds[s][0] - x, seeds[s][1] - y) < Math.hypot(seeds[best][0] - x, seeds[best][1] - y))
        best = s
    return seeds[best][2]
  })
  const all = [first]
  while (all.length < days) {
    const held = all[all.length - 1].slice()
    for (let moved = 0, tries = 0; moved < moves && tries < 200 * moves; tries++) {
      const cell = random.below(held.length)
      const other = cell + random.pick([1, -1, size, -size])
      if (
        held[cell] < 0 ||
        other < 0 ||
        other >= held.length ||
        held[other] < 0 ||
        held[other] === held[cell]
      )
        continue
      held[cell] = held[other]
      moved++
    }
    all.push(held)
  }
  return all
}

/** Links steps (ground on the left) to rings of corners; at a corner that two rings share, each turns left. */
function ringsOf(steps: readonly [from: number, to: number][], columns: number): number[][] {
  const starts = new Map<number, number[]>()
  for (const [from, to] of steps) starts.set(from, [...(starts.get(from) ?? []), to])
  const direction = (a: number, b: number) => {
    const difference = b - a
    return difference === 1 ? 0 : difference === columns ? 1 : difference === -1 ? 2 : 3
  }
  const rings: number[][] = []
  for (const [first] of steps) {
    while (starts.get(first)?.length) {
      const ring = [first]
      let at = first
      let heading = -1
      for (;;) {
        const ways = starts.get(at)!
        const turn = (to: number) => (direction(at, to) - heading + 5) % 4
        const next =
          heading < 0
            ? ways[0]
            : ways.reduce((best, to) => (turn(to) === 2 || turn(to) > turn(best) ? to : best))
        ways.splice(ways.indexOf(next), 1)
        heading = direction(at, next)
        at = next
        if (at === first) break
        ring.push(at)
      }
      rings.push(ring)
    }
  }
  return rings
}

function polygonsOf(rings: readonly number[][], edge: (a: number, b: number) => Position[]): Polygon[] {
  const drawn = rings.map((ring) => {
    const points = ring.flatMap((a, i) => edge(a, ring[(i + 1) % ring.length]).slice(0, -1))
    return [...points, points[0]]
  })
  const area = (ring: Position[]) =>
    ring.reduce((sum, [x, y], i) => (i === 0 ? 0 : sum + ring[i - 1][0] * y - x * ring[i - 1][1]), 0)
  const outer = drawn.filter((ring) => area(ring) > 0).sort((a, b) => area(a) - area(b))
  const polygons = outer.map((ring): Polygon => [ring])
  for (const hole of drawn.filter((ring) => area(ring) < 0)) {
    // The middle of an edge of the hole lies on no outer ring, so the test is never undecided.
    const point: Position = [(hole[0][0] + hole[1][0]) / 2, (hole[0][1] + hole[1][1]) / 2]
    const home = outer.findIndex((ring) => inside(point, ring))
    polygons[home].push(hole)
  }
  return polygons
}

export function inside([x, y]: Position, ring: readonly Position[]): boolean {
  let result = false
  for (let i = 0, j = ring.length - 1; i < ring.length; j = i++) {
    const [[xi, yi], [xj, yj]] = [ring[i], ring[j]]
    if (yi > y !== yj > y && x < ((xj - xi) * (y - yi)) / (yj - yi) + xi) result = !result
  }
  return result
}
