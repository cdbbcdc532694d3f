/** The whole of geodata in memory, as people wrote it: typed, but not yet checked against each other. */
import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import type { LineString, MultiPolygon, Point, Polygon } from 'geojson'
import { type Day, parseDay } from '../../chronicle/day.ts'
import type { SourceRecord, Verdict } from '../../chronicle/evidence.ts'
import type { Problem } from './problem.ts'
import { type Row, readJson, readLayer, readTable } from './tables.ts'

export interface Conflict {
  id: string
  title: { en: string; ar: string }
  start: string
  end: string
  bbox: [number, number, number, number]
  projection: string
}

export interface Faction {
  id: string
  role: 'ground' | 'position'
  names: { from: string | null; en: string; ar: string; short_en: string; short_ar: string }[]
  dissolved: string | null
}

export interface Place {
  id: string
  name: string
  name_ar: string | null
  variants: string[]
  kind: string
  governorate: string
  precision_m: number
  side?: string
  lon: number
  lat: number
  line: number
}

/** Where a row stands, for messages. */
export interface Origin {
  file: string
  line: number
}

export interface Claim extends Origin {
  id: string
  place: string
  earliest: Day
  latest: Day
  event: string
  from: string | null
  to: string | null
  verdict: Verdict
  reason_en: string
  reason_ar: string
  conflicts: string[]
  sources: string[]
  confidence: string
  note: string
}

export interface AreaClaim extends Origin {
  id: string
  area: string
  earliest: Day
  latest: Day
  from: string[]
  to: string
  state: 'held' | 'contested'
  except: string[]
  verdict: Verdict
  reason_en: string
  reason_ar: string
  conflicts: string[]
  sources: string[]
  confidence: string
  note: string
}

export interface Area {
  id: string
  name: string
  name_ar: string | null
  kind: string
  precision_m: number
  /** degrees, lon lat: polygons of rings */
  polygons: number[][][][]
  line: number
}

export interface Barrier {
  id: string
  name: string
  kind: string
  certainty: 'evidence' | 'inferred'
  precision_m: number
  sources: string[]
  /** degrees, lon lat */
  coordinates: number[][]
  file: string
  line: number
}

export interface Dataset {
  conflict: Conflict
  factions: Faction[]
  sources: Map<string, SourceRecord>
  places: Map<string, Place>
  claims: Claim[]
  areaClaims: AreaClaim[]
  areas: Map<string, Area>
  barriers: Barrier[]
  /** outlines of the country's parts, degrees */
  country: number[][][]
  /** the part of the country that Israel has occupied since 1967, degrees; area claims call it `golan` */
  golan: number[][][][]
  governorates: { id: string; name: string; name_ar: string; polygons: number[][][][] }[]
}

const CLAIM_COLUMNS = [
  'id',
  'place',
  'earliest',
  'latest',
  'event',
  'from',
  'to',
  'verdict',
  'reason_en',
  'reason_ar',
  'conflicts',
  'sources',
  'confidence',
  'note',
]
const AREA_COLUMNS = [
  'id',
  'area',
  'earliest',
  'latest',
  'from',
  'to',
  'state',
  'except',
  'verdict',
  'reason_en',
  'reason_ar',
  'conflicts',
  'sources',
  'confidence',
  'note',
]

/**
 * Reads a geodata folder.
 * @param folder path of the folder
 * @param problems receives everything that could not be read
 * @returns the dataset; incomplete when there are errors among the problems
 */
export function readDataset(folder: string, problems: Problem[]): Dataset {
  const conflict = readJson(folder, 'conflict.json', problems) as Conflict
  const factions = (readJson(folder, 'factions.json', problems) ?? []) as Faction[]
  const sources = indexById(
    (readJson(folder, 'sources.json', problems) ?? []) as SourceRecord[],
    'sources.json',
    problems,
  )
  const files = existsSync(join(folder, 'claims'))
    ? readdirSync(join(folder, 'claims'))
        .filter((f) => f.endsWith('.csv'))
        .sort()
    : []
  const claims = files
    .filter((file) => !file.startsWith('areas'))
    .flatMap((file) => readTable(folder, `claims/${file}`, CLAIM_COLUMNS, problems))
    .flatMap((row) => claimOf(row, problems))
  const areaClaims = files
    .filter((file) => file.startsWith('areas'))
    .flatMap((file) => readTable(folder, `claims/${file}`, AREA_COLUMNS, problems))
    .flatMap((row) => areaClaimOf(row, problems))
  const barriers = readdirSync(join(folder, 'barriers'))
    .filter((file) => file.endsWith('.geojson'))
    .sort()
    .flatMap((file) =>
      readLayer<LineString, Omit<Barrier, 'coordinates' | 'file' | 'line'>>(
        folder,
        `barriers/${file}`,
        problems,
      ).map((feature, i) => ({
        ...feature.properties,
        coordinates: feature.geometry.coordinates,
        file: `barriers/${file}`,
        line: i + 1,
      })),
    )
  return {
    conflict,
    factions,
    sources,
    places: readPlaces(folder, problems),
    claims,
    areaClaims,
    areas: readAreas(folder, problems),
    barriers,
    ...readBase(folder, problems),
  }
}

