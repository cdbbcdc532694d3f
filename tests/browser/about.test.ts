import { describe, expect, it } from 'vitest'
import { frozen } from '../fixtures/frozen.ts'
import { linkOf, showMap } from './harness.ts'

describe('the method', () => {
  it('lists the grades, the signs, the weak stretches with their error, licences and corrections', async () => {
    const page = await showMap('?panel=method&v=1')
    const panel = page.locator('.panel')
    const { stretches } = frozen('weaknesses.json')
    await expect.poll(() => panel.textContent()).toContain(stretches[0].name.en)
    const text = (await panel.textContent()) ?? ''
    for (const grade of ['Grade A', 'Grade B', 'Grade C', 'Grade D']) expect(text).toContain(grade)
    for (const { name, km } of stretches) {
      expect(text).toContain(name.en)
      expect(text).toContain(`${km[0]}–${km[1]} km`)
    }
    for (const licence of ['ODbL 1.0', 'CC BY 4.0', 'LGPL 3', 'MIT']) expect(text).toContain(licence)
    for (const { what } of frozen('corrections.json')) expect(text).toContain(what.en)
    expect(await panel.locator('.key-list svg').count()).toBe(9)
    // The heading asked for is in sight.
    const heading = await page.getByRole('heading', { name: 'How zones come about' }).boundingBox()
    expect(heading && heading.y < 300).toBe(true)
  })

  it('shows a weak stretch on the map, on a day when it mattered', async () => {
    const page = await showMap('?panel=method&lang=ar&v=1')
    const [first] = frozen('weaknesses.json').stretches
    await page.getByRole('button', { name: first.name.ar }).click()
    const { date } = Object.fromEntries(new URLSearchParams(first.link))
    await expect.poll(() => linkOf(page)).toMatchObject({ date })
    await expect.poll(async () => (await linkOf(page)).view).toBeDefined()
  })

  it('gives a report to fill in', async () => {
    const page = await showMap('?date=2025-02-03&panel=corrections&v=1')
    await page.context().grantPermissions(['clipboard-read', 'clipboard-write'])
    await page.getByRole('button', { name: 'Copy a report to fill in' }).click()
    await expect.poll(() => page.evaluate(() => navigator.clipboard.readText())).toContain('2025-02-03')
  })
})

describe('the menu on a phone', () => {
  it.each(['en', 'ar'])('leads to every panel, in %s', async (lang) => {
    const page = await showMap(`?date=2024-12-01&lang=${lang}&v=1`, { width: 360, height: 740, touch: true })
    const trigger = page.getByRole('button', { name: lang === 'en' ? 'Menu' : 'القائمة', exact: true })
    await trigger.tap()
    const items = page.getByRole('menuitem')
    await items.first().waitFor()
    const box = await page.getByRole('menu').boundingBox()
    expect(box && box.x >= 0 && box.x + box.width <= 360 && box.y + box.height <= 740).toBe(true)
    expect(await items.count()).toBeGreaterThanOrEqual(8)
    await items.filter({ hasText: lang === 'en' ? 'Stories' : 'قصص' }).tap()
    await expect.poll(() => linkOf(page)).toMatchObject({ panel: 'stories' })
    expect(await page.getByRole('menu').count()).toBe(0)
  })
})
