import { describe, expect, it } from 'vitest'
import { periodAt } from '../../src/chronicle/history.ts'
import { atlas, everybody } from '../map/webgl/world.ts'
import {
  COUNTRY,
  fits,
  givePainterPage,
  openLab,
  type Spot,
  spotsIn,
  type View,
  wantedOf,
} from './painter-lab.ts'

givePainterPage()

/** Hundreds of days are drawn: as small as can be, CSS pixels. */
const SMALL = { width: 480, height: 360 }
const WHOLE: View = { ...COUNTRY, zoom: 5.1, ...SMALL }
/** Where most of the faces are, close enough to tell them apart. */
const NORTH_WEST: View = { lon: 37.1, lat: 35.9, zoom: 7.7, ...SMALL }
const everyDay = Array.from({ length: atlas.end - atlas.start + 1 }, (_, i) => atlas.start + i)

/** @returns what each spot should be and is not, in words */
function wrong(
  days: readonly number[],
  spots: readonly Spot[],
  seen: readonly (readonly number[][])[],
): string[] {
  return days.flatMap((day, i) =>
    spots.flatMap(({ face }, j) => {
      const wanted = wantedOf(face, day)
      const rgb = seen[i][j] as [number, number, number]
      return fits(rgb, wanted) ? [] : [`day ${day - atlas.start}, face ${face}: ${rgb} for ${wanted.fill}`]
    }),
  )
}

