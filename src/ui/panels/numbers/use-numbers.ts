/** The series that the panel shows, by what the link says. */
import { useCallback, useEffect, useMemo, useState } from 'react'
import { dayOf } from '../../../chronicle/day.ts'
import type { EvidenceFile } from '../../../chronicle/evidence.ts'
import { areaSeries, placeSeries, presentIn, type Series } from '../../../chronicle/series.ts'
import type { Count } from '../../../link/index.ts'
import { useApp, useView } from '../../context.tsx'
import { loadEvidence } from '../../data/load.ts'
import type { Days } from './span.ts'

export interface Numbers {
  /** `null` while its data are on the way */
  series: Series | null
  failed: boolean
  again(): void
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
  const { evidence, failed, again } = useEvidence(count === 'places')
  const series = useMemo(() => {
    if (count === 'area') return areaSeries(atlas, where === null ? null : atlas.governorates.indexOf(where))
    return evidence && placeSeries(atlas, evidence.places, where)
  }, [atlas, count, where, evidence])
  const present = useMemo(() => {
    const found = series ? presentIn(series) : []
    const rank = (index: number) => factions.findIndex(({ id }) => id === atlas.factions[index])
    return found.sort((a, b) => rank(a) - rank(b))
  }, [series, atlas, factions])
  const index = by === null ? -1 : atlas.factions.indexOf(by)
  const play = useMemo(() => ({ from: dayOf(conflict.play.start), to: dayOf(conflict.play.end) }), [conflict])
  const whole = useMemo(() => ({ from: atlas.start, to: atlas.end }), [atlas])
  return { series, failed, again, count, where, by: index < 0 ? null : index, present, whole, play }
}

/** The evidence names the places; it comes by itself a little after the first picture, or when asked for here. */
function useEvidence(wanted: boolean): { evidence: EvidenceFile | null; failed: boolean; again(): void } {
  const { evidence } = useApp()
  const [own, setOwn] = useState<EvidenceFile | null>(null)
  const [failed, setFailed] = useState(false)
  const again = useCallback(() => {
    setFailed(false)
    loadEvidence().then(setOwn, () => setFailed(true))
  }, [])
  const missing = wanted && !evidence && !own
  useEffect(() => {
    if (missing) again()
  }, [missing, again])
  return { evidence: evidence ?? own, failed, again }
}
