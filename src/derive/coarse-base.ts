/**
 * The base layers as they are first shown: simplified to what can be seen of the whole country, so that little has
 * to arrive before the first picture. The exact layers take their place when somebody zooms in. Runs when building.
 */
import { simplify } from '@turf/turf'
import type { Feature, FeatureCollection, Geometry, LineString, MultiPolygon, Polygon } from 'geojson'
import { roundedDeep } from '../geometry/rounded.ts'

/** How far a simplified line may leave its course: 400 m, less than a pixel up to FINE_ZOOM (degrees). */
const TOLERANCE = 0.004
/** Digits of degrees that are kept: about 100 m. */
const DIGITS = 3
/** Rivers of lower rank than this, and lakes smaller than this across, are not drawn at first. */
const LEAST_RANK = 3
const LEAST_LAKE_KM2 = 12

/** @returns the layer, lighter; features that the first picture does not show are left out */
export function coarse(layer: FeatureCollection): FeatureCollection {
  const features = layer.features.filter(isSeenFromAfar).map((feature): Feature => {
    const light = simplify(feature, { tolerance: TOLERANCE, highQuality: true })
    const { coordinates } = light.geometry as LineString | Polygon | MultiPolygon
    // Neighbours that fall together stay, so that rings keep their four corners.
    return {
      ...light,
      geometry: { ...light.geometry, coordinates: roundedDeep(coordinates, DIGITS) } as Geometry,
    }
  })
  return { type: 'FeatureCollection', features }
}

function isSeenFromAfar({ properties, geometry }: Feature): boolean {
  const { rank, km2 } = (properties ?? {}) as { rank?: number; km2?: number }
  if (geometry.type === 'LineString' && rank !== undefined) return rank <= LEAST_RANK
  return km2 === undefined || km2 >= LEAST_LAKE_KM2
}
