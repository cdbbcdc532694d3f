/** Sizes that change with the zoom: as a number for painters of ours, as an expression for the style. */
import type { ExpressionSpecification } from 'maplibre-gl'

/** Ascending by zoom; straight between two stops, constant before the first and after the last. */
export type ZoomStops = readonly (readonly [zoom: number, value: number])[]

export function valueAt(stops: ZoomStops, zoom: number): number {
  const after = stops.findIndex(([at]) => zoom < at)
  if (after === 0) return stops[0][1]
  if (after < 0) return stops[stops.length - 1][1]
  const [[from, a], [to, b]] = [stops[after - 1], stops[after]]
  return a + ((zoom - from) / (to - from)) * (b - a)
}

/** @returns the same for a property of a style */
export function byZoom(stops: ZoomStops): ExpressionSpecification {
  return ['interpolate', ['linear'], ['zoom'], ...stops.flat()] as unknown as ExpressionSpecification
}
