/** When a position is drawn, and how strongly. No renderer involved. */
import type { Feature, Point } from 'geojson'
import { type Day, parseDay } from './day.ts'
import type { Verdict } from './evidence.ts'
import { assertShape, listOf, maybe, number, record, text, tuple } from './shape.ts'
import { type Text, textOf } from './text.ts'

export const STATUSES = ['active', 'left', 'planned', 'inferred'] as const
export type Status = (typeof STATUSES)[number]

/** Days after which a position that was left is no longer shown. */
export const FADE_DAYS = 14

export interface MilitaryPosition {
  id: string
  site: string
  faction: string
  kind: string
  name: Text
  status: Status
  start: Day
  /** first day on which it no longer holds; `null` when it still holds at the end of the range */
  end: Day | null
  verdict: Verdict
  reason: Text
  sources: string[]
  precision_m: number
  lon: number
  lat: number
}

const COLLECTION = record({
  features: listOf(
    record({
      geometry: record({ coordinates: tuple(number, number) }),
      properties: record({ id: text, site: text, faction: text, kind: text, sources: maybe(listOf(text)) }),
    }),
  ),
})

/**
 * Reads geodata/positions/positions.geojson.
 * @param file the parsed JSON, not trusted
 * @returns the positions that can be drawn; those of rejected verdict or without a readable start are left out
 * @throws TypeError when it is no such collection
 */
export function readPositions(file: unknown): MilitaryPosition[] {
  assertShape(file, COLLECTION, 'positions')
  return (file as { features: Feature<Point>[] }).features.flatMap(
    ({ geometry, properties: p }): MilitaryPosition[] => {
      const start = parseDay(String(p?.start_date ?? ''))
      if (!p || start === null || p.verdict === 'rejected' || !STATUSES.includes(p.status)) return []
      return [
        {
          id: p.id,
          site: p.site,
          faction: p.faction,
          kind: p.kind,
          name: textOf(p, 'name'),
          status: p.status,
          start,
          end: p.end_date ? parseDay(p.end_date) : null,
          verdict: p.verdict,
          reason: textOf(p, 'reason'),
          sources: p.sources ?? [],
          precision_m: Number(p.precision_m ?? 0),
          lon: geometry.coordinates[0],
          lat: geometry.coordinates[1],
        },
      ]
    },
  )
}

/** @returns 0 (not drawn) to 1. A position that was left fades over {@link FADE_DAYS} days. */
export function positionStrength({ status, start, end }: MilitaryPosition, day: Day): number {
  if (day < start || (end !== null && day >= end)) return 0
  if (status !== 'left') return 1
  return Math.max(0, 1 - (day - start) / FADE_DAYS)
}
