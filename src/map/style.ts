/** The style that a map begins with, and how language and theme change it later. */
import type { Map as MapLibreMap, StyleSpecification } from 'maplibre-gl'
import { baseSources, groundLayers, overlayLayers } from './basemap.ts'
import { fontFaces } from './fonts.ts'
import { LABEL_SOURCES, type LabelLanguages, labelLayers } from './label-layers.ts'
import { PALETTES, type Theme } from './palette.ts'

/**
 * @param data address of the folder with the data of the atlas
 * @param towns name of its file with the labels of towns
 */
export function style(
  data: string,
  theme: Theme,
  languages: LabelLanguages,
  towns: string,
): StyleSpecification {
  const c = PALETTES[theme]
  return {
    version: 8,
    'font-faces': fontFaces,
    sources: {
      ...baseSources(data),
      [LABEL_SOURCES.major]: { type: 'geojson', data: `${data}${towns}`, maxzoom: 10 },
      [LABEL_SOURCES.minor]: { type: 'geojson', data: { type: 'FeatureCollection', features: [] } },
    },
    layers: [...groundLayers(c), ...overlayLayers(c), ...labelLayers(c, languages)],
  } as StyleSpecification
}

/** Writes all labels anew in other languages. */
export function relabel(map: MapLibreMap, theme: Theme, languages: LabelLanguages) {
  for (const layer of labelLayers(PALETTES[theme], languages)) {
    for (const [name, value] of Object.entries(layer.layout ?? {})) {
      if (/^text-(field|transform)$/.test(name)) {
        map.setLayoutProperty(layer.id, name as 'text-field', value)
      }
    }
  }
}

/** Gives every layer of the base map the colours of a theme. */
export function recolour(map: MapLibreMap, theme: Theme, languages: LabelLanguages) {
  const c = PALETTES[theme]
  for (const layer of [...groundLayers(c), ...overlayLayers(c), ...labelLayers(c, languages)]) {
    for (const [name, value] of Object.entries(layer.paint ?? {})) {
      if (/color$/.test(name)) map.setPaintProperty(layer.id, name as 'fill-color', value as string)
    }
  }
}
