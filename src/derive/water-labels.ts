/** Names of lakes and rivers, as points among the labels. */
import type { Feature, FeatureCollection, MultiPolygon, Polygon, Position } from 'geojson'
import { type Text, textIn, textOf } from '../chronicle/text.ts'
import { innermostPoint } from './innermost-point.ts'
import { pointsAlong } from './points-along.ts'

/** Rivers of lower rank than this are not named. */
const LEAST_RIVER = 3

export interface WaterName {
  name: Text
  /** degrees */
  coordinates: Position
  /** 1: a lake; rivers come after them, by their own rank */
  rank: number
  /** of a lake, 0 for rivers */
  km2: number
}

const nameOf = ({ properties }: Feature) => textOf(properties ?? {}, 'name')

/** @returns where named lakes and larger rivers are written; a river again and again along its course */
export function waterNames(lakes: FeatureCollection, rivers: FeatureCollection): WaterName[] {
  const inLakes = lakes.features.flatMap((lake): WaterName[] => {
    const name = nameOf(lake)
    const { kind, km2 = 0 } = lake.properties ?? {}
    // Some are only called what they are.
    if (Object.keys(name).length === 0 || textIn(name).text.toLowerCase() === kind) return []
    const coordinates = innermostPoint(lake.geometry as Polygon | MultiPolygon)
    return [{ name, coordinates, rank: 1, km2: Number(km2) }]
  })
  const alongRivers = pointsAlong(rivers, (river) => {
    const name = nameOf(river)
    const rank = Number(river.properties?.rank)
    return Object.keys(name).length > 0 && rank <= LEAST_RIVER ? { name, rank } : null
  }).map(({ geometry: { coordinates }, properties }): WaterName => {
    return { name: properties?.name, coordinates, rank: properties?.rank + 1, km2: 0 }
  })
  return [...inLakes, ...alongRivers]
}
