/** Files that are not as they should be, or larger than anybody expects. */
import { describe, expect, it } from 'vitest'
import { decodeAtlas } from '../../../src/chronicle/atlas.ts'
import { indexFaces } from '../../../src/chronicle/face-index.ts'
import { readWorld } from '../../../src/cli/world.ts'
import { polygonsArea } from '../../../src/compile/faces/rings.ts'
import { countriesIn } from '../../../src/compile/import/base-layers.ts'
import { folderOf } from '../../../src/compile/import/folder.ts'
import { type Imported, type ImportRules, importSnapshots } from '../../../src/compile/import/import.ts'
import { reportCsv } from '../../../src/compile/import/report.ts'
import type { Problem } from '../../../src/compile/read/problem.ts'
import { Random } from './random.ts'

const RULES: ImportRules = {
  factionProperty: null,
  dateProperty: null,
  defaultFaction: null,
  overlap: 'smaller',
}
const collection = (coordinates: unknown, type = 'Polygon') => ({
  type: 'FeatureCollection',
  features: [{ type: 'Feature', properties: { faction: 'Red' }, geometry: { type, coordinates } }],
})
const circle = (count: number, lon = 38, lat = 35, radius = 0.5) => {
  const ring = Array.from({ length: count }, (_, i): [number, number] => {
    const angle = (2 * Math.PI * i) / count
    return [lon + radius * Math.cos(angle), lat + radius * Math.sin(angle)]
  })
  return [...ring, ring[0]]
}
async function run(text: string, rules: Partial<ImportRules> = {}, name = '20250101.geojson') {
  const problems: Problem[] = []
  const files = [{ name, read: () => text }]
  return { imported: await importSnapshots(files, { ...RULES, ...rules }, problems), problems }
}
const reasons = (problems: readonly Problem[]) => problems.map(({ reason }) => reason)
const box = (west: number, south: number, east: number, north: number) => [
  [west, south],
  [east, south],
  [east, north],
  [west, north],
  [west, south],
]
const km2 = (imported: Imported | null) =>
  imported!.faces.reduce((sum, { polygons }) => sum + polygonsArea(polygons, imported!.lines), 0) / 1e6

describe('an import takes', () => {
  it('a byte order mark, and a collection wrapped in one other object', async () => {
    const text = JSON.stringify(collection([circle(12)]))
    for (const given of [`\uFEFF${text}`, `{"value":${text}}`])
      expect((await run(given)).imported?.faces).toHaveLength(1)
  })

  it('a ring of 250,000 points', async () => {
    const { imported } = await run(JSON.stringify(collection([circle(250_000)])))
    expect(imported?.faces).toHaveLength(1)
  }, 120_000)

  it('a multipolygon of 130,000 parts', async () => {
    const row = 361
    const parts = Array.from({ length: 130_000 }, (_, i) => {
      const [lon, lat] = [30 + (i % row) * 0.01, 10 + Math.floor(i / row) * 0.01]
      return [box(lon, lat, lon + 0.006, lat + 0.006)]
    })
    const { imported, problems } = await run(JSON.stringify(collection(parts, 'MultiPolygon')))
    expect(reasons(problems)).toEqual([])
    expect(imported!.faces.reduce((sum, { polygons }) => sum + polygons.length, 0)).toBe(130_000)
  }, 240_000)
})

describe('the 180th meridian', () => {
  /** 4° by 1° on the equator, and what one degree is there, km */
  const wanted = 4 * 111.32 * 110.57
  const ways: [string, unknown, string[]][] = [
    ['stepped over', [[box(178, 0, -178, 1)]], ['antimeridian']],
    ['stepped over westwards', [[box(178, 0, -178, 1).reverse()]], ['antimeridian', 'winding']],
    ['a border between two parts', [[box(178, 0, 180, 1)], [box(-180, 0, -178, 1)]], []],
    ['first met from the east', [[box(-180, 0, -178, 1)], [box(178, 0, 180, 1)]], []],
  ]
  it.each(ways)('%s is one piece of ground, four degrees wide', async (_, parts, said) => {
    const { imported, problems } = await run(JSON.stringify(collection(parts, 'MultiPolygon')))
    expect(reasons(problems)).toEqual(said)
    const [west, , east] = imported!.bbox
    expect(east - west).toBeCloseTo(4)
    expect(Math.abs((west + east) / 2)).toBeCloseTo(180)
    expect(Math.abs(km2(imported) / wanted - 1)).toBeLessThan(0.01)
    const folder = folderOf(
      imported!,
      { title: 'T', publisher: 'P', url: null },
      { conflict: null, factions: [], regions: null },
      readWorld(),
    )
    const atlas = decodeAtlas(folder.atlas)
    const longitudes = atlas.arcs.flatMap(({ coordinates }) =>
      Array.from(coordinates).filter((_, i) => i % 2 === 0),
    )
    expect(Math.max(...longitudes) - Math.min(...longitudes)).toBeCloseTo(4)
    expect(indexFaces(atlas).faceAt((west + east) / 2, 0.5)).toBe(0)
  })

  it('has countries on both sides of it', () => {
    const names = countriesIn([177, -19, 181, -16], readWorld()).features
    const longitudes = names.flatMap(({ geometry }) => geometry.coordinates.flat(3) as number[])
    expect(Math.max(...longitudes.filter((_, i) => i % 2 === 0))).toBeGreaterThan(180)
    expect(names.map(({ properties }) => properties.name)).toContain('Fiji')
  })
})

