/** Saving a picture. That nothing of it offends the policy of the page is what harness.ts looks after: it would be an error of the page. */
import type { Page } from 'playwright-core'
import { PNG } from 'pngjs'
import { describe, expect, it } from 'vitest'
import { nearestFaction } from './colour.ts'
import { openMap, savedBy } from './harness.ts'

/** Every so manieth pixel is looked at. */
const STRIDE = 7

const preview = (page: Page, name: string | RegExp) => page.getByRole('img', { name })

/** @returns how large a preview is by itself, pixels, once it is there */
async function sizeOf(page: Page, name: string | RegExp): Promise<[width: number, height: number]> {
  const image = preview(page, name)
  await image.waitFor({ timeout: 60_000 })
  return image.evaluate(async (image: HTMLImageElement) => {
    await image.decode()
    return [image.naturalWidth, image.naturalHeight]
  })
}

/** @returns who holds ground on a picture, and how many of the pixels looked at */
function holdersOn({ width, height, data }: PNG): Record<string, number> {
  const counts: Record<string, number> = {}
  for (let y = 0; y < height; y += STRIDE)
    for (let x = 0; x < width; x += STRIDE) {
      const at = 4 * (y * width + x)
      const faction = nearestFaction([data[at], data[at + 1], data[at + 2]])
      if (faction) counts[faction] = (counts[faction] ?? 0) + 1
    }
  return counts
}

describe('a picture', () => {
  it('is shown, and saved as PNG of the chosen format, of the day on screen', async () => {
    const page = await openMap('?date=2024-11-26&panel=picture&v=1')
    expect(await sizeOf(page, /26 November 2024$/)).toEqual([2560, 1600])
    await page.getByRole('combobox', { name: 'Format' }).selectOption('link')
    await expect.poll(() => sizeOf(page, /26 November 2024$/)).toEqual([1200, 630])
    const first = await savedBy(page, 'Save')
    expect(first.name).toBe('syria-2024-2024-11-26-link.png')
    const before = PNG.sync.read(first.bytes)
    expect([before.width, before.height]).toEqual([1200, 630])

    await page.keyboard.press('End')
    await preview(page, /26 November 2024$/).waitFor({ state: 'detached' })
    const after = PNG.sync.read((await savedBy(page, 'Save')).bytes)
    const [was, is] = [holdersOn(before), holdersOn(after)]
    // The army of the first day holds much of the country then, and nothing at the end.
    expect(was.SAA).toBeGreaterThan(1000)
    expect(is.SAA ?? 0).toBeLessThan(was.SAA / 20)
  })

  it('goes without legend and names, and as SVG or as a sheet of PDF', async () => {
    const page = await openMap('?date=2024-12-05&panel=picture&v=1')
    await sizeOf(page, /5 December 2024$/)
    await page.getByRole('radio', { name: 'SVG' }).click()
    const whole = (await savedBy(page, 'Save')).bytes.toString()
    await page.getByRole('switch', { name: 'Legend' }).click()
    const withoutLegend = (await savedBy(page, 'Save')).bytes.toString()
    await page.getByRole('switch', { name: 'Names of places' }).click()
    const bare = (await savedBy(page, 'Save')).bytes.toString()
    for (const svg of [whole, withoutLegend, bare]) expect(svg).toMatch(/^<svg .*<\/svg>$/s)
    const boxes = (svg: string) => svg.match(/fill-opacity="\.93"/g)?.length
    expect([whole, withoutLegend, bare].map(boxes)).toEqual([2, 1, 1])
    expect(bare.length).toBeLessThan(withoutLegend.length)

    await page.getByRole('radio', { name: 'PDF' }).click()
    const format = page.getByRole('combobox', { name: 'Format' })
    expect(await format.inputValue()).toBe('a3')
    const pdf = await savedBy(page, 'Save')
    expect(pdf.name).toMatch(/-a3\.pdf$/)
    expect(pdf.bytes.subarray(0, 5).toString()).toBe('%PDF-')
    // No other format is a sheet of paper.
    await format.selectOption('square')
    expect(await page.getByRole('radio', { name: 'PNG' }).isChecked()).toBe(true)
  })

  it('is in Arabic for who reads Arabic, on a phone, and asks again for what did not arrive', async () => {
    let fails = true
    const page = await openMap('?date=2024-12-08&panel=picture&lang=ar&v=1', {
      width: 360,
      height: 640,
      prepare: (page) =>
        page.route(/\/arabic-400-[^/]*\.ttf$/, (route) =>
          fails ? route.fulfill({ status: 200, body: '' }) : route.continue(),
        ),
    })
    const alert = page.getByRole('alert').filter({ hasText: 'تعذّر رسم الصورة' })
    await alert.waitFor({ timeout: 60_000 })
    await alert.getByRole('button', { name: 'إعادة المحاولة' }).waitFor()
    fails = false
    // What arrives late draws the picture anew by itself: then there is nothing left to press.
    await Promise.race([
      alert
        .getByRole('button', { name: 'إعادة المحاولة' })
        .click()
        .catch(() => {}),
      alert.waitFor({ state: 'detached', timeout: 60_000 }),
    ])
    expect(await sizeOf(page, /2024$/)).toEqual([2560, 1600])
    await page.getByRole('combobox', { name: 'القياس' }).selectOption('square')
    const { bytes } = await savedBy(page, 'حفظ')
    const { width, height } = PNG.sync.read(bytes)
    expect([width, height]).toEqual([1080, 1080])
  })
})
