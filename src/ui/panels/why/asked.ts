/** The point that a reader asks about: one on the map, or a place by name. */
import type { PlaceRecord } from '../../../chronicle/evidence.ts'
import type { Explainer } from '../../../chronicle/explain.ts'
import type { View } from '../../session.ts'

export type Asked =
  | { what: 'nothing' }
  | { what: 'unknown'; id: string }
  /** degrees; `place` when it was asked for by name */
  | { what: 'point'; lon: number; lat: number; place: PlaceRecord | null }

/** A place counts before a point: it is the more deliberate of the two. */
export function askedOf({ at, place }: Pick<View, 'at' | 'place'>, explainer: Explainer): Asked {
  if (place !== null) {
    const found = explainer.placeById(place)
    return found
      ? { what: 'point', lon: found.lon, lat: found.lat, place: found }
      : { what: 'unknown', id: place }
  }
  return at ? { what: 'point', lon: at[0], lat: at[1], place: null } : { what: 'nothing' }
}
