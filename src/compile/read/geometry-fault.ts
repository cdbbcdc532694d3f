/** What makes a GeoJSON geometry unfit, whatever wrote it (RFC 7946). */

const DEPTH: Record<string, number> = {
  Point: 0,
  MultiPoint: 1,
  LineString: 1,
  MultiLineString: 2,
  Polygon: 2,
  MultiPolygon: 3,
}

/** @returns what is wrong, or `null` */
export function geometryFault(geometry: unknown): string | null {
  if (typeof geometry !== 'object' || geometry === null) return 'it has no geometry'
  const { type, coordinates } = geometry as { type?: unknown; coordinates?: unknown }
  const depth = DEPTH[String(type)]
  if (depth === undefined) return `geometries of type ${String(type)} are not read`
  return faultAt(coordinates, depth, String(type).endsWith('Polygon'))
}

function faultAt(value: unknown, depth: number, closed: boolean): string | null {
  if (!Array.isArray(value)) return 'its coordinates are no list of positions'
  if (depth === 0) return positionFault(value)
  if (value.length === 0) return 'its coordinates are empty'
  for (const inner of value) {
    const fault = faultAt(inner, depth - 1, closed)
    if (fault) return fault
  }
  if (depth > 1) return null
  if (!closed) return null
  if (value.length < 4) return 'a ring needs four positions at least, the last one equal to the first'
  const [first, last] = [value[0], value[value.length - 1]]
  return first[0] === last[0] && first[1] === last[1] ? null : 'a ring does not end where it begins'
}

function positionFault([lon, lat]: unknown[]): string | null {
  if (typeof lon !== 'number' || typeof lat !== 'number')
    return 'a position is no pair of numbers (longitude, latitude)'
  return Math.abs(lon) <= 180 && Math.abs(lat) <= 90
    ? null
    : `${lon}, ${lat} is no position in degrees (longitude, latitude)`
}
