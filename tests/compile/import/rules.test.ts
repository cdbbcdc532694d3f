import { describe, expect, it } from 'vitest'
import { type Atlas, decodeAtlas } from '../../../src/chronicle/atlas.ts'
import { dayOf } from '../../../src/chronicle/day.ts'
import { evidenceFrom } from '../../../src/chronicle/evidence-records.ts'
import { Explainer } from '../../../src/chronicle/explain.ts'
import { indexFaces } from '../../../src/chronicle/face-index.ts'
import { periodAt } from '../../../src/chronicle/history.ts'
import { readWorld } from '../../../src/cli/world.ts'
import type { Regions } from '../../../src/compile/import/base-layers.ts'
import { dayIn } from '../../../src/compile/import/dates.ts'
import { FactionRegister, guessFactionProperty } from '../../../src/compile/import/faction-names.ts'
import { folderOf } from '../../../src/compile/import/folder.ts'
import { type ImportRules, importSnapshots } from '../../../src/compile/import/import.ts'
import { RingTable } from '../../../src/compile/import/ring-table.ts'
import type { Problem } from '../../../src/compile/read/problem.ts'

const RULES: ImportRules = {
  factionProperty: null,
  dateProperty: null,
  defaultFaction: null,
  overlap: 'smaller',
}
const box = (west: number, south: number, east: number, north: number) => [
  [west, south],
  [east, south],
  [east, north],
  [west, north],
  [west, south],
]
const feature = (properties: Record<string, unknown>, ...rings: number[][][]) => ({
  type: 'Feature',
  properties,
  geometry: { type: 'Polygon', coordinates: rings },
})
const file = (name: string, ...features: unknown[]) => ({
  name,
  read: () => JSON.stringify({ type: 'FeatureCollection', features }),
})

async function map(files: { name: string; read(): string }[], rules: Partial<ImportRules> = {}) {
  const problems: Problem[] = []
  const imported = await importSnapshots(files, { ...RULES, ...rules }, problems)
  const folder =
    imported &&
    folderOf(
      imported,
      { title: 'T', publisher: 'P', url: null },
      { conflict: null, factions: [], regions: null },
      readWorld(),
    )
  const atlas = folder && decodeAtlas(JSON.parse(folder.files.get('atlas/atlas.json')!))
  const holder = (lon: number, lat: number, date: string) => {
    const face = indexFaces(atlas!).faceAt(lon, lat)
    return face < 0 ? null : atlas!.factions[periodAt(atlas!.faces[face].history, dayOf(date)).holder]
  }
  return { problems, imported, folder, atlas, holder }
}

