import { describe, expect, it } from 'vitest'
import { type Atlas, decodeAtlas } from '../../../src/chronicle/atlas.ts'
import { dayOf } from '../../../src/chronicle/day.ts'
import { indexFaces } from '../../../src/chronicle/face-index.ts'
import { periodAt } from '../../../src/chronicle/history.ts'
import { ringCoordinates } from '../../../src/chronicle/rings.ts'
import { readWorld } from '../../../src/cli/world.ts'
import { crossingLines } from '../../../src/compile/faces/smooth.ts'
import { UNKNOWN } from '../../../src/compile/import/faction-names.ts'
import { folderOf } from '../../../src/compile/import/folder.ts'
import { importSnapshots } from '../../../src/compile/import/import.ts'
import { reportCsv } from '../../../src/compile/import/report.ts'
import type { Problem } from '../../../src/compile/read/problem.ts'
import type { Point } from '../../../src/geometry/plane.ts'
import { CLEAN, DIRTY, type Dirt, type DirtyFile, dateOf, snapshots } from './dirt.ts'
import { inside, makeWorld, type World } from './front-world.ts'
import { Random } from './random.ts'

const FACTIONS = ['Red Army', 'Blue', 'الخضر', 'Yellow']
const RULES = { factionProperty: null, dateProperty: null, defaultFaction: null, overlap: 'smaller' } as const
const TITLE = { title: 'Made-up fronts', publisher: 'Nobody', url: null }

async function run(files: readonly DirtyFile[], rules: Partial<Parameters<typeof importSnapshots>[1]> = {}) {
  const problems: Problem[] = []
  const imported = await importSnapshots(
    files.map(({ name, text }) => ({ name, read: () => text })),
    { ...RULES, ...rules },
    problems,
  )
  if (!imported) return { imported, problems, folder: null, atlas: null }
  const folder = folderOf(imported, TITLE, { conflict: null, factions: [], regions: null }, readWorld())
  return { imported, problems, folder, atlas: decodeAtlas(JSON.parse(folder.files.get('atlas/atlas.json')!)) }
}

const worldOf = (seed: number) =>
  makeWorld({ seed, days: 24, size: 26, detail: 4, factions: FACTIONS, moves: 8 })
const idOf: Record<string, string> = { 'Red Army': 'RED-ARMY', Blue: 'BLUE', Yellow: 'YELLOW' }

/** Points where the map says something else than the truth, and how many were asked. */
function mistakes(atlas: Atlas, world: World, dayShown: (day: number) => number = (day) => day) {
  const index = indexFaces(atlas)
  const random = new Random(99)
  const wrong: string[] = []
  let asked = 0
  for (let day = 0; day < world.options.days; day++) {
    for (let n = 0; n < 250; n++) {
      const cell = random.below(world.cells)
      const [lon, lat] = world.pointIn(cell, random)
      const holder = world.holder(dayShown(day), cell)
      if (holder < 0) continue
      asked++
      const face = index.faceAt(lon, lat)
      const shown =
        face < 0 ? 'outside' : atlas.factions[periodAt(atlas.faces[face].history, dayOf(dateOf(day))).holder]
      const truth = world.options.factions[holder]
      const right = idOf[truth] ? shown === idOf[truth] : shown.startsWith('F-')
      if (!right) wrong.push(`${dateOf(day)} ${lon.toFixed(3)} ${lat.toFixed(3)}: ${shown}, not ${truth}`)
    }
  }
  return { wrong, asked }
}

/** How many faces contain a point, counted without the index. */
const facesAt = (atlas: Atlas, lon: number, lat: number) =>
  atlas.faces.filter((face) => {
    const rings = face.polygons.flat().map((ring) => ringCoordinates(atlas, ring))
    return rings.filter((ring) => inside([lon, lat], ring)).length % 2 === 1
  }).length

const reasons = (problems: readonly Problem[]) => new Set(problems.map(({ reason }) => reason))

describe('import of clean snapshots', () => {
  it.each([1, 2, 3])('shows the truth everywhere on every day (world %i)', async (seed) => {
    const world = worldOf(seed)
    const { atlas, problems } = await run(snapshots(world, CLEAN, seed))
    expect([...reasons(problems)]).toEqual([])
    const { wrong, asked } = mistakes(atlas!, world)
    expect(asked).toBeGreaterThan(3000)
    expect(wrong).toEqual([])
    expect(atlas!.factions).not.toContain(UNKNOWN)
  })

  it('leaves out ground that nobody ever held', async () => {
    const world = worldOf(4)
    const { atlas } = await run(snapshots(world, CLEAN, 4))
    const index = indexFaces(atlas!)
    const random = new Random(5)
    const outside = [...Array(world.cells).keys()].filter((cell) => world.holder(0, cell) < 0)
    expect(outside.length).toBeGreaterThan(50)
    for (const cell of outside) {
      const [lon, lat] = world.pointIn(cell, random)
      expect(index.faceAt(lon, lat)).toBe(-1)
    }
  })

  it('stores each line once', async () => {
    const world = makeWorld({ seed: 6, days: 120, size: 30, detail: 5, factions: FACTIONS, moves: 3 })
    const { atlas, imported } = await run(snapshots(world, CLEAN, 6))
    const vertices = atlas!.arcs.reduce((sum, arc) => sum + arc.coordinates.length / 2, 0)
    expect(imported!.counts.coordinates / vertices).toBeGreaterThan(70)
  })
})

