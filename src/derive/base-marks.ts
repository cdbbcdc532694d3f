/** Marks on the base layers that spare the map from knowing which country it shows. */
import type { FeatureCollection } from 'geojson'
import type { ConflictFile } from '../compile/read/model.ts'

/** What a boundary is for the mapped country: its border, a ceasefire line on its ground, or a border of others. */
export type BorderKind = 'home' | 'ceasefire' | 'abroad'

/** @returns the countries, with `home: 1` on those that the claims are about */
export function markedCountries(
  countries: FeatureCollection,
  { home = [] }: ConflictFile,
): FeatureCollection {
  const own = new Set<unknown>(home.map(({ iso3 }) => iso3))
  return withProperties(countries, ({ iso }) => (own.has(iso) ? { home: 1 } : {}))
}

/** @returns the boundaries, each with its `kind`; `pair` names the two countries, as in `AAA-BBB` */
export function markedBorders(
  borders: FeatureCollection,
  { home = [], ceasefire = [] }: ConflictFile,
): FeatureCollection {
  const kindOf = (pair: string): BorderKind => {
    if (ceasefire.includes(pair)) return 'ceasefire'
    return home.some(({ iso3 }) => pair.split('-').includes(iso3)) ? 'home' : 'abroad'
  }
  return withProperties(borders, ({ pair }) => ({ kind: kindOf(String(pair)) }))
}

function withProperties(
  layer: FeatureCollection,
  added: (properties: Record<string, unknown>) => object,
): FeatureCollection {
  const features = layer.features.map((feature) => ({
    ...feature,
    properties: { ...feature.properties, ...added(feature.properties ?? {}) },
  }))
  return { ...layer, features }
}
