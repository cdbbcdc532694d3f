/**
 * A page that is left open for hours: what it holds in memory after a long time is what it held after a short one.
 * The usual run is short and looks closely; `LONG_USE=1` does as much as a reader in a day: 400 days stepped through
 * twice, four hours of playback, a thousand panels (`LONG_USE=1 npx vitest run --config vitest.browser.config.ts
 * tests/browser/long-use.test.ts`, about a quarter of an hour without a graphics card).
 */
import type { Page } from 'playwright-core'
import { expect, it } from 'vitest'
import { PANELS } from '../../src/link/state.ts'
import { openMap } from './harness.ts'

const long = Boolean(process.env.LONG_USE)
/** Days of the atlas that tests read. */
const DAYS = 400
/** Rounds of that atlas that play in four hours, at two days a second. */
const ROUNDS_IN_FOUR_HOURS = (4 * 3600 * 2) / DAYS
/** Small: drawing costs most of the time here, and none of the memory that is looked at. */
const SIZE = { width: 640, height: 400 }

interface Held {
  /** JavaScript objects after collecting garbage, MB */
  heap: number
  /** elements and texts, in the page or kept by something */
  nodes: number
  listeners: number
}

/** How much more may be held than before, however much was done: caches of the browser, code compiled meanwhile. */
const MORE: Held = { heap: 3, nodes: 60, listeners: 10 }

async function held(page: Page): Promise<Held> {
  const session = await page.context().newCDPSession(page)
  // Twice: what the first time was only let go by something that was itself let go.
  for (let i = 0; i < 2; i++) await session.send('HeapProfiler.collectGarbage')
  const { usedSize } = await session.send('Runtime.getHeapUsage')
  const { nodes, jsEventListeners } = await session.send('Memory.getDOMCounters')
  await session.detach()
  return { heap: usedSize / 2 ** 20, nodes, listeners: jsEventListeners }
}

const told = ({ heap, nodes, listeners }: Held) =>
  `${heap.toFixed(1)} MB, ${nodes} nodes, ${listeners} listeners`

/** Does something a few times, looks, does it many times, and looks again. What only settles is given some time to. */
async function staysFlat(
  page: Page,
  what: string,
  run: (times: number) => Promise<unknown>,
  few: number,
  many: number,
) {
  const began = performance.now()
  await run(few)
  const before = await held(page)
  await run(many)
  let after = before
  await expect
    .poll(
      async () => {
        after = await held(page)
        return (Object.keys(MORE) as (keyof Held)[]).filter((kind) => after[kind] - before[kind] > MORE[kind])
      },
      { message: `more is held after: ${what}`, interval: 2000 },
    )
    .toEqual([])
    .finally(() =>
      console.info(
        `${what}, ${many} times: ${told(before)} → ${told(after)} (${Math.round((performance.now() - began) / 1000)} s)`,
      ),
    )
}

/** Steps through days, there and back, with a frame drawn now and then. */
const thereAndBack = (page: Page) => (times: number) =>
  page.evaluate(
    async ([days, times]) => {
      for (let i = 0; i < 2 * days * times; i++) {
        const key = i % (2 * days) < days ? 'ArrowRight' : 'ArrowLeft'
        document.body.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true }))
        if (i % 4 === 0) await new Promise((resolve) => requestAnimationFrame(resolve))
      }
    },
    [long ? DAYS : 12, times] as const,
  )

/** Opens and closes panels, then menus and whatever else pops up, one after the other. */
const panels = (page: Page) => (times: number) =>
  page.evaluate(
    async ([panels, times]) => {
      const frame = () => new Promise((resolve) => requestAnimationFrame(resolve))
      const until = async (holds: () => boolean) => {
        // Ten seconds: what has not come by then never comes.
        for (let frames = 0; !holds(); frames++) {
          if (frames > 600) throw new Error(`waited in vain for ${holds}`)
          await frame()
        }
      }
      const go = (panel: string) => {
        const url = new URL(location.href)
        if (panel) url.searchParams.set('panel', panel)
        else url.searchParams.delete('panel')
        history.replaceState(null, '', url)
        dispatchEvent(new PopStateEvent('popstate'))
      }
      const popups = [
        ...document.querySelectorAll<HTMLElement>(
          '.date-button, .playback-button, .toolbar [aria-haspopup=menu]',
        ),
      ].filter((button) => button.checkVisibility())
      const isOpen = () => document.querySelector('[role=dialog], [role=menu]') !== null
      for (let i = 0; i < times; i++) {
        const which = i % (panels.length + popups.length)
        if (which < panels.length) {
          go(panels[which])
          await until(() => document.querySelector(`.panel[data-panel=${panels[which]}]`) !== null)
          await frame()
          go('')
          await until(() => document.querySelector('.panel') === null)
        } else {
          const button = popups[which - panels.length]
          button.focus()
          button.click()
          await until(() => document.activeElement?.closest('[role=dialog], [role=menu]') != null)
          document.activeElement?.dispatchEvent(
            new KeyboardEvent('keydown', { key: 'Escape', bubbles: true }),
          )
          // The next is opened when the focus is back: nobody is quicker than that.
          await until(() => !isOpen() && document.activeElement === button)
        }
      }
    },
    // Pictures to save take a second each, and are made by a worker.
    [PANELS.filter((panel) => panel !== 'picture'), times] as const,
  )

