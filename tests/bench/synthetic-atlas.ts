/**
 * Made-up atlases of any size, for measuring only. A grid of crooked cells over the extent of Syria; ground passes
 * from hand to hand in two short bursts and a little in between, as it does in the real one.
 */
import { ARC_KIND, type Arc, type Atlas, type Face, type Period, STATE } from '../../src/chronicle/atlas.ts'
import { looksAlike } from '../../src/chronicle/history.ts'

export interface Recipe {
  faces: number
  days: number
  /** ids of the factions that hold ground */
  factions: string[]
  /** first day */
  start: number
}

const [WEST, SOUTH, EAST, NORTH] = [35.7, 32.3, 42.4, 37.3]
/** Points between the ends of an arc: with these an arc has as many as one of the real atlas. */
const BENDS = 8
const BURST_DAYS = 30
/** Share of all changes in each of the two bursts. */
const BURST_SHARE = 0.4

export function makeAtlas({ faces: wanted, days, factions, start }: Recipe): Atlas {
  const random = makeRandom(wanted)
  const columns = Math.round(Math.sqrt(wanted * 1.36))
  const rows = Math.round(wanted / columns)
  const [width, height] = [(EAST - WEST) / columns, (NORTH - SOUTH) / rows]
  const corners = Array.from({ length: (columns + 1) * (rows + 1) }, (_, i) => {
    const [column, row] = [i % (columns + 1), Math.floor(i / (columns + 1))]
    const sway = () => (random() - 0.5) * 0.5
    return [WEST + (column + sway()) * width, SOUTH + (row + sway()) * height]
  })
  const arcs: Arc[] = []
  const faceAt = (column: number, row: number) =>
    column < 0 || row < 0 || column >= columns || row >= rows ? -1 : row * columns + column

  function addArc(from: number, to: number, left: number, right: number): number {
    const kind =
      left < 0 || right < 0 ? ARC_KIND.border : random() < 0.55 ? ARC_KIND.inferred : ARC_KIND.evidence
    return arcs.push({ coordinates: crooked(corners[from], corners[to], random), left, right, kind }) - 1
  }
  const corner = (column: number, row: number) => row * (columns + 1) + column
  const eastwards = Array.from({ length: columns * (rows + 1) }, (_, i) => {
    const [column, row] = [i % columns, Math.floor(i / columns)]
    return addArc(corner(column, row), corner(column + 1, row), faceAt(column, row), faceAt(column, row - 1))
  })
  const northwards = Array.from({ length: (columns + 1) * rows }, (_, i) => {
    const [column, row] = [i % (columns + 1), Math.floor(i / (columns + 1))]
    return addArc(corner(column, row), corner(column, row + 1), faceAt(column - 1, row), faceAt(column, row))
  })
  const centres = Array.from({ length: factions.length }, () => [random() * columns, random() * rows])
  const faces = Array.from({ length: columns * rows }, (_, i): Face => {
    const [column, row] = [i % columns, Math.floor(i / columns)]
    const south = eastwards[row * columns + column]
    const north = eastwards[(row + 1) * columns + column]
    const west = northwards[row * (columns + 1) + column]
    const east = northwards[row * (columns + 1) + column + 1]
    const away = centres.map(([x, y]) => Math.hypot(x - column, y - row))
    const first = away.indexOf(Math.min(...away))
    return {
      polygons: [[[south, east, ~north, ~west]]],
      km2: 1,
      governorates: [],
      history: makeHistory(first, factions.length, start, days, random),
    }
  })
  return { conflict: 'made-up', start, end: start + days - 1, factions, governorates: [], arcs, faces }
}

function makeHistory(
  first: number,
  factions: number,
  start: number,
  days: number,
  random: () => number,
): Period[] {
  const changes = new Set<number>()
  const count = 1 + Math.floor(random() * 3)
  for (let i = 0; i < count; i++) {
    const where = random()
    const offset = Math.floor(random() * BURST_DAYS)
    if (where < BURST_SHARE) changes.add(1 + offset)
    else if (where < 2 * BURST_SHARE) changes.add(Math.floor(days / 2) + offset)
    else changes.add(1 + Math.floor(random() * (days - 1)))
  }
  const history: Period[] = [{ start, holder: first, other: -1, state: STATE.held }]
  for (const day of [...changes].sort((a, b) => a - b)) {
    const holder = Math.floor(random() * factions)
    const doubt = random()
    const state = doubt < 0.2 ? STATE.contested : doubt < 0.35 ? STATE.passing : STATE.held
    const other = state === STATE.held ? -1 : (holder + 1) % factions
    const segment = { start: start + day, holder, other, state }
    if (!looksAlike(history[history.length - 1], segment)) history.push(segment)
  }
  return history
}

/** @returns flat lon, lat of a line that swerves to both sides, both ends exact */
function crooked(from: number[], to: number[], random: () => number): Float64Array {
  const count = BENDS + 2
  const flat = new Float64Array(2 * count)
  const [dx, dy] = [to[0] - from[0], to[1] - from[1]]
  for (let i = 0; i < count; i++) {
    const share = i / (count - 1)
    const swerve = i === 0 || i === count - 1 ? 0 : (random() - 0.5) * 0.12
    flat[2 * i] = from[0] + dx * share - dy * swerve
    flat[2 * i + 1] = from[1] + dy * share + dx * swerve
  }
  return flat
}

/** The same numbers at every run (mulberry32). */
function makeRandom(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let t = Math.imul(state ^ (state >>> 15), 1 | state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296
  }
}
