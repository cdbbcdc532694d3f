/** Widths of the lines on painted ground, for every painter. */
import { valueAt, type ZoomStops } from './zoom-stops.ts'

/** CSS pixels. `emphasis`: around ground that a panel speaks of; `lit`: around ground that just changed. */
export interface LineWidths {
  front: number
  casing: number
  quiet: number
  emphasis: number
  lit: number
}

/** Widths by zoom: a little less when the whole country is in view. */
export const WIDTH_STOPS: Record<keyof LineWidths, ZoomStops> = {
  front: [
    [5, 1.6],
    [7, 2.1],
    [10, 2.6],
  ],
  casing: [
    [5, 3.4],
    [7, 4.6],
    [10, 5.6],
  ],
  quiet: [
    [5, 0.7],
    [10, 1.6],
  ],
  emphasis: [
    [5, 1.4],
    [10, 2.2],
  ],
  lit: [
    [5, 4.5],
    [10, 8],
  ],
}

/** Dashes of inferred fronts: stroke and period, CSS pixels. Every arc gets a whole number, half a stroke at either end. */
export const DASH = { stroke: 5.5, period: 9.5 } as const
/** How strongly a quiet line covers what is under it. */
export const QUIET_OPACITY = 0.85

export function lineWidths(zoom: number): LineWidths {
  const at = (name: keyof LineWidths) => valueAt(WIDTH_STOPS[name], zoom)
  return {
    front: at('front'),
    casing: at('casing'),
    quiet: at('quiet'),
    emphasis: at('emphasis'),
    lit: at('lit'),
  }
}
