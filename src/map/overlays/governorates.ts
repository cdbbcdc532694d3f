/** Borders of governorates inside the mapped country: thin dashes, so that no front is taken for one. */
import type { Palette } from '../palette.ts'
import type { OverlayLayer } from './contract.ts'

/** @param id of the overlay: its source, and its only layer */
export function governorateLayers(id: string, c: Palette): OverlayLayer[] {
  return [
    {
      id,
      type: 'line',
      source: id,
      paint: {
        'line-color': c.admin,
        'line-opacity': 0.34,
        'line-width': ['interpolate', ['linear'], ['zoom'], 5, 0.5, 9, 1.1],
        'line-dasharray': [5, 3],
      },
    },
  ]
}
