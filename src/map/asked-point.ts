/** A point known to within a radius, such as that of an event that a reader asks about. */
import type { Feature, LineString } from 'geojson'
import { KM_PER_DEGREE } from '../chronicle/nearest.ts'

export interface AskedPoint {
  /** degrees */
  lon: number
  lat: number
  precision_m: number
}

const CORNERS = 64
/** The line of the circle, for every painter: CSS pixels, widths of the line, share. */
export const CIRCLE = { width: 1.4, dashes: [2.5, 2], opacity: 0.8 } as const

/** @returns a circle on the ground as wide as the position is uncertain, as a line */
export function circleAround({ lon, lat, precision_m }: AskedPoint): Feature<LineString> {
  const up = precision_m / (1000 * KM_PER_DEGREE)
  const aside = up / Math.cos((lat * Math.PI) / 180)
  const coordinates = Array.from({ length: CORNERS + 1 }, (_, i) => {
    const angle = (i / CORNERS) * 2 * Math.PI
    return [lon + aside * Math.cos(angle), lat + up * Math.sin(angle)]
  })
  return { type: 'Feature', properties: {}, geometry: { type: 'LineString', coordinates } }
}
