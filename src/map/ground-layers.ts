/** Layers of the feature-state painter. State of a face: `c` fill, `p` pattern, `h` its colour; of an arc: `f`. */
import type { FeatureCollection } from 'geojson'
import type {
  ExpressionSpecification,
  FillLayerSpecification,
  GeoJSONSource,
  LineLayerSpecification,
  Map as MapLibreMap,
} from 'maplibre-gl'
import { QUIET_OPACITY, WIDTH_STOPS } from './line-widths.ts'
import { LINE, type PATTERN } from './looks.ts'
import type { Palette } from './palette.ts'
import { PATTERN_IMAGE } from './patterns.ts'
import { byZoom } from './zoom-stops.ts'

export const FACES = 'faces'
export const FRONTS = 'fronts'

/** Gives a source, where it is there, other features: what was said of those before by number is forgotten. */
export function refill(map: MapLibreMap, source: typeof FACES | typeof FRONTS, features: FeatureCollection) {
  const there = map.getSource<GeoJSONSource>(source)
  if (!there) return
  map.removeFeatureState({ source })
  there.setData(features)
}

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
        'line-width': byZoom(WIDTH_STOPS.quiet),
        'line-opacity': shownWhen('f', LINE.quiet, QUIET_OPACITY),
      },
    },
    {
      id: 'fronts-casing',
      type: 'line',
      source: FRONTS,
      layout,
      paint: {
        'line-color': c.frontCasing,
        'line-width': byZoom(WIDTH_STOPS.casing),
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
        'line-width': byZoom(WIDTH_STOPS.front),
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
      paint: {
        'line-color': c.front,
        'line-width': byZoom(WIDTH_STOPS.front),
        'line-opacity': shownWhen('f', LINE.front),
      },
    },
  ]
}
