/** The series as points of the chart. */
import type { Series } from '../../../chronicle/series.ts'

/** A step of the series; the last one is repeated at the end, so that it has a width. */
export interface ChartPoint {
  /** days; a step begins with its first day and the last one ends with the end of its last */
  at: number
  low: Record<string, number>
  best: Record<string, number>
  high: Record<string, number>
}

/** Names of the stacked series: libraries want text. */
export const keyOf = (faction: number) => `f${faction}`
export const factionOf = (key: string | number) => Number(String(key).slice(1))

export function pointsOf(series: Series, factions: readonly number[]): ChartPoint[] {
  const steps = series.days.map((at, i) => point(at, i))
  return [...steps, point(series.end + 1, series.days.length - 1)]

  function point(at: number, i: number): ChartPoint {
    const row = series.bands[i]
    const pick = (edge: 'low' | 'best' | 'high') =>
      Object.fromEntries(factions.map((faction) => [keyOf(faction), row[faction][edge]]))
    return { at, low: pick('low'), best: pick('best'), high: pick('high') }
  }
}

/** @returns the highest value that the chart has to hold */
export function topOf(series: Series, by: number | null): number {
  if (by === null) return series.total
  return Math.max(...series.bands.map((row) => row[by].high))
}

/** @param value height asked about, in the unit of the chart @returns the faction whose part of the stack is there, or `null` */
export function factionAt(
  row: Series['bands'][number],
  factions: readonly number[],
  value: number,
): number | null {
  if (value < 0) return null
  let foot = 0
  for (const faction of factions) {
    foot += row[faction].best
    if (value < foot) return faction
  }
  return null
}

/** @returns what lies below each faction in the stack, at one point */
export function footOf(point: ChartPoint, factions: readonly number[], faction: number): number {
  let foot = 0
  for (const below of factions) {
    if (below === faction) return foot
    foot += point.best[keyOf(below)]
  }
  return foot
}
