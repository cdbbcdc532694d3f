/** The atlas as others would hold it: one feature for each stretch of time in which a face or a front looks the same. */
import type { Feature, LineString, MultiPolygon } from 'geojson'
import type { Atlas, Period } from '../../../src/chronicle/atlas.ts'
import type { Day } from '../../../src/chronicle/day.ts'
import { periodAt } from '../../../src/chronicle/history.ts'
import { faceCoordinates } from '../../../src/chronicle/rings.ts'
import { arcLine } from '../../../src/map/ground-features.ts'
import { LINE, lookOf } from '../../../src/map/looks.ts'
import type { FactionLook } from '../../../src/map/painter.ts'
import { LIGHT } from '../../../src/map/palette.ts'

/** Inclusive first and exclusive last day, and a CSS colour. */
export interface Span {
  start: Day
  end: Day
  colour: string
}

/** After every day of any atlas. */
export const NEVER = 10_000_000

export function groundSpans(atlas: Atlas, looks: readonly FactionLook[]): Feature<MultiPolygon, Span>[] {
  const everybody = new Set(looks.keys())
  return atlas.faces.flatMap((face) => {
    const geometry: MultiPolygon = { type: 'MultiPolygon', coordinates: faceCoordinates(atlas, face) }
    return face.history.map((segment, i) => ({
      type: 'Feature' as const,
      geometry,
      properties: {
        start: segment.start,
        end: face.history[i + 1]?.start ?? NEVER,
        colour: lookOf(segment, looks, everybody, LIGHT.paper).fill,
      },
    }))
  })
}

export function frontSpans(atlas: Atlas, looks: readonly FactionLook[]): Feature<LineString, Span>[] {
  return atlas.arcs.flatMap(({ coordinates, left, right }) => {
    if (left < 0 || right < 0) return []
    const [a, b] = [atlas.faces[left].history, atlas.faces[right].history]
    const days = [...new Set([...a, ...b].map(({ start }: Period) => start))].sort((x, y) => x - y)
    const line: [number, number][] = []
    for (let i = 0; i < coordinates.length; i += 2) line.push([coordinates[i], coordinates[i + 1]])
    const geometry: LineString = { type: 'LineString', coordinates: line }
    return days.flatMap((start, i) => {
      if (arcLine(periodAt(a, start), periodAt(b, start), looks) !== LINE.front) return []
      return {
        type: 'Feature' as const,
        geometry,
        properties: { start, end: days[i + 1] ?? NEVER, colour: LIGHT.front },
      }
    })
  })
}

export const holds = ({ start, end }: Span, day: Day) => start <= day && day < end
