/** The same link is the same day and the same map, wherever and however it is opened, and after coming back to it. */
import { chromium, type Page } from 'playwright-core'
import { expect, inject, it } from 'vitest'
import { findChromium } from '../../scripts/lib/chromium.mjs'
import { dayOf, isoOf } from '../../src/chronicle/day.ts'
import { colourAt, nearestFaction } from './colour.ts'
import { isReady, linkOf, openMap } from './harness.ts'
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

it('after going to another page and coming back', async () => {
  const executablePath = process.env.CHROMIUM_PATH ?? (await findChromium()) ?? undefined
  // The browser of all other tests keeps no pages to come back to; this one may.
  const browser = await chromium.launch({
    executablePath,
    args: FLAGS,
    ignoreDefaultArgs: ['--disable-back-forward-cache'],
  })
  try {
    const page = await browser.newPage({ viewport: { width: 1280, height: 800 }, reducedMotion: 'reduce' })
    await page.goto(`${inject('mapUrl')}?date=2024-12-04&lang=en&v=1`)
    await isReady(page)
    await page.keyboard.press('ArrowRight')
    await expect.poll(async () => (await linkOf(page)).date).toBe('2024-12-05')
    await page.keyboard.press('Space')
    await expect.poll(async () => (await linkOf(page)).date > '2024-12-06').toBe(true)
    // A browser that keeps the page says so by these; a browser that is driven from outside never keeps one.
    const pass = (name: string) =>
      page.evaluate((name) => void dispatchEvent(new PageTransitionEvent(name, { persisted: true })), name)
    await pass('pagehide')
    await page.getByRole('button', { name: 'Play', exact: true }).waitFor()
    const before = await dayShown(page)
    expect(before).toMatchObject({ link: before.slider, hama: 'HTS' })
    await pass('pageshow')
    await page.goto(`${inject('mapUrl')}licences.txt`)
    await page.goBack()
    await isReady(page)
    await expect.poll(() => dayShown(page)).toEqual(before)
    await page.keyboard.press('ArrowRight')
    await expect.poll(async () => (await dayShown(page)).slider).toBe(isoOf(dayOf(before.link) + 1))
  } finally {
    await browser.close()
  }
})
