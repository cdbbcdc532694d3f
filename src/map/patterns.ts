/**
 * Patterns for ground, as signed distance fields: the renderer gives them the colour of each face, so one image
 * serves every pair of factions. Drawn by arithmetic, therefore seamless and the same everywhere.
 */
import { HATCHING } from './hatching.ts'
import { PATTERN, type Pattern } from './looks.ts'

/** Edge of the shape in MapLibre's distance fields, and how much a pixel of distance counts, both of 0–1. */
const EDGE = 192 / 256
const PER_PIXEL = 1 / 8

/** Pixels of the image for each CSS pixel. */
export const PATTERN_RATIO = 2

export const PATTERN_IMAGE: Record<Exclude<Pattern, 0>, string> = {
  [PATTERN.contested]: 'hatch-contested',
  [PATTERN.passing]: 'hatch-passing',
  [PATTERN.lines]: 'texture-lines',
  [PATTERN.dots]: 'texture-dots',
}

export interface PatternImage {
  width: number
  height: number
  data: Uint8ClampedArray
}

/** @returns the images by name; sizes in image pixels */
export function patternImages(): Map<string, PatternImage> {
  const { contested, passing, lines, dots } = HATCHING
  const stripes = (at: number, { period, width }: { period: number; width: number }) =>
    band(at, period * PATTERN_RATIO, width * PATTERN_RATIO)
  const tile = (size: number, distance: (x: number, y: number) => number) =>
    field(size * PATTERN_RATIO, distance)
  return new Map([
    [
      PATTERN_IMAGE[PATTERN.contested],
      tile(contested.period, (x, y) => stripes(x + y, contested) / Math.SQRT2),
    ],
    [PATTERN_IMAGE[PATTERN.passing], tile(passing.period, (x, y) => stripes(x - y, passing) / Math.SQRT2)],
    [PATTERN_IMAGE[PATTERN.lines], tile(lines.period, (_x, y) => stripes(y, lines))],
    [
      PATTERN_IMAGE[PATTERN.dots],
      tile(dots.size, (x, y) => inDots(x, y, dots.size * PATTERN_RATIO, dots.radius * PATTERN_RATIO)),
    ],
  ])
}

/** @returns signed distance, positive inside, to a band of `width` that repeats every `period` */
export function band(at: number, period: number, width: number): number {
  const offset = (((at + period / 2) % period) + period) % period
  return width / 2 - Math.abs(offset - period / 2)
}

function inDots(x: number, y: number, size: number, radius: number): number {
  const toDot = (cx: number, cy: number) => {
    const dx = Math.abs(x - cx)
    const dy = Math.abs(y - cy)
    return radius - Math.hypot(Math.min(dx, size - dx), Math.min(dy, size - dy))
  }
  return Math.max(toDot(size / 4, size / 4), toDot((size * 3) / 4, (size * 3) / 4))
}

/** @returns a tile of `size` pixels; `distance` is signed, pixels, positive inside the shape */
export function field(size: number, distance: (x: number, y: number) => number): PatternImage {
  const data = new Uint8ClampedArray(size * size * 4)
  for (let y = 0; y < size; y++) {
    for (let x = 0; x < size; x++) {
      data[(y * size + x) * 4 + 3] = 255 * (EDGE + distance(x + 0.5, y + 0.5) * PER_PIXEL)
    }
  }
  return { width: size, height: size, data }
}
