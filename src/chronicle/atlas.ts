/**
 * The atlas: the compiled map in one compact, versioned file. Topology (arcs shared by faces), histories of
 * the faces, nothing about evidence. The format is specified in src/library/README.md; this file is its reader.
 */
import { type Day, dayOf } from './day.ts'
import { day, listOf, number, record, text, tuple } from './shape.ts'

export const ATLAS_FORMAT = 'front-atlas'
export const ATLAS_VERSION = 1

/** How a stretch of boundary came about; decides how a front on it is drawn. */
export const ARC_KIND = { border: 0, barrier: 1, evidence: 2, inferred: 3 } as const
export type ArcKind = (typeof ARC_KIND)[keyof typeof ARC_KIND]

/** Unit in which the file gives how well a boundary is known (metres). */
export const ERROR_STEP = 100

/**
 * State of ground on a day.
 * - `held`: one faction holds it.
 * - `contested`: sources place two factions there, or dispute who holds it.
 * - `passing`: it changed hands between an earliest and a latest day; on this day either may have held it.
 */
export const STATE = { held: 0, contested: 1, passing: 2 } as const
export type State = (typeof STATE)[keyof typeof STATE]

/** One period of a history. It lasts from `start` to the day before the next period's `start`. */
export interface Period {
  /** first day of the period */
  start: Day
  /** index into `Atlas.factions` of the faction that holds the ground */
  holder: number
  /** index of the second faction when `state` is not `held`, else -1; -1 too when the challenger is unknown */
  other: number
  state: State
  /** index of the faction that held the ground until it became part of the holder; see lineage.ts, which sets it */
  former?: number
}

/** The file as written: numbers only where numbers do. See src/library/README.md. */
export interface AtlasFile {
  format: typeof ATLAS_FORMAT
  version: number
  /** id of the conflict, from conflict.json */
  conflict: string
  /** first and last day of the range, ISO, both inclusive */
  start: string
  end: string
  /** faction ids; histories refer to them by index */
  factions: string[]
  /** quantization as in TopoJSON: lon = x * scale[0] + translate[0], lat = y * scale[1] + translate[1] */
  transform: { scale: [number, number]; translate: [number, number] }
  /** each arc as [x0, y0, dx1, dy1, …] in quantized integers */
  arcs: number[][]
  /** for each arc: face on its left, face on its right (-1: outside the country), kind */
  sides: [left: number, right: number, kind: ArcKind][]
  /** for each arc: how far off to either side the line may have run, in units of ERROR_STEP; absent in imported maps */
  errors?: number[]
  faces: {
    /** MultiPolygon of arc references as in TopoJSON: `~i` is arc i backwards; first ring of each polygon is the outer one */
    polygons: number[][][]
    /** area in km², equal-area projection */
    km2: number
    /** index into `histories` */
    history: number
    /** km² of the face in each governorate: [index into `governorates`, km²] */
    governorates: [number, number][]
  }[]
  governorates: string[]
  /** each history as a list of [days since start, holder, other or -1, state] in ascending order; the first has offset 0 */
  histories: [offset: number, holder: number, other: number, state: State][][]
}

export interface Face {
  polygons: number[][][]
  km2: number
  history: Period[]
  governorates: [number, number][]
}

export interface Arc {
  /** flat lon, lat, lon, lat … in degrees WGS 84 */
  coordinates: Float64Array
  left: number
  right: number
  kind: ArcKind
  /** metres to either side within which the line may have run; 0 on borders, and where nobody says */
  error?: number
}

/** The atlas in memory. */
export interface Atlas {
  conflict: string
  start: Day
  end: Day
  factions: string[]
  governorates: string[]
  arcs: Arc[]
  faces: Face[]
}

/** Thrown when a file is not an atlas that this program can read; `reason` is stable, the message is for people. */
export class AtlasError extends Error {
  readonly reason: 'atlas-not-an-object' | 'atlas-wrong-format' | 'atlas-wrong-version' | 'atlas-damaged'
  constructor(reason: AtlasError['reason'], message: string) {
    super(message)
    this.name = 'AtlasError'
    this.reason = reason
  }
}

