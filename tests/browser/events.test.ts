import type { Page } from 'playwright-core'
import { PNG } from 'pngjs'
import { describe, expect, it } from 'vitest'
import { dayOf, isoOf } from '../../src/chronicle/day.ts'
import { frozen, frozenTable } from '../fixtures/frozen.ts'
import { linkOf, screenOf, settled, showMap } from './harness.ts'

const rows = frozenTable('events/events.csv')
const positions: { properties: Record<string, string>; geometry: { coordinates: [number, number] } }[] =
  frozen('positions/positions.geojson').features
const sources: { id: string; url: string | null }[] = frozen('atlas/evidence.json').sources

function eventOf(id: string) {
  const row = rows.find((one) => one.id === id)
  if (!row) throw new Error(`no event "${id}"`)
  return { row, point: [Number(row.lon), Number(row.lat)] as [number, number] }
}

/** @returns a picture of the mark of an event: the pixels in the middle of the screen, where the link puts it */
async function picture(page: Page, point: [number, number]): Promise<Buffer> {
  const { x, y } = await screenOf(page, point)
  const clip = { x: Math.round(x) - 9, y: Math.round(y) - 9, width: 18, height: 18 }
  return PNG.sync.read(await page.screenshot({ clip, scale: 'css' })).data
}

/** @returns share of pixels that are nearly the paper of a mark */
function paper(data: Buffer): number {
  let light = 0
  for (let i = 0; i < data.length; i += 4)
    if (data[i] > 235 && data[i + 1] > 230 && data[i + 2] > 215) light++
  return light / (data.length / 4)
}

// Alone in its place and time and away from the names of towns, so that its mark stands on its point.
const LONE = eventOf('EV144')
const lone = (date: string, rest = '') => `?date=${date}&view=${LONE.point[0]}_${LONE.point[1]}_10${rest}&v=1`

describe('the mark of an event', () => {
  it('is there on its day, and fades in step with the clock', async () => {
    const page = await showMap(lone('2025-04-30'), { sharp: true })
    await expect.poll(async () => paper(await picture(page, LONE.point))).toBeGreaterThan(0.3)
    await page.keyboard.press('ArrowLeft')
    await expect.poll(() => linkOf(page)).toMatchObject({ date: '2025-04-29' })
    const before = paper(await settled(() => picture(page, LONE.point)))
    const seen: number[] = []
    for (let day = dayOf('2025-04-30'); day < dayOf('2025-05-09'); day++) {
      await page.keyboard.press('ArrowRight')
      await expect.poll(() => linkOf(page)).toMatchObject({ date: isoOf(day) })
      seen.push(paper(await settled(() => picture(page, LONE.point))))
    }
    expect(before).toBeLessThan(0.1)
    expect(seen[0]).toBeGreaterThan(0.3)
    expect(seen[0]).toBeGreaterThan(seen[4])
    expect(seen[8]).toBeLessThan(0.1)
  })

  it('goes when its kind or all events are switched off, and the link says so', async () => {
    const page = await showMap(lone('2025-04-30'), { sharp: true })
    await expect.poll(async () => paper(await picture(page, LONE.point))).toBeGreaterThan(0.3)
    const legend = page.locator('.legend')
    await legend.getByText(/^Kinds:/).click()
    await legend.getByRole('switch', { name: 'attack', exact: true }).click()
    await expect.poll(async () => paper(await picture(page, LONE.point))).toBeLessThan(0.1)
    expect((await linkOf(page)).kinds.split('.')).not.toContain('attack')
    await page.goBack()
    await expect.poll(async () => paper(await picture(page, LONE.point))).toBeGreaterThan(0.3)
    await legend.getByRole('switch', { name: 'Battles, deals and other events' }).click()
    await expect.poll(async () => paper(await picture(page, LONE.point))).toBeLessThan(0.1)
  })

  it('opens a card with title, days, precision, and links to its sources with their stance', async () => {
    const page = await showMap(lone('2025-04-30'), { sharp: true })
    await expect.poll(async () => paper(await picture(page, LONE.point))).toBeGreaterThan(0.3)
    const { x, y } = await screenOf(page, LONE.point)
    await page.mouse.click(x, y)
    await expect.poll(() => linkOf(page)).toMatchObject({ event: 'ev144', panel: 'event' })
    const card = page.getByRole('article')
    await expect.poll(() => card.textContent()).toContain(LONE.row.title_en)
    const text = (await card.textContent()) ?? ''
    expect(text).toContain(LONE.row.summary_en)
    expect(text).toContain('30 April 2025')
    expect(text).toContain('known to within 3 km')
    const urls = sources
      .filter(({ id, url }) => url && LONE.row.sources.split('|').includes(id))
      .map(({ url }) => new URL(url!).href)
    await expect
      .poll(() =>
        card.locator('a[href]').evaluateAll((all) => all.map((one) => (one as HTMLAnchorElement).href)),
      )
      .toEqual(expect.arrayContaining(urls))
    expect(urls.length).toBeGreaterThan(0)
  })
})

