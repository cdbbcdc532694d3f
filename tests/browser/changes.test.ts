import Papa from 'papaparse'
import type { Page } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import { changeList } from '../../src/chronicle/change-list.ts'
import { dayOf } from '../../src/chronicle/day.ts'
import { frozenAtlas, frozenEvidence } from '../fixtures/frozen.ts'
import { colourAt, expectGround, nearestFaction } from './colour.ts'
import { linkOf, savedBy, showMap } from './harness.ts'
import { pointOf } from './places.ts'

const atlas = frozenAtlas()
const evidence = frozenEvidence()
const listOf = (from: string, to: string) => changeList(atlas, evidence.places, dayOf(from), dayOf(to))

const BARE = '&layers=none'
const panel = (page: Page, name = 'What changed') => page.getByRole('complementary', { name })
const group = (page: Page, title: string) => panel(page).locator('.change-group', { hasText: title })
const goTo = (page: Page, place: string) =>
  panel(page).getByRole('button', { name: new RegExp(`^${place} \\d+ `) })

describe('what changed', () => {
  it('from 4 to 5 December is Hama, taken by HTS-led forces from the army', async () => {
    const page = await showMap(`?date=2024-12-05&panel=changes${BARE}&v=1`)
    await panel(page).getByText('From 4 December 2024 to 5 December 2024').waitFor()
    const gained = group(page, 'To HTS-led forces')
    await gained.getByRole('button', { name: 'Hama 5 Dec: show on the map', exact: true }).waitFor()
    expect(await gained.textContent()).toContain('from Syrian army')
    expect(await gained.textContent()).toMatch(/Hama governorateabout [\d,]+ km²/)
  })

  it('is the list that the data give, opened from the toolbar', async () => {
    const page = await showMap(`?date=2024-12-05${BARE}&v=1`)
    await page.getByRole('button', { name: 'What changed' }).click()
    const list = listOf('2024-12-04', '2024-12-05')
    await goTo(page, 'Hama').first().waitFor()
    expect(await panel(page).locator('.change-group').count()).toBe(list.groups.length)
    // Each press shows the rest of one governorate and takes its button away.
    for (;;) {
      const more = panel(page).locator('.change-more').first()
      if ((await more.count()) === 0) break
      await more.click()
    }
    const places = list.groups.flatMap(({ parts }) => parts.flatMap((part) => part.places))
    expect(await panel(page).locator('.change-place').count()).toBe(places.length)
  })

  it('leads to a place: map, day, ring, and its ground set apart until the panel closes', async () => {
    const page = await showMap(`?date=2024-12-09&with=2024-12-01&panel=changes${BARE}&v=1`)
    await panel(page).getByText('From 1 December 2024 to 9 December 2024').waitFor()
    await goTo(page, 'Hama').first().click()
    await expect
      .poll(() => linkOf(page))
      .toMatchObject({ date: '2024-12-05', place: 'hama', panel: 'changes' })
    // The day went back, the list did not.
    await panel(page).getByText('From 1 December 2024 to 9 December 2024').waitFor()
    await page.locator('.point-mark-name', { hasText: 'Hama' }).waitFor()
    // Any other step of the clock makes the list follow it again.
    await page.keyboard.press('ArrowRight')
    await panel(page).getByText('From 1 December 2024 to 6 December 2024').waitFor()
  })

  it('darkens the ground of the chosen place, and gives it its colour back', async () => {
    const page = await showMap(`?date=2024-12-05&panel=changes${BARE}&v=1`)
    await goTo(page, 'Hama').first().click()
    const hama = pointOf('hama')
    await expect
      .poll(async () => nearestFaction(await colourAt(page, ...hama)), { timeout: 20_000 })
      .not.toBe('HTS')
    await panel(page).getByRole('button', { name: 'Close' }).click()
    await expectGround(page, hama, 'HTS')
    expect((await linkOf(page)).panel).toBeUndefined()
  })

  it('asks why from a place', async () => {
    const page = await showMap(`?date=2024-12-05&panel=changes${BARE}&v=1`)
    await goTo(page, 'Hama').first().click()
    await panel(page).getByRole('button', { name: 'Why: Hama' }).click()
    await panel(page, 'Why this colour').locator('.why-title', { hasText: 'Hama' }).waitFor()
  })

  it('since the first day is one press away, and in the link', async () => {
    const page = await showMap(`?date=2024-12-05&panel=changes${BARE}&v=1`)
    await panel(page).getByRole('button', { name: 'The first day' }).click()
    await panel(page).getByText('From 26 November 2024 to 5 December 2024').waitFor()
    expect(await linkOf(page)).toMatchObject({ with: '2024-11-26' })
    await goTo(page, 'Aleppo').first().waitFor()
    await panel(page).getByRole('button', { name: 'The last change' }).click()
    await expect.poll(async () => (await linkOf(page)).with).toBeUndefined()
  })

  it('is nothing yet on the first day', async () => {
    const page = await showMap(`?panel=changes${BARE}&v=1`)
    await panel(page)
      .getByText(/^This is the first day/)
      .waitFor()
  })

  it('is saved as a table with every place', async () => {
    const page = await showMap(`?date=2024-12-05&panel=changes${BARE}&v=1`)
    await goTo(page, 'Hama').first().waitFor()
    const { name, bytes } = await savedBy(page, 'Download as CSV')
    expect(name).toBe('syria-2024-changes-2024-12-04-to-2024-12-05.csv')
    const { data, errors } = Papa.parse<Record<string, string>>(bytes.toString('utf8'), {
      header: true,
      skipEmptyLines: true,
    })
    expect(errors).toEqual([])
    const list = listOf('2024-12-04', '2024-12-05')
    const parts = list.groups.flatMap((group) => group.parts)
    expect(data.filter(({ row }) => row === 'ground')).toHaveLength(parts.length)
    expect(data.filter(({ row }) => row === 'place').map(({ place }) => place)).toEqual(
      parts.flatMap(({ places }) => places.map(({ place }) => place.id)),
    )
    expect(data.find(({ place }) => place === 'hama')).toMatchObject({
      change: 'gained',
      holder: 'HTS',
      previous_holders: 'SAA',
      date_of_change: '2024-12-05',
    })
  })

  it('is told in Arabic on a phone', async () => {
    const page = await showMap(`?date=2024-12-05&panel=changes&lang=ar${BARE}&v=1`, {
      width: 360,
      height: 740,
      touch: true,
    })
    await panel(page, 'ما الذي تغيّر').getByText('من 4 كانون الأول 2024 إلى 5 كانون الأول 2024').waitFor()
    const place = panel(page, 'ما الذي تغيّر').getByRole('button', { name: /^حماة \d/ })
    const box = (await place.first().boundingBox())!
    expect(box.height).toBeGreaterThanOrEqual(44)
    await place.first().tap()
    await expect.poll(() => linkOf(page)).toMatchObject({ place: 'hama' })
    await expect
      .poll(async () => {
        const ring = (await page.locator('.point-mark').boundingBox())!
        const sheet = (await panel(page, 'ما الذي تغيّر').boundingBox())!
        return sheet.y - (ring.y + ring.height)
      })
      .toBeGreaterThan(0)
  })
})