/** Plays the atlas over and over, with a quarter of a second between two frames for the page, however soon they come. */
const rounds = (page: Page) => (count: number) =>
  page.evaluate(
    (count) =>
      new Promise<void>((resolve) => {
        const handle = document.querySelector<HTMLElement>('.track-handle')!
        let [left, last] = [count, handle.dataset.day!]
        const look = new MutationObserver(() => {
          const day = handle.dataset.day!
          if (day < last && --left === 0) {
            look.disconnect()
            resolve()
          }
          last = day
        })
        look.observe(handle, { attributeFilter: ['data-day'] })
      }),
    count,
  )

/** Time flies for what draws frames. */
const timeFlies = (page: Page) =>
  page.addInitScript(() => {
    const [now, request] = [performance.now.bind(performance), requestAnimationFrame.bind(window)]
    let ahead = 0
    let frame = 0
    performance.now = () => now() + ahead
    window.requestAnimationFrame = (callback) =>
      request((time) => {
        if (time !== frame && document.documentElement.dataset.ready) ahead += 250
        frame = time
        callback(performance.now())
      })
  })

const USES = [
  ['the map', ''],
  ['the light map', '&light'],
  // The same over both maps, and the light one draws less meanwhile.
  ['panels and menus', '&light'],
] as const

it.each(long ? USES : USES.slice(0, 1))(
  '%s: after long use the page holds what it held before',
  { timeout: long ? 3_600_000 : 240_000 },
  async (what, light) => {
    const range = long ? '' : '&range=2024-11-27..2025-02-28'
    const page = await openMap(`?lang=en&loop=range&speed=16${range}${light}&v=1`, {
      ...SIZE,
      prepare: timeFlies,
    })
    // What is fetched for later counts from the beginning.
    await page.waitForFunction(() => {
      const fetched = performance.getEntriesByType('resource').map(({ name }) => name)
      return [/evidence\.json/, /search-panel-.*\.js/].every((late) =>
        fetched.some((name) => late.test(name)),
      )
    })
    if (what === 'panels and menus') {
      // The index of the search is made once, for the first letters: it counts from the beginning too.
      await page.keyboard.press('/')
      await page.getByRole('combobox').fill('hama')
      await page.getByRole('option').first().waitFor()
      await page.keyboard.press('Escape')
      await page.keyboard.press('Escape')
      await page.locator('.panel').waitFor({ state: 'detached' })
      await staysFlat(page, what, panels(page), 12 * PANELS.length, 1000)
      return
    }
    await staysFlat(page, `${what}: days stepped, there and back`, thereAndBack(page), 1, 2)
    await page.keyboard.press('Space')
    await staysFlat(page, `${what}: rounds of playback`, rounds(page), 1, long ? ROUNDS_IN_FOUR_HOURS : 2)
    await page.keyboard.press('Space')
    if (!light) await staysFlat(page, 'comparisons with a second map', comparisons(page), 1, long ? 50 : 2)
  },
)

const comparisons = (page: Page) => async (times: number) => {
  for (let i = 0; i < times; i++) {
    await page.evaluate(() => {
      history.replaceState(null, '', '?lang=en&date=2024-12-08&with=2024-11-26&mode=swipe&v=1')
      dispatchEvent(new PopStateEvent('popstate'))
    })
    await page.locator('.twin canvas').waitFor({ state: 'attached' })
    await page.keyboard.press('Escape')
    await expect.poll(() => page.locator('.twin').count()).toBe(0)
  }
}
