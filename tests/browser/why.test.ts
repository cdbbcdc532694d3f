import type { Page } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import { dayOf } from '../../src/chronicle/day.ts'
import { Explainer } from '../../src/chronicle/explain.ts'
import { indexFaces } from '../../src/chronicle/face-index.ts'
import { kmBetween } from '../../src/chronicle/nearest.ts'
import { frozenAtlas, frozenEvidence } from '../fixtures/frozen.ts'
import { linkOf, openMap, screenOf, showMap } from './harness.ts'
import { linkTo, pointOf } from './places.ts'

const atlas = frozenAtlas()
const evidence = frozenEvidence()
const explainer = new Explainer(evidence, atlas)
const faces = indexFaces(atlas)

/** What the data say of a place, for comparing with what the page says. */
function truth(place: string, date: string) {
  const [lon, lat] = pointOf(place)
  return explainer.explain(faces.faceAt(lon, lat), lon, lat, dayOf(date), explainer.placeById(place))!
}

const BARE = '&layers=none'
const DESERT: [number, number] = [39.5, 34.2]
const why = (page: Page) => page.getByRole('complementary', { name: 'Why this colour' })
const idsIn = (page: Page, heading: string) =>
  why(page)
    .locator('section', { has: page.getByRole('heading', { name: heading, exact: true }) })
    .locator('.claim-id')
    .allTextContents()

/** Asks about a place as a reader does: by a click on the map. */
async function ask(page: Page, point: readonly [number, number]) {
  const { x, y } = await screenOf(page, point)
  await page.mouse.click(x, y)
}

describe('a click on the map', () => {
  it('tells who held Deir ez-Zor on 8 December, and on 12 December when the day goes on', async () => {
    const page = await showMap(linkTo('deir-ez-zor', '2024-12-08', BARE))
    await ask(page, pointOf('deir-ez-zor'))
    // Exactly: what is read aloud names them too.
    await why(page).getByText('Syrian Democratic Forces', { exact: true }).waitFor()
    const holder = why(page).locator('.why-holder')
    expect(await holder.textContent()).toContain('since 6 December 2024')
    const before = truth('deir-ez-zor', '2024-12-08')
    expect(atlas.factions[before.now.holder]).toBe('SDF')
    expect((await idsIn(page, 'What it rests on')).sort()).toEqual(
      before.now.claims.map(({ id }) => id).sort(),
    )
    expect(await linkOf(page)).toMatchObject({ panel: 'why', date: '2024-12-08' })

    for (let i = 0; i < 4; i++) await page.keyboard.press('ArrowRight')
    await why(page).getByText('Damascus authorities (HTS-led)').first().waitFor()
    expect(await holder.textContent()).toContain('since 11 December 2024')
    const after = truth('deir-ez-zor', '2024-12-12')
    expect(atlas.factions[after.now.holder]).toBe('HTS')
    expect((await idsIn(page, 'What it rests on')).sort()).toEqual(
      after.now.claims.map(({ id }) => id).sort(),
    )
    const against = after.now.claims.flatMap((claim) => explainer.contradictions(claim).map(({ id }) => id))
    expect((await idsIn(page, 'What contradicts it')).sort()).toEqual([...new Set(against)].sort())
    if (against.length === 0) await why(page).getByText('Nothing on record contradicts it.').waitFor()
  })

  it('puts a ring on the point', async () => {
    const page = await showMap(linkTo('raqqa', '2024-12-08', BARE))
    const { x, y } = await screenOf(page, pointOf('raqqa'))
    await page.mouse.click(x, y)
    await why(page).waitFor()
    const ring = (await page.locator('.point-mark').boundingBox())!
    expect(Math.hypot(ring.x + ring.width / 2 - x, ring.y + ring.height / 2 - y)).toBeLessThan(2)
  })

  it('says in the desert that the colour is inferred, and how far the nearest place is', async () => {
    const page = await showMap(`?date=2024-12-12&view=${DESERT.join('_')}_8${BARE}&v=1`)
    await ask(page, DESERT)
    await why(page)
      .getByText(/^Inferred/)
      .waitFor()
    const claimed = evidence.places.filter(({ face }) => face >= 0)
    const distance = (place: { lon: number; lat: number }) => kmBetween(...DESERT, place.lon, place.lat)
    const nearest = claimed.reduce((best, place) => (distance(place) < distance(best) ? place : best))
    const button = why(page).getByRole('button', { name: /^Nearest place with claims/ })
    const text = (await button.textContent())!
    expect(text).toContain(nearest.name.en)
    expect(Math.abs(Number(/([\d.]+) km/.exec(text)![1]) - distance(nearest))).toBeLessThan(0.5)

    await button.click()
    await expect.poll(() => linkOf(page)).toMatchObject({ place: nearest.id, panel: 'why' })
    await why(page).locator('.why-title', { hasText: nearest.name.en }).waitFor()
  })

  it('knows the sea', async () => {
    const page = await showMap(`?date=2024-12-12&view=35_35_8${BARE}&v=1`)
    await ask(page, [34.9, 35.1])
    await why(page).getByText('This point is outside of the map.').waitFor()
    await why(page)
      .getByRole('button', { name: /^Nearest place with claims/ })
      .waitFor()
  })
})

