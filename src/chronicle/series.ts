/**
 * How ground, or places, are shared out over time. A series is a row of steps: it changes on some days and stays
 * as it is until the next of them. Pure; drawn by the numbers panel, written out as a table.
 */

import { type AreaBand, shareIn } from './areas.ts'
import { type Atlas, STATE } from './atlas.ts'
import { type Day, isoOf } from './day.ts'
import { looksAlike, periodAt } from './history.ts'

/** `low`: held undisputed; `best`: shown as its own; `high`: with what it contests or may have taken. */
export type Band = AreaBand

export interface Series {
  /** ascending; the first one is the first day of the range */
  days: Day[]
  /** last day of the range, inclusive */
  end: Day
  /** for each of `days` one band for each faction, in the order of `atlas.factions` */
  bands: Band[][]
  /** all there is to share out: km² of ground, or number of places */
  total: number
}

/** What a face weighs: km², or how many places stand on it. */
type Weights = readonly number[]

/** @returns km² of ground by faction. @param governorate index into `atlas.governorates`, `null` for the country */
export function areaSeries(atlas: Atlas, governorate: number | null = null): Series {
  return seriesOf(
    atlas,
    atlas.faces.map((face) => (governorate === null ? face.km2 : shareIn(face.governorates, governorate))),
  )
}

/** A place and the ground that it stands for; -1 when it stands for none of its own. */
export interface PlacedOn {
  face: number
  /** ISO 3166-2 */
  governorate: string
}

/**
 * @returns number of places by faction. Only places that stand for ground count: those that claims speak of
 * @param governorate ISO 3166-2, `null` for the country
 */
export function placeSeries(
  atlas: Atlas,
  places: readonly PlacedOn[],
  governorate: string | null = null,
): Series {
  const weights = atlas.faces.map(() => 0)
  for (const place of places) {
    if (place.face < 0 || (governorate !== null && place.governorate !== governorate)) continue
    weights[place.face]++
  }
  return seriesOf(atlas, weights)
}

function seriesOf(atlas: Atlas, weights: Weights): Series {
  const faces = atlas.faces.flatMap(({ history }, index) =>
    weights[index] > 0 ? [{ history, weight: weights[index] }] : [],
  )
  const days = new Set([atlas.start])
  for (const { history } of faces) {
    for (let i = 1; i < history.length; i++) {
      const { start } = history[i]
      if (start > atlas.start && start <= atlas.end && !looksAlike(history[i - 1], history[i]))
        days.add(start)
    }
  }
  const ascending = [...days].sort((a, b) => a - b)
  return {
    days: ascending,
    end: atlas.end,
    total: faces.reduce((sum, { weight }) => sum + weight, 0),
    bands: ascending.map((day) => {
      const bands = atlas.factions.map((): Band => ({ low: 0, best: 0, high: 0 }))
      for (const { history, weight } of faces) {
        const { holder, other, state } = periodAt(history, day)
        bands[holder].best += weight
        bands[holder].high += weight
        if (state === STATE.held) bands[holder].low += weight
        else if (other >= 0) bands[other].high += weight
      }
      return bands
    }),
  }
}

/** @returns the bands in force on a day; those of the first day for earlier ones */
export function bandsOn({ days, bands }: Pick<Series, 'days' | 'bands'>, day: Day): Band[] {
  let at = days.length - 1
  while (at > 0 && days[at] > day) at--
  return bands[at]
}

/** @returns the part of a series that shows between two days, both inclusive; its first step begins on `from` */
export function seriesWithin(series: Series, from: Day, to: Day): Series {
  const inside = series.days.flatMap((day, i) => (day > from && day <= to ? [i] : []))
  return {
    total: series.total,
    end: to,
    days: [from, ...inside.map((i) => series.days[i])],
    bands: [bandsOn(series, from), ...inside.map((i) => series.bands[i])],
  }
}

/** @returns indexes of the factions that hold or contest anything in the series, in the order of the atlas */
export function presentIn({ bands }: Series): number[] {
  return (bands[0] ?? [])
    .map((_, faction) => faction)
    .filter((faction) => bands.some((row) => row[faction].high > 0))
}

/** A band as shares of the whole, in halves of a per cent. */
export function shareBand({ low, best, high }: Band, total: number): Band {
  if (total <= 0) return { low: 0, best: 0, high: 0 }
  const share = (part: number) => Math.round((part / total) * 200) / 2
  return { low: share(low), best: share(best), high: share(high) }
}

/** Rounds as the interface shows numbers; see `tableOf`. */
export type Rounding = (value: number) => number

export interface TableRow {
  /** first and last day of the step, ISO, both inclusive */
  from: string
  to: string
  /** index into `Atlas.factions` */
  faction: number
  low: number
  best: number
  high: number
}

/** @returns one row for each step and each of these factions that holds or contests anything then */
export function tableOf(series: Series, factions: readonly number[], round: Rounding): TableRow[] {
  return series.days.flatMap((day, i) =>
    factions
      .filter((faction) => series.bands[i][faction].high > 0)
      .map((faction): TableRow => {
        const { low, best, high } = series.bands[i][faction]
        return {
          from: isoOf(day),
          to: isoOf((series.days[i + 1] ?? series.end + 1) - 1),
          faction,
          low: round(low),
          best: round(best),
          high: round(high),
        }
      }),
  )
}
