/** How streets of a vector archive are drawn. */
import type { ExpressionSpecification, FilterSpecification, LineLayerSpecification } from 'maplibre-gl'
import type { Palette } from '../palette.ts'

/** Layer and kinds of the basemap schema of Protomaps, https://docs.protomaps.com/basemaps/layers. */
const SOURCE_LAYER = 'roads'
const KINDS = [
  { kind: 'minor_road', from: 11, widths: [0.4, 1.6] },
  { kind: 'major_road', from: 8, widths: [0.5, 2.6] },
  { kind: 'highway', from: 6, widths: [0.7, 3.4] },
] as const
/** Closest zoom, at which the larger width is reached. */
const CLOSE = 13

type StreetLayer = LineLayerSpecification & { source: string; paint: { 'line-color': string } }

/** @param source of the tiles @returns the layers, the widest road on top */
export function streetLayers(source: string, { road, roadCasing }: Palette): StreetLayer[] {
  return KINDS.flatMap(({ kind, from, widths: [far, close] }) => {
    const filter: FilterSpecification = ['==', ['get', 'kind'], kind]
    const width = (more: number): ExpressionSpecification => {
      return ['interpolate', ['linear'], ['zoom'], from, far + more, CLOSE, close + more]
    }
    const line = {
      type: 'line' as const,
      source,
      'source-layer': SOURCE_LAYER,
      minzoom: from,
      filter,
      layout: { 'line-cap': 'round' as const, 'line-join': 'round' as const },
    }
    return [
      {
        ...line,
        id: `${source}-${kind}-casing`,
        paint: { 'line-color': roadCasing, 'line-opacity': 0.4, 'line-width': width(0.9) },
      },
      {
        ...line,
        id: `${source}-${kind}`,
        paint: { 'line-color': road, 'line-opacity': 0.75, 'line-width': width(0) },
      },
    ]
  })
}
