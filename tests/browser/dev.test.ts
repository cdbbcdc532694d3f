/** `npm run dev`: the open map follows what is saved, data and code. */
import { type ChildProcess, spawn } from 'node:child_process'
import { appendFileSync, cpSync, mkdtempSync, readFileSync, rmSync, utimesSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { runTool } from '../../scripts/lib/step.mjs'
import { ROOT } from '../architecture/modules.ts'
import { colourAt } from './colour.ts'
import { isReady, openMap } from './harness.ts'

const data = join(mkdtempSync(join(tmpdir(), 'front-map-')), 'made-up')
const CLAIMS = join(data, 'claims/river-war.csv')
const HIGHBANK = [-18.68, -30.08] as const
let server: ChildProcess
let site = ''

beforeAll(async () => {
  cpSync(join(ROOT, 'examples/made-up'), data, { recursive: true })
  const compile = ['src/cli/main.ts', 'compile', '--geodata', data]
  const { code, output } = await runTool('node_modules/tsx/dist/cli.mjs', compile)
  expect(code, output).toBe(0)
  server = spawn(process.execPath, ['node_modules/vite/bin/vite.js', '--host', '127.0.0.1', '--port', '0'], {
    cwd: ROOT,
    env: { ...process.env, GEODATA: data, NODE_ENV: 'development', NO_COLOR: '1' },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  site = await new Promise((resolve, reject) => {
    let said = ''
    server.stdout!.on('data', (text) => {
      said += text
      const address = /http:\/\/127\.0\.0\.1:\d+\//.exec(said)
      if (address) resolve(address[0])
    })
    server.on('exit', () => reject(new Error(`The development server ended.\n${said}`)))
  })
})
afterAll(() => {
  server.kill()
  rmSync(data, { recursive: true })
})

/** Marks the page, so that a page which loaded itself again can be told. */
const mark = (page: Page) => page.evaluate(() => Object.assign(window, { before: true }))
const isMarked = (page: Page) => page.evaluate(() => 'before' in window)

/** Does something after which the page has to load itself again, and stand. */
async function reloads(page: Page, act: () => void) {
  await mark(page)
  act()
  await page.waitForFunction(() => !('before' in window), undefined, { timeout: 120_000 })
  await isReady(page, 120_000)
}

it('follows the data and the code', { timeout: 580_000 }, async () => {
  const at = `date=2001-05-25&view=${HIGHBANK[0]}_${HIGHBANK[1]}_11`
  const page = await openMap(`?${at}&panel=why&place=highbank&with=2001-05-15&mode=line&lang=en&v=1`, {
    site,
    // Every module is asked for by itself, and the packages are made ready first.
    patience: 240_000,
  })
  const ground = () => colourAt(page, ...HIGHBANK)
  const address = page.url()
  const before = await ground()

  // A claim that is saved moves the ground of the open page, and what its panels say.
  const why = page.locator('.panel')
  const said = () => why.textContent()
  const saidBefore = await said()
  await mark(page)
  const claims = readFileSync(CLAIMS, 'utf8')
  const row = 'RW900,highbank,2001-05-20,2001-05-20,captured,GOV,LIG,accepted,,,,gazette-2,confirmed,\n'
  appendFileSync(CLAIMS, row)
  await expect.poll(ground, { timeout: 60_000 }).not.toEqual(before)
  await expect.poll(said).toContain('RW900')
  expect(page.url()).toBe(address)

  // One that is wrong is told with file and line, and the map stays as it was.
  const line = claims.trimEnd().split('\n').length + 1
  writeFileSync(CLAIMS, claims + row.replace('highbank', 'nowhere'))
  // What it says lies in a tree of its own; it comes and goes.
  const overlay = page.locator('vite-error-overlay .message-body')
  const wrong = async () => (await overlay.allTextContents()).join()
  await expect.poll(wrong, { timeout: 60_000 }).toContain(`claims/river-war.csv:${line}`)
  expect(await wrong()).toContain('nowhere')

  // Mended, it is gone, and the claim with it.
  writeFileSync(CLAIMS, claims)
  await expect.poll(ground, { timeout: 60_000 }).toEqual(before)
  await expect.poll(said).toBe(saidBefore)
  expect(await overlay.count()).toBe(0)
  expect(await isMarked(page)).toBe(true)

  // A place moves names, lines and all: the page begins anew.
  const places = join(data, 'places.geojson')
  await reloads(page, () => utimesSync(places, new Date(), new Date()))
  await expect.poll(ground).toEqual(before)

  // Modules that the map and the session hold on to.
  for (const module of ['src/ui/messages/en.json', 'src/map/basemap.ts'])
    await reloads(page, () => utimesSync(join(ROOT, module), new Date(), new Date()))
  await expect.poll(ground).toEqual(before)
})
