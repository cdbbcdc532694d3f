/** Reads off the screen whose colour lies at points of the map. */
import type { Page } from 'playwright-core'
import { PNG } from 'pngjs'
import { over, type Rgb, rgbOf } from '../../src/map/colour.ts'
import { FILL_OPACITY, PALETTES } from '../../src/map/palette.ts'
import { screenOf } from './harness.ts'

/** Half the side of the square whose most frequent colour counts, CSS pixels: labels and fronts lie on top. */
const REACH = 5
/** Two colours further apart, in units of 0–255, are not the same ground. */
const SAME = 24

/**
 * @param colours of factions, CSS hex
 * @param points degrees, lon then lat
 * @returns index of the faction whose colour is most frequent around each point; -1: nobody's
 */
export async function holdersOnScreen(
  page: Page,
  colours: readonly string[],
  points: readonly (readonly [number, number])[],
): Promise<number[]> {
  // What lies on top of the map is in the way of the ruler, not of the map.
  await page.evaluate(() => {
    // Not as an element: the policy of the page allows no style sheet that it does not know.
    const sheet = new CSSStyleSheet()
    sheet.replaceSync('.page > :not(.map, .compare-stage) { visibility: hidden }')
    document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet]
  })
  const grounds = colours.map((colour) => rgbOf(over(colour, PALETTES.light.paper, FILL_OPACITY)))
  const nearest = (rgb: Rgb) =>
    grounds.findIndex((ground) => Math.hypot(...ground.map((part, i) => part - rgb[i])) <= SAME)
  const { width, data } = PNG.sync.read(await page.screenshot({ scale: 'css' }))
  return Promise.all(
    points.map(async (point) => {
      const { x, y } = await screenOf(page, point)
      const counts = new Map<number, number>()
      for (let dy = -REACH; dy <= REACH; dy++)
        for (let dx = -REACH; dx <= REACH; dx++) {
          const at = 4 * ((Math.round(y) + dy) * width + Math.round(x) + dx)
          const holder = nearest([data[at], data[at + 1], data[at + 2]])
          counts.set(holder, (counts.get(holder) ?? 0) + 1)
        }
      return [...counts].sort((a, b) => b[1] - a[1])[0][0]
    }),
  )
}
