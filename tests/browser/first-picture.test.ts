/** The page before its program: the opening day is there, right and where the map will be; nothing that a reader does is lost. */
import type { Page } from 'playwright-core'
import { PNG } from 'pngjs'
import { expect, inject, it } from 'vitest'
import type { Rgb } from '../../src/map/colour.ts'
import { mercatorX, mercatorY } from '../../src/map/webgl/local-plane.ts'
import { frozen } from '../fixtures/frozen.ts'
import { nearestFaction } from './colour.ts'
import { isReady, linkOf, type OpenOptions, openMap, screenOf } from './harness.ts'

const [WEST, , EAST, NORTH] = frozen('conflict.json').bbox as [number, number, number, number]

/** Ground that nobody wrote a name on, degrees. */
const OPEN_GROUND: [faction: string, at: readonly [lon: number, lat: number]][] = [
  ['SAA', [37.6, 33.9]],
  ['SAA', [38.9, 34.9]],
  ['SDF', [40.3, 36.3]],
  ['SDF', [39.4, 36.2]],
]

/** A page whose program is on its way until `arrive` is called. */
async function pageWithoutProgram(query: string, options: OpenOptions = {}) {
  let arrive = () => {}
  const arrived = new Promise<void>((resolve) => {
    arrive = resolve
  })
  const page = await openMap(query, {
    ...options,
    early: true,
    sharp: true,
    prepare: (page) =>
      page.route(/\/assets\/index-[^/]+\.js$/, async (route) => {
        await arrived
        await route.continue()
      }),
  })
  return { page, arrive }
}

/** @returns where the picture of the page shows a point, CSS pixels */
async function onPicture(page: Page, [lon, lat]: readonly [number, number]) {
  const { left, top, scale, width } = await page.locator('#first-picture > svg').evaluate((svg) => {
    const box = (svg as SVGSVGElement).viewBox.baseVal
    const { a, e, f } = (svg as SVGSVGElement).getScreenCTM()!
    return { left: e + a * box.x, top: f + a * box.y, scale: a, width: box.width }
  })
  const pixels = (scale * width) / (mercatorX(EAST) - mercatorX(WEST))
  return {
    x: left + (mercatorX(lon) - mercatorX(WEST)) * pixels,
    y: top + (mercatorY(lat) - mercatorY(NORTH)) * pixels,
  }
}

async function holdersAt(page: Page, points: readonly { x: number; y: number }[], theme: 'light' | 'dark') {
  const { width, data } = PNG.sync.read(await page.screenshot({ scale: 'css' }))
  return points.map(({ x, y }) => {
    const at = 4 * (Math.round(y) * width + Math.round(x))
    return nearestFaction([data[at], data[at + 1], data[at + 2]] as Rgb, theme)
  })
}

it.each([
  { lang: 'en', colorScheme: 'light', width: 1280, height: 800 },
  { lang: 'ar', colorScheme: 'dark', width: 360, height: 740 },
] as const)(
  'is there before any program, and the map takes its place without a jump ($lang)',
  async (options) => {
    const { colorScheme: theme, lang } = options
    const { page, arrive } = await pageWithoutProgram('', options)
    const points = await Promise.all(OPEN_GROUND.map(([, at]) => onPicture(page, at)))
    const factions = OPEN_GROUND.map(([faction]) => faction)
    expect(await holdersAt(page, points, theme)).toEqual(factions)
    expect(await page.evaluate(() => document.documentElement.dir)).toBe(lang === 'ar' ? 'rtl' : 'ltr')
    // biome-ignore lint/performance/useDomNodeTextContent: what is seen, not what is there
    const date = await page.locator('#first-picture h1').innerText()

    arrive()
    await isReady(page)
    expect(await page.locator('#first-picture').count()).toBe(0)
    // biome-ignore lint/performance/useDomNodeTextContent: what is seen, not what is there
    expect((await page.locator('h1').innerText()).replace(/\s+/g, ' ')).toBe(date.replace(/\s+/g, ' '))
    expect(await holdersAt(page, points, theme)).toEqual(factions)
    for (const [i, [, at]] of OPEN_GROUND.entries()) {
      const { x, y } = await screenOf(page, at)
      expect(Math.hypot(x - points[i].x, y - points[i].y)).toBeLessThan(1.5)
    }
    // Names in languages that are hidden fetch no letters.
    const fetched = await page.evaluate(() =>
      performance.getEntriesByType('resource').map(({ name }) => name),
    )
    expect(fetched.filter((name) => /latin-400.*woff2/.test(name))).not.toEqual([])
    expect(fetched.filter((name) => /turkic.*woff2/.test(name))).toEqual([])
  },
)

