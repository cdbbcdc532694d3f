/** The base map of pictures: the layers of the interactive map's style, and the files that they draw from. */
import { baseSources, FINE_ZOOM, fineSources, groundLayers, overlayLayers } from '../map/basemap.ts'
import {
  LABEL_SOURCES,
  type LabelLanguages,
  labelLayers,
  MINOR_LOADED_FROM,
  majorLabelsFile,
} from '../map/label-layers.ts'
import { PALETTES, type Theme } from '../map/palette.ts'
import type { StillStyle } from './still.ts'
import { readyLayer } from './style-layers.ts'

const styles = new Map<string, StillStyle>()

/** @returns the style of a theme and the languages of the labels; its expressions are parsed once */
export function stillStyle(theme: Theme, languages: LabelLanguages): StillStyle {
  const key = `${theme} ${languages.first} ${languages.second}`
  let style = styles.get(key)
  if (!style) {
    const palette = PALETTES[theme]
    style = {
      ground: groundLayers(palette).map(readyLayer),
      overlay: overlayLayers(palette).map(readyLayer),
      labels: labelLayers(palette, languages).map(readyLayer),
      languages,
    }
    styles.set(key, style)
  }
  return style
}

/**
 * @param written languages that everything of the atlas is written in
 * @returns source → file of the atlas's data that it shows at a zoom, as the interactive map would have it
 */
export function stillFiles(
  zoom: number,
  language: string,
  written: readonly string[],
): Record<string, string> {
  const light = Object.entries(baseSources('')).flatMap(([name, source]) =>
    'data' in source && typeof source.data === 'string' ? [[name, source.data] as const] : [],
  )
  return {
    ...Object.fromEntries(light),
    ...(zoom >= FINE_ZOOM ? fineSources('') : {}),
    [LABEL_SOURCES.major]: majorLabelsFile(language, written),
    ...(zoom >= MINOR_LOADED_FROM ? { [LABEL_SOURCES.minor]: 'labels-minor.json' } : {}),
  }
}
