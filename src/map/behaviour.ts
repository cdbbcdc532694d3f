/** How a map behaves under the hand, whichever painter draws it. */

/** Zoom levels, the world being 512 · 2^zoom CSS pixels wide. */
export const ZOOM = { least: 4.4, most: 13 } as const
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

type Box = readonly [west: number, south: number, east: number, north: number]

/**
 * @param bbox of the conflict, degrees
 * @returns what can be seen at all; farthest in the south, where the sheets of a phone lie when the whole of it is shown
 */
export function seenAround([west, south, east, north]: Box): [number, number, number, number] {
  return [west - 10, south - 9, east + 10, north + 6.5]
}

/** @returns true for readers who asked for less motion */
export const reducedMotion = (): boolean => matchMedia('(prefers-reduced-motion: reduce)').matches