describe('import of dirty snapshots', () => {
  it.each([11, 12, 13])('shows the truth away from the lines all the same (world %i)', async (seed) => {
    const world = worldOf(seed)
    const { atlas, problems } = await run(snapshots(world, DIRTY, seed))
    const { wrong, asked } = mistakes(atlas!, world)
    expect(asked).toBeGreaterThan(3000)
    expect(wrong).toEqual([])
    expect([...reasons(problems)]).toEqual(
      expect.arrayContaining([
        'ring-unclosed',
        'duplicate-vertex',
        'spike',
        'winding',
        'z-coordinate',
        'geometry-collection',
        'overlap',
        'self-crossing',
        'coordinate-invalid',
        'null-geometry',
        'zero-area',
        'geometry-type',
        'faction-missing',
        'feature-invalid',
      ]),
    )
  })

  it.each(Object.keys(DIRTY) as (keyof Dirt)[])('survives nothing but %s, on every feature', async (kind) => {
    const world = makeWorld({ seed: 21, days: 6, size: 20, detail: 4, factions: FACTIONS, moves: 10 })
    const { atlas } = await run(snapshots(world, { ...CLEAN, [kind]: 1 }, 21))
    expect(mistakes(atlas!, world).wrong).toEqual([])
  })

  it('survives lines that are drawn anew every day for two months', async () => {
    const world = makeWorld({ seed: 31, days: 60, size: 22, detail: 5, factions: FACTIONS, moves: 6 })
    const { atlas } = await run(snapshots(world, { ...DIRTY, redrawn: 0.6 }, 31))
    expect(mistakes(atlas!, world).wrong).toEqual([])
  })

  it('draws faces that neither overlap nor leave gaps', async () => {
    const world = worldOf(15)
    const { atlas } = await run(snapshots(world, DIRTY, 15))
    const lines = atlas!.arcs.map(({ coordinates }) => {
      const line: Point[] = []
      for (let i = 0; i < coordinates.length; i += 2) line.push([coordinates[i], coordinates[i + 1]])
      return line
    })
    expect([...crossingLines(lines)]).toEqual([])
    const random = new Random(16)
    for (let n = 0; n < 300; n++) {
      const cell = random.below(world.cells)
      if (world.holder(0, cell) < 0) continue
      const [lon, lat] = world.pointIn(cell, random)
      expect(facesAt(atlas!, lon, lat)).toBe(1)
    }
    for (const { left, right } of atlas!.arcs) expect(left).not.toBe(right)
  })

  it('is the same, byte for byte, in every run', async () => {
    const files = snapshots(worldOf(17), DIRTY, 17)
    const [first, second] = [await run(files), await run(files)]
    expect([...second.folder!.files]).toEqual([...first.folder!.files])
    expect(reportCsv(second.problems)).toBe(reportCsv(first.problems))
  })

  it('lists files that cannot be used, and goes on', async () => {
    const world = worldOf(18)
    const files = snapshots(world, CLEAN, 18)
    // Day 5 is cut off, day 9 was never made, day 12 is a page of an error, day 14 holds nothing.
    files[5].text = files[5].text.slice(0, files[5].text.length / 2)
    files[12].text = '"<html>not found</html>"'
    files[14].text = '{"type":"FeatureCollection","features":[]}'
    const extra = [
      {
        name: 'notes.json',
        text: '{"type":"FeatureCollection","features":[{"type":"Feature","properties":{"faction":"Blue"},"geometry":null}]}',
      },
      { name: '20241345.geojson', text: files[0].text },
    ]
    const { atlas, problems } = await run([...files.filter((_, day) => day !== 9), ...extra])
    const asBefore = (day: number) => ([5, 9, 12, 14].includes(day) ? day - 1 : day)
    expect(mistakes(atlas!, world, asBefore).wrong).toEqual([])
    const listed = problems.map(({ file, line, reason }) => [file, line, reason])
    expect(listed).toEqual([
      [files[5].name, 0, 'bad-json'],
      [files[12].name, 0, 'not-geojson'],
      [files[14].name, 0, 'snapshot-empty'],
      ['notes.json', 1, 'date-missing'],
      ['notes.json', 0, 'snapshot-empty'],
      ['20241345.geojson', 0, 'date-invalid'],
    ])
  })
})
