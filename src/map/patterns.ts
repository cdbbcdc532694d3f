/**
 * Patterns for ground, as signed distance fields: the renderer gives them the colour of each face, so one image
 * serves every pair of factions. Drawn by arithmetic, therefore seamless and the same everywhere.
 */
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
  return new Map([
    // Contested: equal bands of both holders.
    [PATTERN_IMAGE[PATTERN.contested], field(32, (x, y) => band(x + y, 32, 16) / Math.SQRT2)],
    // Passing: thin broken strokes, leaning the other way.
    [
      PATTERN_IMAGE[PATTERN.passing],
      field(32, (x, y) => Math.min(band(x - y, 16, 6) / Math.SQRT2, band(x + y, 32, 20) / Math.SQRT2)),
    ],
    [PATTERN_IMAGE[PATTERN.lines], field(12, (_x, y) => band(y, 12, 3.2))],
    [PATTERN_IMAGE[PATTERN.dots], field(20, (x, y) => dots(x, y, 20, 2.8))],
  ])
}

/** @returns signed distance, positive inside, to a band of `width` that repeats every `period` */
export function band(at: number, period: number, width: number): number {
  const offset = (((at + period / 2) % period) + period) % period
  return width / 2 - Math.abs(offset - period / 2)
}

/** Two dots a tile, set like the five of a die without its middle. */
function dots(x: number, y: number, size: number, radius: number): number {
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
