/** The share sheet: every way to hand a view on is pressed, and what arrives is read as whoever gets it would. */
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import jsQR from 'jsqr'
import type { Page } from 'playwright-core'
import { PNG } from 'pngjs'
import { describe, expect, inject, it } from 'vitest'
import { openRaster } from '../../src/still/raster.ts'
import { openMap, savedBy } from './harness.ts'

const VIEW = 'date=2024-12-05&hide=SNA&view=36.8_35.2_8&v=1'
/** Pixels across, as large as on screen. */
const CODE_SIZE = 200
const WASM = createRequire(import.meta.url).resolve('@resvg/resvg-wasm/index_bg.wasm')
const PICTURE = { width: 1200, height: 630 }

/** What the page handed to the system's own sheet. */
interface Handed {
  title: string
  url: string
  file: { name: string; type: string; base64: string }
}

/** A system with a sheet of its own, which this browser has not, and a clipboard that may be read. */
async function withSystem(page: Page) {
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write'])
  await page.addInitScript(() => {
    const share = async ({ title, url, files }: Required<ShareData>) => {
      const bytes = new Uint8Array(await files[0].arrayBuffer())
      const base64 = btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(''))
      const file = { name: files[0].name, type: files[0].type, base64 }
      Object.assign(window, { handed: { title, url, file } })
    }
    Object.assign(navigator, { share, canShare: () => true })
  })
}

const sheetOf = (page: Page) => page.locator('.share')
const press = (page: Page, name: string) => sheetOf(page).getByRole('button', { name, exact: true }).click()
const copied = (page: Page) => page.evaluate(() => navigator.clipboard.readText())

/** Presses a button that copies a text. @returns what the clipboard then holds */
async function copiedBy(page: Page, name: string): Promise<string> {
  await page.evaluate(() => navigator.clipboard.writeText(''))
  await press(page, name)
  await expect.poll(() => copied(page)).not.toBe('')
  return copied(page)
}

/** @returns what a phone reads off the code that is drawn */
async function readCode(page: Page): Promise<string | undefined> {
  const svg = await page.locator('.share-qr').evaluate((code) => new XMLSerializer().serializeToString(code))
  const raster = await openRaster(async () => readFileSync(WASM))
  const pixels = raster.pixels(svg, CODE_SIZE)
  return jsQR(new Uint8ClampedArray(pixels), CODE_SIZE, CODE_SIZE)?.data
}

/** Waits for the picture, and takes it away: drawn in software, it takes seconds whenever something near it moves. */
async function seePreview(page: Page) {
  const preview = sheetOf(page).getByRole('img', { name: /5 December 2024/ })
  await preview.waitFor({ timeout: 60_000 })
  await preview.evaluate((image: HTMLElement) => {
    image.style.display = 'none'
  })
}

describe('the share sheet', () => {
  it('hands on exactly this view in every way that it offers', async () => {
    const page = await openMap(`?${VIEW}`, { prepare: withSystem })
    await page.getByRole('button', { name: 'Share', exact: true }).click()
    await seePreview(page)
    const address = await copiedBy(page, 'Copy: Link')
    const { searchParams } = new URL(address)
    expect(address.startsWith(inject('mapUrl'))).toBe(true)
    expect(Object.fromEntries(searchParams)).toEqual(Object.fromEntries(new URLSearchParams(VIEW)))

    // A frame of the very view.
    const code = await copiedBy(page, 'Copy: For your own page')
    const src = /^<iframe src="([^"]+)" title="[^"]+" width="800" height="500"/.exec(code)?.[1]
    expect(src?.replaceAll('&amp;', '&')).toBe(`${address}&embed=on`)

    // The picture, whichever way it leaves, is the same.
    const saved = await savedBy(page, 'Save picture')
    expect(saved.name).toMatch(/-2024-12-05\.png$/)
    const { width, height, data } = PNG.sync.read(saved.bytes)
    expect({ width, height }).toEqual(PICTURE)
    await press(page, 'Share …')
    await page.waitForFunction(() => 'handed' in window)
    const handed = (await page.evaluate('handed')) as Handed
    expect(handed).toMatchObject({ url: address, title: expect.stringContaining('5 December 2024') })
    expect([handed.file.name, handed.file.type]).toEqual([saved.name, 'image/png'])
    expect(Buffer.from(handed.file.base64, 'base64').equals(saved.bytes)).toBe(true)
    await press(page, 'Copy picture')
    await sheetOf(page).getByRole('status').filter({ hasText: 'Copied.' }).waitFor()
    const pasted = await page.evaluate(async () => {
      const [item] = await navigator.clipboard.read()
      const bytes = new Uint8Array(await (await item.getType('image/png')).arrayBuffer())
      return btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(''))
    })
    // The clipboard makes a file of its own of the same pixels.
    expect(PNG.sync.read(Buffer.from(pasted, 'base64')).data.equals(data)).toBe(true)

    // Citations, each for a reader of its own.
    const version = await page.locator('meta[name=build]').getAttribute('content')
    const cite = async (form: string) => {
      await sheetOf(page).getByRole('radio', { name: form }).click()
      return copiedBy(page, 'Copy: Cite')
    }
    expect(await cite('Text')).toContain(`5 December 2024. [${version}]`)
    expect(await cite('BibTeX')).toContain(`url = {${address}}`)
    expect(JSON.parse(await cite('CSL-JSON'))).toMatchObject([{ type: 'map', URL: address, version }])

    await press(page, 'QR code')
    expect(await readCode(page)).toBe(address)
  })

  it('does so on a phone, with buttons as large as a finger needs', async () => {
    const page = await openMap(`?${VIEW}&panel=share`, { width: 360, height: 740, prepare: withSystem })
    await seePreview(page)
    await press(page, 'QR code')
    for (const button of await sheetOf(page).getByRole('button').all()) {
      const box = (await button.boundingBox())!
      expect(box.height, (await button.textContent()) ?? '').toBeGreaterThanOrEqual(44)
      expect(box.x >= 0 && box.x + box.width <= 360).toBe(true)
    }
    const address = await copiedBy(page, 'Copy: Link')
    expect(new URL(address).searchParams.get('hide')).toBe('SNA')
    expect(await readCode(page)).toBe(address)
  })
})
