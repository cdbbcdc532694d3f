/** What readers are served is complete, whatever of the optional files a folder leaves out, and nothing damaged is served. */

import type { Topology } from 'topojson-specification'
import { describe, expect, it } from 'vitest'
import { ATLAS_FORMAT, ATLAS_VERSION } from '../../src/chronicle/atlas.ts'
import { RECORDS_FORMAT, RECORDS_VERSION } from '../../src/chronicle/evidence-records.ts'
import { atlasFiles } from '../../src/derive/atlas-files.ts'
import { entryOf, openAtlases } from '../../src/derive/atlases.ts'
import { memoryFolder } from './memory-folder.ts'

const noWorld = () => {
  throw new Error('nothing to draw the world round')
}
const conflict = {
  ...{ id: 'strip', title: { en: 'Strip' }, start: '2025-01-01', end: '2025-01-31' },
  ...{ bbox: [0, 0, 2, 1], languages: ['en'] },
  projection: '+proj=laea +lat_0=0 +lon_0=1 +datum=WGS84 +units=m +no_defs',
}
const least = {
  'conflict.json': conflict,
  'factions.json': [],
  'atlas/atlas.json': {
    format: ATLAS_FORMAT,
    version: ATLAS_VERSION,
    ...{ conflict: conflict.id, start: conflict.start, end: conflict.end, factions: [], governorates: [] },
    transform: { scale: [1, 1], translate: [0, 0] },
    ...{ arcs: [], sides: [], faces: [], histories: [] },
  },
  'atlas/evidence.json': {
    ...{ format: RECORDS_FORMAT, version: RECORDS_VERSION },
    ...{ sites: [], places: [], claims: [], sources: [], areas: [] },
  },
}
const made = (files: Record<string, unknown>, name: string) =>
  JSON.parse(atlasFiles(memoryFolder(files), () => world).get(name)!())
const world: Topology = {
  type: 'Topology',
  objects: { countries: { type: 'GeometryCollection', geometries: [] } },
  arcs: [],
}

const layer = (...features: object[]) => ({
  type: 'FeatureCollection',
  features: features.map((properties) => ({
    type: 'Feature',
    properties,
    geometry: {
      type: 'Polygon',
      coordinates: [
        [
          [10, 50],
          [11, 50],
          [11, 51],
          [10, 50],
        ],
      ],
    },
  })),
})