describe('what contradicts', () => {
  it('is shown with its verdict and reason', async () => {
    const page = await showMap('?date=2024-12-08&place=damascus&v=1')
    await why(page).getByText('Damascus authorities (HTS-led)').first().waitFor()
    const { now } = truth('damascus', '2024-12-08')
    const against = now.claims.flatMap((claim) => explainer.contradictions(claim))
    expect(against.length).toBeGreaterThan(0)
    expect((await idsIn(page, 'What contradicts it')).sort()).toEqual(
      [...new Set(against.map(({ id }) => id))].sort(),
    )
    for (const { reason } of against) await why(page).getByText(reason.en).first().waitFor()
    await why(page).getByText('Verdict: rejected.').first().waitFor()
  })

  it('and what moves nothing is folded away, but there', async () => {
    const page = await showMap('?date=2024-12-08&place=damascus&v=1')
    const { aside } = truth('damascus', '2024-12-08')
    expect(aside.length).toBeGreaterThan(0)
    const fold = page.getByRole('button', { name: `Also on record (${aside.length})` })
    await fold.waitFor()
    const record = why(page).locator('.folded', { has: fold }).locator('.claim-id')
    expect(await record.count()).toBe(aside.length)
    expect(await record.first().isVisible()).toBe(false)
    await fold.press('Enter')
    await expect.poll(() => record.first().isVisible()).toBe(true)
    expect((await record.allTextContents()).sort()).toEqual(aside.map(({ id }) => id).sort())
  })
})

