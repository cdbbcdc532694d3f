import type { Page } from 'playwright-core'
import { PNG } from 'pngjs'
import { describe, expect, it } from 'vitest'
import type { Arc, Period } from '../../src/chronicle/atlas.ts'
import { dayOf } from '../../src/chronicle/day.ts'
import { isFront } from '../../src/chronicle/front.ts'
import { periodAt } from '../../src/chronicle/history.ts'
import { over, type Rgb, rgbOf } from '../../src/map/colour.ts'
import { PALETTES } from '../../src/map/palette.ts'
import { TINT_OPACITY } from '../../src/map/tint.ts'
import { frozen, frozenAtlas } from '../fixtures/frozen.ts'
import { coloursAt, expectGround, nearestFaction } from './colour.ts'
import { atRest, linkOf, screenOf, settled, showMap } from './harness.ts'
import { linkTo, pointOf } from './places.ts'

const colours = new Map<string, string>(
  frozen('factions.json').map(({ id, colour }: { id: string; colour: string }) => [id, colour]),
)

/** @returns the opaque colour of a faction's tint on light paper */
function tint(faction: string, what: keyof typeof TINT_OPACITY): Rgb {
  return rgbOf(over(colours.get(faction)!, PALETTES.light.paper, TINT_OPACITY[what]))
}

/** @returns share of the pixels around a point that have a colour, 0–1 */
async function shareOf(page: Page, place: string, [r, g, b]: Rgb): Promise<number> {
  const seen = await coloursAt(page, ...pointOf(place))
  return seen.filter((rgb) => Math.hypot(rgb[0] - r, rgb[1] - g, rgb[2] - b) < 12).length / seen.length
}

/** Labels cover some of the ground around a place, and where it was lost there are only strokes. */
async function expectTint(page: Page, place: string, faction: string, what: keyof typeof TINT_OPACITY) {
  await expect
    .poll(() => shareOf(page, place, tint(faction, what)), { timeout: 20_000, interval: 250 })
    .toBeGreaterThan(what === 'lost' ? 0.1 : 0.2)
}

const drawn = (page: Page) => page.locator('.compare-stage[data-drawn]').waitFor({ timeout: 60_000 })
const divider = (page: Page) => page.getByRole('slider', { name: 'Divider' })

describe('side by side', () => {
  it('has the army in Hama before the divider and HTS-led forces behind it, by pointer and by keys', async () => {
    const page = await showMap(linkTo('hama', '2024-12-06', '&with=2024-12-04&split=80'))
    await drawn(page)
    const hama = pointOf('hama')
    await expectGround(page, hama, 'SAA')

    const box = (await divider(page).boundingBox())!
    await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2)
    await page.mouse.down()
    await page.mouse.move(460, box.y, { steps: 6 })
    await page.mouse.up()
    await expectGround(page, hama, 'HTS')
    const link = await linkOf(page)
    expect(Number(link.split)).toBeLessThan(25)
    expect(link).toMatchObject({ date: '2024-12-06', with: '2024-12-04' })

    await divider(page).focus()
    await page.keyboard.press('End')
    await expectGround(page, hama, 'SAA')
    await page.keyboard.press('Home')
    await expectGround(page, hama, 'HTS')
    // The arrows of the divider leave the day alone.
    expect(await linkOf(page)).toMatchObject({ date: '2024-12-06' })
  })

  it('opens from its link as it was shared, the older day on the start side whichever day the slider moves', async () => {
    for (const days of ['date=2024-12-06&with=2024-12-04', 'date=2024-12-04&with=2024-12-06']) {
      const [lon, lat] = pointOf('hama')
      const view = `view=${lon}_${lat}_11`
      const start = await showMap(`?${days}&${view}&split=85&v=1`)
      await drawn(start)
      await expectGround(start, [lon, lat], 'SAA')
      const end = await showMap(`?${days}&${view}&split=10&v=1`)
      await drawn(end)
      await expectGround(end, [lon, lat], 'HTS')
    }
  })

  it('is mirrored in Arabic', async () => {
    const page = await showMap(linkTo('hama', '2024-12-06', '&with=2024-12-04&split=10&lang=ar'))
    await drawn(page)
    await expectGround(page, pointOf('hama'), 'HTS')
    await page.getByRole('slider', { name: 'الفاصل' }).focus()
    // The older day lies on the right; the divider goes left to show more of it.
    await page.keyboard.press('End')
    await expectGround(page, pointOf('hama'), 'SAA')
  })

  it('keeps both halves on the same view while the map is moved', async () => {
    const page = await showMap(linkTo('hama', '2024-12-06', '&with=2024-12-04&split=80'))
    await drawn(page)
    await page.mouse.move(700, 300)
    await page.mouse.down()
    await page.mouse.move(560, 380, { steps: 5 })
    await page.mouse.up()
    await expect.poll(async () => (await screenOf(page, pointOf('hama'))).x).toBeLessThan(560)
    await expectGround(page, pointOf('hama'), 'SAA')
  })

  it('names both days for everybody and lets each be chosen', async () => {
    const page = await showMap('?date=2024-12-06&with=2024-12-04&v=1')
    await drawn(page)
    await page.getByRole('button', { name: '4 December 2024, stays as it is' }).click()
    await page.getByRole('dialog').getByRole('button', { name: 'Sunday, 1 December 2024' }).click()
    await expect.poll(() => linkOf(page)).toMatchObject({ date: '2024-12-06', with: '2024-12-01' })
    await page.keyboard.press('ArrowRight')
    await page.getByRole('button', { name: '7 December 2024, moves with the time slider' }).waitFor()
    await page.getByRole('button', { name: 'Let the time slider move the other day' }).click()
    await expect.poll(() => linkOf(page)).toMatchObject({ date: '2024-12-01', with: '2024-12-07' })
  })
})

