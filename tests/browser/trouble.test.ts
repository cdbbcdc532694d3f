/** When there is no map: what is wrong, what can be done, and a way to try again. Never a blank page. */
import type { Page } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import { isReady, openMap } from './harness.ts'

const english = (page: Page) => page.locator('section[lang=en]')

/** Lets time fly, so that nobody has to wait for patience to end. */
async function timeFlies(page: Page) {
  await page.clock.install()
  const flying = setInterval(() => page.clock.fastForward(16_000).catch(() => {}), 500)
  page.on('close', () => clearInterval(flying))
}

/** Too small for what is said in all languages. */
const SMALL = { width: 360, height: 640 }

/** The first that is seen is what readers can read; what does not fit can be scrolled to. */
async function ownLanguageFirst(page: Page, lang: string) {
  const seen = await page.locator('.trouble').evaluate((trouble) => {
    const heading = trouble.querySelector('h1')!
    return {
      first: heading.closest('section')!.lang,
      isSeen: heading.getBoundingClientRect().top >= 0,
      scrolls: trouble.scrollHeight > trouble.clientHeight,
    }
  })
  expect(seen).toEqual({ first: lang, isSeen: true, scrolls: true })
}

/** Presses the button of the page that says that there is trouble, and waits for the map. */
async function triesAgain(page: Page) {
  await english(page).getByRole('button', { name: 'Try again' }).click()
  await isReady(page)
}

describe('without a map', () => {
  it('messages that do not arrive are no dead end', async () => {
    const page = await openMap('?lang=en', {
      trouble: true,
      prepare: (page) => page.route(/\/assets\/en-/, (route) => route.fulfill({ status: 404 })),
    })
    expect(await english(page).textContent()).toContain('did not arrive')
    const arabic = page.locator('section[lang=ar]')
    expect(await arabic.getByRole('heading').textContent()).toMatch(/[\u0600-\u06ff]/)
    expect(await arabic.evaluate((section) => getComputedStyle(section).direction)).toBe('rtl')
  })
})

describe('a file of the first picture', () => {
  const PAGE = '<!doctype html><title>Sign in to the network</title>'
  const cases: [what: string, file: string, body: string, says: string][] = [
    ['cut off', 'atlas/atlas.json', '{"version":', 'cannot be read'],
    ['of another kind', 'atlas/atlas.json', '{}', 'cannot be read'],
    ['a page', 'conflict.json', PAGE, 'cannot be read'],
    ['of another kind', 'conflict.json', '[]', 'cannot be read'],
    ['without anything in it', 'factions.json', '[]', 'cannot be read'],
    ['without anything in it', 'governorates.json', '[]', 'cannot be read'],
    ['of another kind', 'coarse/positions.geojson', '{}', 'cannot be read'],
  ]
  it.each(cases)('%s is named: %s', async (_, file, body, says) => {
    const page = await openMap('', {
      trouble: true,
      prepare: (page) => page.route(`**/data/${file}`, (route) => route.fulfill({ body })),
    })
    expect(await english(page).textContent()).toContain(says)
    expect(await page.locator('.trouble-detail').textContent()).toBe(file)
  })

  it('that is right the next time shows the map', async () => {
    const page = await openMap('', {
      trouble: true,
      lang: 'ar',
      ...SMALL,
      prepare: (page) => page.route('**/atlas.json', (route) => route.fulfill({ body: '{"version":' })),
    })
    await ownLanguageFirst(page, 'ar')
    await page.unroute('**/atlas.json')
    await triesAgain(page)
  })

  it('that never comes is given up', async () => {
    const page = await openMap('', {
      trouble: true,
      prepare: async (page) => {
        await timeFlies(page)
        await page.route('**/atlas.json', () => new Promise(() => {}))
      },
    })
    expect(await english(page).textContent()).toContain('did not arrive')
    expect(await page.locator('.trouble-detail').textContent()).toBe('atlas/atlas.json')
  })

  it('that is newer than the page is not what is wrong: the page is told to be old', async () => {
    const page = await openMap('', {
      trouble: true,
      prepare: async (page) => {
        await page.route('**/atlas.json', (route) =>
          route.fulfill({ body: '{"format":"front-atlas","version":99}' }),
        )
        await page.route('**/version.json', (route) => route.fulfill({ json: { version: 'newer' } }))
      },
    })
    expect(await english(page).textContent()).toContain('newer version')
  })
})

it('in a frame that is cut off from its files says where the map is', async () => {
  const page = await openMap('', { noise: true })
  const address = page.url()
  await page.route('**/outside', (route) =>
    route.fulfill({
      contentType: 'text/html',
      body: `<iframe sandbox="allow-scripts" src="${address}"></iframe>`,
    }),
  )
  await page.goto(new URL('outside', address).href)
  const frame = page.frameLocator('iframe')
  await expect.poll(() => frame.locator('section[lang=en]').textContent()).toContain('tab of its own')
  expect(await frame.locator('.trouble-detail').textContent()).toBe(address)
})

describe('the program of the map', () => {
  const ENTRY = /\/assets\/index-[^/]*\.js$/

  it('that is missing, as on a page kept over a new version, is missed aloud', async () => {
    const page = await openMap('', {
      trouble: true,
      prepare: (page) => page.route(ENTRY, (route) => route.fulfill({ status: 404 })),
    })
    expect(await english(page).getByRole('heading').textContent()).toBe(
      'The program of the map did not arrive',
    )
    expect(await page.locator('section[lang=ar]').textContent()).toMatch(/[\u0600-\u06ff]/)
    await page.unroute(ENTRY)
    await triesAgain(page)
  })

  it('that is slow to come is waited for, and takes the place of what was said', async () => {
    let arrive = () => {}
    const page = await openMap('', {
      trouble: true,
      prepare: async (page) => {
        await timeFlies(page)
        await page.route(ENTRY, (route) => {
          arrive = () => void route.continue()
        })
      },
    })
    expect(await english(page).textContent()).toContain('program of the map')
    arrive()
    await isReady(page)
    expect(await page.locator('.trouble').count()).toBe(0)
  })

  it.each([
    ['map', /\/assets\/map-view-[^/]*\.js$/],
    ['part that others need', /\/assets\/jsx-runtime-[^/]*\.js$/],
  ])('of which the %s is missing says so', async (_, file) => {
    const page = await openMap('', {
      trouble: true,
      prepare: (page) => page.route(file, (route) => route.fulfill({ status: 404 })),
    })
    expect(await english(page).getByRole('heading').textContent()).toMatch(/did not arrive/)
  })
})
