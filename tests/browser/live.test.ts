/** The map of the live data opens and ends where the data end; what it shows is a matter of `npm run check`. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, inject, it } from 'vitest'
import { ROOT } from '../architecture/modules.ts'
import { linkOf, openMap } from './harness.ts'

const { start, end } = JSON.parse(readFileSync(join(ROOT, 'geodata/conflict.json'), 'utf8'))

it('the live data open, and the days go from the first to the last', async () => {
  const page = await openMap('', { site: inject('liveUrl') })
  const day = page.getByRole('slider', { name: 'Day' })
  await page.keyboard.press('End')
  await expect.poll(() => linkOf(page)).toMatchObject({ date: end })
  expect(await day.getAttribute('data-day')).toBe(end)
  await page.keyboard.press('Home')
  await expect.poll(() => day.getAttribute('data-day')).toBe(start)
  expect(await page.locator('.legend-switch').count()).toBeGreaterThan(1)
})

it('carries the licences of what it is made from', async () => {
  const text = await (await fetch(`${inject('liveUrl')}licences.txt`)).text()
  for (const name of ['maplibre-gl', 'react-dom', 'flatbush', '@fontsource/noto-sans-arabic'])
    expect(text).toMatch(new RegExp(`^${name} \\d+\\.\\d+\\.\\d+: [\\w.-]+$`, 'm'))
  expect(text).toContain('SIL OPEN FONT LICENSE')
})