describe('gained and lost', () => {
  const query = linkTo('aleppo', '2024-12-02', '&with=2024-11-26&mode=tint')

  it('shows Aleppo gained by HTS-led forces and lost by the army', async () => {
    const page = await showMap(query, { sharp: true })
    await expectTint(page, 'aleppo', 'HTS', 'gained')
    await page.getByText(/gained by HTS-led forces: [\d,]+–[\d,]+ km²/).waitFor()
    await page.getByRole('combobox', { name: 'Show gains and losses of' }).selectOption('SAA')
    await expectTint(page, 'aleppo', 'SAA', 'lost')
    expect(await shareOf(page, 'aleppo', tint('HTS', 'gained'))).toBeLessThan(0.05)
    await expect.poll(() => linkOf(page)).toMatchObject({ mode: 'tint', by: 'SAA', with: '2024-11-26' })
  })

  it('opens from its link with the faction chosen, and follows the day', async () => {
    const page = await showMap(linkTo('aleppo', '2024-12-02', '&with=2024-11-26&mode=tint&by=HTS'), {
      sharp: true,
    })
    await expectTint(page, 'aleppo', 'HTS', 'gained')
    await page.keyboard.press('Home')
    await page.getByText('Both days are the same').waitFor()
    await expect
      .poll(() => shareOf(page, 'aleppo', tint('HTS', 'gained')), { timeout: 20_000 })
      .toBeLessThan(0.05)
  })

  it('gives the map back as it was when it ends', async () => {
    const page = await showMap(query, { sharp: true })
    await expectTint(page, 'aleppo', 'HTS', 'gained')
    await page.getByRole('button', { name: 'End the comparison' }).click()
    await expectGround(page, pointOf('aleppo'), 'HTS')
    await expect.poll(async () => 'with' in (await linkOf(page))).toBe(false)
    expect(await page.locator('.compare-strip, .compare-stage').count()).toBe(0)
    await page.goBack()
    await expectTint(page, 'aleppo', 'HTS', 'gained')
    await page.keyboard.press('Escape')
    await expectGround(page, pointOf('aleppo'), 'HTS')
  })

  it('sends nothing to the workers of the map while the day changes', async () => {
    const page = await showMap(query, { sharp: true })
    await expectTint(page, 'aleppo', 'HTS', 'gained')
    await page.evaluate(() => {
      const counted = window as unknown as { messages: number }
      const { postMessage } = Worker.prototype
      counted.messages = 0
      Worker.prototype.postMessage = function (...parts: unknown[]) {
        counted.messages++
        return postMessage.apply(this, parts as never)
      }
    })
    const messages = () => page.evaluate(() => (window as unknown as { messages: number }).messages)
    await atRest(page)
    const before = await settled(messages)
    for (let i = 0; i < 6; i++) await page.keyboard.press('ArrowRight')
    await expect.poll(() => linkOf(page)).toMatchObject({ date: '2024-12-08' })
    await atRest(page)
    expect(await messages()).toBe(before)
  })

  it('says in the details what passed from whom to whom', async () => {
    const page = await showMap('?date=2024-12-02&with=2024-11-26&mode=tint&panel=compare&v=1')
    await page.getByText(/From Syrian army to HTS-led forces: about [\d,]+ km²/).waitFor()
    await page.getByText(/Aleppo, .*more places/).waitFor()
    const row = page.getByRole('row', { name: /^HTS-led forces/ })
    expect(await row.textContent()).toMatch(/[\d,]+–[\d,]+ km²/)
  })
})

