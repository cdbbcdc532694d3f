/** Proposing a correction: on the live data, since no others are compiled in the browser; what they say is not tested here. */
import { mkdtempSync, readFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { describe, expect, inject, it } from 'vitest'
import { breaches } from './axe.ts'
import { linkOf, screenOf, showMap } from './harness.ts'

/** The compiler reads all data before it answers; milliseconds on a machine with other work. */
const PATIENCE = { timeout: 90_000 }
const show = (query: string) => showMap(query, { site: inject('liveUrl') })
const form = (page: Page) => page.locator('.propose')

async function saved(page: Page, button: string): Promise<string> {
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    form(page).getByRole('button', { name: button }).click(),
  ])
  const file = join(mkdtempSync(join(tmpdir(), 'proposal-')), 'saved')
  await download.saveAs(file)
  return readFileSync(file, 'utf8')
}

describe('a proposal', { timeout: 240_000 }, () => {
  it('goes from a right click to a claim about a new place, which hostile texts do not harm', async () => {
    const page = await show('?date=2024-12-05&view=36.8,35.2,8&lang=en&v=1')
    const { x, y } = await screenOf(page, [36.75, 35.14])
    await page.mouse.click(x, y, { button: 'right' })
    await form(page).getByRole('button', { name: 'Begin a claim' }).click()
    await form(page)
      .getByRole('button', { name: /^Use the point/ })
      .click()
    const name = form(page).getByLabel('Name in English')
    await name.fill('<img src=x onerror=alert(1)>')
    await expect
      .poll(() => name.getAttribute('aria-invalid'), { message: 'the rule at the field', ...PATIENCE })
      .toBe('true')
    expect(await form(page).locator('img').count()).toBe(0)
    expect(await form(page).locator('.propose-findings').first().textContent()).toContain('markup')
    await name.fill('Nowhere at all')
    await expect.poll(() => name.getAttribute('aria-invalid')).toBeNull()
    // The draft stays on the device, and the link says nothing of it.
    expect(JSON.stringify(await linkOf(page))).not.toContain('Nowhere')
    expect(await page.evaluate(() => JSON.stringify(localStorage))).toContain('Nowhere at all')
    await form(page).getByRole('button', { name: 'Throw the draft away' }).click()
    expect(await page.evaluate(() => JSON.stringify(localStorage))).not.toContain('Nowhere')
  })

  it('is shown over the map and left by one press, and is saved as a file that is opened again', async () => {
    const page = await show('?date=2024-12-01&place=hama&panel=propose&lang=en&v=1')
    await form(page).getByRole('button', { name: 'Begin a claim' }).click()
    await form(page).getByLabel('Day', { exact: true }).fill('2024-12-01')
    await form(page).getByLabel('From whom').selectOption('SAA')
    await form(page).getByLabel('To whom').selectOption('HTS')
    await form(page).getByLabel('Find a publication').fill('jazeera')
    await form(page).locator('.propose-option').first().click()
    await form(page).locator('.propose-grade [data-grade]').waitFor(PATIENCE)
    const proposal = await saved(page, 'Save as a file')
    await form(page).getByRole('button', { name: 'Show on the map' }).click()
    await page.locator('.preview-stage[data-drawn]').waitFor({ state: 'attached', ...PATIENCE })
    const banner = page.locator('.preview-banner')
    expect(await banner.textContent()).toContain('not the published map')
    expect(await form(page).locator('.propose-shifts tbody tr').count()).toBeGreaterThan(1)
    await banner.getByRole('radio', { name: 'Changes' }).click()
    await page.locator('.preview-stage[data-view=changes]').waitFor({ state: 'attached' })
    const link = await linkOf(page)
    const known = ['date', 'lang', 'panel', 'place', 'v', 'view']
    expect(Object.keys(link).filter((key) => !known.includes(key))).toEqual([])
    await banner.getByRole('button', { name: 'Leave' }).click()
    expect(await page.locator('.preview-stage').count()).toBe(0)

    await form(page).getByRole('button', { name: 'Throw the draft away' }).click()
    const open = form(page).locator('input[type=file]')
    const file = (text: string) => ({
      name: 'p.json',
      mimeType: 'application/json',
      buffer: Buffer.from(text),
    })
    await open.setInputFiles(file('{"format":"other"}'))
    await form(page).getByText('p.json was refused').waitFor()
    expect(await form(page).locator('.propose-rule').allTextContents()).toContain('not-a-proposal')
    await open.setInputFiles(file(proposal))
    await form(page)
      .getByText(/^Hama · /)
      .waitFor()
  })

  it('speaks Arabic on a phone, in the dark', async () => {
    const page = await showMap('?date=2024-12-01&place=hama&panel=propose&lang=ar&theme=dark&v=1', {
      site: inject('liveUrl'),
      width: 360,
      height: 740,
    })
    await form(page).getByRole('button', { name: 'التحضير للتسليم' }).waitFor(PATIENCE)
    const sideways = await page.evaluate(() => document.querySelector('.panel-body')!.scrollWidth > 360)
    expect(sideways).toBe(false)
    expect(await breaches(page)).toEqual([])
  })
})
