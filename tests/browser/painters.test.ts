/**
 * The two painters side by side: the same ground in the same colours, whoever draws it. Both draw without base map and
 * names; what lies close to a line or on the edge of a stroke of hatching is left out, since edges are smoothed in two
 * ways. Hatched ground is that of two, wherever a stroke of it falls.
 */
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { PNG } from 'pngjs'
import { expect, it } from 'vitest'
import { periodAt } from '../../src/chronicle/history.ts'
import { type Rgb, rgbOf } from '../../src/map/colour.ts'
import { type Look, lookOf } from '../../src/map/looks.ts'
import { PALETTES, type Theme } from '../../src/map/palette.ts'
import { openRaster } from '../../src/still/raster.ts'
import { drawStill } from '../../src/still/still.ts'
import { atlas, looks } from '../map/webgl/world.ts'
import { data, options } from '../still/scene.ts'
import { COUNTRY, givePainterPage, HEIGHT, openLab, spotsIn, type View, WIDTH } from './painter-lab.ts'

givePainterPage()

interface Sight extends View {
  /** days after the first */
  day: number
  theme?: Theme
  hidden?: string[]
}

const at = (lon: number, lat: number, zoom: number, day: number, more: Partial<Sight> = {}): Sight => ({
  ...{ lon, lat, zoom, day },
  ...more,
})
const country = (day: number, more: Partial<Sight> = {}): Sight => ({ ...COUNTRY, day, ...more })

/** The whole country, regions, towns; early, middle, late; both themes; factions switched off. */
const SIGHTS: Sight[] = [
  country(0),
  country(4, { theme: 'dark' }),
  country(9),
  country(12, { hidden: ['HTS'] }),
  country(17),
  country(107, { theme: 'dark', hidden: ['SDF', 'SNA'] }),
  country(399),
  at(36.7, 35.8, 7.5, 3),
  at(36.7, 35.4, 8, 8, { theme: 'dark' }),
  at(37.9, 36.4, 8.5, 10),
  at(36.3, 33.2, 8, 11, { hidden: ['SAA'] }),
  at(35.9, 33.0, 10, 40),
  at(36.6, 32.7, 9, 231, { theme: 'dark' }),
  at(38.2, 36.3, 10, 60),
  at(40.1, 35.3, 7.5, 12),
  at(36.8, 36.2, 11, 5),
  at(37.2, 36.6, 9, 4, { hidden: ['SNA', 'HTS'] }),
  at(39.9, 36.7, 7, 100),
  at(37.1, 35.9, 8.3, 6, { theme: 'dark' }),
  at(36.1, 35.1, 9.3, 101),
]
/** The still is drawn larger, and the middle of each pixel looked at: the program that turns it into pixels blurs patterns. */
const LARGER = 3
/** Looked at in each view, and least distance from every edge of a face, pixels. */
const SPOTS = 200
const MARGIN = 6
/** Share of the ground's pixels that both painters give to the same faction. */
const SAME = 0.99
/** Channels may differ by this much on their way through the graphics card. */
const ROUNDING = 3

it('of the ground agree on at least 99 of 100 pixels, in twenty views', { timeout: 300_000 }, async () => {
  const page = await openLab(COUNTRY)
  const wasm = readFileSync(createRequire(import.meta.url).resolve('@resvg/resvg-wasm/index_bg.wasm'))
  const raster = await openRaster(async () => wasm)
  for (const sight of SIGHTS) {
    const { lon, lat, zoom, theme = 'light', hidden = [] } = sight
    const day = atlas.start + sight.day
    const visible = atlas.factions.flatMap((id, index) => (hidden.includes(id) ? [] : [index]))
    const spots = spotsIn(sight, SPOTS, MARGIN)
    const drawn = await page.evaluate(
      async ({ lon, lat, zoom, theme, day, visible, pixels }) => {
        const { map, painter } = lab
        map.jumpTo({ center: [lon, lat], zoom })
        painter.setTheme(theme)
        painter.setVisibleFactions(new Set(visible))
        painter.setDay(day)
        await lab.idle()
        return await lab.read(pixels)
      },
      { lon, lat, zoom, theme, day, visible, pixels: spots.map(({ pixel }) => pixel) },
    )
    const { shown } = options()
    const factions = new Set(visible.map((index) => atlas.factions[index]))
    const svg = drawStill(
      data,
      options({ camera: { lon, lat, zoom }, day, theme, shown: { ...shown, factions } }),
    )
    const still = PNG.sync.read(Buffer.from(raster.png(svg, WIDTH * LARGER)))
    expect([still.width, still.height]).toEqual([WIDTH * LARGER, HEIGHT * LARGER])
    const lookAt = (face: number) =>
      lookOf(periodAt(atlas.faces[face].history, day), looks, new Set(visible), PALETTES[theme].paper)
    const grounds = groundsIn(theme, new Set(visible))
    const clear = spots
      .map((spot, i) => ({ ...spot, seen: drawn[i] }))
      .filter(({ face, seen }) => isClear(seen, lookAt(face)))
    expect(clear.length).toBeGreaterThan(SPOTS / 2)
    const differing = clear.flatMap(({ face, seen, pixel: [x, y] }) => {
      const middle = (at: number) => LARGER * at + (LARGER >> 1)
      const p = 4 * (middle(y) * still.width + middle(x))
      const other: Rgb = [still.data[p], still.data[p + 1], still.data[p + 2]]
      const both = [nearest(seen, grounds), nearest(other, grounds)]
      const { fill, stroke } = lookAt(face)
      const holders = [fill, stroke].map((hex) => nearest(rgbOf(hex), grounds))
      const isBetween = other.every((part, i) => {
        const [a, b] = [rgbOf(fill)[i], rgbOf(stroke)[i]]
        return part >= Math.min(a, b) - ROUNDING && part <= Math.max(a, b) + ROUNDING
      })
      return both[0] === both[1] || (holders.includes(both[0]) && (holders.includes(both[1]) || isBetween))
        ? []
        : [`face ${face} at ${x} ${y}: ${seen} and ${other}`]
    })
    const message = `day ${sight.day} at ${lon} ${lat}, zoom ${zoom}, ${theme}\n${differing.join('\n')}`
    expect(1 - differing.length / clear.length, message).toBeGreaterThanOrEqual(SAME)
  }
})

/** @returns the colours that ground can have; that of a faction and those of its texture are one */
function groundsIn(theme: Theme, visible: ReadonlySet<number>): { of: number; rgb: Rgb }[] {
  const { paper } = PALETTES[theme]
  return looks.flatMap((_, holder) => {
    const look = lookOf({ start: 0, holder, other: -1, state: 0 }, looks, visible, paper)
    const of = visible.has(holder) ? holder : -1
    return [look.fill, look.stroke].map((hex) => ({ of, rgb: rgbOf(hex) }))
  })
}

/** @returns false where the colour is on its way from ground to stroke */
function isClear(rgb: Rgb, { fill, stroke }: Look): boolean {
  return [fill, stroke].some((hex) => rgbOf(hex).every((part, i) => Math.abs(part - rgb[i]) <= ROUNDING))
}

function nearest(rgb: Rgb, grounds: readonly { of: number; rgb: Rgb }[]): number {
  let [best, of] = [Number.POSITIVE_INFINITY, -1]
  for (const ground of grounds) {
    const distance = Math.hypot(...ground.rgb.map((part, i) => part - rgb[i]))
    if (distance < best) [best, of] = [distance, ground.of]
  }
  return of
}