it('stands for the map until the reader does something; nothing jumps when the page is set out and the map comes', async () => {
  const { page, arrive } = await pageWithoutProgram('', { width: 390, height: 844, touch: true })
  await page.evaluate(() => {
    const shifts: number[] = []
    Object.assign(window, { shifts })
    // Letters that arrive make other lines, which is known when they are there.
    document.fonts.ready.then(() =>
      new PerformanceObserver((list) => {
        for (const entry of list.getEntries()) shifts.push((entry as unknown as { value: number }).value)
      }).observe({ type: 'layout-shift' }),
    )
  })
  const greeting = page.getByRole('region', { name: 'Begin here' })
  // biome-ignore lint/performance/useDomNodeTextContent: what is seen, not what is there
  const told = await page.locator('#first-picture .first-intro').innerText()
  expect(told).toBe(frozen('conflict.json').title.en)
  arrive()
  await greeting.waitFor()
  expect(await greeting.locator('.first-intro').textContent()).toBe(told)
  await page.locator('.toolbar').waitFor()
  const before = await Promise.all(OPEN_GROUND.map(([, at]) => onPicture(page, at)))
  expect(await page.locator('.map canvas').count()).toBe(0)
  expect(await holdersAt(page, before, 'light')).toEqual(OPEN_GROUND.map(([faction]) => faction))

  await isReady(page)
  for (const [i, [, at]] of OPEN_GROUND.entries()) {
    const { x, y } = await screenOf(page, at)
    expect(Math.hypot(x - before[i].x, y - before[i].y)).toBeLessThan(1.5)
  }
  const shifts = await page.evaluate(() => (window as unknown as { shifts: number[] }).shifts)
  expect(shifts.reduce((sum, shift) => sum + shift, 0)).toBeLessThan(0.05)
})

it('is not shown where the link asks for something else', async () => {
  const wrong = [
    '?date=2024-12-09',
    '?day=2024-12-09',
    '?date=2024-11-26&date=2024-12-09',
    '?view=36.2,37.1,9',
    '?with=2024-12-08',
  ]
  const { page, arrive } = await pageWithoutProgram(wrong[0])
  for (const query of wrong) {
    await page.goto(inject('mapUrl') + query, { waitUntil: 'commit' })
    await page.locator('#first-picture .dock').waitFor({ state: 'attached' })
    expect(await page.locator('#first-picture').isVisible(), query).toBe(false)
  }
  arrive()
  await isReady(page)
  expect(await page.locator('#first-picture').count()).toBe(0)
  expect(await page.locator('.page > .map').evaluate((map) => getComputedStyle(map).opacity)).toBe('1')
})

it('goes by what is written in the link, not by what the reader prefers', async () => {
  const { page, arrive } = await pageWithoutProgram('?lang=ar&theme=dark&date=2024-11-26')
  const [point] = await Promise.all([onPicture(page, OPEN_GROUND[2][1])])
  expect(await holdersAt(page, [point], 'dark')).toEqual(['SDF'])
  // biome-ignore lint/performance/useDomNodeTextContent: what is seen, not what is there
  expect(await page.locator('#first-picture h1').innerText()).toMatch(/[\u0600-\u06ff]/)
  arrive()
  await isReady(page)
})

it('keeps keys and presses until somebody answers', async () => {
  const { page, arrive } = await pageWithoutProgram('')
  await page.keyboard.press('ArrowRight')
  const { x, y } = await onPicture(page, OPEN_GROUND[2][1])
  await page.mouse.click(x, y)
  arrive()
  await isReady(page)
  await page.locator('.panel').waitFor()
  await expect.poll(async () => (await linkOf(page)).date).toBe('2024-11-27')
  const [lon, lat] = (await linkOf(page)).at.split('_').map(Number)
  expect(Math.abs(lat - OPEN_GROUND[2][1][1]) + Math.abs(lon - OPEN_GROUND[2][1][0])).toBeLessThan(0.05)
})