describe('the old front line', () => {
  const [older, newer] = [dayOf('2024-11-26'), dayOf('2024-12-05')]

  it('is drawn thin over the newer day', async () => {
    const arc = leftBehind()
    const middle = pointsAlong(arc, 3)[1]
    const query = `?date=2024-12-05&layers=none&view=${middle[0].toFixed(4)}_${middle[1].toFixed(4)}_10`
    expect(await bareShare(await showMap(`${query}&v=1`), arc)).toBeGreaterThan(0.6)
    const page = await showMap(`${query}&with=2024-11-26&mode=line&v=1`)
    await page.getByText('front line of 26 November 2024').waitFor()
    await expect.poll(() => bareShare(page, arc), { timeout: 20_000 }).toBeLessThan(0.3)
    // Whichever day the slider moves, the newer one is the ground.
    const turned = await showMap(
      linkTo('aleppo', '2024-11-26', '&with=2024-12-05&mode=line').replace('&v=1', '&layers=none&v=1'),
    )
    await expectGround(turned, pointOf('aleppo'), 'HTS')
  })

  /** @returns the longest stretch that was a front on the older day, and is inside one holder's ground on the newer */
  function leftBehind(): Arc {
    const atlas = frozenAtlas()
    const on = (day: number, { left, right }: Arc): [Period, Period] => [
      periodAt(atlas.faces[left].history, day),
      periodAt(atlas.faces[right].history, day),
    ]
    const [hts, saa] = ['HTS', 'SAA'].map((id) => atlas.factions.indexOf(id))
    return atlas.arcs
      .filter((arc) => arc.left >= 0 && arc.right >= 0)
      .filter((arc) => {
        const [a, b] = on(older, arc)
        const [c, d] = on(newer, arc)
        const opposed =
          [a, b].some(({ holder }) => holder === hts) && [a, b].some(({ holder }) => holder === saa)
        return opposed && isFront(a, b) && !isFront(c, d) && c.holder === hts && c.state + d.state === 0
      })
      .sort((a, b) => lengthOf(b) - lengthOf(a))[0]
  }

  function lengthOf({ coordinates: c }: Arc): number {
    let length = 0
    for (let i = 2; i < c.length; i += 2) length += Math.hypot(c[i] - c[i - 2], c[i + 1] - c[i - 1])
    return length
  }

  /** @returns points (degrees) at equal distances along an arc */
  function pointsAlong(arc: Arc, count: number): [number, number][] {
    const { coordinates: c } = arc
    const whole = lengthOf(arc)
    return Array.from({ length: count }, (_, k) => {
      let rest = (whole * k) / (count - 1)
      for (let i = 2; i < c.length; i += 2) {
        const step = Math.hypot(c[i] - c[i - 2], c[i + 1] - c[i - 1])
        if (rest <= step && step > 0) {
          const t = rest / step
          return [c[i - 2] + t * (c[i] - c[i - 2]), c[i - 1] + t * (c[i + 1] - c[i - 1])]
        }
        rest -= step
      }
      return [c[c.length - 2], c[c.length - 1]]
    })
  }

  /** @returns share of the pixels along an arc, as far as it is on the free map, that are plain ground */
  async function bareShare(page: Page, arc: Arc): Promise<number> {
    const picture = PNG.sync.read(await page.screenshot({ scale: 'css' }))
    let [bare, all] = [0, 0]
    for (const point of pointsAlong(arc, 300)) {
      const { x, y } = await screenOf(page, point)
      if (x < 320 || x > 1200 || y < 70 || y > 600) continue
      const at = 4 * (Math.round(y) * picture.width + Math.round(x))
      const rgb = [picture.data[at], picture.data[at + 1], picture.data[at + 2]] as const
      all++
      if (nearestFaction(rgb) === 'HTS') bare++
    }
    expect(all).toBeGreaterThan(40)
    return bare / all
  }
})
