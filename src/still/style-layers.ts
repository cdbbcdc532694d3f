/**
 * Layers of a map style as SVG. The still painter draws the base map from the very style that the interactive map
 * has, so nothing about its looks is written twice. Expressions are evaluated by the style specification's own
 * package. Fill, line and background layers are drawn here; for symbols see labels.ts.
 */
import {
  type Color,
  featureFilter,
  type LayerSpecification,
  latest,
  normalizePropertyExpression,
  type StylePropertyExpression,
  type StylePropertySpecification,
} from '@maplibre/maplibre-gl-style-spec'
import type { Feature, FeatureCollection, Geometry, Position } from 'geojson'

import type { View } from './camera.ts'
import { isSeen, pathOf, trace } from './path.ts'
import { round } from './typesetter.ts'

/** GeoJSON by the name of the source that a layer draws from. */
export type Sources = Readonly<Record<string, FeatureCollection | undefined>>

/** What expressions may ask of a feature. */
export interface Evaluated {
  type: 'Point' | 'LineString' | 'Polygon'
  properties: Record<string, unknown>
}

/** A layer with its expressions parsed; made once for a style. */
export interface ReadyLayer {
  id: string
  type: string
  source: string
  minzoom: number
  maxzoom: number
  shows(zoom: number, feature: Evaluated): boolean
  /** @returns the value of a paint or layout property, or its default */
  value<T>(property: string, zoom: number, feature?: Evaluated): T
}

/** @throws Error when a layer of the style holds an expression that does not parse */
export function readyLayer(layer: LayerSpecification): ReadyLayer {
  const { filter } = layer as { filter?: unknown }
  const shows = featureFilter(filter as never, `layers.${layer.id}.filter`)
  const values = new Map<string, StylePropertyExpression>()
  for (const group of ['paint', 'layout'] as const) {
    const specifications = (latest as unknown as Record<string, Record<string, StylePropertySpecification>>)[
      `${group}_${layer.type}`
    ]
    const given = (layer as unknown as Record<string, Record<string, unknown> | undefined>)[group] ?? {}
    for (const [property, spec] of Object.entries(specifications ?? {})) {
      const value = given[property] ?? (spec as { default?: unknown }).default
      if (value === undefined) continue
      const key = `layers.${layer.id}.${group}.${property}`
      values.set(property, normalizePropertyExpression(value as never, key, spec) as StylePropertyExpression)
    }
  }
  return {
    id: layer.id,
    type: layer.type,
    source: 'source' in layer ? String(layer.source) : '',
    minzoom: layer.minzoom ?? 0,
    maxzoom: layer.maxzoom ?? 24,
    shows: (zoom, feature) => shows.filter({ zoom } as never, feature as never),
    value: (property, zoom, feature) =>
      values.get(property)?.evaluate({ zoom } as never, feature as never) as never,
  }
}

export function isAtZoom({ minzoom, maxzoom }: ReadyLayer, zoom: number): boolean {
  return zoom >= minzoom && zoom < maxzoom
}

/** @returns a colour of the style as CSS, and its opacity apart, which SVG wants so */
export function cssOf(colour: Color | string): { css: string; opacity: number } {
  if (typeof colour === 'string') return { css: colour, opacity: 1 }
  const { r, g, b, a } = colour
  // Colours of expressions are premultiplied.
  const part = (value: number) => Math.round((a > 0 ? value / a : 0) * 255)
  return { css: `#${[r, g, b].map((v) => part(v).toString(16).padStart(2, '0')).join('')}`, opacity: a }
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
  const outline = layer.value<Color | undefined>('fill-outline-color', zoom, feature)
  const edge = outline && cssOf(outline).opacity > 0 ? ` stroke="${cssOf(outline).css}" stroke-width="1"` : ''
  return `fill="${css}" fill-rule="evenodd"${share('fill-opacity', opacity * Number(layer.value('fill-opacity', zoom, feature) ?? 1))}${edge}`
}

function lineLook(layer: ReadyLayer, zoom: number, feature: Evaluated): string {
  const { css, opacity } = cssOf(layer.value('line-color', zoom, feature))
  const width = Number(layer.value('line-width', zoom, feature) ?? 1)
  const dashes = layer.value<number[] | { from: number[] } | undefined>('line-dasharray', zoom, feature)
  const array = Array.isArray(dashes) ? dashes : dashes?.from
  const [cap, join] = [layer.value('line-cap', zoom, feature), layer.value('line-join', zoom, feature)]
  return [
    `fill="none" stroke="${css}" stroke-width="${round(width)}"`,
    share('stroke-opacity', opacity * Number(layer.value('line-opacity', zoom, feature) ?? 1)),
    // Dashes of a style are counted in widths of the line.
    array ? ` stroke-dasharray="${array.map((part) => round(part * width)).join(' ')}"` : '',
    cap === 'round' ? ' stroke-linecap="round"' : '',
    join === 'round' ? ' stroke-linejoin="round"' : '',
  ].join('')
}

const share = (name: string, value: number) => (value < 1 ? ` ${name}="${round(value)}"` : '')

function pathsOf(geometry: Geometry, closed: boolean, view: View): string {
  return linesOf(geometry)
    .map((line) => {
      const pen = trace(line.length, (i) => line[i] as [number, number], view)
      return isSeen(pen, view) ? pathOf(pen, closed) : ''
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