describe('an import refuses', () => {
  it.each([
    ['the whole world', box(-180, -90, 180, 90)],
    ['most of it', box(-100, -80, 95, 80)],
    ['what may be meant either way round', box(-100, 0, 100, 40)],
    ['a belt round the Earth', [...Array.from({ length: 37 }, (_, i) => [-180 + 10 * i, 10]), [-180, 10]]],
  ])('%s', async (_, ring) => {
    const { imported, problems } = await run(JSON.stringify(collection([ring])))
    expect(imported).toBeNull()
    expect(reasons(problems)).toContain('nothing-to-import')
    expect(reasons(problems)).toContain('world-sized')
  })

  it('a world-sized polygon alone, and takes the rest', async () => {
    const parts = [[box(-180, -90, 180, 90)], [circle(12)]]
    const { imported, problems } = await run(JSON.stringify(collection(parts, 'MultiPolygon')))
    expect(imported?.faces).toHaveLength(1)
    expect(reasons(problems)).toEqual(['world-sized'])
  })

  it('ground scattered over more than half of the Earth', async () => {
    const parts = [-80, 20, 110].map((lon) => [box(lon, 0, lon + 1, 1)])
    const { imported, problems } = await run(JSON.stringify(collection(parts, 'MultiPolygon')))
    expect(imported).toBeNull()
    expect(problems.at(-1)).toMatchObject({
      reason: 'too-wide',
      message: expect.stringMatching(/scattered over \d+° of longitude/),
    })
  })

  it('a ring of 3,000 points in no order', async () => {
    const random = new Random(7)
    const ring = Array.from({ length: 3000 }, () => [random.between(36, 40), random.between(33, 37)])
    const parts = [[[...ring, ring[0]]], [circle(12, 50)]]
    const { imported, problems } = await run(JSON.stringify(collection(parts, 'MultiPolygon')))
    expect(imported?.faces).toHaveLength(1)
    expect(reasons(problems)).toEqual(['tangled'])
  })

  it('more geometry than it may hold, with advice', async () => {
    const { imported, problems } = await run(JSON.stringify(collection([circle(1200)])), { most: 1000 })
    expect(imported).toBeNull()
    expect(problems).toEqual([
      expect.objectContaining({
        reason: 'too-much',
        severity: 'error',
        message: expect.stringMatching(/more than 1,000 different positions: import fewer days/),
      }),
    ])
  })
})

it('counts names that a map tells apart to one faction', async () => {
  const feature = (status: string, west: number) => ({
    type: 'Feature',
    properties: { status },
    geometry: { type: 'Polygon', coordinates: [box(west, 10, west + 1, 11)] },
  })
  const features = [feature('Held', 30), feature('gained', 31), feature('Lost', 32)]
  const joins = new Map([
    ['held', 'Red'],
    ['Gained', 'Red'],
  ])
  const { imported } = await run(JSON.stringify({ type: 'FeatureCollection', features }), { joins })
  expect(imported!.factions.map(({ id }) => id)).toEqual(['RED', 'LOST'])
  expect(imported!.faces).toHaveLength(2)
})

it('says how far it is', async () => {
  const parts: string[] = []
  await importSnapshots(
    [1, 2, 3].map((day) => ({
      name: `2025010${day}.geojson`,
      read: () => JSON.stringify(collection([circle(12)])),
    })),
    RULES,
    [],
    (part, done, of) => parts.push(`${part} ${done}/${of}`),
  )
  expect(parts).toEqual([
    'files 0/3',
    'files 1/3',
    'files 2/3',
    'lines 0/12',
    'ground 0/12',
    'days 0/3',
    'days 1/3',
    'days 2/3',
    'faces 0/1',
  ])
})

it('slivers alone are no map', async () => {
  const sliver = [
    [38, 35],
    [38.01, 35],
    [38.01, 35.00002],
    [38, 35],
  ]
  const { imported, problems } = await run(JSON.stringify(collection([sliver])))
  expect(imported).toBeNull()
  expect(problems.filter(({ severity }) => severity === 'error').map(({ reason }) => reason)).toEqual([
    'nothing-to-import',
  ])
})

it('no cell of the report begins a formula', () => {
  const problem = (file: string): Problem => ({
    reason: 'unreadable',
    severity: 'warning',
    file,
    line: 0,
    message: '=1+1',
  })
  const csv = reportCsv([problem('=cmd.geojson'), problem('@x.geojson')])
  expect(csv).not.toMatch(/(^|,)"?[=@]/m)
})