describe('the card of a doubted event', () => {
  it('says the verdict and why, in Arabic too', async () => {
    for (const [lang, verdict, reason] of [
      ['en', 'in doubt', eventOf('EV203').row.reason_en],
      ['ar', '', eventOf('EV203').row.reason_ar],
    ]) {
      const page = await showMap(`?date=2025-11-17&panel=event&event=ev203&lang=${lang}&v=1`)
      const card = page.getByRole('article')
      await expect.poll(() => card.textContent()).toContain(reason)
      expect(await card.textContent()).toContain(verdict)
    }
  })
})

describe('the list of events', () => {
  it('is that of the days around the one shown, goes with the clock, and is searched', async () => {
    const page = await showMap('?date=2024-12-08&panel=events&v=1')
    const options = page.locator('.events').getByRole('option')
    await expect.poll(() => options.allTextContents()).toContainEqual(expect.stringContaining('Saydnaya'))
    await page.keyboard.press('End')
    await expect.poll(() => options.allTextContents()).not.toContainEqual(expect.stringContaining('Saydnaya'))
    await page.getByLabel('Search all events').fill('saydnaya prison')
    await expect.poll(() => options.count()).toBe(1)
    await options.first().click()
    await expect
      .poll(() => linkOf(page))
      .toMatchObject({ event: 'ev056', panel: 'event', date: '2024-12-08' })
  })
})

describe('positions', () => {
  const site = positions.filter(({ properties }) => properties.site === 'rus-tulul-al-humr')
  const [lon, lat] = site[0].geometry.coordinates

  it('open a card with every status, its days and sources', async () => {
    const page = await showMap(`?date=2025-11-25&view=${lon}_${lat}_12&layers=positions&v=1`)
    const { x, y } = await screenOf(page, [lon, lat])
    await settled(() => picture(page, [lon, lat]))
    await page.mouse.click(x, y)
    await expect.poll(() => linkOf(page)).toMatchObject({ panel: 'position' })
    const card = page.getByRole('article')
    // An Israeli post lies on the same hill; the card of one leads to the other.
    if ((await linkOf(page)).site !== 'rus-tulul-al-humr')
      await card.getByRole('button', { name: 'Tulul al-Humr (Russia)' }).click()
    await expect.poll(() => linkOf(page)).toMatchObject({ site: 'rus-tulul-al-humr' })
    await expect.poll(() => card.locator('a[href]').count()).toBeGreaterThan(3)
    const text = (await card.textContent()) ?? ''
    for (const words of [
      'Tulul al-Humr',
      'Russia',
      'position planned',
      'position in use',
      'position left',
      'known to',
    ])
      expect(text).toContain(words)
    expect(await card.locator('[aria-current]').textContent()).toContain('position planned')
  })

  it.each([
    ['Russia', 'RUS'],
    ['Israel', 'IDF'],
    ['Türkiye', 'TUR'],
    ['United States', 'USA'],
  ])('of %s have a switch of their own that leaves the ground alone', async (name, faction) => {
    const one = positions.find(
      ({ properties: p }) =>
        p.faction === faction && p.status === 'active' && (p.end_date ?? '9') > '2024-11-27',
    )
    if (!one) throw new Error(`no active position of ${faction}`)
    const { start_date } = one.properties
    const date = start_date < '2024-11-26' ? '2024-11-26' : start_date
    const point = one.geometry.coordinates
    const page = await showMap(`?date=${date}&view=${point[0]}_${point[1]}_11&layers=positions&v=1`)
    const [on, ground] = [
      await settled(() => picture(page, point)),
      await page.locator('.legend-switch').allTextContents(),
    ]
    const toggle = page.locator('.legend').getByRole('switch', { name: new RegExp(`^${name}`) })
    await toggle.click()
    await expect.poll(async () => (await picture(page, point)).equals(on)).toBe(false)
    const off = await settled(() => picture(page, point))
    expect(await page.locator('.legend-switch').allTextContents()).toEqual(ground)
    expect(await page.locator('.legend-row.is-off').count()).toBe(0)
    await toggle.click()
    await expect.poll(async () => (await picture(page, point)).equals(off)).toBe(false)
  })
})
