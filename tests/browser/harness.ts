/** Opens the built map as a reader would, and reads off the screen what a reader would see. */
import { isDeepStrictEqual } from 'node:util'
import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core'
import { expect, inject, type TestContext } from 'vitest'
import { type Paced, paceFrames } from './pace.ts'

export interface OpenOptions {
  /** CSS pixels */
  width?: number
  height?: number
  /** what the reader's browser prefers: a language, or a language of a country (`en-US`) */
  lang?: string
  /** where the reader's clock is set, IANA name of a time zone */
  zone?: string
  /** a phone: touch instead of a mouse */
  touch?: boolean
  colorScheme?: 'light' | 'dark'
  /** what has to be arranged before the page is opened, for example files that arrive damaged */
  prepare?(page: Page): Promise<unknown>
  /** a browser that cannot draw the full map */
  withoutWebgl?: boolean
  /** the page is handed over with what it arrives with, before its program ran */
  early?: boolean
  /** the page will say why there is no map, and that is what is waited for */
  trouble?: boolean
  /** something fails on purpose beside the map, and the browser says so on its console */
  noise?: boolean
  /** address of another built map, ending in a slash */
  site?: string
  /** origins that the page may ask besides its own: a map in a frame of another page */
  friends?: readonly string[]
  /** the browser keeps the map for when there is no network; otherwise it keeps nothing */
  offline?: boolean
  /** every CSS pixel is one of the screen, for whoever reads patterns, signs or small spots off it; drawing takes three times as long */
  sharp?: boolean
  /** how long the map may take to stand, milliseconds */
  patience?: number
}

/** CSS pixels of a page whose test does not say how large it is. */
const WIDE = { width: 1024, height: 640 }
/** Pixels of the screen by CSS pixel: drawn in software, a quarter as fine is enough to tell whose ground lies where. */
const COARSE = 0.25

let browser: Browser | undefined
let contexts: BrowserContext[] = []
/** What no test may ever see: requests to other hosts, errors of the page. */
let foreign: string[] = []
let errors: string[] = []

/** @returns a page with the map at rest on the given view */
export async function openMap(query = '', options: OpenOptions = {}): Promise<Page> {
  const {
    width = WIDE.width,
    height = WIDE.height,
    lang = 'en',
    zone = 'Asia/Damascus',
    touch = false,
    colorScheme = 'light',
    withoutWebgl,
    prepare,
    early,
    trouble,
    noise = trouble,
    site = inject('mapUrl'),
    friends = [],
    offline = false,
    sharp = false,
    patience,
  } = options
  browser ??= await chromium.connect(inject('browserUrl'))
  const context = await browser.newContext({
    viewport: { width, height },
    locale: lang,
    timezoneId: zone,
    // Pictures are compared at rest; that motion can be switched off is part of what is tested.
    reducedMotion: 'reduce',
    colorScheme,
    serviceWorkers: offline ? 'allow' : 'block',
    hasTouch: touch,
    isMobile: touch,
    deviceScaleFactor: sharp ? 1 : COARSE,
  })
  contexts.push(context)
  await context.addInitScript(paceFrames)
  const home = new URL(site).origin
  await context.route(
    (url) =>
      !['data:', 'blob:'].includes(url.protocol) && url.origin !== home && !friends.includes(url.origin),
    (route) => {
      foreign.push(route.request().url())
      return route.abort()
    },
  )
  const page = await context.newPage()
  page.on('pageerror', (error) => errors.push(error.stack ?? error.message))
  page.on('console', (message) => {
    // What does not arrive on purpose is reported by the browser, not by the page.
    if (message.type() === 'error' && !noise) errors.push(message.text())
  })
  if (withoutWebgl)
    await page.addInitScript(() => {
      HTMLCanvasElement.prototype.getContext = () => null
    })
  await prepare?.(page)
  // What is waited for is below; a file that never comes would keep the page from being loaded.
  await page.goto(site + query, { waitUntil: 'commit' })
  if (early) await page.locator('#first-picture .dock').waitFor({ state: 'attached' })
  else if (trouble) await page.locator('.trouble').waitFor()
  else await isReady(page, patience)
  return page
}

/** Pages that stay open for the next test, of this file or another one, by how they were opened; the last used is the last. */
const kept = new Map<string, Page>()
/** How many pages stay open: each holds a map with its graphics. */
const MOST_KEPT = 3

/**
 * @returns a page with the map at rest on the given view: one that an earlier test has left, where there is
 * one, taken there as by {@link goTo}. For whatever does not happen while a page is opened.
 */
export async function showMap(query = '', options: Omit<OpenOptions, 'prepare'> = {}): Promise<Page> {
  const { width = WIDE.width, height = WIDE.height, ...rest } = options
  // Which of the two maps is drawn is decided when a page is opened.
  const how = JSON.stringify({ ...rest, light: query.includes('light=on') })
  const open = kept.get(how)
  if (open) {
    kept.delete(how)
    kept.set(how, open)
    const size = open.viewportSize()
    if (size?.width !== width || size.height !== height) await open.setViewportSize({ width, height })
    if (!rest.touch) await open.mouse.move(0, 0)
    if (await open.getByRole('dialog').count()) await open.keyboard.press('Escape')
    await open.evaluate(() => (document.activeElement as HTMLElement | null)?.blur())
    await goTo(open, query)
    return open
  }
  const page = await openMap(query, options)
  contexts = contexts.filter((context) => context !== page.context())
  kept.set(how, page)
  if (kept.size > MOST_KEPT) {
    const [[oldest, forgotten]] = kept
    kept.delete(oldest)
    await forgotten.context().close()
  }
  return page
}

