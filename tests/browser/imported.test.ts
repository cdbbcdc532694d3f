/** From a folder of somebody else's daily maps, dirty on purpose, to the picture: no code of the viewer knows of it. */
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { PNG } from 'pngjs'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { serve } from '../../scripts/lib/serve.mjs'
import { runTool } from '../../scripts/lib/step.mjs'
import { over, type Rgb, rgbOf } from '../../src/map/colour.ts'
import { FILL_OPACITY, PALETTES } from '../../src/map/palette.ts'
import { DIRTY, dateOf, snapshots } from '../compile/import/dirt.ts'
import { makeWorld } from '../compile/import/front-world.ts'
import { Random } from '../compile/import/random.ts'
import { openMap, screenOf } from './harness.ts'

const FACTIONS = ['Red Army', 'Blue Front', 'Green Council']
const world = makeWorld({ seed: 11, days: 30, size: 14, detail: 5, factions: FACTIONS, moves: 5 })
/** Half the side of the square whose most frequent colour counts, CSS pixels: labels and fronts lie on top. */
const REACH = 5
/** Two colours further apart, in units of 0–255, are not the same ground. */
const SAME = 24

const folder = mkdtempSync(join(tmpdir(), 'imported-map-'))
let site: Awaited<ReturnType<typeof serve>>

beforeAll(async () => {
  const [input, data, pages] = ['snapshots', 'data', 'pages'].map((name) => join(folder, name))
  mkdirSync(input)
  for (const { name, text } of snapshots(world, DIRTY, 5)) writeFileSync(join(input, name), text)
  const command = ['src/cli/main.ts', 'import', input, '--out', data, '--publisher', 'Some Map Desk']
  const imported = await runTool('node_modules/tsx/dist/cli.mjs', [...command, '--title', 'Made-up war'])
  expect(imported.code, imported.output).toBe(0)
  const built = await runTool(
    'node_modules/vite/bin/vite.js',
    ['build', '--outDir', pages, '--logLevel', 'warn'],
    { env: { GEODATA: data, NODE_ENV: 'production' } },
  )
  expect(built.code, built.output).toBe(0)
  site = await serve(pages, [0])
})

afterAll(async () => {
  await site?.close()
  rmSync(folder, { recursive: true })
})

/** @returns index of the faction whose colour is most frequent around each point; -1: nobody's */
async function holdersOnScreen(
  page: Page,
  points: readonly (readonly [number, number])[],
): Promise<number[]> {
  const { paper } = PALETTES.light
  const records: { colour: string; names: { en: string }[] }[] = JSON.parse(
    readFileSync(join(folder, 'data/factions.json'), 'utf8'),
  )
  const grounds = FACTIONS.map((name) => {
    const { colour } = records.find(({ names }) => names[0].en === name)!
    return rgbOf(over(colour, paper, FILL_OPACITY))
  })
  const nearest = (rgb: Rgb) =>
    grounds.findIndex((ground) => Math.hypot(...ground.map((part, i) => part - rgb[i])) <= SAME)
  const { width, data } = PNG.sync.read(await page.screenshot({ scale: 'css' }))
  return Promise.all(
    points.map(async (point) => {
      const { x, y } = await screenOf(page, point)
      const counts = new Map<number, number>()
      for (let dy = -REACH; dy <= REACH; dy++)
        for (let dx = -REACH; dx <= REACH; dx++) {
          const at = 4 * ((Math.round(y) + dy) * width + Math.round(x) + dx)
          const holder = nearest([data[at], data[at + 1], data[at + 2]])
          counts.set(holder, (counts.get(holder) ?? 0) + 1)
        }
      return [...counts].sort((a, b) => b[1] - a[1])[0][0]
    }),
  )
}

describe('an imported map', () => {
  it.each([0, 9, 20, 29])('shows on day %d who holds each cell of the made-up country', async (day) => {
    const page = await openMap(`?date=${dateOf(day)}&v=1&layers=`, {
      site: site.url,
      width: 1400,
      height: 900,
    })
    // What lies on top of the map is in the way of the ruler, not of the map.
    await page.addStyleTag({ content: '.page > :not(.map) { visibility: hidden }' })
    const cells = Array.from({ length: world.cells }, (_, cell) => cell).filter(
      (cell) => world.holder(day, cell) >= 0,
    )
    const dice = new Random(3)
    const points = cells.map((cell) => world.pointIn(cell, dice) as [number, number])
    const seen = await holdersOnScreen(page, points)
    const wrong = cells.filter((cell, i) => seen[i] !== world.holder(day, cell))
    expect(cells.length).toBeGreaterThan(120)
    expect(wrong).toEqual([])
  })

  it('says whose it is, and names the factions as they were named', async () => {
    const page = await openMap(`?date=${dateOf(0)}&v=1&panel=about`, { site: site.url })
    for (const name of FACTIONS) await page.locator('.legend-row', { hasText: name }).first().waitFor()
    expect(await page.locator('.about').textContent()).toContain('Some Map Desk')
    expect(await page.locator('.credits-text').textContent()).toContain('Some Map Desk')
    expect(await page.title()).toBe('Made-up war')
  })
})
