/** The places that speak for ground, in the plane. */
import type { Day } from '../../chronicle/day.ts'
import { inRings, type Point } from '../../geometry/plane.ts'
import { isBaselineArea, type Ledger, ownBaseline } from '../ledger/ledger.ts'
import { doesNotTake } from '../ledger/raids.ts'
import type { Place } from '../read/model.ts'
import type { PlaneArea } from './areas.ts'
import type { Plane } from './projection.ts'

export interface PlacePoint {
  id: string
  point: Point
  /** faction that holds the place on the first day, when a claim says so */
  baseline: string | null
  /** id of a place that is known to lie on the same side of the nearest barrier */
  side: string | null
}

/**
 * @returns the places that speak for ground of their own: those with a claim that states or changes who holds them on or
 * after the first day; those that an area claim leaves out by name; and those of which it is said that somebody came on a
 * raid or patrol and left, where an area claim would give that ground to the one who came
 */
export function speakingPlaces(
  places: Iterable<Place>,
  ledger: Ledger,
  plane: Plane,
  first: Day,
  areas: ReadonlyMap<string, PlaneArea>,
): PlacePoint[] {
  const areaClaims = ledger.areas
    .map(({ claim }) => claim)
    .filter((claim) => claim.verdict !== 'rejected' && !isBaselineArea(claim, first))
  const leftOut = new Set(areaClaims.flatMap(({ except }) => except))
  return [...places].flatMap((place) => {
    const claims = ledger.places.get(place.id) ?? []
    const point = plane.forward([place.lon, place.lat])
    const isRaided = () =>
      claims.some(({ claim: raid }) =>
        areaClaims.some(
          (claim) => doesNotTake(claim, raid) && inRings(point, areas.get(claim.area)?.rings ?? []),
        ),
      )
    const moves = claims.some(({ claim, effect }) => effect !== 'none' && claim.latest >= first)
    if (!moves && !leftOut.has(place.id) && !isRaided()) return []
    const baseline = ownBaseline(claims, first)?.claim.to ?? null
    return [{ id: place.id, point, baseline, side: place.side ?? null }]
  })
}

/**
 * @param speaking ids of the places that speak for ground
 * @returns the others of which it is known on which side of a barrier they lie: no ground is theirs, but what is asked at
 * their points is answered from that side in every folder that shares the places
 */
export function sidedPlaces(
  places: ReadonlyMap<string, Place>,
  speaking: ReadonlySet<string>,
  plane: Plane,
): PlacePoint[] {
  return [...places.values()]
    .filter(({ id, side }) => side && !speaking.has(id))
    .map(({ id, lon, lat, side }) => ({
      id,
      point: plane.forward([lon, lat]),
      baseline: null,
      side: side ?? null,
    }))
}
