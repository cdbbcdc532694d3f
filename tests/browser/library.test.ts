/** The library as npm packs it: what is in it, and its two example pages, to the pixel. */
import { execFileSync } from 'node:child_process'
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { type Browser, chromium, type Page } from 'playwright-core'
import { PNG } from 'pngjs'
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import { serve } from '../../scripts/lib/serve.mjs'
import { runTool } from '../../scripts/lib/step.mjs'
import { type Atlas, decodeAtlas, STATE } from '../../src/chronicle/atlas.ts'
import { dayOf } from '../../src/chronicle/day.ts'
import { indexFaces } from '../../src/chronicle/face-index.ts'
import { periodAt } from '../../src/chronicle/history.ts'
import { ROOT } from '../architecture/modules.ts'
import { CLEAN, dateOf, snapshots } from '../compile/import/dirt.ts'
import { makeWorld } from '../compile/import/front-world.ts'
import { Random } from '../compile/import/random.ts'
import { frozen, frozenAtlas, frozenText } from '../fixtures/frozen.ts'
import { nearestFaction } from './colour.ts'
import { paceFrames } from './pace.ts'

const SIZE = { width: 800, height: 700 }
/** Of the example, pixels between the ground and the edges of the page. */
const PADDING = 40
/** Degrees. */
const AROUND = [-0.06, -0.03, 0, 0.03, 0.06]
const factions: { id: string; texture: string }[] = frozen('factions.json')
const folder = mkdtempSync(join(tmpdir(), 'library-'))
const at = (...path: string[]) => join(folder, 'site', ...path)
const FACTIONS = ['Red Army', 'Blue Front']
const world = makeWorld({ seed: 5, days: 4, size: 8, detail: 3, factions: FACTIONS, moves: 3 })
let site: Awaited<ReturnType<typeof serve>>
let browser: Browser
/** What went wrong on the pages. */
const errors: string[] = []

async function done(result: Promise<{ code: number; output: string }>): Promise<string> {
  const { code, output } = await result
  expect(code, output).toBe(0)
  return output.trim()
}

function put(path: string, text: string) {
  mkdirSync(dirname(at(path)), { recursive: true })
  writeFileSync(at(path), text)
}

beforeAll(async () => {
  const packed = await done(runTool('scripts/pack-library.mjs', ['--out', folder]))
  mkdirSync(at('node_modules/front-atlas'), { recursive: true })
  const archive = packed.split('\n').at(-1)!
  execFileSync('tar', ['xzf', archive, '--strip-components=1', '-C', at('node_modules/front-atlas')])
  cpSync(at('node_modules/front-atlas/examples'), at(), { recursive: true })
  cpSync(join(ROOT, 'node_modules/maplibre-gl'), at('node_modules/maplibre-gl'), {
    recursive: true,
    filter: (path) => !/\.map$|maplibre-gl.src/.test(path),
  })
  for (const file of ['atlas/atlas.json', 'factions.json']) put(`data/${file}`, frozenText(file))
  mkdirSync(join(folder, 'snapshots'))
  for (const { name, text } of snapshots(world, CLEAN, 5))
    writeFileSync(join(folder, 'snapshots', name), text)
  const imported = [
    'import',
    join(folder, 'snapshots'),
    '--out',
    at('imported'),
    '--publisher',
    'A desk',
    '--title',
    'A war',
  ]
  await done(runTool('node_modules/tsx/dist/cli.mjs', ['src/cli/main.ts', ...imported]))
  site = await serve(at(), [0])
  browser = await chromium.connect(inject('browserUrl'))
})
afterAll(async () => {
  await browser?.close()
  await site?.close()
  rmSync(folder, { recursive: true })
})

async function open(path: string): Promise<Page> {
  const page = await browser.newPage({ viewport: SIZE, reducedMotion: 'reduce' })
  await page.addInitScript(paceFrames)
  page.on('pageerror', (error) => errors.push(error.message))
  await page.goto(site.url + path)
  return page
}

