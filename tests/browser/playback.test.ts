import type { Page } from 'playwright-core'
import { PNG } from 'pngjs'
import { describe, expect, it } from 'vitest'
import { linkOf, openMap, showMap } from './harness.ts'
import { linkTo } from './places.ts'

const PHONE = { width: 390, height: 844, touch: true }

/** The day that the page names in its headline. */
const headline = (page: Page) => page.getByRole('heading', { level: 1 }).textContent()
const dayOn = (page: Page) => page.getByRole('slider', { name: /^(Day|اليوم)$/ }).getAttribute('data-day')
const rangeHandle = (page: Page, name: string) => page.getByRole('slider', { name })
const said = (page: Page) => page.locator('.note-said').textContent()

async function openPlayback(page: Page) {
  await page.locator('.playback-button').click()
  await page.getByRole('dialog').waitFor()
}

describe('a range', () => {
  it('is set by keys, and is in the link; back undoes it', async () => {
    const page = await showMap('?date=2024-11-29&v=1')
    await page.keyboard.press('[')
    await rangeHandle(page, 'Start of the range').waitFor()
    for (let i = 0; i < 3; i++) await page.keyboard.press('ArrowRight')
    await page.keyboard.press(']')
    await expect.poll(() => linkOf(page)).toMatchObject({ range: '2024-11-29..2024-12-02' })
    expect(await said(page)).toMatch(/^Range: 29 November\D*2 December 2024$/)
    await page.keyboard.press('l')
    await expect.poll(() => linkOf(page)).toMatchObject({ loop: 'range' })
    expect(await said(page)).toBe('Repeat: Range')
    await page.keyboard.press('\\')
    await expect.poll(async () => (await linkOf(page)).range).toBeUndefined()
    expect(await rangeHandle(page, 'Start of the range').count()).toBe(0)
    await page.goBack()
    await expect
      .poll(() => linkOf(page))
      .toMatchObject({ range: '2024-11-29..2024-12-02', loop: 'range', date: '2024-12-02' })
    await rangeHandle(page, 'End of the range').waitFor()
    await page.goForward()
    await expect.poll(() => rangeHandle(page, 'End of the range').count()).toBe(0)
  })

  it('opens from a link as it was shared', async () => {
    const query = '?date=2024-12-03&speed=0.5&range=2024-11-27..2024-12-08&loop=range&quiet=play&v=1'
    const page = await openMap(query)
    const start = rangeHandle(page, 'Start of the range')
    expect(await start.getAttribute('aria-valuetext')).toMatch(/27 November 2024.*12 days/)
    await openPlayback(page)
    const dialog = page.getByRole('dialog', { name: 'Playback' })
    expect(await dialog.getByRole('radio', { name: 'Range' }).getAttribute('aria-checked')).toBe('true')
    expect(await dialog.getByRole('switch', { name: 'Skip quiet stretches' }).isChecked()).toBe(false)
    expect(await dialog.getByLabel('Speed').inputValue()).toBe('0.5')
    expect(
      await dialog.locator('select').evaluate((one) => (one as HTMLSelectElement).selectedOptions[0].text),
    ).toBe('½× · 1 day a second')
    const typed = await dialog.locator('.date-input').allTextContents()
    expect(typed.map((text) => text.replace(/[^\d/]/g, ''))).toEqual(['27/11/2024', '08/12/2024'])
    await page.keyboard.press('Escape')
    await expect.poll(() => dialog.count()).toBe(0)
    expect(Object.fromEntries(new URLSearchParams(query))).toEqual(await linkOf(page))
  })

  it('has ends that are dragged without the track moving, and one drag is one step back', async () => {
    const page = await showMap('?date=2025-03-01&range=2025-02-01..2025-06-01&v=1')
    const end = rangeHandle(page, 'End of the range')
    const start = rangeHandle(page, 'Start of the range')
    const [before, other] = [await end.boundingBox(), await start.boundingBox()]
    if (!before || !other) throw new Error('no handles')
    const [x, y] = [before.x + before.width / 2, before.y + before.height / 2]
    await page.mouse.move(x, y)
    await page.mouse.down()
    await page.mouse.move(x + 150, y, { steps: 12 })
    await page.mouse.up()
    await expect.poll(async () => (await linkOf(page)).range > '2025-02-01..2025-07-15').toBe(true)
    expect(await start.boundingBox()).toEqual(other)
    const after = await end.boundingBox()
    expect(Math.abs((after?.x ?? 0) - before.x - 150)).toBeLessThan(3)
    expect(await dayOn(page)).toBe('2025-03-01')
    // Not past the other end.
    await page.mouse.move(x + 150, y)
    await page.mouse.down()
    await page.mouse.move(other.x - 80, y, { steps: 12 })
    await page.mouse.up()
    await expect.poll(() => linkOf(page)).toMatchObject({ range: '2025-02-01..2025-02-01' })
    await page.goBack()
    await page.goBack()
    await expect.poll(() => linkOf(page)).toMatchObject({ range: '2025-02-01..2025-06-01' })
  })

  it('has ends that keys move, without moving the day', async () => {
    const page = await showMap('?date=2024-12-03&range=2024-11-29..2024-12-06&v=1')
    await rangeHandle(page, 'Start of the range').focus()
    await page.keyboard.press('ArrowRight')
    await expect.poll(() => linkOf(page)).toMatchObject({ range: '2024-11-30..2024-12-06' })
    await page.keyboard.press('Tab')
    await page.keyboard.press('PageUp')
    await expect
      .poll(() => linkOf(page))
      .toMatchObject({ range: '2024-11-30..2025-01-05', date: '2024-12-03' })
    await page.keyboard.press('Delete')
    await expect.poll(async () => (await linkOf(page)).range).toBeUndefined()
  })

  it('is typed, and begins or ends on the day shown', async () => {
    const page = await showMap('?date=2025-01-10&v=1')
    await openPlayback(page)
    const dialog = page.getByRole('dialog')
    await dialog.getByRole('button', { name: 'Start here' }).click()
    await expect.poll(() => linkOf(page)).toMatchObject({ range: '2025-01-10..2025-12-31' })
    await dialog.getByRole('group', { name: 'To' }).getByRole('spinbutton').first().click()
    await page.keyboard.type('05022025')
    await page.keyboard.press('Enter')
    await expect.poll(() => linkOf(page)).toMatchObject({ range: '2025-01-10..2025-02-05' })
    await dialog.getByRole('button', { name: 'Clear the range' }).click()
    await expect.poll(async () => (await linkOf(page)).range).toBeUndefined()
    expect(await dialog.getByRole('radio', { name: 'Range' }).isDisabled()).toBe(true)
  })

  it('is still there after the twelve days were played', async () => {
    const page = await openMap('?range=2025-02-01..2025-06-01&loop=range&speed=16&v=1')
    const months = () => page.locator('.track-picture').textContent()
    const whole = await months()
    await page.getByRole('button', { name: /^Play 26 November/ }).click()
    await expect.poll(months).not.toBe(whole)
    await expect.poll(async () => ((await dayOn(page)) ?? '') > '2024-11-26', { timeout: 15_000 }).toBe(true)
    expect(await linkOf(page)).toMatchObject({ range: '2025-02-01..2025-06-01', speed: '16' })
    await page.keyboard.press('Space')
    await expect.poll(months).toBe(whole)
    expect(await linkOf(page)).toMatchObject({
      date: await dayOn(page),
      range: '2025-02-01..2025-06-01',
      loop: 'range',
      speed: '16',
    })
  })
})

