/** From a folder of somebody else's daily maps, dirty on purpose, to the picture: no code of the viewer knows of it. */
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { serve } from '../../scripts/lib/serve.mjs'
import { runTool } from '../../scripts/lib/step.mjs'
import { DIRTY, dateOf, snapshots } from '../compile/import/dirt.ts'
import { makeWorld } from '../compile/import/front-world.ts'
import { Random } from '../compile/import/random.ts'
import { openMap, showMap } from './harness.ts'
import { holdersOnScreen } from './holders.ts'

const FACTIONS = ['Red Army', 'Blue Front', 'Green Council']
const world = makeWorld({ seed: 11, days: 30, size: 14, detail: 5, factions: FACTIONS, moves: 5 })

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

/** @returns colours of the factions, as the import gave them out */
function colours(): string[] {
  const records: { colour: string; names: { name: { en: string } }[] }[] = JSON.parse(
    readFileSync(join(folder, 'data/factions.json'), 'utf8'),
  )
  return FACTIONS.map((name) => records.find(({ names }) => names[0].name.en === name)!.colour)
}

describe('an imported map', () => {
  it.each([0, 9, 20, 29])('shows on day %d who holds each cell of the made-up country', async (day) => {
    const page = await showMap(`?date=${dateOf(day)}&v=1&layers=`, {
      site: site.url,
      width: 1400,
      height: 900,
    })
    const cells = Array.from({ length: world.cells }, (_, cell) => cell).filter(
      (cell) => world.holder(day, cell) >= 0,
    )
    const dice = new Random(3)
    const points = cells.map((cell) => world.pointIn(cell, dice) as [number, number])
    const seen = await holdersOnScreen(page, colours(), points)
    const wrong = cells.filter((cell, i) => seen[i] !== world.holder(day, cell))
    expect(cells.length).toBeGreaterThan(120)
    expect(wrong).toEqual([])
  })

  it('says whose it is, and names the factions as they were named', async () => {
    // That of the other tests hides all but the map.
    const page = await openMap(`?date=${dateOf(0)}&v=1&panel=about`, { site: site.url })
    for (const name of FACTIONS) await page.locator('.legend-row', { hasText: name }).first().waitFor()
    expect(await page.locator('.about').textContent()).toContain('Some Map Desk')
    expect(await page.locator('.credits-text').textContent()).toContain('Some Map Desk')
    expect(await page.title()).toBe('Made-up war')
  })
})
