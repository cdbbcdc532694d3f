import type { Day } from '../../../chronicle/day.ts'
import { kmBetween } from '../../../chronicle/nearest.ts'
import { type MilitaryPosition, positionStrength } from '../../../chronicle/positions.ts'

/** A site counts as being here up to this distance, km, or as far as its own place is uncertain. */
const HERE_KM = 1.5

/** @returns the positions at a point (degrees) that are drawn on that day, the nearest first */
export function positionsAt(
  positions: readonly MilitaryPosition[],
  lon: number,
  lat: number,
  day: Day,
): readonly MilitaryPosition[] {
  return positions
    .filter((position) => positionStrength(position, day) > 0)
    .map((position) => ({ position, km: kmBetween(lon, lat, position.lon, position.lat) }))
    .filter(({ position, km }) => km <= Math.max(HERE_KM, position.precision_m / 1000))
    .sort((a, b) => a.km - b.km)
    .map(({ position }) => position)
}
