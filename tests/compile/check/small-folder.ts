/** The files of a small country of our own making: red in the west, blue in the east, a river between them. */

export type Files = Record<string, string>

const CLAIMS =
  'id,place,earliest,latest,event,from,to,verdict,reason_en,reason_ar,conflicts,sources,confidence,note'
const AREA_CLAIMS =
  'id,area,earliest,latest,from,to,state,except,verdict,reason_en,reason_ar,conflicts,sources,confidence,note'
const EVENTS =
  'id,date,date_end,kind,title_en,title_ar,summary_en,summary_ar,place,place_name,lat,lon,precision_m,factions,verdict,reason_en,reason_ar,conflicts,sources,confidence'

const rows = (...lines: string[]) => `${lines.join('\n')}\n`
const json = (value: unknown) => `${JSON.stringify(value, null, 1)}\n`
/** One feature a line, from line 2 on. */
const layer = (...features: unknown[]) =>
  `{"type":"FeatureCollection","features":[\n${features.map((feature) => JSON.stringify(feature)).join(',\n')}\n]}\n`
const feature = (properties: object, type: string, coordinates: unknown) => ({
  type: 'Feature',
  properties,
  geometry: { type, coordinates },
})
const box = (west: number, south: number, east: number, north: number) => [
  [
    [west, south],
    [east, south],
    [east, north],
    [west, north],
    [west, south],
  ],
]
const place = (id: string, lon: number, lat: number) =>
  feature(
    { id, name: id, name_ar: 'قرية', variants: [], kind: 'village', governorate: 'XX-A', precision_m: 500 },
    'Point',
    [lon, lat],
  )
const faction = (id: string, role: string) => ({
  id,
  role,
  colour: '#aa2222',
  texture: 'none',
  names: [{ from: null, name: { en: id, ar: 'أحمر' }, short: { en: id, ar: 'أحمر' } }],
  lineage: [],
  dissolved: null,
})
const source = (id: string) => ({
  id,
  publisher: id,
  title: null,
  date: '2025-01-01',
  url: `https://example.org/${id}`,
  language: 'en',
  kind: 'agency',
  stance: [],
  note: '',
})

export function smallFolder(): Files {
  return {
    'conflict.json': json({
      id: 'small',
      title: { en: 'Small', ar: 'صغير' },
      start: '2025-01-01',
      end: '2025-01-31',
      bbox: [38, 35, 38.6, 35.4],
      languages: ['en', 'ar'],
      projection: '+proj=laea +lat_0=35.2 +lon_0=38.3 +x_0=0 +y_0=0 +datum=WGS84 +units=m +no_defs',
      play: { start: '2025-01-01', end: '2025-01-31' },
      home: [{ iso3: 'XXX', iso2: 'XX' }],
    }),
    'factions.json': json([
      faction('RED', 'ground'),
      faction('BLUE', 'ground'),
      faction('FLEET', 'position'),
    ]),
    'sources.json': json([source('agency'), source('monitor')]),
    'places.geojson': layer(place('westham', 38.1, 35.1), place('eastham', 38.45, 35.1)),
    'areas/areas.geojson': layer(
      feature(
        { id: 'marsh', name: 'Marsh', name_ar: 'مستنقع', kind: 'zone', precision_m: 500 },
        'Polygon',
        box(38.05, 35.05, 38.2, 35.2),
      ),
    ),
    'barriers/river.geojson': layer(
      feature(
        {
          id: 'river',
          name: 'River',
          kind: 'river',
          certainty: 'evidence',
          precision_m: 100,
          sources: ['agency'],
          note: '',
        },
        'LineString',
        [
          [38.3, 34.99],
          [38.3, 35.41],
        ],
      ),
    ),
    'base/countries.geojson': layer(
      feature({ iso: 'XXX', name: 'Small', name_ar: 'صغير' }, 'Polygon', box(38, 35, 38.6, 35.4)),
      feature({ iso: 'NXT', name: 'Next', name_ar: 'جار' }, 'Polygon', box(38.6, 35, 39, 35.4)),
    ),
    'base/borders.geojson': layer(
      feature({ pair: 'XXX-NXT' }, 'LineString', [
        [38.6, 35],
        [38.6, 35.4],
      ]),
    ),
    'base/lakes.geojson': layer(feature({ name: 'Pond', km2: 80 }, 'Polygon', box(38.2, 35.3, 38.3, 35.38))),
    'base/admin1.geojson': layer(
      feature({ iso: 'XX-A', name: 'All', name_ar: 'الكل' }, 'Polygon', box(38, 35, 38.6, 35.4)),
    ),
    'claims/main.csv': rows(
      CLAIMS,
      'M1,westham,2025-01-01,2025-01-01,baseline,,RED,accepted,,,,agency|monitor,confirmed,',
      'M2,eastham,2025-01-01,2025-01-01,baseline,,BLUE,accepted,,,,agency|monitor,confirmed,',
      'M3,westham,2025-01-10,2025-01-10,captured,RED,BLUE,accepted,,,,agency|monitor,confirmed,',
      'M4,westham,2025-01-20,2025-01-20,attack,BLUE,RED,rejected,Too far away.,بعيد جدا.,,agency,claimed,',
    ),
    'claims/areas.csv': rows(
      AREA_CLAIMS,
      'A1,marsh,2025-01-12,2025-01-12,RED,BLUE,held,,accepted,,,,agency|monitor,confirmed,',
    ),
    'events/events.csv': rows(
      EVENTS,
      'EV1,2025-01-05,,battle,Fight,معركة,A fight.,معركة.,westham,Westham,35.1,38.1,500,RED|BLUE,accepted,,,,agency,likely',
    ),
    'positions/positions.geojson': layer(
      feature(
        {
          id: 'P1',
          site: 'hill',
          faction: 'FLEET',
          kind: 'post',
          name: 'Hill',
          name_ar: 'تل',
          status: 'active',
          start_date: '2025-01-01',
          end_date: null,
          verdict: 'accepted',
          reason_en: '',
          reason_ar: '',
          sources: ['agency'],
          precision_m: 500,
          note: '',
        },
        'Point',
        [38.2, 35.3],
      ),
    ),
    'stories/one.json': json({
      id: 'one',
      order: 1,
      title: { en: 'One', ar: 'واحد' },
      summary: { en: 'A story.', ar: 'قصة.' },
      steps: [
        {
          title: { en: 'Step', ar: 'خطوة' },
          link: 'date=2025-01-10',
          sentences: [{ en: 'Blue came.', ar: 'جاء الأزرق.', refs: ['M3'] }],
        },
      ],
    }),
    'corrections.json': json([
      { date: '2025-02-01', what: { en: 'What', ar: 'ماذا' }, why: { en: 'Why', ar: 'لماذا' }, ids: ['M3'] },
    ]),
    'bands.json': json([
      { date: '2025-01-01', factions: ['RED'], without: [], low: 40, high: 60, publisher: 'agency' },
    ]),
  }
}
