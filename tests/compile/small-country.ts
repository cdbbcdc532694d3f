/** A small country of our own making, for tests: a rectangle with two sides and a river between them. */
import { dayOf } from '../../src/chronicle/day.ts'
import type { SourceRecord } from '../../src/chronicle/evidence.ts'
import type { AreaClaim, Claim, Dataset, Place } from '../../src/compile/read/model.ts'

export const WEST = 38
export const EAST = 38.6
export const SOUTH = 35
export const NORTH = 35.4
/** The river runs north to south; red holds the west, blue the east. */
export const RIVER = 38.3

const rectangle = [
  [WEST, SOUTH],
  [EAST, SOUTH],
  [EAST, NORTH],
  [WEST, NORTH],
  [WEST, SOUTH],
]

export function source(id: string, over: Partial<SourceRecord> = {}): SourceRecord {
  return {
    id,
    publisher: id,
    title: null,
    date: '2025-01-01',
    url: null,
    language: 'en',
    kind: 'agency',
    stance: [],
    note: '',
    ...over,
  }
}

export function place(id: string, lon: number, lat: number, over: Partial<Place> = {}): Place {
  return {
    id,
    name: { en: id },
    variants: [],
    kind: 'village',
    governorate: 'XX-1',
    precision_m: 1000,
    lon,
    lat,
    file: 'places.geojson',
    line: 1,
    ...over,
  }
}

let row = 0
const shared = () => ({
  file: 'claims/test.csv',
  line: ++row + 1,
  verdict: 'accepted' as const,
  reason: {},
  conflicts: [],
  sources: ['agency'],
  confidence: 'confirmed',
  note: '',
})

export function claim(
  id: string,
  about: string,
  day: string,
  event: string,
  from: string | null,
  to: string | null,
  over: Partial<Claim> = {},
): Claim {
  return { ...shared(), id, place: about, earliest: dayOf(day), latest: dayOf(day), event, from, to, ...over }
}

export function areaClaim(
  id: string,
  area: string,
  day: string,
  from: string[],
  to: string,
  over: Partial<AreaClaim> = {},
): AreaClaim {
  return {
    ...shared(),
    id,
    area,
    earliest: dayOf(day),
    latest: dayOf(day),
    from,
    to,
    state: 'held',
    except: [],
    ...over,
  }
}

/** Red west of the river, blue east of it, on 2025-01-01; two places on each side. */
export function smallCountry(over: Partial<Dataset> = {}): Dataset {
  const faction = (id: string, role: 'ground' | 'position' = 'ground') => ({
    id,
    role,
    names: [{ from: null, name: { en: id }, short: { en: id } }],
    lineage: [],
    dissolved: null,
  })
  const places = [
    place('westham', 38.1, 35.1),
    place('westbury', 38.15, 35.3),
    place('eastham', 38.45, 35.1),
    place('eastbury', 38.5, 35.3),
  ]
  return {
    conflict: {
      id: 'test',
      title: { en: 'Test', ar: 'اختبار' },
      start: '2025-01-01',
      end: '2025-01-31',
      languages: ['en', 'ar'],
      bbox: [WEST, SOUTH, EAST, NORTH],
      projection: '+proj=laea +lat_0=35.2 +lon_0=38.3 +x_0=0 +y_0=0 +datum=WGS84 +units=m +no_defs',
    },
    factions: [faction('RED'), faction('BLUE'), faction('GREEN'), faction('FLEET', 'position')],
    sources: new Map(
      [source('agency'), source('monitor'), source('background', { kind: 'none' })].map((s) => [s.id, s]),
    ),
    places: new Map(places.map((p) => [p.id, p])),
    claims: [
      claim('B1', 'westham', '2025-01-01', 'baseline', null, 'RED'),
      claim('B2', 'westbury', '2025-01-01', 'baseline', null, 'RED'),
      claim('B3', 'eastham', '2025-01-01', 'baseline', null, 'BLUE'),
      claim('B4', 'eastbury', '2025-01-01', 'baseline', null, 'BLUE'),
    ],
    areaClaims: [],
    areas: new Map(),
    barriers: [
      {
        id: 'river',
        name: 'River',
        kind: 'river',
        certainty: 'evidence',
        precision_m: 100,
        sources: ['agency'],
        coordinates: [
          [RIVER, SOUTH - 0.01],
          [RIVER, NORTH + 0.01],
        ],
        file: 'barriers/test.geojson',
        line: 1,
      },
    ],
    country: [rectangle],
    outlines: [{ id: 'XX', polygons: [[rectangle]] }],
    bands: [],
    governorates: [{ id: 'XX-1', name: { en: 'All' }, polygons: [[rectangle]] }],
    ...over,
  }
}
