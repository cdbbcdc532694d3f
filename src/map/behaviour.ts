/** How a map behaves under the hand, whichever painter draws it. */
import type { Box } from '../chronicle/in-box.ts'
import type { Insets } from './map-contract.ts'
import { latitude, longitude, mercatorX, mercatorY } from './webgl/local-plane.ts'

/** Zoom levels, the world being 512 · 2^zoom CSS pixels wide; `least` gives way where the conflict would not fit, see {@link limitsOf}. */
export const ZOOM = { least: 4.4, most: 13 } as const
const WORLD = 512
/** Closest view that a box is shown at. */
export const CLOSEST_BOX = 11
/** A point that is flown to is seen at least so close. */
export const POINT_ZOOM = 8.5
/** Milliseconds that the view takes on its way. */
export const DURATION = { fly: 900, all: 600, box: 900, zoom: 250, pan: 200 } as const
/** Milliseconds in which a label comes and goes. */
export const LABEL_FADE = 150
/** How far from a mark a pointer still means it, CSS pixels. */
export const HIT_RADIUS = { mouse: 10, touch: 22 } as const
/** Likewise of an event, beyond the edge of its mark. */
export const EVENT_HIT = 2

interface Limits {
  minZoom: number
  /** what can be seen at all, degrees */
  maxBounds: [west: number, south: number, east: number, north: number]
}

/**
 * How far away and how far aside a view may be: so that the surroundings are land and sea everywhere, and as far as the
 * whole conflict needs where little of the map is free.
 * @param bbox of the conflict, degrees
 * @param size of the map, CSS pixels
 * @param insets what panels cover of it
 */
export function limitsOf(
  [west, south, east, north]: Box,
  { width, height }: { width: number; height: number },
  { top, right, bottom, left }: Insets,
): Limits {
  // Farthest in the south, where the sheets of a phone lie when the whole of it is shown.
  const maxBounds: Limits['maxBounds'] = [west - 10, south - 9, east + 10, north + 6.5]
  const [x0, x1, y0, y1] = [mercatorX(west), mercatorX(east), mercatorY(north), mercatorY(south)]
  const scale = Math.min(
    Math.max(16, width - left - right) / (x1 - x0),
    Math.max(16, height - top - bottom) / (y1 - y0),
  )
  // What is seen then, under the panels too.
  const x = (x0 + x1 - width / scale) / 2 + (right - left) / 2 / scale
  const y = (y0 + y1 - height / scale) / 2 + (bottom - top) / 2 / scale
  return {
    minZoom: Math.min(ZOOM.least, Math.log2(scale / WORLD)),
    maxBounds: [
      Math.min(maxBounds[0], longitude(x)),
      Math.min(maxBounds[1], latitude(y + height / scale)),
      Math.max(maxBounds[2], longitude(x + width / scale)),
      Math.max(maxBounds[3], latitude(y)),
    ],
  }
}

/** @returns true for readers who asked for less motion */
export const reducedMotion = (): boolean => matchMedia('(prefers-reduced-motion: reduce)').matches
