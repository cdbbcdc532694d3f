/** Points along lines, at which these are named: rivers by their name, roads by their number. Runs when building. */
import type { Feature, FeatureCollection, LineString, MultiLineString, Point, Position } from 'geojson'
import { kmBetween } from '../chronicle/nearest.ts'

/** A line is named again after so many kilometres, and once where it is shorter but longer than the least. */
const EVERY_KM = 30
const LEAST_KM = 8

/**
 * @param propertiesOf what the points of a line carry; `null`: it is not named
 * @returns points in the order of the lines, degrees
 */
export function pointsAlong(
  { features }: FeatureCollection,
  propertiesOf: (line: Feature) => Record<string, unknown> | null,
): Feature<Point>[] {
  return features.flatMap((feature) => {
    const properties = propertiesOf(feature)
    if (!properties) return []
    return linesOf(feature).flatMap((line) =>
      spread(line).map((coordinates) => ({
        type: 'Feature' as const,
        properties,
        geometry: { type: 'Point' as const, coordinates },
      })),
    )
  })
}

function linesOf({ geometry }: Feature): Position[][] {
  if (geometry?.type === 'LineString') return [(geometry as LineString).coordinates]
  return geometry?.type === 'MultiLineString' ? (geometry as MultiLineString).coordinates : []
}

/** Evenly, half a distance from either end. */
function spread(line: readonly Position[]): Position[] {
  const lengths = line.slice(1).map(([lon, lat], i) => kmBetween(line[i][0], line[i][1], lon, lat))
  const whole = lengths.reduce((sum, km) => sum + km, 0)
  if (whole < LEAST_KM) return []
  const count = Math.max(1, Math.round(whole / EVERY_KM))
  return Array.from({ length: count }, (_, i) => {
    let rest = ((i + 0.5) / count) * whole
    const at = lengths.findIndex((km) => {
      if (rest <= km) return true
      rest -= km
      return false
    })
    const [from, to] = [line[Math.max(0, at)], line[Math.max(0, at) + 1]]
    const share = lengths[at] > 0 ? rest / lengths[at] : 0
    return [0, 1].map((axis) => Math.round((from[axis] + (to[axis] - from[axis]) * share) * 1e4) / 1e4)
  })
}
