import type { Page } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import { LANGUAGES } from '../../src/chronicle/languages.ts'
import { linkOf, openMap, showMap } from './harness.ts'

const ARABIC = /[\u0600-\u06ff]/

async function directionOf(page: Page) {
  return page.evaluate(() => [document.documentElement.lang, document.documentElement.dir])
}

describe('in Arabic', () => {
  it('the page runs from right to left, by link and by what the reader prefers', async () => {
    const byLink = await openMap('?lang=ar&v=1')
    expect(await directionOf(byLink)).toEqual(['ar', 'rtl'])
    const byChoice = await openMap('', { lang: 'ar' })
    expect(await directionOf(byChoice)).toEqual(['ar', 'rtl'])
    for (const page of [byLink, byChoice]) {
      expect(await page.getByRole('heading', { level: 1 }).textContent()).toMatch(ARABIC)
      expect(await page.title()).toMatch(ARABIC)
    }
  })

  it('the legend stands on the right and time runs to the left', async () => {
    const page = await showMap('?date=2024-12-01&lang=ar&v=1')
    const legend = await page.locator('.side').boundingBox()
    expect(legend && legend.x > 640).toBe(true)
    const track = await page.locator('.track').boundingBox()
    const handle = await page.getByRole('slider').boundingBox()
    expect(track && handle && handle.x > track.x + track.width / 2).toBe(true)
    await page.keyboard.press('ArrowLeft')
    await expect.poll(() => linkOf(page)).toMatchObject({ date: '2024-12-02' })
    await page.keyboard.press('ArrowRight')
    await expect.poll(() => linkOf(page)).toMatchObject({ date: '2024-12-01' })
  })

  it('can be left for English and come back to', async () => {
    const page = await showMap('?lang=ar&v=1')
    await page.getByRole('button', { name: /اللغة/ }).click()
    await page.getByRole('menuitemradio', { name: 'English' }).click()
    await expect.poll(() => directionOf(page)).toEqual(['en', 'ltr'])
    await page.goBack()
    await expect.poll(() => directionOf(page)).toEqual(['ar', 'rtl'])
  })
})

/** @returns controls that stick out of the page or cannot be hit, by name */
async function outOfReach(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const wrong: string[] = []
    for (const control of document.querySelectorAll('button, a[href], select, input, [role=slider]')) {
      const box = control.getBoundingClientRect()
      const seen =
        control.checkVisibility({ visibilityProperty: true, opacityProperty: true }) && box.width > 1
      const inSheet = control.closest('[class*=sheet], .side, [role=dialog]')
      if (!seen || inSheet) continue
      // The handle of the slider is wider than it looks, so that a thumb hits it; what counts is its middle.
      const reach = control.role === 'slider' ? box.width / 2 : 0
      const name = control.getAttribute('aria-label') ?? control.textContent ?? control.className
      if (box.left + reach < -1 || box.right - reach > innerWidth + 1)
        wrong.push(`${name}: ${box.left}–${box.right}`)
    }
    return wrong
  })
}

it('keeps the curves of the legend off the names, in every language', async () => {
  for (const { code } of LANGUAGES) {
    const page = await showMap(`?date=2025-07-16&lang=${code}&v=1`)
    // Those that hold no ground lie folded.
    await page.locator('.legend-absent').evaluate((folded) => folded.setAttribute('open', ''))
    const gaps = await page.evaluate(() =>
      [...document.querySelectorAll('.legend-row:has(.sparkline)')].map((row) => {
        const letters = document.createRange()
        letters.selectNodeContents(row.querySelector('.legend-name')!)
        const curve = row.querySelector('.sparkline')!.getBoundingClientRect()
        return curve.top - letters.getBoundingClientRect().bottom
      }),
    )
    expect(gaps.length).toBeGreaterThan(4)
    // What the letters take of a line is higher than the line: half a pixel of it holds nothing.
    expect(Math.min(...gaps), code).toBeGreaterThan(0.5)
  }
})

describe('on a page that is neither wide nor narrow', () => {
  it.each([
    ['en', 920],
    ['ar', 1024],
    ['en', 1180],
  ])('in %s, %d pixels wide, a notice covers no control', async (lang, width) => {
    const page = await openMap(`?date=2024-12-08&lang=${lang}&v=1`, { width, height: 700 })
    const [note, toolbar, side] = await Promise.all(
      ['.note', '.toolbar', '.side'].map(async (name) => (await page.locator(name).boundingBox())!),
    )
    expect(note.y).toBeGreaterThanOrEqual(toolbar.y + toolbar.height)
    const [left, right] = lang === 'ar' ? [note, side] : [side, note]
    expect(left.x + left.width).toBeLessThanOrEqual(right.x)
  })
})

describe('on a phone', () => {
  const phones: [string, number, number][] = [
    ['small', 320, 568],
    ['usual', 390, 844],
    ['on its side', 740, 360],
  ]
  for (const lang of ['en', 'ar']) {
    it.each(phones)(`in ${lang}, %s (%d × %d), nothing sticks out`, async (_, width, height) => {
      const page = await showMap(`?date=2024-12-05&lang=${lang}&v=1`, { width, height, touch: true })
      const [beyondWidth, beyondHeight] = await page.evaluate(() => {
        const { scrollWidth, clientWidth, scrollHeight, clientHeight } = document.documentElement
        return [scrollWidth - clientWidth, scrollHeight - clientHeight]
      })
      expect(beyondWidth).toBeLessThanOrEqual(0)
      expect(beyondHeight).toBeLessThanOrEqual(0)
      expect(await outOfReach(page)).toEqual([])
    })
  }

  it('the slider has a handle for a thumb and does not scroll the page', async () => {
    const page = await showMap('?date=2024-12-05&v=1', { width: 390, height: 844, touch: true })
    const handle = await page.getByRole('slider').boundingBox()
    if (!handle) throw new Error('no slider')
    const [x, y] = [handle.x + handle.width / 2, handle.y + handle.height / 2]
    const hit = await page.evaluate(
      ([x, y]) => document.elementFromPoint(x, y)?.closest('.track') !== null,
      [x, y],
    )
    expect(hit).toBe(true)
    const session = await page.context().newCDPSession(page)
    const touch = (type: string, points: { x: number; y: number }[]) =>
      session.send('Input.dispatchTouchEvent', { type: type as 'touchStart', touchPoints: points })
    await touch('touchStart', [{ x, y }])
    for (let i = 1; i <= 10; i++) await touch('touchMove', [{ x: x + i * 15, y: y - i * 12 }])
    await touch('touchEnd', [])
    await expect.poll(async () => (await linkOf(page)).date > '2025-01-15').toBe(true)
    expect(await page.evaluate(() => [scrollX, scrollY])).toEqual([0, 0])
  })
})
