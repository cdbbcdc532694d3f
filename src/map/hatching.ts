/** The shapes of patterns on ground, as numbers that every painter turns into its own kind of drawing; CSS pixels. */

/**
 * - `contested`: bands of x + y, equal ones of both sides: neither lies underneath.
 * - `passing`: the same, thin ones of x − y: leaning the other way.
 * - `lines`: bands of y. `dots`: two a tile, like the five of a die without its middle.
 *
 * `period` and `width` of slanting bands are measured along x (or y), not across the band.
 */
export const HATCHING = {
  contested: { period: 16, width: 8 },
  passing: { period: 8, width: 4 },
  lines: { period: 6, width: 1.6 },
  dots: { size: 10, radius: 1.4 },
} as const

/** Patterns keep their place on the ground; their size is set anew at every half level of zoom. */
const STEPS_PER_LEVEL = 2

/** @returns the zoom at which a pattern is drawn in its own size, near the zoom of the view */
export function patternZoom(zoom: number): number {
  return Math.round(zoom * STEPS_PER_LEVEL) / STEPS_PER_LEVEL
}