describe('the library', () => {
  it('is one module that needs MapLibre alone, with types that compile', async () => {
    const module = readFileSync(at('node_modules/front-atlas/front-atlas.js'), 'utf8')
    expect([...module.matchAll(/^import .* from "([^"]+)"/gm)].map(([, name]) => name)).toEqual([
      'maplibre-gl',
    ])
    expect(module).not.toMatch(/react/i)
    const manifest = JSON.parse(readFileSync(at('node_modules/front-atlas/package.json'), 'utf8'))
    expect(manifest.version).toMatch(/^\d+\.\d+\.\d+$/)
    expect(Object.keys(manifest.peerDependencies)).toEqual(['maplibre-gl'])
    for (const example of ['front.html', 'imported.html'])
      expect(readFileSync(at(example), 'utf8').split('\n').length).toBeLessThan(41)
    put(
      'user.ts',
      `import { addFronts, openAtlas, type Holder } from 'front-atlas'
import { Map } from 'maplibre-gl'
const atlas = await openAtlas('data/')
const holder: Holder | null = atlas.holderAt(36, 33, atlas.first)
addFronts(new Map({ container: 'map', style: 'x' }), atlas, { theme: 'dark' }).setDay(holder?.since ?? atlas.last)
// @ts-expect-error a day is a text
addFronts(new Map({ container: 'map', style: 'x' }), atlas, { day: 12 })
export {}
`,
    )
    const options = [
      '--noEmit',
      '--ignoreConfig',
      '--strict',
      '--target',
      'es2022',
      '--module',
      'esnext',
      '--moduleResolution',
      'bundler',
    ]
    const output = await runTool('node_modules/typescript/bin/tsc', [
      ...options,
      '--skipLibCheck',
      '--types',
      '',
      at('user.ts'),
    ])
    expect(output.output.trim()).toBe('')
  })

  it('moves a front on a plain map: who holds each place has its colour, on the first day and later', async () => {
    const atlas = frozenAtlas()
    const pixelOf = projection(atlas, PADDING)
    const page = await open('front.html')
    // It says its day when the map stands.
    await expect.poll(() => page.locator('output').textContent()).not.toBe('')
    const dates: (string | null)[] = []
    for (const step of ['0', '9']) {
      await page.getByRole('slider').fill(step)
      const date = await page.locator('output').textContent()
      dates.push(date)
      const points = innerPoints(atlas, dayOf(date!))
      expect(points.length).toBeGreaterThan(100)
      const wrong = async () => {
        const { width, data } = PNG.sync.read(await page.screenshot())
        return points.filter(({ lon, lat, faction }) => {
          const [x, y] = pixelOf(lon, lat)
          const i = 4 * (y * width + x)
          return nearestFaction([data[i], data[i + 1], data[i + 2]]) !== faction
        })
      }
      await expect.poll(wrong).toEqual([])
    }
    expect(dates[1]! > dates[0]!).toBe(true)
    expect(errors).toEqual([])
    await page.close()
  })

  it('shows an imported folder, and tells who holds what is clicked', async () => {
    const page = await open(`imported.html?day=${dateOf(2)}`)
    const pixelOf = projection(
      decodeAtlas(JSON.parse(readFileSync(at('imported/atlas/atlas.json'), 'utf8'))),
      0,
    )
    const dice = new Random(3)
    for (const [index, name] of FACTIONS.entries()) {
      const cell = Array.from({ length: world.cells }, (_, i) => i).find((i) => world.holder(2, i) === index)!
      const [x, y] = pixelOf(...(world.pointIn(cell, dice) as [number, number]))
      await expect
        .poll(async () => {
          await page.mouse.click(x, y)
          return `${errors}${await page.locator('p').textContent()}`
        })
        .toMatch(new RegExp(`^${name}, since `))
    }
    expect(errors).toEqual([])
    await page.close()
  })
})

/** @returns points of a grid round which one faction alone holds all ground, with more room than a line takes */
function innerPoints(atlas: Atlas, day: number): { lon: number; lat: number; faction: string }[] {
  const { faceAt } = indexFaces(atlas)
  const holderAt = (lon: number, lat: number) => {
    const face = faceAt(lon, lat)
    const { holder, state } = face < 0 ? { holder: -1, state: -1 } : periodAt(atlas.faces[face].history, day)
    return state === STATE.held ? holder : -1
  }
  const points: ReturnType<typeof innerPoints> = []
  for (let lon = 35.6; lon < 42.4; lon += 0.2)
    for (let lat = 32.4; lat < 37.3; lat += 0.2) {
      const holder = holderAt(lon, lat)
      const around = AROUND.flatMap((dx) => AROUND.map((dy) => holderAt(lon + dx, lat + dy)))
      // Ground of a special status has a pattern.
      const plain =
        holder >= 0 && factions.find(({ id }) => id === atlas.factions[holder])?.texture === 'none'
      if (plain && around.every((one) => one === holder))
        points.push({ lon, lat, faction: atlas.factions[holder] })
    }
  return points
}

const mercator = (lat: number) => (1 - Math.log(Math.tan(Math.PI / 4 + (lat * Math.PI) / 360)) / Math.PI) / 2

/** @returns what tells where a point (degrees) lies on a page into which all ground is fitted */
function projection(atlas: Atlas, padding: number) {
  const numbers = atlas.arcs.flatMap(({ coordinates }) => [...coordinates])
  const ends = (list: number[]) =>
    list.reduce(([low, high], n) => [Math.min(low, n), Math.max(high, n)], [180, -180])
  const [west, east] = ends(numbers.filter((_, i) => i % 2 === 0)).map((lon) => (lon + 180) / 360)
  const [bottom, top] = ends(numbers.filter((_, i) => i % 2 === 1)).map(mercator)
  const pixels = (room: number, length: number) => (room - 2 * padding) / length
  const scale = Math.min(pixels(SIZE.width, east - west), pixels(SIZE.height, bottom - top))
  return (lon: number, lat: number): [x: number, y: number] => [
    Math.floor(SIZE.width / 2 + ((lon + 180) / 360 - (west + east) / 2) * scale),
    Math.floor(SIZE.height / 2 + (mercator(lat) - (top + bottom) / 2) * scale),
  ]
}
