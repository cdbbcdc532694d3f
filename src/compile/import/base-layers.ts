/**
 * A base map for an imported conflict: countries of Natural Earth 10m (through world-atlas, public domain) round the
 * imported ground. Layers of which nothing is known at hand are written empty, so that an editor finds their names.
 */
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { bboxClip } from '@turf/turf'
import type { Feature, FeatureCollection, MultiPolygon, Polygon, Position } from 'geojson'
import { feature } from 'topojson-client'
import type { GeometryCollection, Topology } from 'topojson-specification'

/** Degrees round the imported ground that the base map covers. */
const MARGIN = 2
const EMPTY = [
  'borders',
  'admin1',
  'admin1_lines',
  'golan_ne',
  'sea',
  'lakes',
  'rivers',
  'roads_schematic',
  'places',
]

/** @param bbox degrees: west, south, east, north
 * @returns texts by path */
export function baseLayers([west, south, east, north]: readonly number[]): [path: string, text: string][] {
  const file = createRequire(import.meta.url).resolve('world-atlas/countries-10m.json')
  const world = JSON.parse(readFileSync(file, 'utf8')) as Topology
  const countries = world.objects.countries as GeometryCollection<{ name: string }>
  const frame: [number, number, number, number] = [
    Math.max(-180, west - MARGIN),
    Math.max(-85, south - MARGIN),
    Math.min(180, east + MARGIN),
    Math.min(85, north + MARGIN),
  ]
  const features = feature(world, countries).features.flatMap((country): Feature[] => {
    const geometry = bboxClip(country as Feature<Polygon | MultiPolygon>, frame).geometry as
      | Polygon
      | MultiPolygon
    const all: Position[][][] = geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.coordinates
    const coordinates = all.filter((rings) => rings[0]?.length > 3).map(rounded)
    if (coordinates.length === 0) return []
    const { name } = country.properties
    return [
      {
        type: 'Feature',
        properties: { iso: String(country.id ?? ''), name, name_ar: '' },
        geometry: { type: 'MultiPolygon', coordinates },
      },
    ]
  })
  const texts = (collection: FeatureCollection) => `${JSON.stringify(collection)}\n`
  return [
    ['base/countries.geojson', texts({ type: 'FeatureCollection', features })],
    ...EMPTY.map((name): [string, string] => [
      `base/${name}.geojson`,
      texts({ type: 'FeatureCollection', features: [] }),
    ]),
  ]
}

function rounded<T>(value: T): T {
  if (typeof value === 'number') return (Math.round(value * 1000) / 1000) as T
  return (value as unknown as unknown[]).map(rounded) as T
}
