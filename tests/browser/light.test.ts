/** The light map: what a reader sees and does without WebGL, and that little is fetched and touched for it. */
import { chromium, type Page } from 'playwright-core'
import { describe, expect, inject, it } from 'vitest'
import type { Atlas } from '../../src/chronicle/atlas.ts'
import { dayOf } from '../../src/chronicle/day.ts'
import { periodAt } from '../../src/chronicle/history.ts'
import { frozenAtlas } from '../fixtures/frozen.ts'
import { expectGround, NOBODY } from './colour.ts'
import { bytesOfOpening, sumOf } from './first-bytes.ts'
import { atRest, goTo, linkOf, openMap, screenOf, showMap } from './harness.ts'
import { linkTo, pointOf } from './places.ts'

const atlas: Atlas = frozenAtlas()
/** Code and styles of the full map. */
const FULL = /\/assets\/(map-view|map-worker|maplibre)[^/]*$/
/** React's own 63 kB are the largest part of it. */
const BUDGET = { page: 212_000, map: 272_000 }

const PHONE = { width: 360, height: 640, touch: true, lang: 'ar', withoutWebgl: true }

/** @returns zoom of the link */
const zoomOf = async (page: Page) => Number((await linkOf(page)).view?.split('_')[2])

describe('the light map', () => {
  it('takes the place of the full one where that cannot be drawn, and says so', async () => {
    const asked: string[] = []
    const page = await openMap('?v=1', {
      withoutWebgl: true,
      prepare: async (page) => page.on('request', (request) => asked.push(request.url())),
    })
    await page.getByText('needs WebGL 2').waitFor()
    expect(await page.getByRole('application').getAttribute('aria-label')).toContain('front-line map')
    expect(asked.filter((url) => FULL.test(url))).toEqual([])
    await expectGround(page, pointOf('raqqa'), 'SDF')
  })

  it('follows the day and the eyes of the legend, and is as dark as the page', async () => {
    const page = await showMap(`${linkTo('aleppo', '2024-11-29')}&light=on`)
    await expectGround(page, pointOf('aleppo'), 'SAA')
    await page.keyboard.press('ArrowRight')
    await page.keyboard.press('ArrowRight')
    await expectGround(page, pointOf('aleppo'), 'HTS')
    expect(await linkOf(page)).toMatchObject({ date: '2024-12-01', light: 'on' })
    await goTo(page, linkTo('raqqa', '2024-12-09', '&light=on&hide=SDF'))
    await expectGround(page, pointOf('raqqa'), NOBODY)
    await goTo(page, linkTo('raqqa', '2024-12-09', '&light=on&theme=dark'))
    await expectGround(page, pointOf('raqqa'), 'SDF', 'dark')

    // A story takes it from step to step: day, camera and words.
    await goTo(page, '?story=twelve-days.2&date=2024-11-29&view=36.85_35.98_9&light=on')
    await page.locator('.story-step').getByText('Saraqib, where two main roads meet').waitFor()
    await expectGround(page, pointOf('saraqib'), 'HTS')
    const { view } = await linkOf(page)
    await page.locator('.story-next').click()
    await expect.poll(() => linkOf(page)).toMatchObject({ story: 'twelve-days.3', light: 'on' })
    await expect.poll(async () => (await linkOf(page)).view).not.toBe(view)

    // Played, day by day, up to the end of the range.
    await goTo(page, linkTo('aleppo', '2024-11-29', '&light=on&range=2024-11-29..2024-12-01'))
    await expectGround(page, pointOf('aleppo'), 'SAA')
    await page.keyboard.press(' ')
    await expect.poll(() => linkOf(page)).toMatchObject({ date: '2024-12-01' })
    await expectGround(page, pointOf('aleppo'), 'HTS')
  })

  it('touches only the faces that change when the day changes', async () => {
    const page = await showMap('?date=2024-12-05&layers=none&light=on&v=1')
    const [before, after] = [dayOf('2024-12-05'), dayOf('2024-12-06')]
    const changed = atlas.faces.flatMap(({ history }, face) =>
      periodAt(history, before) === periodAt(history, after) ? [] : [face],
    )
    await page.evaluate(() => {
      const seen: MutationRecord[] = []
      const observer = new MutationObserver((records) => seen.push(...records))
      observer.observe(document.querySelector('.light-map')!, {
        subtree: true,
        attributes: true,
        childList: true,
        characterData: true,
      })
      Object.assign(window, { seen })
    })
    await page.keyboard.press('ArrowRight')
    await expect.poll(() => linkOf(page)).toMatchObject({ date: '2024-12-06' })
    await atRest(page)
    const touched = await page.evaluate(() => {
      const { seen } = window as unknown as { seen: MutationRecord[] }
      const ground = seen.filter(({ target }) => (target as Element).closest('.light-faces'))
      return {
        faces: [...new Set(ground.map(({ target }) => Number((target as SVGElement).dataset.face)))],
        attributes: [...new Set(ground.map(({ attributeName }) => attributeName))].sort(),
        parts: [
          ...new Set(
            seen.map(({ target }) => (target as Element).closest('.light-map g[class], defs')?.classList[0]),
          ),
        ],
      }
    })
    expect(touched.faces.length).toBeGreaterThan(3)
    for (const face of touched.faces) expect(changed).toContain(face)
    expect(touched.attributes).toEqual(['fill', 'stroke'])
    // Patterns that are needed for the first time have no class.
    expect(touched.parts.filter((part) => part && !['light-faces', 'light-fronts'].includes(part))).toEqual(
      [],
    )
  })

  it('answers a finger in Arabic on a phone: a tap asks, two fingers come closer, one moves the ground', async () => {
    const page = await openMap('?date=2024-12-09&layers=none&v=1', PHONE)
    expect(await page.evaluate(() => document.documentElement.dir)).toBe('rtl')
    const session = await page.context().newCDPSession(page)
    const touch = (type: string, ...points: [x: number, y: number][]) =>
      session.send('Input.dispatchTouchEvent', {
        type: type as 'touchStart',
        touchPoints: points.map(([x, y], id) => ({ x, y, id })),
      })
    await touch('touchStart', [150, 300], [210, 300])
    for (let i = 1; i <= 6; i++) await touch('touchMove', [150 - 10 * i, 300], [210 + 10 * i, 300])
    await touch('touchEnd')
    await expect.poll(() => zoomOf(page)).toBeGreaterThan(6)
    const closer = await linkOf(page)
    await touch('touchStart', [200, 320])
    for (let i = 1; i <= 6; i++) await touch('touchMove', [200 - 10 * i, 320])
    await touch('touchEnd')
    await expect.poll(async () => (await linkOf(page)).view).not.toBe(closer.view)
    const [lon, lat] = [closer.view, (await linkOf(page)).view].map((view) => Number(view.split('_')[0]))
    // The ground went with the finger: what is seen now lies further east.
    expect(lat).toBeGreaterThan(lon)

    await goTo(page, linkTo('raqqa', '2024-12-09', '&layers=none'))
    const { x, y } = await screenOf(page, pointOf('raqqa'))
    await page.touchscreen.tap(x, y)
    await expect.poll(() => linkOf(page)).toMatchObject({ panel: 'why' })
    await page.locator('.why-holder').filter({ hasText: 'قوات سوريا الديمقراطية' }).waitFor()
  })

  it('answers keys, the wheel and the search, and keeps its camera in the link', async () => {
    const page = await showMap('?date=2024-12-01&light=on&v=1')
    await page.keyboard.press('+')
    await expect.poll(() => zoomOf(page)).toBeGreaterThan(6)
    const before = await linkOf(page)
    await page.keyboard.press('d')
    await expect.poll(async () => (await linkOf(page)).view).not.toBe(before.view)
    const zoom = await zoomOf(page)
    await page.mouse.move(700, 400)
    await page.mouse.wheel(0, -300)
    await expect.poll(() => zoomOf(page)).toBeGreaterThan(zoom)

    await page.keyboard.press('/')
    const field = page.locator('.search').getByRole('combobox')
    await field.fill('Saraqib')
    await page.locator('.search').getByRole('option').first().waitFor()
    await page.keyboard.press('Enter')
    await expect.poll(() => linkOf(page)).toMatchObject({ place: 'saraqib', panel: 'why', light: 'on' })
    await expect.poll(() => zoomOf(page)).toBeGreaterThan(8)
  })

  it('compares by gain and loss, and says that it cannot put days side by side', async () => {
    const page = await showMap('?date=2024-12-08&with=2024-11-26&light=on&v=1')
    await page.getByText('The light map cannot show two days side by side.').first().waitFor()
    expect(await page.getByRole('radio', { name: 'Side by side' }).isDisabled()).toBe(true)
    // What the government of the first day lost is tinted by who gained it.
    const fills = () =>
      page
        .locator('.light-faces path')
        .evaluateAll((all) => new Set(all.map((path) => path.getAttribute('fill'))).size)
    expect(await fills()).toBeGreaterThan(4)
    await page.getByRole('button', { name: 'End the comparison' }).click()
    await expect.poll(() => linkOf(page)).not.toHaveProperty('with')
  })

  it.each(['en', 'ar'])('needs few bytes before it stands (%s)', async (language) => {
    const page = await bytesOfOpening(`?light&lang=${language}`, 'page')
    const map = await bytesOfOpening(`?light&lang=${language}`, 'map')
    console.info(
      `light map (${language}): the page ${Math.round(sumOf(page) / 1000)} kB, with its map ${Math.round(sumOf(map) / 1000)} kB`,
    )
    expect([...page, ...map].filter(([path]) => FULL.test(path))).toEqual([])
    expect(sumOf(page)).toBeGreaterThan(100_000)
    expect(sumOf(page)).toBeLessThan(BUDGET.page)
    expect(sumOf(map)).toBeLessThan(BUDGET.map)
  })
})

describe('without programs', () => {
  it('the page says what it is and who holds what, in both languages', async () => {
    const browser = await chromium.connect(inject('browserUrl'))
    try {
      const page = await browser.newPage({ javaScriptEnabled: false, viewport: { width: 360, height: 640 } })
      await page.goto(inject('mapUrl'))
      const english = page.locator('noscript section[lang=en]')
      await english.getByRole('heading', { name: 'Syria front-line map' }).waitFor()
      expect(await english.getByRole('row').count()).toBeGreaterThan(5)
      const arabic = page.locator('noscript section[lang=ar]')
      expect(await arabic.getByRole('row', { name: 'قوات سوريا الديمقراطية' }).count()).toBe(1)
      expect(await arabic.evaluate((section) => getComputedStyle(section).direction)).toBe('rtl')
      // Below the picture of the day; a press leads to the reader's language.
      await page.locator('noscript').getByRole('link', { name: 'العربية' }).click()
      const top = () => arabic.evaluate((section) => section.getBoundingClientRect().top)
      await expect.poll(top).toBeLessThan(320)
    } finally {
      await browser.close()
    }
  })
})
