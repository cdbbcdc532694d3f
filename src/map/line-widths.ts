/** Widths of the lines on painted ground, for every painter. */

/** CSS pixels. `emphasis`: around ground that a panel speaks of; `lit`: around ground that just changed. */
export interface LineWidths {
  front: number
  casing: number
  quiet: number
  emphasis: number
  lit: number
}

/** Widths by zoom: a little less when the whole country is in view. */
const STOPS: Record<keyof LineWidths, readonly (readonly [zoom: number, width: number])[]> = {
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
  const at = (name: keyof LineWidths) => widthAt(zoom, STOPS[name])
  return {
    front: at('front'),
    casing: at('casing'),
    quiet: at('quiet'),
    emphasis: at('emphasis'),
    lit: at('lit'),
  }
}

function widthAt(zoom: number, stops: readonly (readonly [number, number])[]): number {
  const after = stops.findIndex(([at]) => at > zoom)
  if (after === 0) return stops[0][1]
  if (after < 0) return stops[stops.length - 1][1]
  const [[from, a], [to, b]] = [stops[after - 1], stops[after]]
  return a + ((b - a) * (zoom - from)) / (to - from)
}
