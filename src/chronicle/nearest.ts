/** Distances on the globe, and the nearest of many points. */
import Flatbush from 'flatbush'

const EARTH_RADIUS_KM = 6371.0088
const RADIANS = Math.PI / 180
/** Of latitude. */
export const KM_PER_DEGREE = EARTH_RADIUS_KM * RADIANS

/** Great-circle distance in km between two points in degrees (haversine formula). */
export function kmBetween(lonA: number, latA: number, lonB: number, latB: number): number {
  const dLat = (latB - latA) * RADIANS
  const dLon = (lonB - lonA) * RADIANS
  const h =
    Math.sin(dLat / 2) ** 2 + Math.cos(latA * RADIANS) * Math.cos(latB * RADIANS) * Math.sin(dLon / 2) ** 2
  return 2 * EARTH_RADIUS_KM * Math.asin(Math.min(1, Math.sqrt(h)))
}

export interface Located {
  /** degrees */
  lon: number
  lat: number
}

export interface Near<T> {
  item: T
  km: number
}

/** Finds the nearest of many points exactly, by great-circle distance; away from the poles and the date line. */
export class Nearest<T extends Located> {
  private readonly items: readonly T[]
  private readonly tree: Flatbush | null

  constructor(items: readonly T[]) {
    this.items = items
    // flatbush refuses an empty index.
    this.tree = items.length > 0 ? new Flatbush(items.length) : null
    for (const { lon, lat } of items) this.tree?.add(lon, lat, lon, lat)
    this.tree?.finish()
  }

  /** @returns null only when there are no points; of equally near ones the first */
  find(lon: number, lat: number): Near<T> | null {
    if (!this.tree || !Number.isFinite(lon) || !Number.isFinite(lat)) return null
    // A degree of longitude is shorter than one of latitude, so the nearest in degrees gives only a bound.
    const [guess] = this.tree.neighbors(lon, lat, 1)
    const bound = kmBetween(lon, lat, this.items[guess].lon, this.items[guess].lat)
    return this.within(lon, lat, bound)[0] ?? { item: this.items[guess], km: bound }
  }

  /** @returns all points at most that far away, the nearest first */
  within(lon: number, lat: number, km: number): Near<T>[] {
    if (!this.tree || !Number.isFinite(lon) || !Number.isFinite(lat)) return []
    const up = (km / KM_PER_DEGREE) * 1.001
    const narrowest = Math.cos(Math.min(89, Math.abs(lat) + up) * RADIANS)
    const aside = up / narrowest
    return this.tree
      .search(lon - aside, lat - up, lon + aside, lat + up)
      .sort((a, b) => a - b)
      .map((at) => ({
        item: this.items[at],
        km: kmBetween(lon, lat, this.items[at].lon, this.items[at].lat),
      }))
      .filter((near) => near.km <= km)
      .sort((a, b) => a.km - b.km)
  }
}
