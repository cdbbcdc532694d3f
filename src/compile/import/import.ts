/**
 * Import: a folder of dated GeoJSON snapshots, one for each day, becomes an atlas. All boundaries of all days are
 * one topology; each tile of it gets the holder of each day; tiles with equal histories are one face.
 *
 * Rules:
 * - A day without a usable snapshot is like the last one before it.
 * - Several files of one day are one snapshot, in order of their names.
 * - Ground that some snapshot covers and another leaves blank is held by UNKNOWN on the blank days, which is not
 *   painted. Ground that no snapshot ever covers is outside the map; its edge is a front, but for coasts and borders.
 * - Overlaps: see OverlapRule. Slivers: see draw.ts. Repairs and drops: each is a problem with a reason.
 */
import type { Position } from 'geojson'
import type { Topology } from 'topojson-specification'
import type { Day } from '../../chronicle/day.ts'
import { type Point, ringArea } from '../../geometry/plane.ts'
import { createPlane, nearLongitude, type Plane } from '../ground/projection.ts'
import type { Problem } from '../read/problem.ts'
import type { Mosaic } from '../topology/mosaic.ts'
import { countriesIn } from './base-layers.ts'
import { Coverage } from './coverage.ts'
import { type Drawing, drawFaces } from './draw.ts'
import { FactionRegister, type FoundFaction } from './faction-names.ts'
import { holdersOf, type OverlapRule } from './holders.ts'
import { tilesOf } from './linework.ts'
import { nearLines } from './outer-edges.ts'
import { type HeldPolygon, readSnapshot, type SnapshotContext } from './read-snapshot.ts'
import { GRID, RingTable, TooMuchError } from './ring-table.ts'
import { selfCrossings } from './self-crossing.ts'

/** A file as it is found; its text is asked for once, when its turn comes. */
export interface SnapshotFile {
  name: string
  read(): string
}

export interface ImportRules {
  factionProperty: string | null
  dateProperty: string | null
  defaultFaction: string | null
  overlap: OverlapRule
  /** name in the files → name of the faction that it is counted to */
  joins?: ReadonlyMap<string, string>
  /** where coasts and borders of countries run (TopoJSON of world-atlas); without it no front is drawn at the outer edge */
  world?: Topology
  /** distinct positions that are taken; some millions when absent */
  most?: number
}

/** Told while it goes on: which part of the work, and how much of it is done. */
export type Progress = (
  part: 'files' | 'lines' | 'ground' | 'days' | 'faces',
  done: number,
  of: number,
) => void

/** Longitudes that a map spans at most, degrees: in its projection the far side of the Earth is a circle. */
const WIDEST = 180
/** Overlaps that cost a polygon less than this are not reported (m²). */
const OVERLAP_WORTH_TELLING = 50_000

export interface Imported extends Drawing {
  plane: Plane
  projection: string
  /** degrees: west, south, east, north */
  bbox: [number, number, number, number]
  /** days that have a snapshot, ascending */
  days: Day[]
  /** in order of their indexes in the histories; the last one is UNKNOWN when `blank` */
  factions: FoundFaction[]
  /** whether some ground is left blank on some day */
  blank: boolean
  mosaic: Mosaic
  /** a point inside each tile, metres */
  points: Point[]
  /** coordinates in the files, and distinct rings and segments among them */
  counts: { files: number; coordinates: number; rings: number; segments: number }
}

/**
 * @param problems receives every repair and every drop; the result is null when nothing can be used
 */
