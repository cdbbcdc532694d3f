/**
 * The base map: land, water, borders, and the overlays among them. Layers come in two stacks, one under and one over
 * the painted ground, so that rivers and borders stay readable on colour.
 */
import type { GeoJSONSourceSpecification, LayerSpecification, SourceSpecification } from 'maplibre-gl'
import type { BaseOverlay, Overlay } from './overlays/contract.ts'
import { baseOverlays, OVERLAYS } from './overlays/registry.ts'
import type { Palette } from './palette.ts'

/** From this zoom on the simplified lines of the first picture would show as such. */
export const FINE_ZOOM = 7.5

/** Sources that come in two grains: `coarse/` for the first picture, `base/` for a closer look. */
const GRAINED: Record<string, string> = {
  countries: 'countries.geojson',
  borders: 'borders.geojson',
  parts: 'parts.geojson',
  lakes: 'lakes.geojson',
  rivers: 'rivers.geojson',
}

/** @param data address of the data folder, ending in a slash */
export function baseSources(
  data: string,
  overlays: readonly Overlay[] = OVERLAYS,
): Record<string, SourceSpecification> {
  const shown = (data: GeoJSONSourceSpecification['data']): SourceSpecification => ({
    type: 'geojson',
    data,
    maxzoom: 12,
    tolerance: 0.375,
    buffer: 16,
  })
  const source = (file: string) => shown(data + file)
  return {
    surroundings: source('surroundings.json'),
    ...Object.fromEntries(Object.entries(GRAINED).map(([name, file]) => [name, source(`coarse/${file}`)])),
    ...Object.fromEntries(
      baseOverlays(overlays).map(({ id, file, fromAfar }) => [
        id,
        fromAfar === 'coarse' ? source(`coarse/${file}`) : shown({ type: 'FeatureCollection', features: [] }),
      ]),
    ),
  }
}

/** @returns source → address of what it shows from FINE_ZOOM on */
export function fineSources(data: string, overlays: readonly Overlay[] = OVERLAYS): Record<string, string> {
  const files = [
    ...Object.entries(GRAINED),
    ...baseOverlays(overlays).map(({ id, file }) => [id, file] as const),
  ]
  return Object.fromEntries(files.map(([name, file]) => [name, `${data}base/${file}`]))
}

/** Everything under the painted ground. */
export function groundLayers(c: Palette): LayerSpecification[] {
  return [
    { id: 'background', type: 'background', paint: { 'background-color': c.water } },
    // Land covers the inner half of this line, and all of it where two countries or the frame meet.
    { id: 'shore', type: 'line', source: 'countries', paint: { 'line-color': c.shore, 'line-width': 1.8 } },
    {
      id: 'surrounding-land',
      type: 'fill',
      source: 'surroundings',
      filter: ['==', ['get', 'kind'], 'land'],
      paint: { 'fill-color': c.abroad },
    },
    {
      id: 'surrounding-lines',
      type: 'line',
      source: 'surroundings',
      filter: ['!=', ['get', 'kind'], 'land'],
      paint: { 'line-color': ['match', ['get', 'kind'], 'coast', c.shore, c.borderQuiet], 'line-width': 0.9 },
    },
    { id: 'abroad', type: 'fill', source: 'countries', paint: { 'fill-color': c.abroad } },
    {
      id: 'home',
      type: 'fill',
      source: 'countries',
      filter: ['==', ['get', 'home'], 1],
      paint: { 'fill-color': c.paper },
    },
    { id: 'home-parts', type: 'fill', source: 'parts', paint: { 'fill-color': c.paper } },
  ]
}

/** Everything over the painted ground and under the fronts. */
export function overlayLayers(c: Palette, overlays: readonly Overlay[] = OVERLAYS): LayerSpecification[] {
  const round = { 'line-cap': 'round', 'line-join': 'round' } as const
  const stack = (wanted: BaseOverlay['stack']) =>
    baseOverlays(overlays).flatMap(({ id, stack, layers }) => (stack === wanted ? layers(id, c) : []))
  return [
    ...stack('under-water'),
    {
      id: 'rivers',
      type: 'line',
      source: 'rivers',
      layout: round,
      paint: {
        'line-color': c.river,
        // Close by the large ones are wider than a front with its casing, which often follows them: water is seen on both sides.
        'line-width': [
          'interpolate',
          ['linear'],
          ['zoom'],
          5,
          ['match', ['get', 'rank'], 1, 1.1, 2, 0.5, 0.25],
          6.5,
          ['match', ['get', 'rank'], 1, 1.8, 2, 0.9, 0.5],
          8,
          ['match', ['get', 'rank'], 1, 8, 2, 2, 0.7],
          12,
          ['match', ['get', 'rank'], 1, 15, 2, 6, 2],
        ],
        'line-opacity': ['match', ['get', 'rank'], 1, 0.95, 2, 0.8, 0.65],
      },
    },
    {
      id: 'salt-flats',
      type: 'fill',
      source: 'lakes',
      filter: ['==', ['get', 'kind'], 'sabkha'],
      paint: { 'fill-color': c.salt, 'fill-opacity': 0.55 },
    },
    {
      id: 'lakes',
      type: 'fill',
      source: 'lakes',
      filter: ['!=', ['get', 'kind'], 'sabkha'],
      paint: { 'fill-color': c.water, 'fill-outline-color': c.river },
    },
    ...stack('over-water'),
    {
      id: 'borders',
      type: 'line',
      source: 'borders',
      filter: ['==', ['get', 'kind'], 'home'],
      layout: round,
      paint: { 'line-color': c.border, 'line-width': ['interpolate', ['linear'], ['zoom'], 5, 1.1, 9, 1.8] },
    },
    {
      id: 'borders-abroad',
      type: 'line',
      source: 'borders',
      filter: ['==', ['get', 'kind'], 'abroad'],
      layout: round,
      paint: { 'line-color': c.borderQuiet, 'line-width': 0.9 },
    },
    {
      id: 'ceasefire-line',
      type: 'line',
      source: 'borders',
      filter: ['==', ['get', 'kind'], 'ceasefire'],
      paint: {
        'line-color': c.ceasefire,
        'line-width': ['interpolate', ['linear'], ['zoom'], 5, 1, 9, 1.6],
        'line-dasharray': [3, 2],
      },
    },
    {
      id: 'home-parts-outline',
      type: 'line',
      source: 'parts',
      paint: {
        'line-color': c.ceasefire,
        'line-opacity': 0.75,
        'line-width': ['interpolate', ['linear'], ['zoom'], 5, 0.7, 9, 1.2],
        'line-dasharray': [1.5, 2],
      },
    },
  ]
}