function readPlaces(folder: string, problems: Problem[]): Map<string, Place> {
  const features = readLayer<Point, Omit<Place, 'lon' | 'lat' | 'line'>>(folder, 'places.geojson', problems)
  const places = features.map((feature, i) => ({
    ...feature.properties,
    lon: feature.geometry.coordinates[0],
    lat: feature.geometry.coordinates[1],
    line: i + 1,
  }))
  return indexById(places, 'places.geojson', problems)
}

function readAreas(folder: string, problems: Problem[]): Map<string, Area> {
  const features = readLayer<Polygon | MultiPolygon, Omit<Area, 'polygons' | 'line'>>(
    folder,
    'areas/areas.geojson',
    problems,
  )
  const areas = features.map((feature, i) => ({
    ...feature.properties,
    polygons: polygonsOf(feature.geometry),
    line: i + 1,
  }))
  return indexById(areas, 'areas/areas.geojson', problems)
}

function readBase(folder: string, problems: Problem[]) {
  const countries = readLayer<Polygon, { iso: string }>(folder, 'base/countries.geojson', problems)
  const golan = readLayer<Polygon, object>(folder, 'base/golan_ne.geojson', problems)
  const own = countries.find((feature) => feature.properties.iso === 'SYR')
  const admin = readLayer<Polygon | MultiPolygon, { iso: string; name: string; name_ar: string }>(
    folder,
    'base/admin1.geojson',
    problems,
  )
  return {
    // The Golan is Syrian territory, but the outline that we have of the country leaves it out: it is added as a part.
    country: [
      ...(own ? own.geometry.coordinates : []),
      ...golan.flatMap((feature) => feature.geometry.coordinates),
    ],
    golan: golan.map((feature) => feature.geometry.coordinates),
    governorates: admin.map(({ properties, geometry }) => ({
      id: properties.iso,
      name: properties.name,
      name_ar: properties.name_ar,
      polygons: polygonsOf(geometry),
    })),
  }
}

export const polygonsOf = (geometry: Polygon | MultiPolygon): number[][][][] =>
  geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.coordinates

function indexById<T extends { id: string }>(
  items: readonly T[],
  file: string,
  problems: Problem[],
): Map<string, T> {
  const index = new Map<string, T>()
  items.forEach((item, i) => {
    if (index.has(item.id)) {
      problems.push({
        reason: 'duplicate-id',
        severity: 'error',
        file,
        line: i + 1,
        message: `the id "${item.id}" is used twice`,
      })
    }
    index.set(item.id, item)
  })
  return index
}

function days(row: Row, problems: Problem[]): { earliest: Day; latest: Day } | null {
  const earliest = parseDay(row.get('earliest'))
  const latest = parseDay(row.get('latest'))
  for (const [column, value] of [
    ['earliest', earliest],
    ['latest', latest],
  ] as const) {
    if (value === null) {
      problems.push({
        reason: 'date-malformed',
        severity: 'error',
        file: row.file,
        line: row.line,
        message: `${column}: expected YYYY-MM-DD, got "${row.get(column)}"`,
      })
    }
  }
  if (earliest === null || latest === null) return null
  if (earliest > latest) {
    problems.push({
      reason: 'date-range-reversed',
      severity: 'error',
      file: row.file,
      line: row.line,
      message: `${row.get('earliest')} is after ${row.get('latest')}`,
    })
    return null
  }
  return { earliest, latest }
}

function common(row: Row) {
  return {
    file: row.file,
    line: row.line,
    id: row.get('id'),
    verdict: row.get('verdict') as Verdict,
    reason_en: row.get('reason_en'),
    reason_ar: row.get('reason_ar'),
    conflicts: row.list('conflicts'),
    sources: row.list('sources'),
    confidence: row.get('confidence'),
    note: row.get('note'),
  }
}

function claimOf(row: Row, problems: Problem[]): Claim[] {
  const range = days(row, problems)
  if (!range) return []
  return [
    {
      ...common(row),
      ...range,
      place: row.get('place'),
      event: row.get('event'),
      from: row.get('from') || null,
      to: row.get('to') || null,
    },
  ]
}

function areaClaimOf(row: Row, problems: Problem[]): AreaClaim[] {
  const range = days(row, problems)
  if (!range) return []
  return [
    {
      ...common(row),
      ...range,
      area: row.get('area'),
      from: row.list('from'),
      to: row.get('to'),
      state: row.get('state') as 'held' | 'contested',
      except: row.list('except'),
    },
  ]
}