describe('the painter of ground', () => {
  it.each([
    ['the whole country', WHOLE, 60, 3],
    ['the north-west', NORTH_WEST, 60, 6],
  ] as const)(
    'shows every day of a scrub through %s in the very next frame',
    async (_, view, count, step) => {
      const spots = spotsIn(view, count, 5)
      const page = await openLab(view)
      const pixels = spots.map(({ pixel }) => pixel)
      // Every day of the weeks in which most happens, some of the others.
      const days = everyDay.filter((_, i) => i < 45 || i % step === 0)
      const seen = await page.evaluate(([days, pixels]) => lab.scrub(days, pixels), [days, pixels] as const)
      expect(wrong(days, spots, seen)).toEqual([])
      // The test means something only where the ground changes hands.
      const changes = spots.filter(({ face }) => atlas.faces[face].history.length > 1)
      expect(changes.length).toBeGreaterThan(count / 3)
      const holders = spots.map(({ face }) => periodAt(atlas.faces[face].history, atlas.start).holder)
      expect(new Set(holders).size).toBeGreaterThan(2)
    },
  )

  it('shows the right day after leaps in both directions', async () => {
    const spots = spotsIn(NORTH_WEST, 60, 5)
    const page = await openLab(NORTH_WEST)
    // A walk that visits every part of the range without order.
    const days = Array.from({ length: 60 }, (_, i) => atlas.start + ((i * 149) % everyDay.length))
    const seen = await page.evaluate(([days, pixels]) => lab.scrub(days, pixels), [
      days,
      spots.map(({ pixel }) => pixel),
    ] as const)
    expect(wrong(days, spots, seen)).toEqual([])
  })

  it.each(['webgl', 'feature-state'])(
    'takes a newer state of the atlas on the day shown as %s',
    async (painter) => {
      const later = 6
      const day = atlas.start + 12
      const spots = spotsIn(NORTH_WEST, 60, 5).filter(({ face }) => !wantedOf(face, day).patterned)
      const pixels = spots.map(({ pixel }) => pixel)
      const page = await openLab(NORTH_WEST, `still=1&painter=${painter}`)
      const seen = await page.evaluate(
        async ({ later, day, pixels }) => {
          lab.painter.setDay(day)
          lab.painter.setEmphasis([0, 1, 2])
          await lab.postpone(later)
          return [await lab.read(pixels), ...(await lab.scrub([day + later], pixels))]
        },
        { later, day, pixels },
      )
      expect(wrong([day - later, day], spots, seen)).toEqual([])
      const moved = spots.filter(
        ({ face }) => `${wantedOf(face, day).fill}` !== `${wantedOf(face, day - later).fill}`,
      )
      expect(moved.length).toBeGreaterThan(5)
    },
  )

  it('turns ground of hidden factions to paper and leaves the rest', async () => {
    const spots = spotsIn(WHOLE, 60, 5)
    const hidden = ['SAA', 'SDF'].map((id) => atlas.factions.indexOf(id))
    const visible = new Set([...everybody].filter((faction) => !hidden.includes(faction)))
    const page = await openLab(WHOLE)
    const pixels = spots.map(({ pixel }) => pixel)
    const read = () => page.evaluate((pixels) => lab.read(pixels), pixels)
    await page.evaluate((visible) => lab.painter.setVisibleFactions(new Set(visible)), [...visible])
    const without = await read()
    for (const [i, { face }] of spots.entries()) {
      expect(fits(without[i], wantedOf(face, atlas.start, visible)), `face ${face}: ${without[i]}`).toBe(true)
    }
    const changed = spots.filter(
      ({ face }) => `${wantedOf(face, atlas.start).fill}` !== `${wantedOf(face, atlas.start, visible).fill}`,
    )
    expect(changed.length).toBeGreaterThan(20)
    expect(changed.length).toBeLessThan(spots.length)
    await page.evaluate((all) => lab.painter.setVisibleFactions(new Set(all)), [...everybody])
    const again = await read()
    expect(wrong([atlas.start], spots, [again])).toEqual([])
  })

  it('changes its paper with the theme', async () => {
    const spots = spotsIn(WHOLE, 40, 5)
    const page = await openLab(WHOLE)
    await page.evaluate(() => lab.painter.setTheme('dark'))
    const seen = await page.evaluate(
      (pixels) => lab.read(pixels),
      spots.map(({ pixel }) => pixel),
    )
    for (const [i, { face }] of spots.entries())
      expect(fits(seen[i], wantedOf(face, atlas.start, everybody, 'dark'))).toBe(true)
  })

  it('comes back after the graphics context was lost', async () => {
    const spots = spotsIn(WHOLE, 60, 5)
    const pixels = spots.map(({ pixel }) => pixel)
    const page = await openLab(WHOLE)
    const day = atlas.start + 14
    const lost = await page.evaluate(async (day) => {
      lab.extension?.loseContext()
      await new Promise((resolve) => lab.map.once('webglcontextlost', resolve))
      // A context can be restored only after everybody has heard that it is lost.
      await new Promise((resolve) => setTimeout(resolve, 100))
      // The reader goes on while there is nothing to paint on.
      lab.painter.setDay(day)
      lab.painter.setEmphasis([])
      const lost = lab.map.getCanvas().getContext('webgl2')?.isContextLost()
      lab.extension?.restoreContext()
      await new Promise((resolve) => lab.map.once('webglcontextrestored', resolve))
      await lab.idle()
      lab.painter.repaint()
      return lost
    }, day)
    expect(lost).toBe(true)
    const seen = await page.evaluate((pixels) => lab.read(pixels), pixels)
    expect(wrong([day], spots, [seen])).toEqual([])
    const later = [day + 1, day + 100]
    const after = await page.evaluate(([days, pixels]) => lab.scrub(days, pixels), [later, pixels] as const)
    expect(wrong(later, spots, after)).toEqual([])
  })

  it('is the same when it was compiled on the side', async () => {
    const spots = spotsIn(WHOLE, 40, 5).filter(({ face }) => !wantedOf(face, atlas.start).patterned)
    const page = await openLab(WHOLE, 'still=1&painter=prepared')
    expect(await page.evaluate(() => lab.map.getLayer('fronts-casing') === undefined)).toBe(true)
    const seen = await page.evaluate(
      (pixels) => lab.read(pixels),
      spots.map(({ pixel }) => pixel),
    )
    expect(wrong([atlas.start], spots, [seen])).toEqual([])
  })

  it('gives way to standard layers where the graphics card refuses it', async () => {
    const spots = spotsIn(WHOLE, 40, 5).filter(({ face }) => !wantedOf(face, atlas.start).patterned)
    const page = await openLab(WHOLE, 'still=1&painter=refused')
    expect(await page.evaluate(() => lab.map.getLayer('fronts-casing') !== undefined)).toBe(true)
    const seen = await page.evaluate(
      (pixels) => lab.read(pixels),
      spots.map(({ pixel }) => pixel),
    )
    expect(wrong([atlas.start], spots, [seen])).toEqual([])
  })

  it('leaves nothing behind', async () => {
    const page = await openLab(WHOLE)
    const layers = await page.evaluate(async () => {
      lab.painter.destroy()
      lab.map.fire('style.load')
      await lab.idle()
      return lab.map.getLayersOrder()
    })
    expect(layers).toEqual(['background', 'above-ground', 'above-fronts'])
  })
})