describe('publications', () => {
  it('lead to web pages only, in a page of their own', async () => {
    const page = await showMap('?date=2024-12-12&place=deir-ez-zor&v=1')
    const links = why(page).locator('a')
    await links.first().waitFor()
    const found = await links.evaluateAll((all) =>
      all.map((link) => {
        const { href, target, rel } = link as HTMLAnchorElement
        return { href, target, rel }
      }),
    )
    expect(found.length).toBeGreaterThan(3)
    for (const { href, target, rel } of found) {
      expect(href).toMatch(/^https?:\/\//)
      expect(target).toBe('_blank')
      expect(rel).toContain('noopener')
    }
  })
})

describe('the history strip', () => {
  const stretches = (page: Page) => page.locator('.strip-stretch')

  it('has a named button for each stretch, which leads the clock to its first day', async () => {
    const page = await showMap('?date=2024-12-12&place=deir-ez-zor&v=1')
    await stretches(page).first().waitFor()
    const { history } = truth('deir-ez-zor', '2024-12-12')
    expect(await stretches(page).count()).toBe(history.length)
    const sdf = page.getByRole('button', { name: /^SDF\. Held\. 6 December 2024 to 10 December 2024/ })
    await sdf.click()
    await expect.poll(() => linkOf(page)).toMatchObject({ date: '2024-12-06' })
    expect(await sdf.getAttribute('aria-current')).toBe('date')
    // Exactly: what is read aloud names them too.
    await why(page).getByText('Syrian Democratic Forces', { exact: true }).waitFor()
    const boxes = await stretches(page).evaluateAll((all) =>
      all.map((one) => one.getBoundingClientRect().width),
    )
    for (const width of boxes) expect(width).toBeGreaterThanOrEqual(23.5)
  })

  it('runs from right to left in Arabic', async () => {
    const page = await showMap('?date=2024-12-12&place=deir-ez-zor&lang=ar&v=1')
    await stretches(page).first().waitFor()
    const lefts = await stretches(page).evaluateAll((all) =>
      all.map((one) => one.getBoundingClientRect().left),
    )
    expect(lefts).toEqual([...lefts].sort((a, b) => b - a))
    expect(await stretches(page).first().getAttribute('aria-label')).toContain('الجيش السوري')
    const mark = (await page.locator('.strip-now').boundingBox())!
    const last = (await stretches(page).last().boundingBox())!
    expect(mark.x).toBeGreaterThan(last.x)
  })
})

describe('closing', () => {
  const focused = (page: Page) => page.evaluate(() => document.activeElement?.className ?? '')

  it.each(['button', 'Escape'])(
    'by %s gives the focus back to the map and takes the ring away',
    async (way) => {
      const page = await showMap(linkTo('raqqa', '2024-12-08', BARE))
      await page.locator('canvas.maplibregl-canvas').focus()
      await page.keyboard.press('Enter')
      // Exactly: what is read aloud names them too.
      await why(page).getByText('Syrian Democratic Forces', { exact: true }).waitFor()
      if (way === 'Escape') await page.keyboard.press('Escape')
      else await why(page).getByRole('button', { name: 'Close' }).click()
      await expect.poll(() => why(page).count()).toBe(0)
      expect(await focused(page)).toContain('maplibregl-canvas')
      expect(await page.locator('.point-mark').count()).toBe(0)
      const link = await linkOf(page)
      expect(link.panel).toBeUndefined()
      expect(link.at).toBeUndefined()
    },
  )
})

describe('the panel', () => {
  it('says that the claims did not arrive, and asks for them again', async () => {
    let times = 0
    const page = await openMap('?date=2024-12-08&place=damascus&v=1', {
      prepare: (page) =>
        page.route('**/evidence.json', (route) =>
          // The page itself asks once too, for the names of places.
          ++times <= 2 ? route.fulfill({ status: 200, body: '{"cut' }) : route.continue(),
        ),
    })
    await why(page).getByRole('alert').waitFor()
    await expect
      .poll(
        async () => {
          const again = why(page).getByRole('button', { name: 'Try again' })
          if (await again.isVisible()) await again.click()
          return why(page).getByText('Damascus authorities (HTS-led)').count()
        },
        { timeout: 20_000, interval: 500 },
      )
      .toBeGreaterThan(0)
  })

  it('says so when a link names a place that is not here', async () => {
    const page = await showMap('?date=2024-12-08&place=no-such-place&v=1')
    await why(page).getByText('No place here is called “no-such-place”').waitFor()
  })

  it('explains itself before anything is asked', async () => {
    const page = await showMap('?panel=why&v=1')
    await why(page)
      .getByText(/^Click or tap the map/)
      .waitFor()
  })

  it('leaves the point in sight above the sheet on a phone', async () => {
    const page = await showMap(`?date=2024-12-12&at=${DESERT.join('_')}&v=1`, {
      width: 360,
      height: 740,
      touch: true,
    })
    await why(page)
      .getByText(/^Inferred/)
      .waitFor()
    await expect
      .poll(async () => {
        const ring = (await page.locator('.point-mark').boundingBox())!
        const sheet = (await why(page).boundingBox())!
        return sheet.y - (ring.y + ring.height)
      })
      .toBeGreaterThan(0)
  })
})
