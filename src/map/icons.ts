/**
 * Marks of positions and towns, as signed distance fields that take the colour of a faction. The outline tells the
 * status (full, hollow, dashed, dotted), the shape tells the kind.
 */

import type { Status } from '../chronicle/positions.ts'
import { PALETTES, type Theme } from './palette.ts'
import type { ZoomStops } from './zoom-stops.ts'

const EDGE = 192 / 256
const PER_PIXEL = 1 / 8
export const ICON_RATIO = 2
const SIZE = 48
/** Radius of a mark, and half the width of a ring's line, image pixels. */
export const RADIUS = 14
export const HALF_LINE = 2.6
/** Dashes of a ring by status: how many, and which share of each is line. */
export const RING_DASHES = { planned: [8, 0.62], inferred: [14, 0.5] } as const
/** Size of marks by zoom. */
export const POSITION_SIZES: ZoomStops = [
  [5, 0.34],
  [7, 0.5],
  [9.5, 0.85],
]
/** Marks have the colours of the data, many of them dark: on dark ground a light edge sets them off. */
export const MARK_HALO: Record<Theme, string> = { light: PALETTES.light.halo, dark: 'rgba(255,250,240,0.78)' }

/** The plate that the number of a road stands on: image, room around the text (top, right, bottom, left) and corners, CSS pixels. */
export const PLATE = { name: 'plate', padding: [1, 4, 1, 4], radius: 3 } as const

export const SHAPES = ['circle', 'square', 'diamond'] as const
export type Shape = (typeof SHAPES)[number]

/** @returns the shape that stands for a kind of position */
export function shapeOf(kind: string): Shape {
  if (kind === 'base' || kind === 'headquarters') return 'square'
  return kind === 'airfield' || kind === 'port' ? 'diamond' : 'circle'
}

export function iconName(status: Status, shape: Shape): string {
  return `position-${status}-${shape}`
}

export interface IconImage {
  width: number
  height: number
  data: Uint8ClampedArray
}

/** @returns every icon by name */
export function icons(): Map<string, IconImage> {
  const all = new Map<string, IconImage>([
    ['dot-city', draw((x, y) => 6.5 - Math.hypot(x, y), 24)],
    ['dot-town', draw((x, y) => 4.6 - Math.hypot(x, y), 20)],
    [
      PLATE.name,
      draw((x, y) => 12 - Math.hypot(Math.max(0, Math.abs(x) - 6), Math.max(0, Math.abs(y) - 6)) - 4, 24),
    ],
  ])
  for (const shape of SHAPES) {
    const inside = DISTANCE[shape]
    const ring = (x: number, y: number) => HALF_LINE - Math.abs(inside(x, y))
    all.set(iconName('active', shape), draw(inside, SIZE))
    all.set(iconName('left', shape), draw(ring, SIZE))
    all.set(
      iconName('planned', shape),
      draw((x, y) => Math.min(ring(x, y), gaps(x, y, ...RING_DASHES.planned)), SIZE),
    )
    all.set(
      iconName('inferred', shape),
      draw((x, y) => Math.min(ring(x, y), gaps(x, y, ...RING_DASHES.inferred)), SIZE),
    )
  }
  return all
}

/** Signed distances from the middle, positive inside. */
const DISTANCE: Record<Shape, (x: number, y: number) => number> = {
  circle: (x, y) => RADIUS - Math.hypot(x, y),
  square: (x, y) => RADIUS * 0.86 - Math.max(Math.abs(x), Math.abs(y)),
  diamond: (x, y) => (RADIUS * 1.22 - Math.abs(x) - Math.abs(y)) / Math.SQRT2,
}

/** @returns distance to the nearest of `count` sectors that are kept, `share` of each being line */
function gaps(x: number, y: number, count: number, share: number): number {
  const sector = (2 * Math.PI) / count
  const angle = (((Math.atan2(y, x) + Math.PI) % sector) + sector) % sector
  return ((sector * share) / 2 - Math.abs(angle - sector / 2)) * Math.hypot(x, y)
}

function draw(distance: (x: number, y: number) => number, size: number): IconImage {
  const data = new Uint8ClampedArray(size * size * 4)
  for (let row = 0; row < size; row++) {
    for (let column = 0; column < size; column++) {
      const d = distance(column + 0.5 - size / 2, row + 0.5 - size / 2)
      data[(row * size + column) * 4 + 3] = 255 * (EDGE + d * PER_PIXEL)
    }
  }
  return { width: size, height: size, data }
}
