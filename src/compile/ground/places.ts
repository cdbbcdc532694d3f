/** The places that speak for ground, in the plane. */
import type { Day } from '../../chronicle/day.ts'
import type { Point } from '../../geometry/plane.ts'
import { type Ledger, ownBaseline } from '../ledger/ledger.ts'
import type { Place } from '../read/model.ts'
import type { Plane } from './projection.ts'

export interface PlacePoint {
  id: string
  point: Point
  /** faction that holds the place on the first day, when a claim says so */
  baseline: string | null
  /** id of a place that is known to lie on the same side of the nearest barrier */
  side: string | null
}

/** @returns the places with at least one claim that states or changes who holds them on or after the first day */
export function speakingPlaces(
  places: Iterable<Place>,
  ledger: Ledger,
  plane: Plane,
  first: Day,
): PlacePoint[] {
  return [...places].flatMap((place) => {
    const claims = ledger.places.get(place.id) ?? []
    if (!claims.some(({ claim, effect }) => effect !== 'none' && claim.latest >= first)) return []
    const baseline = ownBaseline(claims, first)?.claim.to ?? null
    return [
      { id: place.id, point: plane.forward([place.lon, place.lat]), baseline, side: place.side ?? null },
    ]
  })
}
