/** The projection that the compiler measures in: equal-area, in metres, named in conflict.json. */
import proj4 from 'proj4'
import type { Point } from '../../geometry/plane.ts'

export interface Plane {
  /** degrees WGS 84 (lon, lat) → metres */
  forward(lonLat: readonly number[]): Point
  /** metres → degrees WGS 84 (lon, lat) */
  inverse(point: Point): [lon: number, lat: number]
}

/** @param definition PROJ string of an equal-area projection in metres */
export function createPlane(definition: string): Plane {
  const converter = proj4('WGS84', definition)
  return {
    forward: ([lon, lat]) => converter.forward([lon, lat]) as Point,
    inverse: (point) => converter.inverse(point) as [number, number],
  }
}

/** @returns the longitude counted on past the 180th meridian, so that it lies within half a turn of another one; degrees */
export function nearLongitude(lon: number, near: number): number {
  return lon + 360 * Math.round((near - lon) / 360)
}
