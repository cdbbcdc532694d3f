import type { EvidenceFile, PlaceRecord } from '../../chronicle/evidence.ts'
import { Nearest } from '../../chronicle/nearest.ts'

/** Farther than this, km, a place says nothing about a point. */
const NEAR_KM = 15

const indexes = new WeakMap<EvidenceFile, Nearest<PlaceRecord>>()

/** @returns the nearest place that carries claims, or `null` when none is near; degrees, lon then lat */
export function nearestPlace(evidence: EvidenceFile, lon: number, lat: number): PlaceRecord | null {
  let index = indexes.get(evidence)
  if (!index) {
    index = new Nearest(evidence.places.filter(({ claims }) => claims.length > 0))
    indexes.set(evidence, index)
  }
  const near = index.find(lon, lat)
  return near && near.km < NEAR_KM ? near.item : null
}
