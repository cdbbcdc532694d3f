import type { Page } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import { linkOf, openMap, savedBy, showMap } from './harness.ts'

const chart = (page: Page) => page.getByRole('slider', { name: /Arrow keys change the day/ })
const BAND = /^[\d,]+(–[\d,]+)? km²$/

describe('the numbers', () => {
  it('give bands and no decimals, for every faction that holds ground', async () => {
    const page = await showMap('?date=2024-12-05&panel=numbers&v=1')
    const rows = page.locator('.shares tbody tr')
    await rows.first().waitFor()
    const texts = await rows.evaluateAll((all) =>
      all.map((row) => [...row.children].map((cell) => cell.textContent ?? '')),
    )
    expect(texts.length).toBeGreaterThan(4)
    for (const [, area, share] of texts) {
      expect(area).toMatch(BAND)
      expect(share).toMatch(/^(\d+(\.5)?(–\d+(\.5)?)?|under 0\.5) %$/)
    }
    expect(texts.some(([, area]) => area.includes('–'))).toBe(true)
  })

  it('and the clock move together', async () => {
    const page = await showMap('?date=2024-12-05&panel=numbers&span=play&v=1')
    await chart(page).waitFor()
    const first = await chart(page).getAttribute('aria-valuetext')
    expect(first).toMatch(/^Thursday, 5 December 2024\. Syrian army: /)
    const box = (await chart(page).boundingBox())!
    await page.mouse.move(box.x + box.width * 0.6, box.y + 90)
    await page.mouse.down()
    await page.mouse.move(box.x + box.width - 14, box.y + 90, { steps: 4 })
    await page.mouse.up()
    await expect.poll(() => linkOf(page)).toMatchObject({ date: '2024-12-08', panel: 'numbers' })
    await page.getByRole('heading', { name: '8 December 2024' }).waitFor()
    await chart(page).focus()
    await page.keyboard.press('ArrowLeft')
    await expect.poll(() => linkOf(page)).toMatchObject({ date: '2024-12-07' })
    expect(await chart(page).getAttribute('aria-valuetext')).toMatch(/^Saturday, 7 December 2024/)
  })

  it('run from right to left in Arabic', async () => {
    const page = await showMap('?date=2024-12-05&panel=numbers&span=play&lang=ar&v=1')
    const plot = page.getByRole('slider', { name: /بأسهم لوحة المفاتيح/ })
    const box = (await plot.boundingBox())!
    await page.mouse.click(box.x + 14, box.y + 90)
    await expect.poll(() => linkOf(page)).toMatchObject({ date: '2024-12-08' })
  })

  it('can be of one governorate, of places, of one faction, and the link says so', async () => {
    const page = await showMap('?date=2024-12-05&panel=numbers&v=1')
    await page.getByRole('combobox', { name: 'Governorate' }).selectOption('SY-HL')
    await page.getByRole('radio', { name: 'places' }).click()
    await page.getByText(/^places, Aleppo, .* · \d+ places$/).waitFor({ timeout: 20_000 })
    await page
      .getByRole('button', { name: /HTS-led/ })
      .and(page.locator('.shares button'))
      .click()
    await expect
      .poll(() => linkOf(page))
      .toMatchObject({ panel: 'numbers', in: 'SY-HL', count: 'places', by: 'HTS' })
    expect(await page.locator('.chart-single').count()).toBe(1)
    const again = await openMap(`?${new URL(page.url()).searchParams}`)
    await again.getByText(/^places, Aleppo, /).waitFor({ timeout: 20_000 })
    expect(await again.locator('.shares button[aria-pressed="true"]').textContent()).toContain('HTS-led')
  })

  it('are there as a table and as a file that says the same', async () => {
    const page = await showMap('?date=2024-12-05&panel=numbers&span=play&by=HTS&v=1')
    await page.getByText('The chart as a table').click()
    const rows = page.locator('.whole-table tbody tr')
    await rows.first().waitFor()
    const table = await rows.evaluateAll((all) => all.map((row) => row.lastElementChild?.textContent ?? ''))
    const { name, bytes } = await savedBy(page, 'Download as CSV')
    expect(name).toBe('syria-2024-control-area-SY-2024-11-26-2024-12-08.csv')
    const [head, ...lines] = bytes.toString('utf8').replace('\ufeff', '').trim().split('\r\n')
    expect(head).toBe('from,to,in,faction,name,low,best,high,unit')
    expect(lines.length).toBe(table.length)
    lines.forEach((line, i) => {
      const [from, to, where, faction, , low, best, high, unit] = line.split(',')
      expect([where, faction, unit]).toEqual(['SY', 'HTS', 'km2'])
      expect(from <= to && to <= '2024-12-08').toBe(true)
      const [a, b] = table[i].replace(' km²', '').replaceAll(',', '').split('–')
      if (b) expect([low, high]).toEqual([a, b])
      else expect(best).toBe(a)
    })
  })
})
