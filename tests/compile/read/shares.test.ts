/** A folder takes what it lacks of the ground from the folder that it shares from, and nothing of its time. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { openFolder } from '../../../src/cli/open-folder.ts'
import { readDataset } from '../../../src/compile/read/dataset.ts'
import type { Problem } from '../../../src/compile/read/problem.ts'

const CLAIMS =
  'id,place,earliest,latest,event,from,to,verdict,reason_en,reason_ar,conflicts,sources,confidence,note\n'
/** A table of one event; of its cells only these matter here. */
const event = (id: string, place: string, source: string) =>
  `id,date,date_end,kind,place,place_name,lat,lon,precision_m,factions,verdict,conflicts,sources,confidence\n${id},2020-01-01,,battle,${place},,35,38,500,,accepted,,${source},likely\n`
const AREA_CLAIMS =
  'id,area,earliest,latest,from,to,state,except,verdict,reason_en,reason_ar,conflicts,sources,confidence,note\n'
const point = (id: string) => ({
  type: 'Feature',
  properties: {
    id,
    name: id,
    name_ar: null,
    variants: [],
    kind: 'village',
    governorate: 'XA-A',
    precision_m: 500,
  },
  geometry: { type: 'Point', coordinates: [10, 50] },
})
const RED = {
  id: 'RED',
  role: 'ground',
  colour: '#aa2222',
  texture: 'none',
  names: [{ from: null, name: { en: 'Red', ar: 'أحمر' }, short: { en: 'Red', ar: 'أحمر' } }],
  lineage: [],
  dissolved: null,
}
const source = (id: string) => ({
  id,
  publisher: id,
  title: null,
  date: null,
  url: null,
  language: 'en',
  kind: 'agency',
  stance: [],
  note: '',
})
const BOTH = { en: 'Text', ar: 'نص' }
const STORY = {
  id: 'one',
  order: 1,
  title: BOTH,
  summary: BOTH,
  steps: [{ title: BOTH, link: 'date=2010-01-01', sentences: [{ ...BOTH, refs: ['paper', 'E1'] }] }],
}
const MAIN = {
  id: 'main',
  title: BOTH,
  start: '2020-01-01',
  end: '2020-12-31',
  bbox: [9, 49, 12, 52],
  languages: ['en', 'ar'],
  projection: '+proj=laea',
  play: { start: '2020-01-01', end: '2020-01-31' },
  home: [{ iso3: 'XAA', iso2: 'XA' }],
}
const EARLY = {
  id: 'early',
  title: BOTH,
  start: '2010-01-01',
  end: '2010-12-31',
  play: { start: '2010-01-01', end: '2010-01-31' },
  shares: '../..',
}
const layer = (...features: unknown[]) => ({ type: 'FeatureCollection', features })
const line = (id: string) => ({
  type: 'Feature',
  properties: {
    id,
    name: id,
    kind: 'river',
    certainty: 'evidence',
    precision_m: 100,
    sources: ['agency'],
    note: '',
  },
  geometry: {
    type: 'LineString',
    coordinates: [
      [10, 50],
      [11, 51],
    ],
  },
})

const country = (iso: string) => ({
  type: 'Feature',
  properties: { iso, name: iso },
  geometry: {
    type: 'Polygon',
    coordinates: [
      [
        [9, 49],
        [12, 49],
        [12, 52],
        [9, 49],
      ],
    ],
  },
})

let root: string
function write(files: Record<string, unknown>) {
  for (const [file, content] of Object.entries(files)) {
    mkdirSync(dirname(join(root, file)), { recursive: true })
    writeFileSync(join(root, file), typeof content === 'string' ? content : JSON.stringify(content))
  }
}
function read(path = 'main/chapters/early') {
  const problems: Problem[] = []
  const dataset = readDataset(openFolder(join(root, path), problems), problems)
  return { dataset, problems: problems.map(({ reason, file, line }) => `${reason} ${file}:${line}`) }
}

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'shares-'))
  write({
    'main/conflict.json': MAIN,
    'main/base/countries.geojson': layer(country('XAA')),
    'main/factions.json': [RED],
    'main/sources.json': ['agency', 'gazette', 'paper'].map(source),
    'main/places.geojson': layer(point('northham'), point('southham')),
    'main/claims/main.csv': `${CLAIMS}M1,northham,2020-01-01,2020-01-01,captured,,RED,accepted,,,,agency,confirmed,\n`,
    'main/events/events.csv': event('EV1', 'southham', 'paper'),
    'main/barriers/all.geojson': layer(line('river'), line('front')),
    'main/chapters/early/conflict.json': EARLY,
    'main/chapters/early/sources.json': [source('diary')],
    'main/chapters/early/claims/early.csv': `${CLAIMS}E1,northham,2010-01-01,2010-01-01,captured,,RED,accepted,,,,diary|agency,confirmed,\n`,
  })
})
afterEach(() => rmSync(root, { recursive: true }))

