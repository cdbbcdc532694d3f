/** What a frame depends on besides the ground itself: the camera, the theme, the moment. */

import { rgbOf } from '../colour.ts'
import { patternZoom } from '../hatching.ts'
import { type LineWidths, lineWidths, QUIET_OPACITY } from '../line-widths.ts'
import type { Palette } from '../palette.ts'
import { localMatrix, type Origin } from './local-plane.ts'

export interface Camera {
  /** Web Mercator (0–1) to clip space, 4×4 by columns */
  matrix: ArrayLike<number>
  zoom: number
  /** of the middle, degrees */
  latitude: number
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
  half: LineWidths
  /** from the local plane to the plane in which patterns are measured, CSS pixels */
  patternScale: number
  /** pixels of the drawing buffer for one unit of that plane */
  sharpness: number
  /** pixels of the drawing buffer for one metre on the ground, in the middle */
  metre: number
}

/** Width of the whole world at zoom 0, CSS pixels. */
const WORLD = 512
/** Length of the equator, metres. */
const EQUATOR = 40_075_016.686

export function frameOf({ matrix, zoom, latitude, ratio, width, height }: Camera, origin: Origin): Frame {
  const level = patternZoom(zoom)
  const widths = lineWidths(zoom)
  const half = (width: number) => (width * ratio) / 2
  return {
    matrix: localMatrix(matrix, origin),
    zoom,
    width,
    height,
    half: {
      front: half(widths.front),
      casing: half(widths.casing),
      quiet: half(widths.quiet),
      emphasis: half(widths.emphasis),
      lit: half(widths.lit),
    },
    patternScale: WORLD * 2 ** level,
    sharpness: 2 ** (zoom - level) * ratio,
    metre: (WORLD * 2 ** zoom * ratio) / (EQUATOR * Math.cos((latitude * Math.PI) / 180)),
  }
}

/** Red, green, blue, opacity; 0–1 each, not premultiplied. */
export type Rgba = readonly [number, number, number, number]

export interface Tones {
  front: Rgba
  casing: Rgba
  quiet: Rgba
  mark: Rgba
  doubt: Rgba
}

export function tonesOf(palette: Palette): Tones {
  return {
    front: rgbaOf(palette.front),
    casing: rgbaOf(palette.frontCasing),
    quiet: rgbaOf(palette.ceasefire, QUIET_OPACITY),
    mark: rgbaOf(palette.front),
    doubt: rgbaOf(palette.doubt.colour, palette.doubt.opacity),
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