describe('who holds what', () => {
  it('gives overlaps to the smaller polygon, or to the later one when asked', async () => {
    const files = [
      file(
        '2024-01-01.json',
        feature({ faction: 'A' }, box(30.4, 10.4, 30.6, 10.6)),
        feature({ faction: 'B' }, box(30, 10, 31, 11)),
      ),
    ]
    const smaller = await map(files)
    expect(smaller.holder(30.5, 10.5, '2024-01-01')).toBe('A')
    expect(smaller.holder(30.1, 10.1, '2024-01-01')).toBe('B')
    expect(smaller.problems).toEqual([
      expect.objectContaining({ reason: 'overlap', file: '2024-01-01.json', line: 2 }),
    ])
    const later = await map(files, { overlap: 'later' })
    expect(later.holder(30.5, 10.5, '2024-01-01')).toBe('B')
  })

  it('calls ground UNKNOWN on days that leave it blank, and leaves out what is always blank', async () => {
    const { holder, folder } = await map([
      file('2024-01-01.json', feature({ faction: 'A' }, box(30, 10, 31, 11), box(30.4, 10.4, 30.6, 10.6))),
      file(
        '2024-01-03.json',
        feature({ faction: 'A' }, box(30, 10, 30.3, 11)),
        feature({ faction: 'B' }, box(30.7, 10, 31, 11)),
      ),
    ])
    expect(holder(30.35, 10.5, '2024-01-02')).toBe('A')
    expect(holder(30.35, 10.5, '2024-01-03')).toBe('UNKNOWN')
    expect(holder(30.5, 10.5, '2024-01-01')).toBeNull()
    const factions = JSON.parse(folder!.files.get('factions.json')!)
    expect(factions.map(({ id }: { id: string }) => id)).toEqual(['A', 'B', 'UNKNOWN'])
  })

  it('fills gaps between neighbours that are too narrow to be meant', async () => {
    // 0.0002° of longitude are about 21 m here.
    const { holder, imported, atlas } = await map([
      file(
        '2024-01-01.json',
        feature({ faction: 'A' }, box(30, 10, 30.5, 11)),
        feature({ faction: 'B' }, box(30.5002, 10, 31, 11)),
        feature({ faction: 'B' }, box(30, 11, 31, 11.1)),
        feature({ faction: 'B' }, box(30, 9.9, 31, 10)),
      ),
    ])
    expect(imported!.filled).toBeGreaterThan(1e6)
    expect(atlas!.faces).toHaveLength(2)
    expect(holder(30.5001, 10.5, '2024-01-01')).not.toBeNull()
  })

  it('keeps an islet that has no neighbour, however small', async () => {
    const { atlas, holder } = await map([
      file(
        '2024-01-01.json',
        feature({ faction: 'A' }, box(30, 10, 31, 11)),
        feature({ faction: 'B' }, box(32, 10, 32.0001, 10.0001)),
      ),
    ])
    expect(atlas!.faces).toHaveLength(2)
    expect(holder(32.00005, 10.00005, '2024-01-01')).toBe('B')
  })

  it('takes all that a ring goes round for ground, also where it goes round twice', async () => {
    // The line runs round the small box before it goes on round the large one.
    const ring = [...box(30.4, 10.4, 30.6, 10.6), ...box(30, 10, 31, 11), [30.4, 10.4]]
    const { holder, problems } = await map([file('2024-01-01.json', feature({ faction: 'A' }, ring))])
    expect(holder(30.5, 10.5, '2024-01-01')).toBe('A')
    expect(holder(30.8, 10.8, '2024-01-01')).toBe('A')
    expect(problems.map(({ reason }) => reason)).not.toContain('overlap')
  })

  it('takes a ring filed as a hole, but lying outside, for ground', async () => {
    const { holder } = await map([
      file('2024-01-01.json', feature({ faction: 'A' }, box(30, 10, 31, 11), box(32, 10, 33, 11))),
    ])
    expect(holder(32.5, 10.5, '2024-01-01')).toBe('A')
  })

  it('reads all files of one day as one snapshot', async () => {
    const { holder, atlas } = await map([
      file('2024-01-01-a.json', feature({ faction: 'A' }, box(30, 10, 31, 11))),
      file('2024-01-01-b.json', feature({ faction: 'B' }, box(31, 10, 32, 11))),
    ])
    expect([holder(30.5, 10.5, '2024-01-01'), holder(31.5, 10.5, '2024-01-01')]).toEqual(['A', 'B'])
    expect(atlas!.start).toBe(atlas!.end)
  })

  it('reads the day from a property when the file name has none', async () => {
    const { holder } = await map([
      file(
        'all.json',
        feature({ faction: 'A', Date: '2024-01-01T12:00:00Z' }, box(30, 10, 31, 11)),
        feature({ faction: 'B', Date: '2024/01/05' }, box(30, 10, 31, 11)),
        feature({ faction: 'B', Date: '2024-01-09' }, box(30, 10, 31, 11)),
      ),
    ])
    expect(holder(30.5, 10.5, '2024-01-08')).toBe('A')
    expect(holder(30.5, 10.5, '2024-01-09')).toBe('B')
  })

  it('gives features without a faction to the one that the caller names', async () => {
    const files = [file('2024-01-01.json', feature({}, box(30, 10, 31, 11)))]
    const without = await map(files)
    expect(without.atlas).toBeNull()
    expect(without.problems.map(({ reason }) => reason)).toEqual([
      'faction-missing',
      'snapshot-empty',
      'nothing-to-import',
    ])
    expect((await map(files, { defaultFaction: 'Occupied' })).holder(30.5, 10.5, '2024-01-01')).toBe(
      'OCCUPIED',
    )
  })
})

