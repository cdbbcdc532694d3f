/** One file of snapshots: its features, repaired or dropped, each with a reason. Nothing here throws. */
import type { Day } from '../../chronicle/day.ts'
import { FIRST_LANGUAGE } from '../../chronicle/languages.ts'
import type { Problem } from '../read/problem.ts'
import { cleanRing, type RingFault } from './clean-ring.ts'
import { dayIn, dayInProperties } from './dates.ts'
import { type FactionRegister, guessFactionProperty, textOf } from './faction-names.ts'
import type { RingTable } from './ring-table.ts'
import { MOST_CROSSINGS } from './self-crossing.ts'

/** One polygon of one day. */
export interface HeldPolygon {
  faction: number
  /** numbers in the ring table, the outer one first */
  rings: number[]
  file: string
  /** 1-based number of the feature in its file */
  feature: number
}

export interface SnapshotContext {
  /** property that names the faction, as the caller said; `null`: one of the usual ones */
  factionProperty: string | null
  /** the usual one that the first file has */
  guessedProperty: string | null
  dateProperty: string | null
  /** faction of features that name none; `null`: they are dropped */
  defaultFaction: string | null
  factions: FactionRegister
  table: RingTable
  problems: Problem[]
  /** polygons by day, added to by each file */
  days: Map<Day, HeldPolygon[]>
  /** coordinates read so far, as the files count them */
  coordinates: number
}

const MESSAGES: Record<RingFault, string> = {
  'ring-unclosed': 'the first position was repeated at the end',
  'duplicate-vertex': 'repeated positions were taken out',
  spike: 'a way to a point and straight back was taken out',
  'coordinate-invalid': 'positions that are no longitude and latitude in degrees were taken out',
  'z-coordinate': 'heights were left out',
  winding: 'wound against RFC 7946; read as if it were wound right',
  'zero-area': 'a ring without an inside was dropped',
  antimeridian: 'steps over the 180th meridian; read as the short way',
  'world-sized': 'dropped: goes round so much of the Earth that its inside cannot be told from its outside',
  tangled: `dropped: crosses itself more than ${MOST_CROSSINGS.toLocaleString(FIRST_LANGUAGE)} times`,
  'ring-invalid': 'what stands in the place of a ring is no list of positions; dropped',
}

interface Candidate {
  properties: unknown
  geometry: unknown
  number: number
}

/** Reads one file into the context. A file that cannot be used is listed in the problems and otherwise ignored. */
export function readSnapshot(file: string, text: string, context: SnapshotContext): void {
  const say = (reason: string, line: number, message: string) =>
    context.problems.push({ reason, severity: 'warning', file, line, message })
  let json: unknown
  try {
    json = unwrapped(JSON.parse(text.replace(/^\uFEFF/, '')))
  } catch (error) {
    return void say('bad-json', 0, `skipped: ${(error as Error).message}`)
  }
  const features = featuresOf(json)
  if (!features) return void say('not-geojson', 0, 'skipped: neither a FeatureCollection nor a Feature')
  const ofFile = dayIn(file) ?? dayInProperties(json, context.dateProperty)
  if (ofFile === 'invalid') return void say('date-invalid', 0, 'skipped: its name holds no date that exists')
  const candidates = features.flatMap((feature, i): Candidate[] => {
    const { properties, geometry, type } = (feature ?? {}) as Record<string, unknown>
    if (type === 'Feature') return [{ properties, geometry, number: i + 1 }]
    say('feature-invalid', i + 1, 'dropped: not a GeoJSON Feature')
    return []
  })
  const property = factionPropertyOf(candidates, context, say)
  let polygons = 0
  for (const { properties, geometry, number } of candidates) {
    const day = ofFile ?? dayInProperties(properties, context.dateProperty)
    if (typeof day !== 'number') {
      const what = day === 'invalid' ? 'its date does not exist' : 'neither the file nor the feature is dated'
      say(day === 'invalid' ? 'date-invalid' : 'date-missing', number, `dropped: ${what}`)
      continue
    }
    const name = (property === null ? null : textOf(properties, property)) ?? context.defaultFaction
    if (name === null) {
      say(
        'faction-missing',
        number,
        `dropped: no ${property ? `"${property}"` : 'property'} names its faction`,
      )
      continue
    }
    const shapes = polygonsIn(geometry, (reason, message) => say(reason, number, message))
    const kept = cleanPolygons(shapes, context, (reason, message) => say(reason, number, message))
    if (kept.length === 0) continue
    polygons += kept.length
    const faction = context.factions.indexOf(name, properties)
    const held = context.days.get(day) ?? []
    for (const rings of kept) held.push({ faction, rings, file, feature: number })
    context.days.set(day, held)
  }
  if (polygons === 0) say('snapshot-empty', 0, 'skipped: nothing in it can be used; the day before goes on')
}