/** @returns the pixels of the part of the map that nothing lies on */
async function pixelsOfMap(page: Page): Promise<Buffer> {
  const clip = { x: 330, y: 120, width: 890, height: 520 }
  return PNG.sync.read(await page.screenshot({ clip, scale: 'css' })).data
}

describe('only changes in view', () => {
  it('goes to the next day on which something changes in the part of the map on screen', async () => {
    const page = await showMap(linkTo('latakia', '2025-01-01', '&layers=none'))
    await page.keyboard.press('Shift+ArrowRight')
    await expect.poll(() => dayOn(page)).not.toBe('2025-01-01')
    const elsewhere = (await dayOn(page)) ?? ''
    await page.keyboard.press('Shift+ArrowLeft')
    await page.keyboard.press('v')
    await expect.poll(() => linkOf(page)).toMatchObject({ changes: 'view' })
    expect(await said(page)).toBe('Only changes in view: on')
    await page.locator('.note-said').waitFor({ state: 'detached' })
    const before = await pixelsOfMap(page)
    await page.getByRole('button', { name: 'Next change' }).click()
    await expect.poll(async () => ((await dayOn(page)) ?? '') > elsewhere).toBe(true)
    await expect.poll(async () => (await pixelsOfMap(page)).equals(before)).toBe(false)
  })

  it('stays where it is when nothing changes there any more, and says so', async () => {
    const page = await showMap(linkTo('hama', '2024-12-31', '&changes=view'))
    const next = page.getByRole('button', { name: 'Next change' })
    await expect.poll(() => next.getAttribute('aria-disabled')).toBe('true')
    await page.keyboard.press('Shift+ArrowRight')
    await expect.poll(() => said(page)).toBe('No later change in this part of the map.')
    expect(await dayOn(page)).toBe('2024-12-31')
    // Far out there is much to come.
    await page.getByRole('button', { name: 'The whole country' }).click()
    await expect.poll(() => next.getAttribute('aria-disabled')).toBe('false')
    await next.click()
    await expect.poll(() => dayOn(page)).not.toBe('2024-12-31')
  })

  it('skips what is quiet there, and says so in these words', async () => {
    const page = await showMap(linkTo('hama', '2024-12-31', '&changes=view'))
    await expect
      .poll(() => page.getByRole('button', { name: 'Next change' }).getAttribute('aria-disabled'))
      .toBe('true')
    await page.keyboard.press('Space')
    await expect.poll(() => dayOn(page)).toBe('2025-12-31')
    expect(await page.locator('.dock-note').textContent()).toContain(
      'nothing changes in this part of the map',
    )
  })
})

