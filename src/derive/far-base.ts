/**
 * The base map of the light map's first picture: all layers that are seen of the whole country in one file, with only
 * the points and properties that show there. Runs when building; whoever looks closer is given the usual files.
 */
import type { Feature, FeatureCollection, Position } from 'geojson'
import { simplifyFlat } from '../geometry/simplify.ts'
import { baseSources, groundLayers, overlayLayers } from '../map/basemap.ts'
import { LABEL_SOURCES, labelLayers } from '../map/label-layers.ts'
import type { Overlay } from '../map/overlays/contract.ts'
import { PALETTES } from '../map/palette.ts'

/** How far a line may leave its course, and steps of coordinates, degrees. */
interface Grain {
  tolerance: number
  step: number
}
/** A pixel of the whole country. */
const HOME: Grain = { tolerance: 0.008, step: 0.005 }
/** Land at the edge of the page, where nothing is compared with it. */
const AROUND: Grain = { tolerance: 0.04, step: 0.02 }

/**
 * @param read gives a file that sources are drawn from; `coarse/` and so on
 * @param languages that names are written in
 * @returns source → its features
 */
export function farBase(
  read: (file: string) => FeatureCollection,
  languages: readonly string[],
  overlays: readonly Overlay[],
): Record<string, FeatureCollection> {
  const { light } = PALETTES
  const drawn = propertiesOf([...groundLayers(light), ...overlayLayers(light, overlays)])
  const named = propertiesOf(languages.map((first) => labelLayers(light, { first, second: null })))
  const slim = (properties: Feature['properties'], kept: ReadonlySet<string>) =>
    Object.fromEntries(Object.entries(properties ?? {}).filter(([name]) => kept.has(name)))
  const sources = Object.entries(baseSources('', overlays)).flatMap(([name, source]) =>
    'data' in source && typeof source.data === 'string' ? [[name, source.data] as const] : [],
  )
  const layers = sources.map(([name, file]): [string, FeatureCollection] => [
    name,
    {
      type: 'FeatureCollection',
      features: read(file).features.map(({ type, properties, geometry }) => ({
        type,
        properties: slim(properties, drawn),
        geometry: {
          ...geometry,
          coordinates: lighter(
            (geometry as { coordinates: Nested }).coordinates,
            name === 'surroundings' ? AROUND : HOME,
          ),
        } as never,
      })),
    },
  ])
  return {
    ...Object.fromEntries(layers),
    [LABEL_SOURCES.major]: {
      type: 'FeatureCollection',
      features: read('labels-major.json').features.map((feature) => ({
        ...feature,
        properties: slim(feature.properties, named),
      })),
    },
  }
}

/** @returns all that layers of a style ask of features */
function propertiesOf(layers: unknown): Set<string> {
  const names = new Set<string>()
  const visit = (value: unknown) => {
    if (Array.isArray(value)) {
      if ((value[0] === 'get' || value[0] === 'has') && typeof value[1] === 'string') names.add(value[1])
      value.forEach(visit)
    } else if (value !== null && typeof value === 'object') Object.values(value).forEach(visit)
  }
  visit(layers)
  return names
}

type Nested = Position | Nested[]

/** Lines with fewer points; what closes stays closed. Points alone stay where they are, and an empty layer is empty. */
function lighter(coordinates: Nested, grain: Grain): Nested {
  if (coordinates.length === 0 || typeof coordinates[0] === 'number') return coordinates
  if (typeof (coordinates[0] as Nested)[0] !== 'number')
    return (coordinates as Nested[]).map((part) => lighter(part, grain))
  const line = simplifyFlat(Float64Array.from((coordinates as Position[]).flat()), grain.tolerance)
  const light: Position[] = []
  for (let i = 0; i < line.length; i += 2) {
    const point = [rounded(line[i], grain), rounded(line[i + 1], grain)]
    const last = light.at(-1)
    // Both ends stay, whatever falls together between them.
    if (i < line.length - 2 && last && last[0] === point[0] && last[1] === point[1]) continue
    light.push(point)
  }
  return light
}

const rounded = (degrees: number, { step }: Grain) =>
  Math.round(Math.round(degrees / step) * step * 1000) / 1000