const SHAPE = record({
  conflict: text,
  start: day,
  end: day,
  factions: listOf(text),
  transform: record({ scale: tuple(number, number), translate: tuple(number, number) }),
  arcs: listOf((arc) => (Array.isArray(arc) ? null : '')),
  sides: listOf(tuple(number, number, number)),
  faces: listOf(
    record({
      polygons: listOf(listOf(listOf(number))),
      km2: number,
      history: number,
      governorates: listOf(tuple(number, number)),
    }),
  ),
  governorates: listOf(text),
  histories: listOf(listOf(tuple(number, number, number, number))),
})

/**
 * Reads an atlas file.
 * @param file the parsed JSON, not trusted
 * @returns the atlas with arcs in degrees (lon, lat) and histories with absolute days
 * @throws AtlasError when format, version or references are wrong
 */
export function decodeAtlas(file: unknown): Atlas {
  if (typeof file !== 'object' || file === null) {
    throw new AtlasError('atlas-not-an-object', `expected an atlas object, got ${typeof file}`)
  }
  const raw = file as AtlasFile
  if (raw.format !== ATLAS_FORMAT) {
    throw new AtlasError(
      'atlas-wrong-format',
      `expected format "${ATLAS_FORMAT}", got "${String(raw.format)}"`,
    )
  }
  if (raw.version !== ATLAS_VERSION) {
    throw new AtlasError(
      'atlas-wrong-version',
      `expected version ${ATLAS_VERSION}, got ${String(raw.version)}`,
    )
  }
  const fault = SHAPE(file)
  if (fault !== null) throw new AtlasError('atlas-damaged', `atlas${fault} is missing or of another kind`)
  if (raw.errors !== undefined && (!Array.isArray(raw.errors) || raw.errors.length !== raw.arcs.length))
    throw new AtlasError('atlas-damaged', 'errors are not one for each arc')
  const start = dayOf(raw.start)
  const arcs = raw.arcs.map((deltas, index) =>
    decodeArc(deltas, raw.transform, raw.sides[index], raw.errors?.[index]),
  )
  const histories = raw.histories.map((periods, index) =>
    periods.map(([offset, holder, other, state]) => {
      if (!raw.factions[holder] || (other !== -1 && !raw.factions[other]))
        throw new AtlasError('atlas-damaged', `history ${index} names a faction that is not there`)
      return { start: start + offset, holder, other, state }
    }),
  )
  const faces = raw.faces.map((face, index) => {
    const history = histories[face.history]
    if (!history?.length)
      throw new AtlasError('atlas-damaged', `face ${index} has no history ${face.history}`)
    for (const ring of face.polygons.flat())
      for (const ref of ring)
        if (!arcs[ref < 0 ? ~ref : ref])
          throw new AtlasError('atlas-damaged', `face ${index} names arc ${ref}`)
    return { polygons: face.polygons, km2: face.km2, history, governorates: face.governorates }
  })
  return {
    conflict: raw.conflict,
    start,
    end: dayOf(raw.end),
    factions: raw.factions,
    governorates: raw.governorates,
    arcs,
    faces,
  }
}

function decodeArc(
  deltas: number[],
  transform: AtlasFile['transform'],
  sides: AtlasFile['sides'][number],
  error = 0,
): Arc {
  if (!sides || deltas.length < 4 || deltas.length % 2 !== 0) {
    throw new AtlasError('atlas-damaged', 'an arc lacks coordinates or sides')
  }
  const coordinates = new Float64Array(deltas.length)
  let x = 0
  let y = 0
  for (let i = 0; i < deltas.length; i += 2) {
    x += deltas[i]
    y += deltas[i + 1]
    coordinates[i] = x * transform.scale[0] + transform.translate[0]
    coordinates[i + 1] = y * transform.scale[1] + transform.translate[1]
  }
  // One that is no number makes all after it none.
  if (!Number.isFinite(x) || !Number.isFinite(y))
    throw new AtlasError('atlas-damaged', 'an arc has a coordinate that is no number')
  return { coordinates, left: sides[0], right: sides[1], kind: sides[2], error: error * ERROR_STEP }
}
