/** Layers of the feature-state painter. State of a face: `c` fill, `p` pattern, `h` its colour; of an arc: `f`. */
import type { ExpressionSpecification, FillLayerSpecification, LineLayerSpecification } from 'maplibre-gl'
import { LINE, type PATTERN } from './looks.ts'
import type { Palette } from './palette.ts'
import { PATTERN_IMAGE } from './patterns.ts'

export const FACES = 'faces'
export const FRONTS = 'fronts'

/** Front lines: 2–2.5 CSS pixels, a little less when the whole country is in view. */
const FRONT_WIDTH: ExpressionSpecification = ['interpolate', ['linear'], ['zoom'], 5, 1.6, 7, 2.1, 10, 2.6]
const CASING_WIDTH: ExpressionSpecification = ['interpolate', ['linear'], ['zoom'], 5, 3.4, 7, 4.6, 10, 5.6]

/** @returns 1 where the feature-state has that value, else 0 */
function shownWhen(key: string, value: number, opacity = 1): ExpressionSpecification {
  return ['case', ['==', ['coalesce', ['feature-state', key], 0], value], opacity, 0]
}

function stateColour(key: string, fallback: string): ExpressionSpecification {
  return ['to-color', ['coalesce', ['feature-state', key], fallback]]
}

export function groundFillLayers(c: Palette): FillLayerSpecification[] {
  const patterned = Object.entries(PATTERN_IMAGE).map(
    ([pattern, image]): FillLayerSpecification => ({
      id: `ground-pattern-${pattern}`,
      type: 'fill',
      source: FACES,
      filter: ['==', ['get', `p${pattern}`], true],
      paint: {
        'fill-pattern': image,
        'fill-color': stateColour('h', c.paper),
        'fill-opacity': shownWhen('p', Number(pattern) as (typeof PATTERN)[keyof typeof PATTERN]),
      },
    }),
  )
  return [
    {
      id: 'ground',
      type: 'fill',
      source: FACES,
      paint: { 'fill-color': stateColour('c', c.paper) },
    },
    ...patterned,
    {
      id: 'ground-lit',
      type: 'fill',
      source: FACES,
      paint: {
        'fill-color': 'rgba(255,255,255,0)',
        'fill-opacity': ['case', ['boolean', ['feature-state', 'l'], false], 1, 0],
        'fill-antialias': false,
      },
    },
    {
      id: 'ground-emphasis',
      type: 'fill',
      source: FACES,
      paint: {
        'fill-color': c.front,
        'fill-opacity': ['case', ['boolean', ['feature-state', 'e'], false], 0.2, 0],
        'fill-antialias': false,
      },
    },
  ]
}

export function frontLayers(c: Palette): LineLayerSpecification[] {
  const layout = { 'line-cap': 'round', 'line-join': 'round' } as const
  const evidence: ExpressionSpecification = ['!', ['get', 'inferred']]
  return [
    {
      id: 'edge-quiet',
      type: 'line',
      source: FRONTS,
      layout,
      paint: {
        'line-color': c.ceasefire,
        'line-width': ['interpolate', ['linear'], ['zoom'], 5, 0.7, 10, 1.6],
        'line-opacity': shownWhen('f', LINE.quiet, 0.85),
      },
    },
    {
      id: 'fronts-casing',
      type: 'line',
      source: FRONTS,
      layout,
      paint: {
        'line-color': c.frontCasing,
        'line-width': CASING_WIDTH,
        'line-opacity': shownWhen('f', LINE.front),
      },
    },
    {
      id: 'fronts-inferred',
      type: 'line',
      source: FRONTS,
      filter: ['get', 'inferred'],
      layout: { 'line-cap': 'butt', 'line-join': 'round' },
      paint: {
        'line-color': c.front,
        'line-width': FRONT_WIDTH,
        'line-dasharray': [2.6, 1.9],
        'line-opacity': shownWhen('f', LINE.front),
      },
    },
    {
      id: 'fronts',
      type: 'line',
      source: FRONTS,
      filter: evidence,
      layout,
      paint: { 'line-color': c.front, 'line-width': FRONT_WIDTH, 'line-opacity': shownWhen('f', LINE.front) },
    },
  ]
}
