/** What a frame depends on besides the ground itself: the camera, the theme, the moment. */

import { rgbOf } from '../colour.ts'
import type { Palette } from '../palette.ts'
import { localMatrix, type Origin } from './local-plane.ts'

export interface Camera {
  /** Web Mercator (0–1) to clip space, 4×4 by columns */
  matrix: ArrayLike<number>
  zoom: number
  /** pixels of the drawing buffer for one CSS pixel */
  ratio: number
  /** of the drawing buffer, pixels */
  width: number
  height: number
}

export interface Frame {
  matrix: Float32Array
  zoom: number
  width: number
  height: number
  /** half the widths of lines, pixels of the drawing buffer */
  half: { front: number; casing: number; quiet: number; emphasis: number; lit: number }
  /** from the local plane to the plane in which patterns are measured, CSS pixels */
  patternScale: number
  /** pixels of the drawing buffer for one unit of that plane */
  sharpness: number
}

/** Width of the whole world at zoom 0, CSS pixels. */
const WORLD = 512
/** Patterns keep their place on the ground; their size is set anew at every half level of zoom. */
const STEPS_PER_LEVEL = 2

export function frameOf({ matrix, zoom, ratio, width, height }: Camera, origin: Origin): Frame {
  const patternZoom = Math.round(zoom * STEPS_PER_LEVEL) / STEPS_PER_LEVEL
  const half = (stops: readonly [number, number][]) => (widthAt(zoom, stops) * ratio) / 2
  return {
    matrix: localMatrix(matrix, origin),
    zoom,
    width,
    height,
    half: {
      front: half(FRONT),
      casing: half(CASING),
      quiet: half(QUIET),
      emphasis: half(EMPHASIS),
      lit: half(LIT),
    },
    patternScale: WORLD * 2 ** patternZoom,
    sharpness: 2 ** (zoom - patternZoom) * ratio,
  }
}

/** Widths of lines, CSS pixels, by zoom: a little less when the whole country is in view. */
const FRONT: [number, number][] = [
  [5, 1.6],
  [7, 2.1],
  [10, 2.6],
]
const CASING: [number, number][] = [
  [5, 3.4],
  [7, 4.6],
  [10, 5.6],
]
const QUIET: [number, number][] = [
  [5, 0.7],
  [10, 1.6],
]
const EMPHASIS: [number, number][] = [
  [5, 1.4],
  [10, 2.2],
]
const LIT: [number, number][] = [
  [5, 4.5],
  [10, 8],
]

function widthAt(zoom: number, stops: readonly [number, number][]): number {
  const after = stops.findIndex(([at]) => at > zoom)
  if (after === 0) return stops[0][1]
  if (after < 0) return stops[stops.length - 1][1]
  const [[from, a], [to, b]] = [stops[after - 1], stops[after]]
  return a + ((b - a) * (zoom - from)) / (to - from)
}

/** Red, green, blue, opacity; 0–1 each, not premultiplied. */
export type Rgba = readonly [number, number, number, number]

export interface Tones {
  front: Rgba
  casing: Rgba
  quiet: Rgba
  mark: Rgba
}

export function tonesOf(palette: Palette): Tones {
  return {
    front: rgbaOf(palette.front),
    casing: rgbaOf(palette.frontCasing),
    quiet: rgbaOf(palette.ceasefire, 0.85),
    mark: rgbaOf(palette.front),
  }
}

/** @param css `#rrggbb` or `rgba(r,g,b,a)` */
export function rgbaOf(css: string, opacity = 1): Rgba {
  if (css.startsWith('#')) {
    const [r, g, b] = rgbOf(css).map((part) => part / 255)
    return [r, g, b, opacity]
  }
  const parts = css.match(/[\d.]+/g)?.map(Number) ?? []
  if (parts.length < 3) throw new RangeError(`expected a colour, got "${css}"`)
  return [parts[0] / 255, parts[1] / 255, parts[2] / 255, (parts[3] ?? 1) * opacity]
}
