/**
 * The journey of a first reader in Chromium, with WebGL and without; tests/browser/firefox.test.ts has the one in Firefox.
 * Puppeteer drives it, as there.
 */
import puppeteer from 'puppeteer-core'
import { expect, inject, it } from 'vitest'
import { findChromium } from '../../scripts/lib/chromium.mjs'
import { type Driven, journey } from './journey.ts'
import { pointOf } from './places.ts'
import { FLAGS } from './setup.ts'

it.each([
  ['with WebGL', FLAGS],
  ['without WebGL', [...FLAGS.filter((flag) => !/gl|swiftshader/.test(flag)), '--disable-3d-apis']],
])('the journey of a first reader, in Chromium %s', async (what, args) => {
  const browser = await puppeteer.launch({ executablePath: (await findChromium())!, args })
  try {
    const page = await browser.newPage()
    const errors: string[] = []
    page.on('pageerror', (error) => errors.push(String(error)))
    await page.emulateMediaFeatures([{ name: 'prefers-reduced-motion', value: 'reduce' }])
    await page.setViewport({ width: 1280, height: 800 })
    await journey(page as unknown as Driven, inject('mapUrl'), pointOf('hama'))
    expect(await page.evaluate(() => document.documentElement.dataset.map)).toBe(
      what === 'with WebGL' ? 'full' : 'light',
    )
    expect(errors).toEqual([])
  } finally {
    await browser.close()
  }
})
