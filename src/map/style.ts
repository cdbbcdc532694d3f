/** The style that a map begins with, and how language and theme change it later. */
import type { Map as MapLibreMap, StyleSpecification } from 'maplibre-gl'
import type { Language } from '../chronicle/conflict.ts'
import { baseSources, groundLayers, overlayLayers } from './basemap.ts'
import { fontFaces } from './fonts.ts'
import { LABEL_SOURCES, labelLayers } from './label-layers.ts'
import { PALETTES, type Theme } from './palette.ts'

export function style(data: string, theme: Theme, language: Language): StyleSpecification {
  const c = PALETTES[theme]
  return {
    version: 8,
    'font-faces': fontFaces,
    sources: {
      ...baseSources(data),
      [LABEL_SOURCES.major]: { type: 'geojson', data: `${data}labels-major.json`, maxzoom: 10 },
      [LABEL_SOURCES.minor]: { type: 'geojson', data: { type: 'FeatureCollection', features: [] } },
    },
    layers: [...groundLayers(c), ...overlayLayers(c), ...labelLayers(c, language)],
  } as StyleSpecification
}

/** Writes all labels anew in the other order of scripts. */
export function relabel(map: MapLibreMap, theme: Theme, language: Language) {
  for (const layer of labelLayers(PALETTES[theme], language)) {
    for (const [name, value] of Object.entries(layer.layout ?? {})) {
      if (/^text-(field|transform|letter-spacing)$/.test(name)) {
        map.setLayoutProperty(layer.id, name as 'text-field', value)
      }
    }
  }
}

/** Gives every layer of the base map the colours of a theme. */
export function recolour(map: MapLibreMap, theme: Theme, language: Language) {
  const c = PALETTES[theme]
  for (const layer of [...groundLayers(c), ...overlayLayers(c), ...labelLayers(c, language)]) {
    for (const [name, value] of Object.entries(layer.paint ?? {})) {
      if (/color$/.test(name)) map.setPaintProperty(layer.id, name as 'fill-color', value as string)
    }
  }
}
