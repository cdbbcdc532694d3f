import { describe, expect, it } from 'vitest'
import { openMap } from './harness.ts'

describe('without a map', () => {
  it('a browser that cannot draw is told so, in both languages, with what helps', async () => {
    const page = await openMap('', {
      trouble: true,
      prepare: (page) =>
        page.addInitScript(() => {
          HTMLCanvasElement.prototype.getContext = () => null
        }),
    })
    const [english, arabic] = [page.locator('section[lang=en]'), page.locator('section[lang=ar]')]
    expect(await english.getByRole('heading').textContent()).toBe('This browser cannot draw the map')
    expect(await english.textContent()).toContain('WebGL 2')
    expect(await arabic.getByRole('heading').textContent()).toMatch(/[\u0600-\u06ff]/)
    expect(await arabic.evaluate((section) => getComputedStyle(section).direction)).toBe('rtl')
  })

  it('data that are damaged are named, and loading again is offered', async () => {
    const page = await openMap('', {
      trouble: true,
      prepare: (page) => page.route('**/atlas.json', (route) => route.fulfill({ body: '{"version":' })),
    })
    expect(await page.locator('section[lang=en]').textContent()).toContain('cannot be read')
    expect(await page.locator('.trouble-detail').textContent()).toContain('atlas/atlas.json')
    await page.unroute('**/atlas.json')
    await page.locator('section[lang=en]').getByRole('button', { name: 'Try again' }).click()
    await page.locator('.maplibregl-canvas').waitFor()
  })

  it('messages that do not arrive are no dead end', async () => {
    const page = await openMap('?lang=en', {
      trouble: true,
      prepare: (page) => page.route(/\/assets\/en-/, (route) => route.fulfill({ status: 404 })),
    })
    expect(await page.locator('section[lang=en]').textContent()).toContain('did not arrive')
  })
})
