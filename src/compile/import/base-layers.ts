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
const EMPTY = ['borders', 'sea', 'lakes', 'rivers', 'places']

export interface Region {
  iso: string
  name: string
}
export type Regions = FeatureCollection<Polygon | MultiPolygon, Region>

/** @param bbox degrees: west, south, east, north
 * @returns the countries in it and round it */
export function countriesIn([west, south, east, north]: readonly number[]): Regions {
  const frame: [number, number, number, number] = [
    Math.max(-180, west - MARGIN),
    Math.max(-85, south - MARGIN),
    Math.min(180, east + MARGIN),
    Math.min(85, north + MARGIN),
  ]
  const features = allCountries().flatMap((country): Regions['features'] => {
    const geometry = bboxClip(country, frame).geometry as Polygon | MultiPolygon
    const all: Position[][][] = geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.coordinates
    const coordinates = all.filter((rings) => rings[0]?.length > 3).map(rounded)
    if (coordinates.length === 0) return []
    const { name } = country.properties
    const properties = { iso: name, name }
    return [{ type: 'Feature', properties, geometry: { type: 'MultiPolygon', coordinates } }]
  })
  return { type: 'FeatureCollection', features }
}

type Country = Feature<Polygon | MultiPolygon, { name: string }>
let world: Country[] | null = null

/** All countries of the world; reading them takes longer than a small import. */
function allCountries(): Country[] {
  if (world) return world
  const file = createRequire(import.meta.url).resolve('world-atlas/countries-10m.json')
  const topology = JSON.parse(readFileSync(file, 'utf8')) as Topology
  const { features } = feature(topology, topology.objects.countries as GeometryCollection<{ name: string }>)
  world = features as Country[]
  return world
}

/** @returns texts by path */
export function baseLayers(countries: Regions): [path: string, text: string][] {
  const texts = (collection: FeatureCollection) => `${JSON.stringify(collection)}\n`
  return [
    ['base/countries.geojson', texts(countries)],
    ['base/admin1.geojson', texts(countries)],
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