export async function importSnapshots(
  files: readonly SnapshotFile[],
  rules: ImportRules,
  problems: Problem[],
  progress: Progress = () => {},
): Promise<Imported | null> {
  const context: SnapshotContext = {
    ...rules,
    guessedProperty: null,
    factions: new FactionRegister(rules.joins),
    table: new RingTable(rules.most),
    problems,
    days: new Map(),
    coordinates: 0,
  }
  const refuse = (reason: string, message: string) => {
    problems.push({ reason, severity: 'error', file: '', line: 0, message })
    return null
  }
  let count: number
  try {
    count = readAll(files, context, progress)
  } catch (error) {
    if (error instanceof TooMuchError) return refuse('too-much', error.message)
    throw error
  }
  const { table, factions } = context
  if (table.rings.length === 0)
    return refuse('nothing-to-import', 'no file holds a dated polygon of a named faction')
  const days = [...context.days].sort((a, b) => a[0] - b[0])
  centre(table)
  const bbox = boxOf(table)
  if (bbox[2] - bbox[0] > WIDEST)
    return refuse(
      'too-wide',
      `the polygons lie scattered over ${Math.round(bbox[2] - bbox[0])}° of longitude: more than half of the Earth is no map`,
    )
  progress('lines', 0, table.from.length)
  const projection = `+proj=laea +lat_0=${middle(bbox[1], bbox[3])} +lon_0=${middle(bbox[0], bbox[2])} +x_0=0 +y_0=0 +datum=WGS84 +units=m +no_defs`
  const plane = createPlane(projection)
  const points = table.xs.map((x, i) => plane.forward([x * GRID, table.ys[i] * GRID]))
  reportSelfCrossings(days, selfCrossings(table, points), problems)

  progress('ground', 0, table.from.length)
  const mosaic = tilesOf(table, points)
  const coverage = new Coverage(mosaic)
  const lineOf = (ring: number) => Array.from(table.rings[ring], (vertex) => points[vertex])
  const sizes = table.rings.map((_, ring) => sizeOf(lineOf(ring)))
  const { histories, everHeld, overlaps } = holdersOf(
    days,
    mosaic.patches.map(({ area }) => area),
    (ring) => sizes[ring],
    (ring) => coverage.of(lineOf(ring)),
    rules.overlap,
    (done) => progress('days', done, days.length),
  )
  progress('faces', 0, mosaic.patches.length)
  for (const { polygon, area } of overlaps) {
    if (area < OVERLAP_WORTH_TELLING) continue
    problems.push(
      problem(
        'overlap',
        polygon,
        `${km2(area)} km² lies under a ${rules.overlap} polygon of another faction`,
      ),
    )
  }
  const borders =
    rules.world &&
    countriesIn(bbox, rules.world).features.flatMap(({ geometry }) =>
      (geometry.coordinates as Position[][][])
        .flat()
        .map((ring) => ring.map((position) => plane.forward(position))),
    )
  const drawing = drawFaces(mosaic, histories, everHeld, factions.found.length, borders && nearLines(borders))
  if (drawing.faces.length === 0)
    return refuse('nothing-to-import', 'all ground is narrower than a sliver: nothing is left to draw')
  const blank = drawing.faces.some(({ history }) =>
    history.some(({ holder }) => holder === factions.found.length),
  )
  return {
    ...drawing,
    plane,
    projection,
    bbox,
    days: days.map(([day]) => day),
    factions: factions.found,
    blank,
    mosaic,
    points: coverage.points,
    counts: {
      files: count,
      coordinates: context.coordinates,
      rings: table.rings.length,
      segments: table.from.length,
    },
  }
}

function readAll(files: readonly SnapshotFile[], context: SnapshotContext, progress: Progress): number {
  for (const [index, { name, read }] of files.entries()) {
    progress('files', index, files.length)
    try {
      readSnapshot(name, read(), context)
    } catch (error) {
      if (error instanceof TooMuchError) throw error
      // A file too large for a string, or one that vanished or may not be read.
      const message = `skipped: ${(error as Error).message}`
      context.problems.push({ reason: 'unreadable', severity: 'warning', file: name, line: 0, message })
    }
  }
  return files.length
}

function reportSelfCrossings(
  days: readonly (readonly [Day, readonly HeldPolygon[]])[],
  crossings: readonly number[],
  problems: Problem[],
): void {
  for (const polygon of days.flatMap(([, polygons]) => polygons)) {
    const count = polygon.rings.reduce((sum, ring) => sum + crossings[ring], 0)
    if (count === 0) continue
    const message = `crosses itself ${count} ${count === 1 ? 'time' : 'times'}; all that it goes round is its ground`
    problems.push(problem('self-crossing', polygon, message))
  }
}

const problem = (reason: string, { file, feature }: HeldPolygon, message: string): Problem => ({
  reason,
  severity: 'warning',
  file,
  line: feature,
  message,
})

/** Area that is used to compare polygons: without regard to self-crossings (m²). */
const sizeOf = (ring: readonly Point[]) => Math.abs(ringArea([...ring, ring[0]]))

const km2 = (area: number) => (area / 1e6).toFixed(2)

/** Shifts all by whole turns, so that the middle is among the usual longitudes. */
function centre(table: RingTable): void {
  const [west, , east] = boxOf(table)
  const turn = nearLongitude((west + east) / 2, 0) - (west + east) / 2
  if (Math.abs(turn) > 1) table.shift(turn)
}

function boxOf({ xs, ys, rings }: RingTable): [number, number, number, number] {
  let [west, south, east, north] = [Infinity, Infinity, -Infinity, -Infinity]
  // Vertices that only dropped rings had do not count.
  for (const ring of rings) {
    for (const vertex of ring) {
      west = Math.min(west, xs[vertex])
      east = Math.max(east, xs[vertex])
      south = Math.min(south, ys[vertex])
      north = Math.max(north, ys[vertex])
    }
  }
  const degrees = (steps: number) => Number((steps * GRID).toFixed(5))
  return [degrees(west), degrees(south), degrees(east), degrees(north)]
}

const middle = (a: number, b: number) => Number(((a + b) / 2).toFixed(2))