describe('the keys of playback', () => {
  it('work while the list of playback is open, and Escape closes it and gives the focus back', async () => {
    const page = await showMap('?date=2024-12-01&panel=keys&v=1')
    await openPlayback(page)
    await page.keyboard.press('Escape')
    await expect.poll(() => page.getByRole('dialog').count()).toBe(0)
    await expect
      .poll(() => page.evaluate(() => document.activeElement?.className))
      .toContain('playback-button')
    expect(await page.locator('.panel').count()).toBe(1)
  })
})

describe('in Arabic', () => {
  it('the range begins on the right, and its ends follow hand and arrows', async () => {
    const page = await showMap('?date=2025-03-01&range=2025-02-01..2025-06-01&lang=ar&v=1')
    const [start, end] = [rangeHandle(page, 'بداية الفترة'), rangeHandle(page, 'نهاية الفترة')]
    const [right, left] = [await start.boundingBox(), await end.boundingBox()]
    if (!right || !left) throw new Error('no handles')
    expect(right.x).toBeGreaterThan(left.x + 100)
    await start.focus()
    await page.keyboard.press('ArrowLeft')
    await expect.poll(() => linkOf(page)).toMatchObject({ range: '2025-02-02..2025-06-01' })
    const [x, y] = [left.x + left.width / 2, left.y + left.height / 2]
    await page.mouse.move(x, y)
    await page.mouse.down()
    await page.mouse.move(x - 100, y, { steps: 8 })
    await page.mouse.up()
    await expect.poll(async () => (await linkOf(page)).range > '2025-02-02..2025-07-01').toBe(true)
    await openPlayback(page)
    expect(await page.getByRole('dialog').textContent()).toContain('في الثانية')
  })
})