/** The property in use, as long as one feature has it; a file that calls it otherwise is asked anew. */
function factionPropertyOf(
  candidates: readonly Candidate[],
  context: SnapshotContext,
  say: (reason: string, line: number, message: string) => void,
): string | null {
  if (context.factionProperty !== null) return context.factionProperty
  const { guessedProperty: known } = context
  if (known !== null && candidates.some(({ properties }) => textOf(properties, known) !== null)) return known
  const guess = guessFactionProperty(candidates.map(({ properties }) => properties))
  if (known === null) context.guessedProperty = guess
  else if (guess !== null)
    say('faction-property', 0, `no feature has "${known}"; "${guess}" was read instead`)
  return guess ?? known
}

/** A collection that is wrapped in one other object (`{"value": {…}}`). */
function unwrapped(json: unknown): unknown {
  if (typeof json !== 'object' || json === null || Array.isArray(json) || 'type' in json) return json
  return Object.values(json).find((inner) => featuresOf(inner) !== null) ?? json
}

function featuresOf(json: unknown): unknown[] | null {
  const { type, features } = (json ?? {}) as Record<string, unknown>
  if (type === 'FeatureCollection' && Array.isArray(features)) return features
  return type === 'Feature' ? [json] : null
}

/** Coordinates of all polygons in a geometry, whatever it is wrapped in. */
function polygonsIn(geometry: unknown, say: (reason: string, message: string) => void): unknown[] {
  if (geometry === null || geometry === undefined) {
    say('null-geometry', 'dropped: it has no geometry')
    return []
  }
  const { type, coordinates, geometries } = geometry as Record<string, unknown>
  if (type === 'Polygon') return [coordinates]
  if (type === 'MultiPolygon' && Array.isArray(coordinates)) return coordinates
  if (type === 'GeometryCollection' && Array.isArray(geometries)) {
    say('geometry-collection', 'its polygons were taken out of a GeometryCollection')
    return geometries.flatMap((inner) => polygonsIn(inner, say))
  }
  say('geometry-type', `dropped: ${String(type)} holds no ground`)
  return []
}

function cleanPolygons(
  shapes: readonly unknown[],
  context: SnapshotContext,
  say: (reason: string, message: string) => void,
): number[][] {
  const counts = new Map<RingFault, number>()
  const polygons = shapes.flatMap((shape) => {
    if (!Array.isArray(shape)) {
      counts.set('ring-invalid', (counts.get('ring-invalid') ?? 0) + 1)
      return []
    }
    const rings: number[] = []
    for (const [i, raw] of shape.entries()) {
      if (Array.isArray(raw)) context.coordinates += raw.length
      const { vertices, faults } = cleanRing(raw, i === 0, context.table)
      for (const fault of faults) counts.set(fault, (counts.get(fault) ?? 0) + 1)
      // Without its outer ring the holes of a polygon are holes in nothing.
      if (!vertices && i === 0) break
      if (vertices) rings.push(context.table.ring(vertices))
    }
    return rings.length > 0 ? [[...new Set(rings)]] : []
  })
  for (const [fault, count] of counts)
    say(fault, `${count} ${count === 1 ? 'ring' : 'rings'}: ${MESSAGES[fault]}`)
  return polygons
}
