/** Reads colours off the map and tells whose they are. */
import type { Page } from 'playwright-core'
import { PNG } from 'pngjs'
import { expect } from 'vitest'
import { over, type Rgb, rgbOf } from '../../src/map/colour.ts'
import { FILL_OPACITY, PALETTES, type Theme } from '../../src/map/palette.ts'
import { frozen } from '../fixtures/frozen.ts'
import { screenOf } from './harness.ts'

const factions: { id: string; colour: string; role: string }[] = frozen('factions.json')

/** Half the side of the square that is read around a point, and the distance between the pixels taken, CSS pixels. */
const REACH = 24
const STRIDE = 3
/** Two colours further apart than this, in units of 0–255, are not the same ground. */
const SAME = 24

/** Ground without any faction's colour. */
export const NOBODY = 'nobody'

/** @returns the opaque colour of a faction's ground, as the legend shows it */
export function groundColours(theme: Theme): [id: string, rgb: Rgb][] {
  const { paper } = PALETTES[theme]
  const ground = factions.filter(({ role }) => role === 'ground')
  return [
    [NOBODY, rgbOf(paper)],
    ...ground.map(({ id, colour }): [string, Rgb] => [id, rgbOf(over(colour, paper, FILL_OPACITY))]),
  ]
}

/** @returns the faction with that colour of ground, or `null` when it is none's (a line, a letter, water) */
export function nearestFaction(rgb: Rgb, theme: Theme = 'light'): string | null {
  const distance = (other: Rgb) => Math.hypot(...rgb.map((part, i) => part - other[i]))
  const [id, colour] = groundColours(theme).sort((a, b) => distance(a[1]) - distance(b[1]))[0]
  return distance(colour) <= SAME ? id : null
}

/**
 * @param lon degrees
 * @param lat degrees
 * @returns colours on screen around a point, in a grid; labels and lines lie on top, so one pixel tells little
 */
export async function coloursAt(page: Page, lon: number, lat: number): Promise<Rgb[]> {
  const { x, y } = await screenOf(page, [lon, lat])
  const clip = { x: Math.round(x) - REACH, y: Math.round(y) - REACH, width: 2 * REACH, height: 2 * REACH }
  const { width, data } = PNG.sync.read(await page.screenshot({ clip, scale: 'css' }))
  const colours: Rgb[] = []
  for (let row = 0; row < clip.height; row += STRIDE) {
    for (let column = 0; column < clip.width; column += STRIDE) {
      const at = 4 * (row * width + column)
      colours.push([data[at], data[at + 1], data[at + 2]])
    }
  }
  return colours
}

/** @returns the most frequent colour around a point */
export async function colourAt(page: Page, lon: number, lat: number): Promise<Rgb> {
  const counts = new Map<string, number>()
  for (const rgb of await coloursAt(page, lon, lat)) counts.set(rgb.join(), (counts.get(rgb.join()) ?? 0) + 1)
  const [most] = [...counts].sort((a, b) => b[1] - a[1])[0]
  return most.split(',').map(Number) as unknown as Rgb
}

/** Waits until the ground around a point has the colour of a faction (or of {@link NOBODY}). */
export async function expectGround(
  page: Page,
  [lon, lat]: readonly [number, number],
  faction: string,
  theme?: Theme,
) {
  await expect
    .poll(async () => nearestFaction(await colourAt(page, lon, lat), theme), {
      timeout: 20_000,
      interval: 200,
    })
    .toBe(faction)
}
