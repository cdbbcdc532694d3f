/** A phone under real fingers. */
import type { Page } from 'playwright-core'
import { expect, it } from 'vitest'
import { atRest, goTo, linkOf, openMap, screenOf } from './harness.ts'
import { pointOf } from './places.ts'

const WIDTH = 360
const HEIGHT = 780
/** The ends of the country, longitude and latitude. */
const NORTH = [42.35, 37.32] as const
const SOUTH = [36.85, 32.31] as const

/** Draws a finger from one place to another, as the browser hears of it. */
async function drag(page: Page, x: number, from: number, to: number, steps = 8) {
  const session = await page.context().newCDPSession(page)
  const touch = (type: 'touchStart' | 'touchMove' | 'touchEnd', touchPoints: { x: number; y: number }[]) =>
    session.send('Input.dispatchTouchEvent', { type, touchPoints })
  await touch('touchStart', [{ x, y: from }])
  for (let i = 1; i <= steps; i++) await touch('touchMove', [{ x, y: from + ((to - from) * i) / steps }])
  await touch('touchEnd', [])
  await session.detach()
}

const panel = (page: Page) => page.locator('.panel')
const heightOf = (page: Page) => panel(page).getAttribute('data-height')
const boxOf = async (page: Page, selector: string) => (await page.locator(selector).boundingBox())!
/** What lies on top at a point of the page, by the nearest part that has a class of these. */
const topmost = (page: Page, x: number, y: number, selector: string) =>
  page.evaluate(([x, y, selector]) => document.elementFromPoint(x, y)?.closest(selector) !== null, [
    x,
    y,
    selector,
  ] as const)

it.each(['en', 'ar'])('a tap is answered in a sheet that leaves map and time alone (%s)', async (lang) => {
  const letters: string[] = []
  const page = await openMap(
    `?date=2024-12-05&hide=nobody-whom-anybody-ever-heard-of&lang=${lang}&layers=none&v=1`,
    {
      width: WIDTH,
      height: HEIGHT,
      touch: true,
      prepare: async (page) =>
        void page.on('request', (request) => {
          if (/arabic-.*woff2/.test(request.url())) letters.push(request.url())
        }),
    },
  )
  // Letters of a language that is not read are fetched with the menu of the languages, not before.
  expect(letters.length > 0).toBe(lang === 'ar')
  // What is to be said takes one line, and all of it at a touch.
  const note = page.locator('.note')
  expect(await note.count()).toBe(1)
  const noteBox = await boxOf(page, '.note')
  expect(noteBox.height).toBeLessThan(46)
  // The country lies below it, and its scale beside the credits.
  const [scale, credits] = [await boxOf(page, '.scale'), await boxOf(page, '.credits-text')]
  expect((await screenOf(page, NORTH)).y).toBeGreaterThan(noteBox.y + noteBox.height)
  expect((await screenOf(page, SOUTH)).y).toBeLessThan(scale.y)
  expect(scale.y + scale.height).toBeLessThanOrEqual(credits.y + credits.height + 1)
  await page.locator('.note-line').tap()
  expect((await boxOf(page, '.note')).height).toBeGreaterThan(46)
  await page.locator('.note-close').tap()
  expect(await note.count()).toBe(0)

  const place = pointOf('palmyra')
  const before = await screenOf(page, place)
  await page.touchscreen.tap(before.x, before.y)
  await page.locator('.why-holder').waitFor()
  await atRest(page)

  // Holder, since and grade are seen; the point is where it was, and no card of a mouse lies over the answer.
  expect(await heightOf(page)).toBe('peek')
  const [sheet, holder, dock] = await Promise.all(
    ['.panel', '.why-holder [data-grade]', '.dock'].map((part) => boxOf(page, part)),
  )
  expect(holder.y + holder.height).toBeLessThanOrEqual(sheet.y + sheet.height)
  expect(sheet.y + sheet.height).toBeLessThanOrEqual(dock.y + 1)
  expect(await screenOf(page, place)).toEqual(before)
  expect(await page.locator('.point-card').count()).toBe(0)

  // The time goes on below it.
  const track = await boxOf(page, '.track')
  expect(await topmost(page, track.x + track.width / 2, track.y + 40, '.track')).toBe(true)
  await page.touchscreen.tap(track.x + track.width / 2, track.y + 40)
  await expect.poll(async () => (await linkOf(page)).date > '2025-03').toBe(true)
  expect(await heightOf(page)).toBe('peek')

  // Three heights, by hand; and away.
  await drag(page, 100, sheet.y + 60, sheet.y - 140)
  await expect.poll(() => heightOf(page)).not.toBe('peek')
  await page.locator('.panel-grip').tap()
  await expect.poll(() => heightOf(page)).toMatch(/full|peek/)
  const now = await boxOf(page, '.panel')
  await drag(page, 100, now.y + 10, HEIGHT - 135)
  await expect.poll(() => panel(page).count()).toBe(0)
  expect((await linkOf(page)).at).toBeUndefined()

  // A story: back and next at hand, whatever is read.
  await goTo(page, `?story=twelve-days.3&lang=${lang}&v=1`)
  const next = page.locator('.story-next')
  await next.waitFor()
  const [turn, story] = [await boxOf(page, '.story-next'), await boxOf(page, '.panel')]
  expect(turn.y + turn.height).toBeLessThanOrEqual(story.y + story.height)
  expect((await boxOf(page, '.story-head')).height).toBeLessThan(30)
  expect(await topmost(page, turn.x + turn.width / 2, turn.y + turn.height / 2, '.story-next')).toBe(true)

  // Whoever compares has begun: no button lies over the days.
  await goTo(page, `?with=2024-12-08&lang=${lang}&v=1`)
  const days = page.locator('.side-labels')
  await days.waitFor()
  await atRest(page)
  expect(await page.locator('.play-first').count()).toBe(0)
  // The days lie over nothing that explains the map.
  const { y: top } = (await days.boundingBox())!
  for (const part of ['.scale', '.credits-text', '.key-in-view']) {
    const { y, height } = await boxOf(page, part)
    expect(y + height, part).toBeLessThanOrEqual(top)
  }

  // Days stand in one line.
  expect((await boxOf(page, '.date-button span')).height).toBeLessThan(26)
})
