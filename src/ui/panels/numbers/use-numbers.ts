/** The series that the panel shows, by what the link says. */
import { useMemo } from 'react'
import { dayOf } from '../../../chronicle/day.ts'
import { areaSeries, placeSeries, presentIn, type Series } from '../../../chronicle/series.ts'
import type { Count } from '../../../link/index.ts'
import { useApp, useView } from '../../context.tsx'
import { useEvidence } from '../../data/use-loaded.ts'
import type { Days } from './span.ts'

export interface Numbers {
  /** `null` while its data are on the way */
  series: Series | null
  /** asks again for its data when they did not arrive, else `null` */
  retry: (() => void) | null
  count: Count
  /** ISO 3166-2, `null`: the country */
  where: string | null
  /** index into `Atlas.factions` of the one looked at, `null`: all */
  by: number | null
  /** indexes of the factions that have a part in the whole series, in the order of the legend */
  present: number[]
  whole: Days
  play: Days
}

export function useNumbers(): Numbers {
  const { atlas, factions, conflict } = useApp()
  const { where, count, by } = useView('where', 'count', 'by')
  // The evidence names the places.
  const loaded = useEvidence(count === 'places')
  const evidence = loaded.state === 'ready' ? loaded.value : null
  const series = useMemo(() => {
    if (count === 'area') return areaSeries(atlas, where === null ? null : atlas.governorates.indexOf(where))
    return evidence && placeSeries(atlas, evidence.places, where)
  }, [atlas, count, where, evidence])
  const present = useMemo(() => {
    const found = series ? presentIn(series) : []
    const isBlank = (index: number) => factions.some(({ id, blank }) => blank && id === atlas.factions[index])
    const rank = (index: number) => factions.findIndex(({ id }) => id === atlas.factions[index])
    return found.filter((index) => !isBlank(index)).sort((a, b) => rank(a) - rank(b))
  }, [series, atlas, factions])
  const index = by === null ? -1 : atlas.factions.indexOf(by)
  const play = useMemo(() => ({ from: dayOf(conflict.play.start), to: dayOf(conflict.play.end) }), [conflict])
  const whole = useMemo(() => ({ from: atlas.start, to: atlas.end }), [atlas])
  return {
    series,
    retry: loaded.state === 'failed' ? loaded.retry : null,
    count,
    where,
    by: index < 0 ? null : index,
    present,
    whole,
    play,
  }
}