/** Closes what {@link showMap} has kept. */
async function letGo() {
  await Promise.all([...kept.values()].map((page) => page.context().close()))
  kept.clear()
}

/**
 * Waits until the map stands and everything that it will draw is drawn. Where the page arrives with a picture of the
 * map, the map comes at a sign of its reader, or ten seconds later: one is given.
 */
export async function isReady(page: Page, timeout = 90_000): Promise<void> {
  await page.waitForFunction(
    () => {
      // A page that has only just been asked for has no element yet.
      const { begun, ready } = document.documentElement?.dataset ?? {}
      if (begun) dispatchEvent(new Event('focusin'))
      return ready === '1'
    },
    undefined,
    { timeout },
  )
}

/** The map as the page hands it to tests. */
export interface FrontMap {
  /** degrees to CSS pixels from the top left corner of the map */
  project(point: readonly [lon: number, lat: number]): { x: number; y: number }
  /** when all that the view needs is fetched and drawn */
  drawn(): Promise<void>
}

/** How often something is looked at until it no longer changes, milliseconds. */
const LOOK_AGAIN_MS = 250

/** @returns what is read, once it is read the same twice in a row */
export async function settled<T>(read: () => Promise<T>): Promise<T> {
  for (let last = await read(); ; ) {
    await new Promise((resolve) => setTimeout(resolve, LOOK_AGAIN_MS))
    const now = await read()
    if (isDeepStrictEqual(now, last)) return now
    last = now
  }
}

/**
 * Takes an open page to another link as the back button does, without loading it again: many views, one start. What
 * a page says when it is opened (notices of a bad link, the first focus) needs a page of its own.
 */
export async function goTo(page: Page, query: string): Promise<void> {
  await page.evaluate((query) => {
    history.pushState(null, '', query)
    dispatchEvent(new PopStateEvent('popstate'))
  }, query)
  await atRest(page)
}

/** Waits until the map is drawn and the page around it stands still. */
export async function atRest(page: Page): Promise<void> {
  await settled(() =>
    page.evaluate(async () => {
      const here = window as unknown as Paced & { frontMap: FrontMap; restedAt?: number }
      // To ask the map makes it draw once more, which costs half a second: only where it may have something to draw.
      const { drawn, pending } = here.framesDrawn()
      if (pending || drawn === 0 || drawn !== here.restedAt) {
        await here.frontMap.drawn()
        // It says so in the midst of its last frame.
        await new Promise((resolve) => setTimeout(resolve))
        here.restedAt = here.framesDrawn().drawn
      }
      const arrived = performance.getEntriesByType('resource').length
      return [document.documentElement.lang, document.body.innerHTML.length, arrived]
    }),
  )
}

/** @returns where a point (degrees) lies on the page, CSS pixels */
export async function screenOf(
  page: Page,
  point: readonly [lon: number, lat: number],
): Promise<{ x: number; y: number }> {
  return page.evaluate((point) => {
    const map = document.querySelector('.map [role=application]')!
    const { left, top } = map.getBoundingClientRect()
    const { x, y } = (window as unknown as { frontMap: FrontMap }).frontMap.project(point)
    return { x: left + x, y: top + y }
  }, point)
}

/**
 * Presses a button that saves a file.
 * @param button its name
 * @returns the file as the reader has it then
 */
export async function savedBy(page: Page, button: string): Promise<{ name: string; bytes: Buffer }> {
  const [download] = await Promise.all([
    page.waitForEvent('download', { timeout: 90_000 }),
    page.getByRole('button', { name: button, exact: true }).click(),
  ])
  const chunks: Buffer[] = []
  for await (const chunk of await download.createReadStream()) chunks.push(chunk as Buffer)
  return { name: download.suggestedFilename(), bytes: Buffer.concat(chunks) }
}

/** @returns the query of the page's address, decoded */
export async function linkOf(page: Page): Promise<Record<string, string>> {
  return Object.fromEntries(new URL(page.url()).searchParams)
}

/**
 * What after-each.ts does after every test: closes its pages, and holds against it what no test may ever see.
 * @throws AssertionError where a page has asked another host, or told of an error
 */
export async function endTest({ task }: Pick<TestContext, 'task'>): Promise<void> {
  // What is left of a test that fell is no ground for the next one.
  if (task.result?.state === 'fail') await letGo()
  await Promise.all(contexts.map((context) => context.close()))
  contexts = []
  const [asked, broken] = [foreign, errors]
  foreign = []
  errors = []
  expect(asked, 'requests to other hosts').toEqual([])
  expect(broken, 'errors of the page').toEqual([])
}
