/** What programs are told of the days: who held how much, and what changed. Ids instead of the indexes of the atlas. */
import type { Atlas } from '../../chronicle/atlas.ts'
import { isoOf } from '../../chronicle/day.ts'
import { dayChanges, type Ground } from '../../chronicle/day-changes.ts'
import { areaSeries } from '../../chronicle/series.ts'
import { rounded } from '../../geometry/rounded.ts'

const km2 = (area: number) => rounded(area, 2)

/** @returns for the first day and each on which areas differ from the day before: km² of each faction that has any */
export function daysOf(atlas: Atlas) {
  const { days, bands } = areaSeries(atlas)
  return days.map((day, i) => ({
    date: isoOf(day),
    factions: bands[i].flatMap(({ low, best, high }, faction) =>
      high > 0 ? [{ faction: atlas.factions[faction], low: km2(low), best: km2(best), high: km2(high) }] : [],
    ),
  }))
}

/** @returns for each day on which the map differs from the day before: who gained how much ground, from whom, where */
export function changesOf(atlas: Atlas) {
  const named = (ids: readonly string[], parts: readonly (readonly [number, number])[]) =>
    parts.map(([index, area]) => [ids[index], km2(area)])
  const somewhere = ({ km2: area, governorates }: Ground) => ({
    km2: km2(area),
    governorates: named(atlas.governorates, governorates),
  })
  return dayChanges(atlas).map(({ day, km2: area, gains, unsettled, settled }) => ({
    date: isoOf(day),
    km2: km2(area),
    gains: gains.map((gain) => ({
      faction: atlas.factions[gain.faction],
      km2: km2(gain.km2),
      from: named(atlas.factions, gain.from),
      governorates: named(atlas.governorates, gain.governorates),
    })),
    unsettled: somewhere(unsettled),
    settled: somewhere(settled),
  }))
}
