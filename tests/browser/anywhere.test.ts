/** The same link is the same day and the same map, wherever and however it is opened, and after coming back to it. */
import type { Page } from 'playwright-core'
import puppeteer from 'puppeteer-core'
import { expect, inject, it } from 'vitest'
import { findWholeChromium } from '../../scripts/lib/chromium.mjs'
import { dayOf, isoOf } from '../../src/chronicle/day.ts'
import { colourAt, nearestFaction } from './colour.ts'
import { linkOf, openMap, showMap } from './harness.ts'
import { type Driven, stands } from './journey.ts'
import { pointOf } from './places.ts'
import { FLAGS } from './setup.ts'

const HAMA = pointOf('hama')

/** What a day comes to: in the link, in the headline, for screen readers, on the ground. */
async function dayShown(page: Page) {
  return {
    link: (await linkOf(page)).date,
    // Browsers do not agree on the comma.
    headline: (await page.getByRole('heading', { level: 1 }).getAttribute('aria-label'))?.replace(',', ''),
    slider: await page.getByRole('slider').first().getAttribute('data-day'),
    hama: nearestFaction(await colourAt(page, ...HAMA)),
  }
}

const LINK = '?date=2025-03-29&lang=en&v=1'

/** Steps over the days on which clocks were changed in spring 2025, in Europe and in Damascus of old. */
async function overTheChange(page: Page) {
  for (const _ of [1, 2, 3]) await page.keyboard.press('ArrowRight')
  await expect.poll(async () => (await linkOf(page)).date).toBe('2025-04-01')
  return dayShown(page)
}

it.each([
  ['Etc/GMT+12', 'en-US'],
  ['Europe/London', 'en-GB'],
  ['Pacific/Kiritimati', 'ar-EG'],
])('in %s, with the numbers and hours of %s', async (zone, lang) => {
  const page = await openMap(LINK, { zone, lang })
  expect(await overTheChange(page)).toEqual({
    link: '2025-04-01',
    headline: 'Tuesday 1 April 2025',
    slider: '2025-04-01',
    // As the frozen atlas has it.
    hama: 'HTS',
  })
})

it('in a browser that prefers Arabic with its own digits', async () => {
  const page = await openMap('?date=٢٠٢٤-١٢-٠٥&v=1', { lang: 'ar-EG', zone: 'Pacific/Kiritimati' })
  expect(await page.getByRole('heading', { level: 1 }).textContent()).toContain('5 كانون الأول 2024')
  expect(await page.locator('.notices .note').count()).toBe(1)
  await page.keyboard.press('ArrowLeft')
  await expect.poll(() => linkOf(page)).toMatchObject({ date: '2024-12-06' })
})

it('is left at rest, and found so', async () => {
  const page = await showMap('?date=2024-12-05&lang=en&v=1')
  await page.keyboard.press('Space')
  await expect.poll(async () => (await linkOf(page)).date > '2024-12-06').toBe(true)
  // What a browser says that keeps the page; the one that is driven here never does, the one below is.
  const pass = (name: string) =>
    page.evaluate((name) => void dispatchEvent(new PageTransitionEvent(name, { persisted: true })), name)
  await pass('pagehide')
  await page.getByRole('button', { name: 'Play', exact: true }).waitFor()
  const before = await dayShown(page)
  expect(before).toMatchObject({ link: before.slider, hama: 'HTS' })
  await pass('pageshow')
  expect(await dayShown(page)).toEqual(before)
})

const whole = await findWholeChromium()
if (!whole) console.warn('Coming back to a kept page is not tried: the Chromium that is there keeps none.')

it.skipIf(!whole)('is taken up where it was left when the browser has kept the page', async () => {
  // Playwright lets no browser keep pages.
  const browser = await puppeteer.launch({
    executablePath: whole!,
    args: FLAGS,
    ignoreDefaultArgs: ['--disable-back-forward-cache'],
  })
  try {
    const page = await browser.newPage()
    await page.setViewport({ width: 900, height: 600 })
    await page.goto(`${inject('mapUrl')}?date=2024-12-04&lang=en&v=1`)
    await stands(page as unknown as Driven)
    const shown = () =>
      page.evaluate(() => ({
        link: new URLSearchParams(location.search).get('date')!,
        slider: document.querySelector<HTMLElement>('.track-handle')!.dataset.day!,
        headline: document.querySelector('h1')!.textContent,
        play: document.querySelector('.button-main')!.getAttribute('aria-label'),
        drawing: !document.querySelector('canvas')!.getContext('webgl2')!.isContextLost(),
      }))
    await page.keyboard.press('Space')
    await expect.poll(async () => (await shown()).slider > '2024-12-06', { timeout: 20_000 }).toBe(true)
    await page.evaluate(() =>
      addEventListener('pageshow', ({ persisted }) => Object.assign(window, { persisted })),
    )
    await page.evaluate((address) => void location.assign(address), `${inject('mapUrl')}licences.txt`)
    await expect.poll(() => page.url()).toContain('licences.txt')
    await page.evaluate(() => history.back())
    // The same page, not one like it.
    const isKept = () => page.evaluate(() => (window as unknown as { persisted?: boolean }).persisted)
    await expect.poll(isKept, { timeout: 20_000 }).toBe(true)
    const found = await shown()
    expect(found).toMatchObject({ link: found.slider, play: 'Play', drawing: true })
    expect(found.headline).toContain(String(Number(found.slider.slice(8))))
    await page.keyboard.press('ArrowRight')
    await expect.poll(async () => (await shown()).slider).toBe(isoOf(dayOf(found.slider) + 1))
  } finally {
    await browser.close()
  }
})