describe('the folder', () => {
  it('tells why, with the snapshots as the source', async () => {
    const { atlas, folder } = await map([
      file('2024-01-01.json', feature({ faction: 'A' }, box(30, 10, 31, 11))),
      file('2024-01-04.json', feature({ faction: 'B' }, box(30, 10, 31, 11))),
    ])
    const evidence = evidenceFrom(JSON.parse(folder!.files.get('atlas/evidence.json')!), atlas!)
    const face = indexFaces(atlas!).faceAt(30.5, 10.5)
    const answer = new Explainer(evidence, atlas!).explain(face, 30.5, 10.5, dayOf('2024-01-05'))!
    expect(atlas!.factions[answer.now.holder]).toBe('B')
    expect(answer.now.grade).toBe('C')
    expect(answer.now.claims.map(({ id, to, sources }) => [id, to, sources])).toEqual([
      ['2024-01-04-B', 'B', ['snapshots']],
    ])
  })

  it('counts ground by country, or by the governorates of a base map that is there already', async () => {
    // Beirut and Damascus.
    const { imported } = await map([
      file(
        '2024-01-01.json',
        feature({ faction: 'A' }, box(35.45, 33.8, 35.55, 33.9)),
        feature({ faction: 'B' }, box(36.2, 33.45, 36.4, 33.55)),
      ),
    ])
    const title = { title: 'T', publisher: 'P', url: null }
    const atlasFor = (regions: Regions | null) =>
      decodeAtlas(
        JSON.parse(
          folderOf(imported!, title, { conflict: null, factions: [], regions }, readWorld()).files.get(
            'atlas/atlas.json',
          )!,
        ),
      )
    const places = ({ faces, governorates }: Atlas) =>
      faces.map(({ history, governorates: shares }) => [history[0].holder, governorates[shares[0][0]]]).sort()
    expect(places(atlasFor(null))).toEqual([
      [0, 'Lebanon'],
      [1, 'Syria'],
    ])
    const conflict = JSON.parse(
      folderOf(imported!, title, { conflict: null, factions: [], regions: null }, readWorld()).files.get(
        'conflict.json',
      )!,
    )
    expect(conflict.home).toEqual(['Lebanon', 'Syria'].map((name) => ({ iso3: name, iso2: name })))
    const region = {
      type: 'Feature' as const,
      properties: { iso: 'X-1', name: 'X', name_ar: 'X' },
      geometry: { type: 'Polygon' as const, coordinates: [box(30, 30, 40, 40)] },
    }
    const own = atlasFor({ type: 'FeatureCollection', features: [region] })
    expect(own.governorates).toEqual(['X-1'])
    for (const { km2, governorates } of own.faces) expect(governorates[0][1]).toBeCloseTo(km2, 0)
  })

  it('keeps names and colours that an editor gave', async () => {
    const { imported } = await map([
      file('2024-01-01.json', feature({ faction: 'A', fill: '#FF0000' }, box(30, 10, 31, 11))),
    ])
    const own = {
      id: 'A',
      colour: '#123456',
      names: [{ from: null, name: { en: 'Alpha', ar: 'ألفا' }, short: { en: 'A', ar: 'أ' } }],
    }
    const title = { title: 'T', publisher: 'P', url: null }
    const factionsOf = (factions: Record<string, unknown>[]) =>
      JSON.parse(
        folderOf(imported!, title, { conflict: null, factions, regions: null }, readWorld()).files.get(
          'factions.json',
        )!,
      )
    expect(factionsOf([])[0].colour).toBe('#ff0000')
    expect(factionsOf([own])[0]).toMatchObject(own)
  })
})

describe('names and dates', () => {
  it.each([
    ['20240708.geojson', '2024-07-08'],
    ['2024-07-08-xyz.geojson', '2024-07-08'],
    ['deepstatemap_data_20240708.geojson', '2024-07-08'],
    ['map_2024_07_08T120000.json', '2024-07-08'],
    ['v2-20240708123000.json', '2024-07-08'],
    ['99999999-2024.07.08.json', '2024-07-08'],
  ])('finds the date in %s', (name, date) => {
    expect(dayIn(name)).toBe(dayOf(date))
  })

  it.each([
    ['20241345.geojson', 'invalid'],
    ['2023-02-29.json', 'invalid'],
    ['notes.json', null],
    ['version-12.json', null],
  ])('finds none in %s', (name, expected) => {
    expect(dayIn(name)).toBe(expected)
  })

  it('guesses the property that tells the faction', () => {
    expect(
      guessFactionProperty([
        { Name: 'Idlib', Faction: 'X' },
        { Name: 'Aleppo', Faction: 'Y' },
      ]),
    ).toBe('faction')
    expect(guessFactionProperty([{ fid: 1, CONTROL: 'X' }, { fid: 2 }])).toBe('control')
    expect(guessFactionProperty([{ fid: 1 }, null])).toBeNull()
  })

  it('knows a faction in every spelling, and never gives two the same id', () => {
    const register = new FactionRegister()
    const names = [
      'S.D.F',
      'SDF',
      'Al-Ḥashd',
      'al hashd',
      'الجيش',
      'المعارضة',
      'none',
      'A very long name of a coalition',
      'A very long name of a council',
    ]
    const numbers = names.map((name) => register.indexOf(name, {}))
    expect(numbers).toEqual([0, 1, 2, 2, 3, 4, 5, 6, 7])
    const ids = register.found.map(({ id }) => id)
    expect(new Set(ids.map((id) => id.toLowerCase())).size).toBe(ids.length)
    for (const id of ids) expect(id).toMatch(/^[A-Z0-9-]{1,31}$/)
    expect(ids).not.toContain('NONE')
  })

  it('names a faction as it is most often spelled', () => {
    const register = new FactionRegister()
    for (const name of ['sdf', 'SDF', 'S.D.F', 'SDF', 'sdf', 'SDF']) register.indexOf(name, {})
    expect(register.found.map(({ name }) => name)).toContain('SDF')
    expect(register.found[0].name).toBe('SDF')
  })
})

describe('rings', () => {
  it('are one, wherever they begin and however they are wound', () => {
    const table = new RingTable()
    const ring = [
      [30, 10],
      [31, 10],
      [31, 11],
      [30, 11],
    ].map(([lon, lat]) => table.vertex(lon, lat))
    const first = table.ring(ring)
    expect(table.ring([...ring.slice(2), ...ring.slice(0, 2)])).toBe(first)
    expect(table.ring([...ring].reverse())).toBe(first)
    expect(table.ring(ring.slice(0, 3))).not.toBe(first)
    expect(table.rings).toHaveLength(2)
    expect(table.from).toHaveLength(5)
  })
})
