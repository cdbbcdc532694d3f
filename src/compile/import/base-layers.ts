/**
 * A base map for an imported conflict: countries of Natural Earth 10m (through world-atlas, public domain) round the
 * imported ground. Layers of which nothing is known at hand are written empty, so that an editor finds their names.
 */
import { bboxClip } from '@turf/turf'
import type { Feature, FeatureCollection, MultiPolygon, Polygon, Position } from 'geojson'
import { feature } from 'topojson-client'
import type { GeometryCollection, Topology } from 'topojson-specification'
import { roundedDeep } from '../../geometry/rounded.ts'

/** Degrees round the imported ground that the base map covers. */
const MARGIN = 2
const EMPTY = ['borders', 'sea', 'lakes', 'rivers', 'places']

export interface Region {
  iso: string
  name: string
}
export type Regions = FeatureCollection<Polygon | MultiPolygon, Region>

/**
 * @param bbox degrees: west, south, east, north; past the 180th meridian longitudes are counted on
 * @param world TopoJSON of world-atlas (`countries-10m.json`)
 * @returns the countries in it and round it
 */
export function countriesIn([west, south, east, north]: readonly number[], world: Topology): Regions {
  const frame: [number, number, number, number] = [
    west - MARGIN,
    Math.max(-85, south - MARGIN),
    east + MARGIN,
    Math.min(85, north + MARGIN),
  ]
  const turns = [-360, 0, 360].filter((turn) => frame[0] < turn + 180 && frame[2] > turn - 180)
  const features = countriesOf(world).flatMap((country): Regions['features'] => {
    const all = turns.flatMap((turn) => clipped(country, frame, turn))
    const coordinates = all.filter((rings) => rings[0]?.length > 3).map((rings) => roundedDeep(rings, 3))
    if (coordinates.length === 0) return []
    const { name } = country.properties
    const properties = { iso: name, name }
    return [{ type: 'Feature', properties, geometry: { type: 'MultiPolygon', coordinates } }]
  })
  return { type: 'FeatureCollection', features }
}

/** Polygons of a country inside a frame that may lie a whole turn beside the usual longitudes (degrees). */
function clipped(country: Country, frame: [number, number, number, number], turn: number): Position[][][] {
  const [west, south, east, north] = frame
  const { geometry } = bboxClip(country, [west - turn, south, east - turn, north])
  const all = (geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.coordinates) as Position[][][]
  return turn === 0
    ? all
    : all.map((rings) => rings.map((ring) => ring.map(([lon, lat]) => [lon + turn, lat])))
}

type Country = Feature<Polygon | MultiPolygon, { name: string }>

function countriesOf(world: Topology): Country[] {
  const { features } = feature(world, world.objects.countries as GeometryCollection<{ name: string }>)
  return features as Country[]
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