describe('the files of an atlas', () => {
  it('are all there where every optional file is missing', () => {
    const files = atlasFiles(memoryFolder(least), () => world)
    for (const [name, make] of files) expect(() => JSON.parse(make()), name).not.toThrow()
    for (const name of [
      'positions/positions.geojson',
      'base/rivers.geojson',
      'coarse/parts.geojson',
      'labels-minor.json',
    ])
      expect(made(least, name), name).toEqual({ type: 'FeatureCollection', features: [] })
    for (const name of ['corrections.json', 'towns.json', 'governorates.json', 'stories.json'])
      expect(made(least, name), name).toEqual([])
    expect(made(least, 'weaknesses.json')).toEqual({ stretches: [], notes: [] })
    expect(made(least, 'differences.json')).toBeNull()
  })

  it('tell the differences at a meeting by names, and nothing where a folder meets none or has no list', () => {
    const meets = { folder: '..', day: '2001-01-02', with: '2001-01-03' }
    const rows = [
      'place,here,there,reason_en,reason_ar',
      'a,RED,BLUE,"Taken, later.",أُخذت',
      'b,BLUE,RED,,',
      '',
    ].join('\n')
    const files = {
      ...least,
      'conflict.json': { ...conflict, meets },
      'places.geojson': layer({ id: 'a', name: 'Alpha', name_ar: 'ألفا' }),
      'differences.csv': rows,
    }
    expect(made(files, 'differences.json')).toEqual({
      day: '2001-01-02',
      with: '2001-01-03',
      places: [
        {
          id: 'a',
          name: { en: 'Alpha', ar: 'ألفا' },
          here: 'RED',
          there: 'BLUE',
          reason: { en: 'Taken, later.', ar: 'أُخذت' },
        },
        { id: 'b', name: { en: 'b' }, here: 'BLUE', there: 'RED', reason: {} },
      ],
    })
    expect(made({ ...files, 'conflict.json': conflict }, 'differences.json')).toBeNull()
    const { 'differences.csv': _, ...silent } = files
    expect(made(silent, 'differences.json')).toBeNull()
  })

  it.each([
    ['factions.json', {}, /has no factions.json/],
    ['atlas/atlas.json', {}, /has no atlas\/atlas.json: compile it/],
    [
      'atlas/atlas.json',
      { 'atlas/atlas.json': '{"format":"front-atlas"' },
      /atlas\/atlas.json cannot be read/,
    ],
    ['atlas/atlas.json', { 'atlas/atlas.json': { format: 'a picture' } }, /atlas\/atlas.json cannot be read/],
    [
      'atlas/evidence.json',
      { 'atlas/evidence.json': { format: RECORDS_FORMAT, version: -1 } },
      /cannot be read/,
    ],
    ['base/borders.geojson', { 'base/borders.geojson': '{' }, /base\/borders.geojson is no JSON/],
  ])('%s is refused with advice when it is missing or damaged', (name, over, message) => {
    const { [name as keyof typeof least]: _, ...rest } = least
    const files = atlasFiles(memoryFolder({ ...rest, ...over }), noWorld)
    expect(files.get(name)!).toThrow(message)
  })

  it('mark home and its borders, so that the map need not know them', () => {
    const files = {
      ...least,
      'conflict.json': { ...conflict, home: [{ iso3: 'XAA', iso2: 'XA' }], ceasefire: ['XAA-XBB'] },
      'base/countries.geojson': layer({ iso: 'XAA' }, { iso: 'XBB' }),
      'base/borders.geojson': layer({ pair: 'XAA-XBB' }, { pair: 'XCC-XAA' }, { pair: 'XBB-XCC' }),
    }
    const properties = (name: string) =>
      made(files, name).features.map((feature: { properties: object }) => feature.properties)
    expect(properties('base/countries.geojson')).toEqual([{ iso: 'XAA', home: 1 }, { iso: 'XBB' }])
    for (const name of ['base/borders.geojson', 'coarse/borders.geojson'])
      expect(properties(name).map(({ kind }: { kind?: string }) => kind)).toEqual([
        'ceasefire',
        'home',
        'abroad',
      ])
  })
})

describe('several atlases', () => {
  const folders: Record<string, ReturnType<typeof memoryFolder>> = {
    early: memoryFolder({ ...least, 'conflict.json': { ...conflict, id: 'early' } }, 'early'),
    same: memoryFolder(least, 'same'),
    shouting: memoryFolder({ ...least, 'conflict.json': { ...conflict, id: 'SHOUT/ING' } }, 'shouting'),
    empty: memoryFolder({}, 'empty'),
  }
  const open = (atlases: unknown) =>
    openAtlases(memoryFolder({ ...least, 'atlases.json': atlases }), (way) => folders[way])

  it('lie in folders named by their ids; the first one does without', () => {
    expect(openAtlases(memoryFolder(least), open as never).map(({ prefix }) => prefix)).toEqual([''])
    expect(open(['early']).map(({ id, prefix }) => [id, prefix])).toEqual([
      ['strip', ''],
      ['early', 'early/'],
    ])
  })

  it('know whom they meet by its id, when that one is in the build too', () => {
    const meets = { folder: '../..', day: '2001-01-02', with: '2001-01-03' }
    const chapter = (folder: string) =>
      memoryFolder({ ...least, 'conflict.json': { ...conflict, id: 'early', meets: { ...meets, folder } } })
    const met = (folder: string) =>
      openAtlases(memoryFolder({ ...least, 'atlases.json': ['chapters/early'] }), () => chapter(folder)).map(
        entryOf,
      )
    const [first, early] = met('../..')
    expect(early.meets).toEqual({ atlas: 'strip', day: '2001-01-02', with: '2001-01-03' })
    expect(first.meets).toBeUndefined()
    expect(met('../../elsewhere')[1].meets).toBeUndefined()
  })

  it.each([
    [['same'], /same and memory have one id, "strip"/],
    [['shouting'], /id: must match pattern/],
    [['empty'], /conflict.json/],
    [{ early: 1 }, /must be a list of folders/],
  ])('%j are refused', (ways, message) => {
    expect(() => open(ways)).toThrow(message)
  })
})