describe('a folder that shares', () => {
  it('completes its conflict, and keeps its own name', () => {
    expect(read().dataset.conflict).toMatchObject({
      id: 'early',
      projection: '+proj=laea',
      bbox: [9, 49, 12, 52],
    })
  })

  it('takes factions and places from the lender, but of those only what its claims name', () => {
    const { dataset, problems } = read()
    expect(problems).toEqual([])
    expect(dataset.factions.map(({ id }) => id)).toEqual(['RED'])
    expect([...dataset.places.keys()]).toEqual(['northham'])
    expect([...dataset.sources.keys()].sort()).toEqual(['agency', 'diary'])
  })

  it('has its own claims only', () => {
    expect(read().dataset.claims.map(({ id }) => id)).toEqual(['E1'])
    expect(read('main').dataset.claims.map(({ id }) => id)).toEqual(['M1'])
  })

  it('keeps what its own positions, events and stories name', () => {
    write({
      'main/chapters/early/events/events.csv': event('EE1', 'southham', 'gazette'),
      'main/chapters/early/stories/one.json': STORY,
    })
    const { dataset } = read()
    expect([...dataset.places.keys()].sort()).toEqual(['northham', 'southham'])
    expect([...dataset.sources.keys()].sort()).toEqual(['agency', 'diary', 'gazette', 'paper'])
  })

  it('adds places and areas of its own', () => {
    write({
      'main/chapters/early/places.geojson': layer(point('westham')),
      'main/chapters/early/claims/areas.csv': `${AREA_CLAIMS}EA1,marsh,2010-01-01,2010-01-01,,RED,held,,accepted,,,,agency,confirmed,\n`,
      'main/chapters/early/areas/areas.geojson': layer({
        type: 'Feature',
        properties: { id: 'marsh', name: 'Marsh', name_ar: null, kind: 'zone', precision_m: 500 },
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
      }),
    })
    const { dataset, problems } = read()
    expect(problems).toEqual([])
    expect([...dataset.places.keys()].sort()).toEqual(['northham', 'westham'])
    expect([...dataset.areas.keys()]).toEqual(['marsh'])
  })

  it('may not use an id of the lender again', () => {
    write({ 'main/chapters/early/places.geojson': layer(point('northham')) })
    expect(read().problems).toEqual(['duplicate-id places.geojson:1'])
  })

  it('takes all barriers of the lender, or draws its own beside those that it names', () => {
    expect(read().dataset.barriers.map(({ id }) => id)).toEqual(['river', 'front'])
    write({ 'main/chapters/early/barriers/early.geojson': layer(line('wall')) })
    expect(read().dataset.barriers.map(({ id }) => id)).toEqual(['wall'])
    const conflict = EARLY
    write({ 'main/chapters/early/conflict.json': { ...conflict, barriers: ['river'] } })
    expect(read().dataset.barriers.map(({ id }) => id)).toEqual(['river', 'wall'])
    write({ 'main/chapters/early/conflict.json': { ...conflict, barriers: ['canal'] } })
    expect(read().problems).toEqual(['unknown-barrier conflict.json:0'])
  })

  it('has a home with its parts, which the countries of the base map must know', () => {
    const part = { id: 'isle', layer: 'isle', of: 'XA' }
    write({
      'main/chapters/early/conflict.json': { ...EARLY, parts: [part] },
      'main/base/isle.geojson': layer(country('?')),
    })
    const { dataset, problems } = read()
    expect(problems).toEqual([])
    expect(dataset.outlines.map(({ id, polygons }) => [id, polygons.length])).toEqual([
      ['XA', 2],
      ['isle', 1],
    ])
    expect(dataset.country).toHaveLength(2)
    write({ 'main/base/countries.geojson': layer(country('XBB')) })
    expect(read().problems).toEqual(['home-missing ../../base/countries.geojson:0'])
  })

  it('names a lent file by the way to it', () => {
    write({ 'main/factions.json': '[' })
    expect(read().problems).toEqual(['json-unreadable ../../factions.json:1'])
  })

  it('says when the lender is no data folder, or leads back', () => {
    write({ 'main/chapters/early/conflict.json': { shares: '../../nowhere' } })
    expect(read().problems[0]).toBe('folder-missing ../../nowhere/:0')
    write({ 'main/conflict.json': { shares: 'chapters/early' } })
    write({ 'main/chapters/early/conflict.json': { shares: '../..' } })
    expect(read().problems[0]).toBe('shares-circular ../../conflict.json:0')
  })
})
