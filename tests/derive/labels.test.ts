import { readFileSync } from 'node:fs'
import type { Feature, FeatureCollection, Polygon } from 'geojson'
import { describe, expect, it } from 'vitest'
import { innermostPoint } from '../../src/derive/innermost-point.ts'
import { type Labels, labelsIn, makeLabels } from '../../src/derive/labels.ts'
import { makeSurroundings } from '../../src/derive/surroundings.ts'
import { frozenLabels } from '../fixtures/frozen.ts'

const collection = (...features: Feature[]): FeatureCollection => ({ type: 'FeatureCollection', features })
const point = (lon: number, lat: number, properties: object): Feature => ({
  type: 'Feature',
  properties,
  geometry: { type: 'Point', coordinates: [lon, lat] },
})
const box = (w: number, s: number, e: number, n: number, properties: object): Feature<Polygon> => ({
  type: 'Feature',
  properties,
  geometry: {
    type: 'Polygon',
    coordinates: [
      [
        [w, s],
        [e, s],
        [e, n],
        [w, n],
        [w, s],
      ],
    ],
  },
})
const base = (name: string, lon: number, lat: number, over = {}) =>
  point(lon, lat, { name, name_ar: '', rank: 2, cc: 'SY', pop: 1000, ...over })
const named = (name: string, lon: number, lat: number, over = {}) =>
  point(lon, lat, { id: name, name, name_ar: null, variants: [], kind: 'town', ...over })
const make = (bases: Feature[], names: Feature[], occupied: Feature[] = []) => {
  const { major, minor } = makeLabels({
    base: collection(...bases),
    named: collection(...names),
    countries: collection(),
    parts: collection(...occupied),
    home: [{ iso3: 'SYR', iso2: 'SY' }],
    sea: collection(),
  })
  return [...major.features, ...minor.features].map(({ properties }) => properties)
}

describe('labels', () => {
  it('take the spelling of the gazetteer and the rank of the base list', () => {
    const [label, ...rest] = make(
      [base('Al-Qunaytirah', 35.824, 33.126, { rank: 1, name_ar: 'القنيطرة' })],
      [named('Quneitra (destroyed city)', 35.83, 33.12)],
    )
    expect(rest).toEqual([])
    expect(label).toMatchObject({ name: 'Quneitra', name_ar: 'القنيطرة', rank: 1, pop: 1000, home: 1 })
  })

  it('stand on the other side of a city where another one lies in the way', () => {
    const city = (name: string, lon: number, lat: number) => base(name, lon, lat, { rank: 1 })
    const wests = (...cities: Feature[]) => make(cities, []).map(({ west }) => west ?? 0)
    expect(wests(city('Daraa', 36.106, 32.625), city('Suwayda', 36.567, 32.709))).toEqual([1, 0])
    expect(wests(city('Daraa', 36.106, 32.625), city('Palmyra', 38.28, 34.55))).toEqual([0, 0])
  })

  it('keep two places that are near and unlike', () => {
    const names = make(
      [base("Dar'a", 36.106, 32.625, { rank: 1 })],
      [named('Somewhere new', 36.102, 32.619, { kind: 'village' })],
    )
    expect(names.map(({ name }) => name).sort()).toEqual(["Dar'a", 'Somewhere new'])
  })

  it('take a variant for the name, and the nearest of two that agree', () => {
    const names = make(
      [base("'Ayn al 'Arab", 38.35, 36.89)],
      [
        named('Kobani', 38.351, 36.891, { variants: ['Ain al-Arab'] }),
        named('Ain Arab', 38.33, 36.89, { kind: 'village' }),
      ],
    )
    expect(names.map(({ name }) => name).sort()).toEqual(['Ain Arab', 'Kobani'])
  })

  it('know a place by its name in another language too', () => {
    const [label, ...rest] = make(
      [base('Kabbasin', 37.57, 36.43, { name_ar: 'قبّاسين' })],
      [named('Qabasin', 37.58, 36.43, { name_ar: 'قباسين', name_ku: 'Qebasîn' })],
    )
    expect(rest).toEqual([])
    expect(label).toMatchObject({ name: 'Qabasin', name_ku: 'Qebasîn' })
  })

  it('keep a place that has a name in one language only, and name it once', () => {
    expect(make([base('', 38, 36, { name_ar: 'تشرين' })], [])).toEqual([
      expect.objectContaining({ name_ar: 'تشرين' }),
    ])
    const bases = readFileSync('geodata/base/places.geojson', 'utf8')
    for (const { properties } of JSON.parse(bases).features)
      expect(properties.name ?? '', properties.name).not.toMatch(/\p{Script=Arabic}/u)
  })

  it('keep the letters of a language that is read with a font of its own', () => {
    const [label] = make([base('Şırnak', 42.5, 37.5, { cc: 'TR', name_tr: 'Şırnak', name_ku: 'Şirnex' })], [])
    expect(label).toMatchObject({ name: 'Sirnak', name_tr: 'Şırnak', name_ku: 'Şirnex' })
  })

  it('can be had with the names of some languages alone', () => {
    const label = point(37.16, 36.2, {
      name: 'Aleppo',
      name_ar: 'حلب',
      name_fr: 'Alep',
      rank: 1,
      pop: 0,
      home: 1,
    })
    const [{ properties }] = labelsIn(collection(label) as Labels, ['en', 'fr']).features
    expect(properties).toMatchObject({ name: 'Aleppo', name_fr: 'Alep', rank: 1 })
    expect(properties).not.toHaveProperty('name_ar')
  })

  it('leave hills, bases and other points to the layers that speak of them', () => {
    expect(
      make([], [named('Tall X', 38, 35, { kind: 'hill' }), named('Base Y', 38, 35, { kind: 'base' })]),
    ).toEqual([])
  })

  it('count towns on occupied ground as at home', () => {
    const golan = box(35.6, 32.7, 35.9, 33.3, {})
    const labels = make(
      [base('Town', 35.7, 33, { cc: 'IL' }), base('Abroad', 35.3, 33, { cc: 'IL' })],
      [],
      [golan],
    )
    expect(labels.map(({ name, home }) => [name, home])).toEqual([
      ['Town', 1],
      ['Abroad', 0],
    ])
  })

  it('of the project name every larger town once', () => {
    const { major } = frozenLabels()
    const names = major.features
      .filter(({ properties }) => properties.home)
      .map(({ properties }) => properties.name)
    for (const town of ['Aleppo', 'Damascus', 'Hama', 'Raqqa', 'Daraa', 'Quneitra', 'Kobani', 'Palmyra']) {
      expect(
        names.filter((name) => name === town),
        town,
      ).toHaveLength(1)
    }
    expect(major.features.filter(({ properties }) => properties.kind === 'country').length).toBeGreaterThan(4)
  })
})

