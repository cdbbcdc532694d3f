import type { Page } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import { expectGround, NOBODY } from './colour.ts'
import { isReady, linkOf, openMap, screenOf, settled, showMap } from './harness.ts'
import { linkTo, pointOf } from './places.ts'

/** What a reader sees of a view: the date in words, which factions are on, where two places lie on the screen. */
async function viewOf(page: Page) {
  const shown = await page
    .locator('.legend-switch')
    .evaluateAll((all) => all.map((one) => [one.textContent, one.getAttribute('aria-pressed')]))
  const points = await Promise.all(['raqqa', 'aleppo'].map((place) => screenOf(page, pointOf(place))))
  return {
    date: await page.getByRole('heading', { level: 1 }).textContent(),
    shown,
    points: points.map(({ x, y }) => [Math.round(x), Math.round(y)]),
  }
}

/** The switch of a faction in the legend. */
const toggle = (page: Page, name: string) => page.locator('.legend-switch', { hasText: name })
const SDF = 'Syrian Democratic Forces'

describe('the link', () => {
  it('tells exactly what is shown, to somebody else and after a reload', async () => {
    const page = await openMap(linkTo('raqqa', '2024-11-28'))
    await page.keyboard.press('ArrowRight')
    await page.keyboard.press('ArrowRight')
    await toggle(page, SDF).click()
    await page.keyboard.press('-')
    await page.keyboard.press('d')
    await expect.poll(() => linkOf(page)).toMatchObject({ date: '2024-11-30', hide: 'SDF', v: '1' })
    const { view: start } = Object.fromEntries(new URLSearchParams(linkTo('raqqa', '2024-11-28')))
    await expect.poll(async () => (await linkOf(page)).view).not.toBe(start)
    // The keys move the map by whole animations, which reduced motion cuts short, but the link follows a moment later.
    await settled(() => linkOf(page))
    const [seen, address] = [await viewOf(page), page.url()]
    expect(seen.date).toBe('Saturday 30 November 2024')
    expect(seen.shown.find(([text]) => text?.startsWith(SDF))?.[1]).toBe('false')

    await page.reload()
    await isReady(page)
    expect(await viewOf(page)).toEqual(seen)
    expect(page.url()).toBe(address)

    const other = await openMap(new URL(address).search)
    expect(await viewOf(other)).toEqual(seen)
    await expectGround(other, pointOf('raqqa'), NOBODY)
  })

  it('lets the back button undo the last step, and then the one before', async () => {
    const page = await showMap(linkTo('raqqa', '2024-12-09'))
    await page.keyboard.press('ArrowRight')
    await toggle(page, SDF).click()
    await expectGround(page, pointOf('raqqa'), NOBODY)
    await page.goBack()
    await expectGround(page, pointOf('raqqa'), 'SDF')
    expect(await linkOf(page)).toMatchObject({ date: '2024-12-10' })
    await page.goBack()
    expect(await linkOf(page)).toMatchObject({ date: '2024-12-09' })
    expect(await page.getByRole('heading', { level: 1 }).textContent()).toContain('9 December 2024')
    await page.goForward()
    await page.goForward()
    await expectGround(page, pointOf('raqqa'), NOBODY)
    expect(await toggle(page, SDF).getAttribute('aria-pressed')).toBe('false')
  })

  it('takes a whole drag of the slider for one step', async () => {
    const page = await showMap(linkTo('raqqa', '2024-11-28'))
    const handle = await page.getByRole('slider').boundingBox()
    const track = await page.locator('.track').boundingBox()
    if (!handle || !track) throw new Error('no track')
    const y = handle.y + handle.height / 2
    await page.mouse.move(handle.x + handle.width / 2, y)
    await page.mouse.down()
    await page.mouse.move(track.x + track.width * 0.8, y, { steps: 25 })
    await page.mouse.up()
    // Four fifths of the way; the page may still be busy with the last moves of the mouse.
    await expect.poll(async () => (await linkOf(page)).date > '2025-10-01').toBe(true)
    const { date } = await linkOf(page)
    expect(await page.getByRole('slider').getAttribute('data-day')).toBe(date)
    await page.goBack()
    await expect.poll(() => linkOf(page)).toMatchObject({ date: '2024-11-28' })
    await page.goForward()
    await expect.poll(() => linkOf(page)).toMatchObject({ date })
  })

  it('carries along what it does not know', async () => {
    const page = await showMap('?date=2024-12-01&utm=x%20y&v=1')
    await page.keyboard.press('ArrowRight')
    await expect.poll(() => linkOf(page)).toMatchObject({ date: '2024-12-02', utm: 'x y', v: '1' })
  })
})

describe('a link of nonsense', () => {
  it('shows the usual view and says what was wrong', async () => {
    const page = await openMap('?date=2024-13-45&view=north&panel=%3Cscript%3Ealert(1)%3C/script%3E&v=1')
    expect(await page.getByRole('heading', { level: 1 }).textContent()).toBe('Tuesday 26 November 2024')
    const note = page.locator('.notices')
    for (const wrong of ['2024-13-45', 'north', '<script>alert(1)</script>']) {
      expect(await note.textContent()).toContain(wrong)
    }
    await note.getByRole('button', { name: 'Close' }).click()
    expect((await note.textContent())?.trim()).toBe('')
  })

  it('says so in Arabic to an Arabic reader', async () => {
    const page = await openMap('?date=gestern&lang=ar')
    expect(await page.locator('.notices').textContent()).toMatch(
      /[\u0600-\u06ff].*gestern|gestern.*[\u0600-\u06ff]/,
    )
  })

  it('brings a date beyond the end to the last day', async () => {
    const page = await openMap('?date=2099-01-01')
    expect(await page.getByRole('heading', { level: 1 }).textContent()).toBe('Wednesday 31 December 2025')
    expect(await page.locator('.notices').textContent()).toContain('2099-01-01')
  })
})
