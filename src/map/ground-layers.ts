/** Layers of the feature-state painter. State of a face: `c` fill, `p` pattern, `h` its colour; of an arc: `f`. */
import type { ExpressionSpecification, FillLayerSpecification, LineLayerSpecification } from 'maplibre-gl'
import { BAND, QUIET_OPACITY, WIDTH_STOPS } from './line-widths.ts'
import { LINE, type PATTERN } from './looks.ts'
import type { Palette } from './palette.ts'
import { PATTERN_IMAGE } from './patterns.ts'
import { byZoom } from './zoom-stops.ts'

export const FACES = 'faces'
export const FRONTS = 'fronts'

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

/** Metres of one pixel halve with every zoom. */
function bandWidth(share: number): ExpressionSpecification {
  const pixels = (zoom: number): ExpressionSpecification => ['*', ['get', 'band'], share * 2 ** zoom]
  return ['interpolate', ['exponential', 2], ['zoom'], BAND.zoom, pixels(BAND.zoom), 16, pixels(16)]
}

export function frontLayers(c: Palette): LineLayerSpecification[] {
  const layout = { 'line-cap': 'round', 'line-join': 'round' } as const
  const evidence: ExpressionSpecification = ['!', ['get', 'inferred']]
  const isBand: ExpressionSpecification = ['>', ['get', 'band'], 0]
  const asLine: ExpressionSpecification = [
    'step',
    ['zoom'],
    shownWhen('f', LINE.front),
    BAND.zoom,
    ['case', isBand, 0, shownWhen('f', LINE.front)],
  ]
  return [
    {
      id: 'edge-quiet',
      type: 'line',
      source: FRONTS,
      layout,
      paint: {
        'line-color': c.ceasefire,
        'line-width': byZoom(WIDTH_STOPS.quiet),
        'line-opacity': shownWhen('f', LINE.quiet, QUIET_OPACITY),
      },
    },
    ...BAND.shares.map(
      (share, i): LineLayerSpecification => ({
        id: `fronts-band-${i}`,
        type: 'line',
        source: FRONTS,
        filter: isBand,
        minzoom: BAND.zoom,
        layout,
        paint: {
          'line-color': c.frontCasing,
          'line-width': bandWidth(share),
          'line-opacity': shownWhen('f', LINE.front, BAND.opacity),
        },
      }),
    ),
    {
      id: 'fronts-casing',
      type: 'line',
      source: FRONTS,
      layout,
      paint: {
        'line-color': c.frontCasing,
        'line-width': byZoom(WIDTH_STOPS.casing),
        'line-opacity': asLine,
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
        'line-width': byZoom(WIDTH_STOPS.front),
        'line-dasharray': [2.6, 1.9],
        'line-opacity': asLine,
      },
    },
    {
      id: 'fronts',
      type: 'line',
      source: FRONTS,
      filter: evidence,
      layout,
      paint: {
        'line-color': c.front,
        'line-width': byZoom(WIDTH_STOPS.front),
        'line-opacity': shownWhen('f', LINE.front),
      },
    },
  ]
}
