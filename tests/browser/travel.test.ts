/** The map on its way: pages of days, frames in other people's pages. One server that draws, two pages. */
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { GeoJSON } from 'geojson'
import type { Page } from 'playwright-core'
import { PNG } from 'pngjs'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startDrawing } from '../../scripts/lib/drawing.mjs'
import { serve } from '../../scripts/lib/serve.mjs'
import type { Conflict } from '../../src/chronicle/conflict.ts'
import type { Rgb } from '../../src/map/colour.ts'
import type { EmbedReport, EmbedState } from '../../src/ui/embed/messages.ts'
import { ROOT } from '../architecture/modules.ts'
import { withFrozenFolder } from '../fixtures/frozen.ts'
import { roadArchive } from '../fixtures/pmtiles.ts'
import { coloursAt } from './colour.ts'
import { type FrontMap, isReady, openMap } from './harness.ts'

const BUILT = join(ROOT, '.cache/frozen-map')
/** What a reader fetches after the first touch, bytes after gzip; the data of the frozen atlas are a third of those of the map. */
const KEPT_BUDGET = 2_100_000
let site: Awaited<ReturnType<typeof serve>>
let foreign: Server
let foreignUrl = ''
let over = () => {}

/** A page of somebody else with the map in a sandboxed frame; it keeps what the map tells it. */
const FOREIGN = `<!doctype html><meta charset="utf-8"><title>Elsewhere</title><body style="margin:0">
<iframe sandbox="allow-scripts allow-same-origin allow-popups" width="320" height="240" style="border:0"></iframe>
<script>
  const told = []
  addEventListener('message', ({ data, source }) => {
    if (source !== document.querySelector('iframe').contentWindow) return
    told.push(data)
    if (data.event === 'ready') document.documentElement.dataset.ready = '1'
  })
  document.querySelector('iframe').src = new URLSearchParams(location.search).get('map')
</script>`

beforeAll(async () => {
  await new Promise<void>((done, fail) => {
    withFrozenFolder(async (data) => {
      site = await serve(BUILT, [0], { startDrawing: (address) => startDrawing(data, BUILT, address) })
      done()
      await new Promise<void>((end) => {
        over = end
      })
    }).catch(fail)
  })
  foreign = createServer((_, response) => response.setHeader('Content-Type', 'text/html').end(FOREIGN))
  await new Promise<void>((done) => foreign.listen(0, '127.0.0.1', done))
  foreignUrl = `http://127.0.0.1:${(foreign.address() as AddressInfo).port}/`
})
afterAll(async () => {
  await site.close()
  foreign.close()
  over()
})

const heading = (page: Page) => page.getByRole('heading', { level: 1 })
const pathOf = (page: Page) => page.url().slice(site.url.length)

describe('a page of a day', () => {
  it('is the map on that day; the address moves from page to page, and each can be loaded again', async () => {
    const page = await openMap('ar/d/2024-12-05/?hide=SNA', { site: site.url })
    expect(await page.evaluate(() => document.documentElement.lang)).toBe('ar')
    expect(await heading(page).textContent()).toContain('5 كانون الأول 2024')
    await page.keyboard.press('Shift+ArrowLeft')
    await expect.poll(() => pathOf(page)).toBe('ar/d/2024-12-06/?hide=SNA&v=1')
    await page.goBack()
    await expect.poll(() => heading(page).textContent()).toContain('5 كانون الأول 2024')
    await page.goForward()
    await expect.poll(() => heading(page).textContent()).toContain('6 كانون الأول 2024')
    await page.reload()
    await isReady(page)
    expect(await heading(page).textContent()).toContain('6 كانون الأول 2024')
    // What comes later comes from where the map lies, not from below the page.
    await page.keyboard.press('?')
    await page.locator('.panel-body > *').first().waitFor()
  })

  it('shows programs its own picture, and that of exactly the view of the link', async () => {
    const read = async (link: string) => {
      const html = await (await fetch(site.url + link)).text()
      const image = /property="og:image" content="([^"]+)"/.exec(html)![1].replaceAll('&amp;', '&')
      return PNG.sync.read(Buffer.from(await (await fetch(image)).arrayBuffer()))
    }
    const [day, view] = [await read('d/2024-12-08/'), await read('d/2024-12-08/?view=36.3_33.5_9&panel=why')]
    for (const { width, height } of [day, view]) expect([width, height]).toEqual([1200, 630])
    expect(day.data.equals(view.data)).toBe(false)
  })
})

