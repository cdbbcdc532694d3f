import type { EvidenceFile, PlaceRecord } from '../../chronicle/evidence.ts'

/** Farther than this, km, a place says nothing about a point. */
const NEAR_KM = 15

/** @returns the nearest place that carries claims, or `null` when none is near; coordinates in degrees */
export function nearestPlace(evidence: EvidenceFile, lon: number, lat: number): PlaceRecord | null {
  const squeeze = Math.cos((lat * Math.PI) / 180)
  let nearest: PlaceRecord | null = null
  let best = NEAR_KM / 111
  for (const place of evidence.places) {
    if (place.claims.length === 0) continue
    const distance = Math.hypot((place.lon - lon) * squeeze, place.lat - lat)
    if (distance < best) {
      best = distance
      nearest = place
    }
  }
  return nearest
}
