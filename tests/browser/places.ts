/** Where tests look: coordinates as in the gazetteer of the frozen atlas, and a view in which the ground around fills the screen. */
import type { FeatureCollection, Point } from 'geojson'
import { frozen } from '../fixtures/frozen.ts'

const places: FeatureCollection<Point> = frozen('places.geojson')

/** @returns lon, lat of a place */
export function pointOf(id: string): [lon: number, lat: number] {
  const place = places.features.find(({ properties }) => properties?.id === id)
  if (!place) throw new Error(`no place "${id}"`)
  return place.geometry.coordinates as [number, number]
}

/** @returns query of a link to a day with a place in the middle */
export function linkTo(place: string, date: string, rest = ''): string {
  const [lon, lat] = pointOf(place)
  return `?date=${date}&view=${lon}_${lat}_11${rest}&v=1`
}