describe('without a network', () => {
  it('little is kept of what few readers use', () => {
    const [, json] = /^const BUILD = (.*)$/m.exec(readFileSync(join(BUILT, 'offline.js'), 'utf8'))!
    const { files } = JSON.parse(json) as { files: string[] }
    const sizes = files.map((file) => {
      const plain = join(BUILT, file || 'index.html')
      return statSync(existsSync(`${plain}.gz`) ? `${plain}.gz` : plain).size
    })
    const all = sizes.reduce((sum, size) => sum + size, 0)
    console.info(`kept for when there is no network: ${Math.round(all / 1000)} kB`)
    expect(all).toBeGreaterThan(500_000)
    expect(all).toBeLessThan(KEPT_BUDGET)
  })

  it('the map opens again after one visit, a link to a day too', async () => {
    const own = await serve(BUILT, [0])
    const page = await openMap('?date=2024-12-05', { site: own.url, offline: true, noise: true })
    // It is kept once somebody has touched the page.
    await page.mouse.move(640, 400)
    await page.evaluate(async () => {
      const { active } = await navigator.serviceWorker.ready
      if (active?.state !== 'activated')
        await new Promise((done) => active?.addEventListener('statechange', done, { once: true }))
    })
    await own.close()
    await page.reload()
    await isReady(page)
    expect(await heading(page).textContent()).toContain('5 December 2024')
    await page.goto(`${own.url}ar/d/2024-12-08/?hide=SNA`)
    await isReady(page)
    expect(await heading(page).textContent()).toContain('8 كانون الأول 2024')
    expect(Object.fromEntries(new URL(page.url()).searchParams)).toMatchObject({
      date: '2024-12-08',
      hide: 'SNA',
      lang: 'ar',
    })
    // Parts that nobody had opened, and data that come late.
    await page.goto(`${own.url}?date=2024-12-08&panel=why&place=saraqib&v=1`)
    await isReady(page)
    await expect.poll(() => page.locator('.panel').textContent(), { timeout: 20_000 }).toContain('Saraqib')
    const kept = await page.evaluate(async () => (await caches.keys()).length)
    expect(kept).toBe(1)
  })
})

/** @returns how many of the pixels are of another colour, per cent */
function difference(one: readonly Rgb[], other: readonly Rgb[]): number {
  const changed = one.filter((rgb, i) => Math.hypot(...rgb.map((part, k) => part - other[i][k])) > 30)
  return (100 * changed.length) / one.length
}

describe('a newer build', () => {
  /** Puts another build in the place of one, as whoever hosts the map does. */
  function publish(folder: string, version: string, change: (conflict: Conflict) => void) {
    const rewrite = (file: string, edit: (text: string) => string) => {
      writeFileSync(join(folder, file), edit(readFileSync(join(folder, file), 'utf8')))
      for (const ending of ['.br', '.gz']) rmSync(join(folder, file + ending), { force: true })
    }
    const before = JSON.parse(readFileSync(join(folder, 'version.json'), 'utf8')).version
    for (const file of ['index.html', 'offline.js', 'version.json'])
      rewrite(file, (text) => text.replaceAll(before, version))
    rewrite('data/conflict.json', (text) => {
      const conflict = JSON.parse(text)
      change(conflict)
      return JSON.stringify(conflict)
    })
  }

  it('is offered and can be declined; taken, it is there, here with streets from an archive beside it', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'builds-'))
    cpSync(BUILT, folder, { recursive: true })
    const own = await serve(folder, [0])
    const [lon, lat] = [38, 35]
    const page = await openMap(`?date=2024-12-05&view=${lon}_${lat}_9`, { site: own.url, offline: true })
    await page.mouse.move(640, 400)
    await page.evaluate(async () => {
      const { active } = await navigator.serviceWorker.ready
      if (active?.state !== 'activated')
        await new Promise((done) => active?.addEventListener('statechange', done, { once: true }))
    })
    const offer = page.locator('.note', { hasText: 'A newer version of this map is ready.' })
    const look = () => page.evaluate(async () => void (await (await navigator.serviceWorker.ready).update()))
    const build = () => page.locator('meta[name=build]').getAttribute('content')
    const first = await build()

    publish(folder, 'second', (conflict) => {
      conflict.title = { en: 'Second' }
    })
    await look()
    await offer.getByRole('button', { name: 'Close' }).click()
    await offer.waitFor({ state: 'detached' })
    expect([await build(), await page.title()]).toEqual([first, expect.not.stringContaining('Second')])

    publish(folder, 'third', (conflict) => {
      conflict.title = { en: 'Third' }
      conflict.tiles = { streets: { pmtiles: 'tiles/streets.pmtiles', attribution: { en: 'By roads' } } }
    })
    mkdirSync(join(folder, 'tiles'))
    const road: GeoJSON = {
      type: 'Feature',
      properties: { kind: 'highway' },
      geometry: {
        type: 'LineString',
        coordinates: [
          [lon - 2, lat],
          [lon + 2, lat],
        ],
      },
    }
    writeFileSync(join(folder, 'tiles/streets.pmtiles'), roadArchive(road, 6))
    const before = await coloursAt(page, lon, lat)
    await look()
    await offer.getByRole('button', { name: 'Load the page again' }).click()
    await expect.poll(build).toBe('third')
    await isReady(page)
    await expect.poll(() => page.title()).toContain('Third')
    await expect.poll(() => page.evaluate(async () => (await caches.keys()).join())).toMatch(/third$/)
    expect(await offer.count()).toBe(0)

    // A road across the middle of the screen, and whose it is.
    await expect.poll(async () => difference(before, await coloursAt(page, lon, lat))).toBeGreaterThan(3)
    expect(await page.locator('.credits-text').textContent()).toMatch(/ · By roads$/)
    await own.close()
    rmSync(folder, { recursive: true })
  })
})

