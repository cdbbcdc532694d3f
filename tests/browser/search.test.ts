import type { Page } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import { linkOf, screenOf, showMap } from './harness.ts'
import { pointOf } from './places.ts'

/** Opens the search by its key and types. */
async function search(page: Page, text: string) {
  await page.keyboard.press('/')
  const field = page.locator('.search').getByRole('combobox')
  await field.waitFor()
  await expect.poll(() => field.evaluate((input) => input === document.activeElement)).toBe(true)
  await page.keyboard.type(text)
  await page.locator('.search').getByRole('option').first().waitFor()
}

describe('the search', () => {
  it.each([
    ['Saraqib', {}],
    ['سراقب', { lang: 'ar' }],
    ['Sraqeb', {}],
  ])('finds Saraqib typed as %s, moves the map there and asks why', async (typed, options) => {
    const page = await showMap('?date=2024-12-01&v=1', options)
    await search(page, typed)
    const first = await page.locator('.search').getByRole('option').first().textContent()
    expect(first).toMatch(/Saraqib|سراقب/)
    await page.keyboard.press('Enter')
    await expect
      .poll(() => linkOf(page))
      .toMatchObject({ place: 'saraqib', panel: 'why', date: '2024-12-01' })
    await expect
      .poll(async () => {
        const { x, y } = await screenOf(page, pointOf('saraqib'))
        return x > 320 && x < 920 && y > 80 && y < 660
      })
      .toBe(true)
    await expect.poll(async () => Number((await linkOf(page)).view?.split('_')[2])).toBeGreaterThan(9)
  })

  it('takes a date in words, and the back button brings the day before', async () => {
    const page = await showMap('?date=2025-03-01&v=1')
    await search(page, '8 Dec')
    expect(await page.locator('.search').getByRole('option').first().textContent()).toContain(
      '8 December 2024',
    )
    await page.keyboard.press('Enter')
    await expect.poll(() => linkOf(page)).toMatchObject({ date: '2024-12-08' })
    expect(await page.getByRole('heading', { level: 1 }).textContent()).toContain('8 December 2024')
    await page.goBack()
    await expect.poll(() => linkOf(page)).toMatchObject({ date: '2025-03-01' })
  })

  it('is chosen from by arrow keys, and left by Escape', async () => {
    const page = await showMap('?date=2025-03-01&v=1')
    await search(page, '8 Dec')
    const field = page.locator('.search').getByRole('combobox')
    const active = async () => {
      const id = await field.getAttribute('aria-activedescendant')
      return id ? page.locator(`[id="${id}"]`).textContent() : null
    }
    await expect.poll(active).toContain('2024')
    await page.keyboard.press('ArrowDown')
    await expect.poll(active).toContain('2025')
    await page.keyboard.press('Enter')
    await expect.poll(() => linkOf(page)).toMatchObject({ date: '2025-12-08' })
    await page.keyboard.press('/')
    await page.locator('.search').getByRole('combobox').waitFor()
    await page.keyboard.press('Escape')
    await expect.poll(async () => (await linkOf(page)).panel).toBeUndefined()
    expect(await page.locator('.search').getByRole('combobox').count()).toBe(0)
  })

  it('goes to the day of an event and opens its card', async () => {
    const page = await showMap('?date=2024-12-01&v=1')
    await search(page, 'Bombing of Mar Elias church')
    await page.keyboard.press('Enter')
    await expect
      .poll(() => linkOf(page))
      .toMatchObject({ date: '2025-06-22', event: 'ev157', panel: 'event' })
  })

  it('says so when nothing is found', async () => {
    const page = await showMap('?date=2024-12-01&v=1')
    await page.keyboard.press('/')
    await page.locator('.search').getByRole('combobox').fill('qqxxzzvv')
    await expect.poll(() => page.locator('.search').textContent()).toContain('Nothing found')
  })

  it('has its place on a phone, above the keyboard', async () => {
    const page = await showMap('?date=2024-12-01&v=1', { width: 360, height: 740, touch: true })
    await page.getByRole('button', { name: 'Search', exact: true }).tap()
    const field = await page.locator('.search').getByRole('combobox').boundingBox()
    expect(field && field.y < 200 && field.x >= 0 && field.x + field.width <= 360).toBe(true)
  })
})
