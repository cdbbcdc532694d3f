/**
 * Layers of a map style as SVG. The still painter draws the base map from the very style that the interactive map
 * has, so nothing about its looks is written twice. Its expressions are evaluated by
 * expressions.ts. Fill, line and background layers are drawn here; for symbols see labels.ts.
 */
import type { LayerSpecification } from '@maplibre/maplibre-gl-style-spec'
import type { Feature, FeatureCollection, Geometry, Position } from 'geojson'
import { hexOf } from '../map/colour.ts'
import type { Overlay } from '../map/overlays/contract.ts'
import { baseOverlays, OVERLAYS } from '../map/overlays/registry.ts'
import type { View } from './camera.ts'
import { compiled, type Evaluated } from './expressions.ts'
import { isSeen, pathOf, trace } from './path.ts'
import { round } from './typesetter.ts'

/** GeoJSON by the name of the source that a layer draws from. */
export type Sources = Readonly<Record<string, FeatureCollection | undefined>>

/** A layer with its expressions parsed; made once for a style. */
export interface ReadyLayer {
  id: string
  type: string
  source: string
  minzoom: number
  maxzoom: number
  shows(zoom: number, feature: Evaluated): boolean
  /** @returns the value of a paint or layout property, `undefined` when the style does not give it */
  value<T>(property: string, zoom: number, feature?: Evaluated): T
}

/** @throws Error when a layer of the style holds an expression that pictures do not know */
export function readyLayer(layer: LayerSpecification): ReadyLayer {
  const { filter, paint, layout } = layer as Partial<Record<'filter' | 'paint' | 'layout', object>>
  const shows = filter ? compiled(filter) : () => true
  const values = new Map(
    Object.entries({ ...paint, ...layout }).map(([property, value]) => [property, compiled(value)]),
  )
  return {
    id: layer.id,
    type: layer.type,
    source: 'source' in layer ? String(layer.source) : '',
    minzoom: layer.minzoom ?? 0,
    maxzoom: layer.maxzoom ?? 24,
    shows: (zoom, feature) => shows(zoom, feature) === true,
    value: (property, zoom, feature) => values.get(property)?.(zoom, feature) as never,
  }
}

/**
 * @param layers ids of what is switched on
 * @returns false for a layer of an overlay that is off; the source of an overlay is called like its switch
 */
export function isSwitchedOn(
  { source }: ReadyLayer,
  layers: ReadonlySet<string>,
  overlays: readonly Overlay[] = OVERLAYS,
): boolean {
  return !baseOverlays(overlays).some(({ id }) => id === source) || layers.has(source)
}

export function isAtZoom({ minzoom, maxzoom }: ReadyLayer, zoom: number): boolean {
  return zoom >= minzoom && zoom < maxzoom
}

/**
 * @param colour `#rrggbb`, `rgb(…)` or `rgba(…)`
 * @returns the colour as CSS, and its opacity apart, which SVG wants so
 */
export function cssOf(colour: string): { css: string; opacity: number } {
  if (colour.startsWith('#')) return { css: colour, opacity: 1 }
  const [r, g, b, opacity = 1] = (colour.match(/[\d.]+/g) ?? []).map(Number)
  return { css: hexOf([r, g, b]), opacity }
}

/** Draws one layer. @returns SVG, empty when nothing of it is in view */
export function drawLayer(layer: ReadyLayer, sources: Sources, view: View): string {
  const { zoom } = view
  if (!isAtZoom(layer, zoom)) return ''
  if (layer.type === 'background') {
    const { css } = cssOf(layer.value('background-color', zoom))
    return `<rect width="${view.width}" height="${view.height}" fill="${css}"/>`
  }
  if (layer.type !== 'fill' && layer.type !== 'line') return ''
  // Features that look the same share one element: smaller, and a see-through line does not cover itself twice.
  const byLook = new Map<string, string>()
  for (const feature of sources[layer.source]?.features ?? []) {
    const evaluated = evaluatedOf(feature)
    if (!evaluated || !layer.shows(zoom, evaluated)) continue
    if (layer.type === 'line' && view.grain.tolerance > 0 && isFaint(layer, zoom, evaluated)) continue
    const d = pathsOf(feature.geometry, layer.type === 'fill', view)
    if (!d) continue
    const look = layer.type === 'fill' ? fillLook(layer, zoom, evaluated) : lineLook(layer, zoom, evaluated)
    byLook.set(look, (byLook.get(look) ?? '') + d)
  }
  return [...byLook].map(([look, d]) => `<path ${look} d="${d}"/>`).join('')
}

export function evaluatedOf({ geometry, properties }: Feature): Evaluated | null {
  if (!geometry) return null
  const type = geometry.type.replace('Multi', '') as Evaluated['type']
  return { type, properties: properties ?? {} }
}

function fillLook(layer: ReadyLayer, zoom: number, feature: Evaluated): string {
  const { css, opacity } = cssOf(layer.value('fill-color', zoom, feature))
  const outline = layer.value<string | undefined>('fill-outline-color', zoom, feature)
  const edge = outline ? ` stroke="${cssOf(outline).css}" stroke-width="1"` : ''
  return `fill="${css}" fill-rule="evenodd"${share('fill-opacity', opacity * Number(layer.value('fill-opacity', zoom, feature) ?? 1))}${edge}`
}

/** Thin and see-through: pictures of few points go without. */
function isFaint(layer: ReadyLayer, zoom: number, feature: Evaluated): boolean {
  const value = (property: string) => Number(layer.value(property, zoom, feature) ?? 1)
  return value('line-width') * value('line-opacity') < 0.7
}

function lineLook(layer: ReadyLayer, zoom: number, feature: Evaluated): string {
  const { css, opacity } = cssOf(layer.value('line-color', zoom, feature))
  const width = Number(layer.value('line-width', zoom, feature) ?? 1)
  const dashes = layer.value<number[] | undefined>('line-dasharray', zoom, feature)
  const [cap, join] = [layer.value('line-cap', zoom, feature), layer.value('line-join', zoom, feature)]
  return [
    `fill="none" stroke="${css}" stroke-width="${round(width)}"`,
    share('stroke-opacity', opacity * Number(layer.value('line-opacity', zoom, feature) ?? 1)),
    // Dashes of a style are counted in widths of the line.
    dashes ? ` stroke-dasharray="${dashes.map((part) => round(part * width)).join(' ')}"` : '',
    cap === 'round' ? ' stroke-linecap="round"' : '',
    join === 'round' ? ' stroke-linejoin="round"' : '',
  ].join('')
}

const share = (name: string, value: number) => (value < 1 ? ` ${name}="${round(value)}"` : '')

function pathsOf(geometry: Geometry, closed: boolean, view: View): string {
  return linesOf(geometry)
    .map((line) => {
      const pen = trace(line.length, (i) => line[i] as [number, number], view)
      return isSeen(pen, view) ? pathOf(pen, closed, view.grain) : ''
    })
    .join('')
}

function linesOf(geometry: Geometry): Position[][] {
  switch (geometry.type) {
    case 'LineString':
      return [geometry.coordinates]
    case 'MultiLineString':
    case 'Polygon':
      return geometry.coordinates
    case 'MultiPolygon':
      return geometry.coordinates.flat()
    default:
      return []
  }
}
