/** A part of the page that fails says so in its place, with a way to try again; map and time go on. */
import type { Page } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import { goTo, linkOf, openMap } from './harness.ts'

/** The map still follows the keys. */
async function mapGoesOn(page: Page) {
  const day = (await linkOf(page)).date
  await page.locator('.maplibregl-canvas').focus()
  await page.keyboard.press('ArrowRight')
  await expect.poll(async () => (await linkOf(page)).date > day).toBe(true)
}

/** @returns the alert of the panel that is open */
const alertIn = (page: Page) => page.locator('.panel [role=alert]')

describe('a panel', () => {
  const damages: [how: string, files: [panel: string, file: string, body: string][]][] = [
    [
      'of another shape',
      [
        ['why&place=hama', 'atlas/evidence.json', '{}'],
        ['events', 'events.json', '[]'],
        ['stories', 'stories.json', '{}'],
        ['corrections', 'corrections.json', '{}'],
      ],
    ],
    [
      'cut off, a page of somebody else or a list of nothing',
      [
        ['why&place=hama', 'atlas/evidence.json', '{"format":"front-evidence"'],
        ['events', 'events.json', '<!doctype html><title>Sign in</title>'],
        ['method', 'weaknesses.json', '[]'],
      ],
    ],
  ]
  it.each(damages)('whose file is %s says so, and tries again', async (_, files) => {
    const page = await openMap('?date=2024-12-05&lang=en&v=1', {
      noise: true,
      prepare: async (page) => {
        for (const [, file, body] of files)
          await page.route(`**/data/${file}`, (route) => route.fulfill({ body }))
      },
    })
    for (const [panel, file] of files) {
      await goTo(page, `?date=2024-12-05&lang=en&panel=${panel}&v=1`)
      await expect.poll(() => alertIn(page).first().textContent(), { message: panel }).toMatch(/damaged/)
      await mapGoesOn(page)
      await page.unroute(`**/data/${file}`)
      await alertIn(page).first().getByRole('button', { name: 'Try again' }).click()
      await expect.poll(() => alertIn(page).count(), { message: panel }).toBe(0)
    }
  })

  it('whose file never comes gives up, and tries again', async () => {
    const page = await openMap('?date=2024-12-05&lang=en&v=1', {
      noise: true,
      prepare: (page) => page.route('**/data/stories.json', () => new Promise(() => {})),
    })
    // Its code comes first, and has a time of its own: that of the file begins when it is asked for.
    const asked = page.waitForRequest('**/data/stories.json')
    await page.clock.install()
    await page.getByRole('button', { name: 'Stories', exact: true }).click()
    await asked
    await page.clock.fastForward(16_000)
    await expect.poll(() => alertIn(page).textContent()).toContain('did not arrive')
    await page.unroute('**/data/stories.json')
    await alertIn(page).getByRole('button', { name: 'Try again' }).click()
    await expect.poll(() => page.locator('.panel .story').count()).toBeGreaterThan(0)
  })

  it('whose code is missing says so, and tries again', async () => {
    const code = /\/assets\/numbers-panel-[^/]*\.js$/
    const page = await openMap('?date=2024-12-05&lang=en&v=1', {
      noise: true,
      prepare: (page) => page.route(code, (route) => route.fulfill({ status: 404 })),
    })
    await page.getByRole('button', { name: 'Numbers', exact: true }).click()
    await expect.poll(() => alertIn(page).textContent()).toContain('did not arrive')
    await mapGoesOn(page)
    await page.unroute(code)
    // A browser may remember that a module failed; then loading the page again is offered, which keeps the view.
    await alertIn(page).getByRole('button').click()
    await expect
      .poll(async () => {
        const again = alertIn(page).getByRole('button')
        if (await again.isVisible()) await again.click()
        return page.locator('.panel svg').count()
      })
      .toBeGreaterThan(0)
    expect(await linkOf(page)).toMatchObject({ panel: 'numbers' })
  })

  it('that is asked for from a page of an earlier build says that there is a newer one', async () => {
    const page = await openMap('?date=2024-12-05&lang=en&v=1')
    await page.route('**/version.json', (route) => route.fulfill({ json: { version: 'newer' } }))
    await page.getByRole('button', { name: 'Stories', exact: true }).click()
    await expect.poll(() => alertIn(page).textContent()).toContain('newer version')
    await page.unroute('**/version.json')
    await alertIn(page).getByRole('button', { name: 'Load the page again' }).click()
    await expect.poll(() => page.locator('.panel .story').count()).toBeGreaterThan(0)
    expect(await linkOf(page)).toMatchObject({ date: '2024-12-05', panel: 'stories' })
  })
})

it('a menu whose code is missing says so and closes; the page stays', async () => {
  const page = await openMap('?date=2024-12-05&lang=en&v=1', {
    noise: true,
    prepare: (page) =>
      page.route(/\/assets\/(tool-menu|date-popover|playback-popover)-[^/]*\.js$/, (route) =>
        route.fulfill({ status: 404 }),
      ),
  })
  for (const button of ['.date-button', '.playback-button', '.toolbar [aria-haspopup=menu]:last-of-type']) {
    await page.locator(button).click()
    await expect.poll(() => page.locator('.note-said').textContent()).toContain('could not be loaded')
    await expect.poll(() => page.locator(button).getAttribute('aria-expanded')).toBe('false')
  }
  await mapGoesOn(page)
})

it('files of the base map that are wrong are missed aloud, and control is shown', async () => {
  const page = await openMap('?date=2024-12-05&lang=en&v=1', {
    noise: true,
    prepare: (page) =>
      page.route(/\/data\/(coarse\/rivers\.geojson|labels-major\.json)$/, (route) =>
        route.fulfill({ body: route.request().url().includes('rivers') ? '{}' : '<!doctype html>' }),
      ),
  })
  await expect.poll(() => page.locator('.notices').textContent()).toContain('base map')
  await mapGoesOn(page)
})
