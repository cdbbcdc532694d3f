/** The files for programs keep to their schemas and agree with each other, for an atlas of claims and for an imported one. */
import { Ajv } from 'ajv'
import { describe, expect, it } from 'vitest'
import { areasOn } from '../../../src/chronicle/areas.ts'
import { dayOf, isoOf } from '../../../src/chronicle/day.ts'
import { ringArea } from '../../../src/geometry/plane.ts'
import { FROZEN_INPUTS, frozenAtlas } from '../../fixtures/frozen.ts'
import { apiOf } from './site.ts'

const FOLDERS = {
  'the frozen atlas, that has no published layers': FROZEN_INPUTS[0],
  'the live data': 'geodata',
}

describe.each(Object.entries(FOLDERS))('the interface of %s', (_, folder) => {
  const files = apiOf(folder)
  const get = (path: string) => files.get(path)!()
  const { atlases } = get('index.json') as { atlases: { id: string; path: string }[] }
  const ajv = new Ajv()
  const schemas = [...files.keys()].filter((path) => path.startsWith('schema/'))

  it('has an index of atlases, an index of each, and a schema for every file', () => {
    const listed = atlases.flatMap(({ id, path }) => [
      path,
      ...(get(path).resources as { path: string }[]).map((resource) => `${id}/${resource.path}`),
    ])
    expect([...files.keys()].sort()).toEqual(['index.json', ...schemas, ...listed].sort())
  })

  it('keeps to its schemas', () => {
    const faults = (path: string, schema: string) => {
      const description = get(schema)
      const validate = ajv.getSchema(description.$id) ?? ajv.compile(description)
      return validate(get(path)) ? [] : [path, ...(validate.errors ?? []).slice(0, 3)]
    }
    expect(faults('index.json', 'schema/index.json')).toEqual([])
    for (const { id, path } of atlases) {
      expect(faults(path, 'schema/atlas.json')).toEqual([])
      for (const resource of get(path).resources as { path: string; jsonSchema: string }[])
        expect(faults(`${id}/${resource.path}`, resource.jsonSchema.replace('../', ''))).toEqual([])
    }
  })

  it('has zones that agree with the areas of each day, and fronts between those who hold ground', () => {
    for (const { id } of atlases) {
      const days: { date: string; factions: { faction: string; best: number }[] }[] = get(`${id}/days.json`)
      const { features } = get(`${id}/zones.geojson`)
      const size = new Map<object, number>(
        features.map((one: { geometry: { coordinates: number[][][][] } }) => [
          one,
          extent(one.geometry.coordinates),
        ]),
      )
      // Square degrees of all ground: the same on every day, because zones tile it.
      const on = (date: string) =>
        features.filter(
          ({ properties: p }: { properties: { start_date: string; end_date: string | null } }) =>
            p.start_date <= date && (p.end_date === null || p.end_date > date),
        )
      const total = (date: string) => on(date).reduce((sum: number, one: object) => sum + size.get(one)!, 0)
      const whole = total(days[0].date)
      for (const { date, factions } of days) {
        expect(total(date)).toBeCloseTo(whole, 3)
        const holders = new Set(
          on(date).map(({ properties }: { properties: { faction: string } }) => properties.faction),
        )
        expect([...holders].sort()).toEqual(
          factions
            .filter(({ best }) => best > 0)
            .map(({ faction }) => faction)
            .sort(),
        )
      }
      const known = new Set(days.flatMap(({ factions }) => factions.map(({ faction }) => faction)))
      const fronts: { properties: { between: string[] } }[] = get(`${id}/fronts.geojson`).features
      expect(fronts.length).toBeGreaterThan(10)
      for (const { properties } of fronts)
        for (const side of properties.between) expect(known).toContain(side)
    }
  })
})

const extent = (polygons: number[][][][]) =>
  polygons.reduce(
    (sum, rings) =>
      sum +
      rings.reduce(
        (rest, ring, i) => rest + (i ? -1 : 1) * Math.abs(ringArea(ring as [number, number][])),
        0,
      ),
    0,
  )

describe('the interface', () => {
  const files = apiOf(FROZEN_INPUTS[0], true)
  const atlas = frozenAtlas()
  const { atlases } = files.get('index.json')!()
  const of = (path: string) => files.get(`${atlases[0].id}/${path}`)!()

  it('tells areas and changes as the map does', () => {
    const days: { date: string; factions: { faction: string; low: number; best: number; high: number }[] }[] =
      of('days.json')
    for (const { date, factions } of days)
      areasOn(atlas, dayOf(date)).forEach((band, i) => {
        const told = factions.find(({ faction }) => faction === atlas.factions[i]) ?? {
          low: 0,
          best: 0,
          high: 0,
        }
        for (const key of ['low', 'best', 'high'] as const) expect(told[key]).toBeCloseTo(band[key], 1)
      })
    const changes: { date: string; km2: number; gains: { km2: number }[] }[] = of('changes.json')
    expect(changes.length).toBeGreaterThan(20)
    for (const { km2, gains } of changes)
      expect(gains.reduce((sum, gain) => sum + gain.km2, 0)).toBeCloseTo(km2, 0)
  })

  it('has every single day where that is asked for', () => {
    const { daily } = of('index.json')
    expect(daily).toBe('days/{date}.geojson')
    for (const day of [atlas.start, atlas.start + 9, atlas.end]) {
      const { features } = of(daily.replace('{date}', isoOf(day)))
      expect(features).toHaveLength(atlas.faces.length)
      expect(features[0].properties.date).toBe(isoOf(day))
      const { anyOf: _, ...schema } = files.get('schema/day.json')!()
      expect(new Ajv().validate(schema, { type: 'FeatureCollection', features })).toBe(true)
    }
  })
})