describe('on a phone', () => {
  type Point = { x: number; y: number }
  async function fingersOn(page: Page) {
    const session = await page.context().newCDPSession(page)
    return (type: 'touchStart' | 'touchMove' | 'touchEnd', points: Point[] = []) =>
      session.send('Input.dispatchTouchEvent', { type, touchPoints: points.map((at, id) => ({ ...at, id })) })
  }
  const handleOf = async (page: Page): Promise<Point> => {
    const box = await page.locator('.track-knob').boundingBox()
    if (!box) throw new Error('no handle')
    return { x: box.x + box.width / 2, y: box.y + box.height / 2 }
  }

  it('a day back and ahead is one tap', async () => {
    const page = await showMap('?date=2024-12-05&v=1', PHONE)
    await page.getByRole('button', { name: 'One day ahead' }).tap()
    await page.getByRole('button', { name: 'One day ahead' }).tap()
    await expect.poll(() => linkOf(page)).toMatchObject({ date: '2024-12-07' })
    await page.getByRole('button', { name: 'One day back' }).tap()
    await expect.poll(() => headline(page)).toContain('6 December 2024')
  })

  it('a finger that slides up off the track moves day by day', async () => {
    const page = await showMap('?date=2025-04-10&v=1', PHONE)
    const touch = await fingersOn(page)
    const { x, y } = await handleOf(page)
    await touch('touchStart', [{ x, y }])
    await page.getByText('Slide your finger up to move day by day').waitFor()
    await touch('touchMove', [{ x, y: y - 120 }])
    await page.getByText('Day by day', { exact: true }).waitFor()
    const start = Date.parse((await dayOn(page))!)
    for (let i = 1; i <= 12; i++) await touch('touchMove', [{ x: x + 3 * i, y: y - 120 }])
    const days = (Date.parse((await dayOn(page))!) - start) / 86_400_000
    expect(days).toBe(3)
    await touch('touchEnd')
    await expect.poll(() => page.locator('.dock-note').count()).toBe(0)
  })

  it('two fingers zoom the track until single days are marked, and leave the day as it was', async () => {
    const page = await showMap('?date=2025-04-10&v=1', PHONE)
    const touch = await fingersOn(page)
    const { x, y } = await handleOf(page)
    expect(await page.locator('.track-day').count()).toBe(0)
    for (let round = 0; round < 3; round++) {
      await touch('touchStart', [{ x: x - 20, y }])
      await touch('touchStart', [
        { x: x - 20, y },
        { x: x + 20, y },
      ])
      for (let i = 1; i <= 10; i++)
        await touch('touchMove', [
          { x: x - 20 - 8 * i, y },
          { x: x + 20 + 8 * i, y },
        ])
      await touch('touchEnd')
    }
    expect(await page.locator('.track-day').count()).toBeGreaterThan(2)
    expect(await dayOn(page)).toBe('2025-04-10')
  })
})

describe('the chapters of the track', () => {
  it.each([
    ['on a desk', {}],
    ['on a phone', PHONE],
  ])('are played from their menu, and lie on no name of a month, %s', async (_, options) => {
    const page = await showMap('?date=2024-11-26&v=1', options)
    const buttons = await page.locator('.track-span').all()
    for (const button of buttons) {
      const { x, y, width, height } = (await button.boundingBox())!
      for (const label of await page.locator('.track-month, .track-day').all()) {
        const of = (await label.boundingBox())!
        const apart = of.x + of.width <= x || of.x >= x + width || of.y + of.height <= y || of.y >= y + height
        expect(apart, `${await button.textContent()} lies on ${await label.textContent()}`).toBe(true)
      }
    }
    await page.getByRole('button', { name: 'Chapters' }).click()
    await expect
      .poll(() => page.getByRole('menuitem').allTextContents())
      .toEqual([
        expect.stringMatching(/^The twelve days26 November\W+8 December 2024$/),
        expect.stringMatching(/^Suwayda12\W+24 July 2025$/),
        expect.stringMatching(/^All26 November 2024\W+31 December 2025$/),
        expect.stringMatching(/^The end1 November\W+31 December 2025$/),
      ])
    await page.getByRole('menuitem', { name: 'Suwayda' }).click()
    await expect.poll(() => dayOn(page), { timeout: 20_000 }).toBe('2025-07-24')
    expect(await headline(page)).toContain('24 July 2025')
    await page.getByRole('button', { name: 'Play', exact: true }).waitFor()
  })

  it('a span is shown and left again', async () => {
    const page = await showMap('?date=2025-12-01&v=1')
    const span = page.getByRole('button', { name: 'The end' })
    const months = () => page.locator('.track-month').count()
    await span.click()
    await expect.poll(months).toBe(0)
    expect(await span.getAttribute('aria-pressed')).toBe('true')
    await span.click()
    await expect.poll(months).toBeGreaterThan(3)
  })
})