describe('the innermost point', () => {
  it('lies in the thick part, not in the middle of the box', () => {
    const area: Polygon = {
      type: 'Polygon',
      coordinates: [
        [
          [0, 0],
          [10, 0],
          [10, 1],
          [4, 1],
          [4, 4],
          [0, 4],
          [0, 0],
        ].flatMap(([x, y], i, all) => {
          const [nextX, nextY] = all[Math.min(i + 1, all.length - 1)]
          return Array.from({ length: 10 }, (_, step) => [
            x + ((nextX - x) * step) / 10,
            y + ((nextY - y) * step) / 10,
          ])
        }),
      ],
    }
    const [x, y] = innermostPoint(area)
    expect(x).toBeGreaterThan(1.5)
    expect(x).toBeLessThan(2.5)
    expect(y).toBeGreaterThan(1.5)
    expect(y).toBeLessThan(2.5)
  })
})

describe('surroundings', () => {
  const world = JSON.parse(readFileSync('node_modules/world-atlas/countries-10m.json', 'utf8'))
  const frame = collection(box(35, 31.8, 43, 37.8, { iso: 'X' }))
  const { features } = makeSurroundings(world, frame)

  it('stay out of the box of the base layers', () => {
    const inside = ([lon, lat]: number[]) => lon > 35.01 && lon < 42.99 && lat > 31.81 && lat < 37.79
    const points = features.flatMap(({ geometry }) => {
      if (geometry.type === 'MultiPolygon') return geometry.coordinates.flat(2)
      return geometry.type === 'MultiLineString'
        ? geometry.coordinates.flatMap((line) => line.slice(1, -1))
        : []
    })
    expect(points.length).toBeGreaterThan(1000)
    expect(points.filter(inside)).toEqual([])
  })

  it('have land, coasts and borders on all sides', () => {
    expect(new Set(features.map(({ properties }) => properties?.kind))).toEqual(
      new Set(['land', 'border', 'coast']),
    )
  })
})
