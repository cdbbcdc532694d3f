/**
 * What a first reader does: moves the handle, plays, switches a faction off, asks why, compares, opens the link again,
 * reads Arabic. Written against the little that drivers of all browsers have in common.
 */
import { expect } from 'vitest'
import type { FrontMap } from './harness.ts'

/** A page of Playwright or of Puppeteer. */
export interface Driven {
  url(): string
  goto(address: string): Promise<unknown>
  evaluate<T, A>(run: (argument: A) => T | Promise<T>, argument: A): Promise<T>
  keyboard: {
    press(key: never): Promise<void>
    down(key: never): Promise<void>
    up(key: never): Promise<void>
  }
  mouse: {
    click(x: number, y: number): Promise<void>
    move(x: number, y: number, options?: { steps?: number }): Promise<void>
    down(): Promise<void>
    up(): Promise<void>
  }
}

const press = (page: Driven, key: string) => page.keyboard.press(key as never)
const linkOf = (page: Driven) => Object.fromEntries(new URL(page.url()).searchParams)
const textOf = (page: Driven, selector: string) =>
  page.evaluate((selector) => document.querySelector(selector)?.textContent ?? '', selector)

/** @returns the middle of what a selector finds, CSS pixels, once it is there */
async function middleOf(page: Driven, selector: string): Promise<{ x: number; y: number }> {
  const find = () =>
    page.evaluate((selector) => {
      const box = document.querySelector(selector)?.getBoundingClientRect()
      return box && box.width > 0 ? { x: box.left + box.width / 2, y: box.top + box.height / 2 } : null
    }, selector)
  await expect.poll(find, { message: selector }).not.toBeNull()
  return (await find())!
}

async function click(page: Driven, selector: string) {
  const { x, y } = await middleOf(page, selector)
  await page.mouse.click(x, y)
}

export async function stands(page: Driven) {
  await expect
    .poll(() => page.evaluate(() => document.documentElement.dataset.ready, null), { timeout: 90_000 })
    .toBe('1')
}

/** Waits for what comes after the map; a browser may complain of files that were on their way when the page was left. */
async function isComplete(page: Driven) {
  for (const part of LATE_PARTS) await middleOf(page, part)
}
const LATE_PARTS = ['.track-names', '.key-in-view']

/**
 * @param site address of the built map, ending in a slash
 * @param place degrees, lon then lat, of ground in the middle of the view that is asked why
 */
export async function journey(page: Driven, site: string, [lon, lat]: readonly [number, number]) {
  await page.goto(`${site}?date=2024-12-01&lang=en&view=${lon}_${lat}_8&v=1`)
  await stands(page)
  expect(await textOf(page, 'h1')).toContain('1 December 2024')

  // The handle.
  const handle = await middleOf(page, '.track-handle')
  await page.mouse.move(handle.x, handle.y)
  await page.mouse.down()
  await page.mouse.move(handle.x + 120, handle.y, { steps: 6 })
  await page.mouse.up()
  await expect.poll(() => linkOf(page).date > '2024-12-01').toBe(true)

  // Play, and stop.
  await press(page, 'Home')
  await expect.poll(() => linkOf(page).date).toBe('2024-11-26')
  await press(page, ' ')
  await expect.poll(() => linkOf(page).date > '2024-11-27').toBe(true)
  await press(page, ' ')
  const stopped = await textOf(page, 'h1')
  await expect
    .poll(() => page.evaluate(() => document.querySelector('.button-main')?.getAttribute('aria-label'), null))
    .toBe('Play')
  expect(stopped).toContain('2024')

  // A faction off, and on.
  await click(page, '.legend-switch')
  await expect.poll(() => 'hide' in linkOf(page)).toBe(true)
  await click(page, '.legend-switch')
  await expect.poll(() => 'hide' in linkOf(page)).toBe(false)

  // Why.
  const at = await page.evaluate(
    ([lon, lat]) => {
      const box = document.querySelector('.map')!.getBoundingClientRect()
      const { x, y } = (window as unknown as { frontMap: FrontMap }).frontMap.project([lon, lat])
      return { x: box.left + x, y: box.top + y }
    },
    [lon, lat] as const,
  )
  await page.mouse.click(at.x, at.y)
  await expect.poll(() => textOf(page, '.panel[data-panel=why]')).toMatch(/held|holds|control/i)
  await press(page, 'Escape')

  // Another day beside it.
  await click(page, '.toolbar [aria-label*="ompare"], .toolbar .compare-button')
  await expect.poll(() => 'with' in linkOf(page)).toBe(true)
  await expect.poll(() => textOf(page, '.compare-days')).toMatch(/\d/)
  await press(page, 'Escape')
  await expect.poll(() => 'with' in linkOf(page)).toBe(false)

  // The link, opened anew.
  const [address, headline] = [page.url(), await textOf(page, 'h1')]
  await isComplete(page)
  await page.goto('about:blank')
  await page.goto(address)
  await stands(page)
  expect(await textOf(page, 'h1')).toBe(headline)

  // Arabic.
  await isComplete(page)
  await page.goto(address.replace('lang=en', 'lang=ar'))
  await stands(page)
  expect(await page.evaluate(() => document.documentElement.dir, null)).toBe('rtl')
  expect(await textOf(page, 'h1')).toMatch(/[\u0600-\u06ff]/)
  const day = linkOf(page).date
  await press(page, 'ArrowLeft')
  await expect.poll(() => linkOf(page).date > day).toBe(true)
}