describe('in a frame of another page', () => {
  it('the map does what it is asked and tells what it shows, at 320 by 240', async () => {
    const map = `${site.url}d/2024-12-05/?embed`
    const page = await openMap(`?map=${encodeURIComponent(map)}`, {
      site: foreignUrl,
      friends: [new URL(site.url).origin],
    })
    const told = () => page.evaluate('told') as Promise<(EmbedReport & Partial<EmbedState>)[]>
    const ask = (request: object) =>
      page.evaluate(
        (request) =>
          document.querySelector('iframe')!.contentWindow!.postMessage({ frontMap: 1, ...request }, '*'),
        request,
      )
    const answer = async (id: number) => (await told()).find((report) => report.id === id)
    const frame = page.frameLocator('iframe')
    expect((await told())[0]).toMatchObject({ event: 'ready', day: '2024-12-05', playing: false })
    expect((await told())[0].link).toBe(`${site.url}d/2024-12-05/`)
    // All that it promises is on screen, and nothing else asks for room.
    for (const part of ['.head-date', '.strip', '.credits-text', '.embed-open']) {
      const box = await frame.locator(part).first().boundingBox()
      expect(
        box!.x >= 0 && box!.y >= 0 && box!.x + box!.width <= 320 && box!.y + box!.height <= 240,
        part,
      ).toBe(true)
    }
    // All of the country is seen between them.
    const [head, bar] = [
      await frame.locator('.embed-head').boundingBox(),
      await frame.locator('.bottom').boundingBox(),
    ]
    const corners = await page.frames()[1].evaluate(() => {
      const { project } = (window as unknown as { frontMap: FrontMap }).frontMap
      return [project([35.7, 37.3]), project([42.3, 32.4])]
    })
    expect(corners[0].x >= 0 && corners[1].x <= 320).toBe(true)
    expect(corners[0].y >= head!.y + head!.height && corners[1].y <= bar!.y + 16).toBe(true)
    await frame.getByRole('slider').waitFor()
    for (const part of ['.toolbar', '.side', '.notices', '.map-buttons'])
      expect(await frame.locator(part).count()).toBe(0)

    await ask({ do: 'set', id: 1, day: '2024-12-08', view: [36.3, 33.5, 8], factions: ['SDF', 'HTS'] })
    await expect
      .poll(() => answer(1))
      .toMatchObject({ event: 'state', day: '2024-12-08', factions: ['HTS', 'SDF'] })
    await expect
      .poll(() => frame.getByRole('heading', { level: 1 }).textContent())
      .toContain('8 December 2024')
    await expect.poll(async () => (await told()).some(({ event }) => event === 'change')).toBe(true)

    await ask({ do: 'set', id: 2, day: 'yesterday' })
    await expect
      .poll(() => answer(2))
      .toMatchObject({ event: 'error', reason: expect.stringContaining('yesterday') })
    await ask({ do: 'dance', id: 3 })
    await expect
      .poll(() => answer(3))
      .toMatchObject({ event: 'error', reason: expect.stringContaining('dance') })

    // The back button is that of the page round it.
    const entries = await page.evaluate(() => history.length)
    await frame.getByRole('slider').press('ArrowRight')
    await expect.poll(async () => (await told()).at(-1)?.day).toBe('2024-12-09')
    expect(await page.evaluate(() => history.length)).toBe(entries)
    const href = await frame.locator('.embed-open').getAttribute('href')
    expect(href).not.toContain('embed')
  })
})
