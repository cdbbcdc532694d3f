/** A comparison on the map: tint and old front on the map itself, or a second map behind a divider. */
import { useEffect } from 'react'
import type { Day } from '../../chronicle/day.ts'
import type { MapView } from '../../map/map-contract.ts'
import { useApp, useView } from '../context.tsx'
import './compare.css'
import { Swipe } from './swipe.tsx'
import { possibleMode } from './use-comparison.ts'

export default function Stage({ map, other }: { map: MapView; other: Day }) {
  const { session, atlas } = useApp()
  const { mode: wanted, by } = useView('mode', 'by')
  const mode = possibleMode(wanted, map)
  const { clock } = session

  useEffect(() => {
    if (mode === 'swipe') {
      map.setComparison(null)
      return
    }
    const faction = by === null ? -1 : atlas.factions.indexOf(by)
    const tint = mode === 'line' ? 'none' : faction < 0 ? 'all' : faction
    // As the day itself: straight from the clock to the map, without React in between.
    const show = () => {
      const { day } = clock.getSnapshot()
      map.setComparison({ older: Math.min(day, other), newer: Math.max(day, other), tint })
    }
    show()
    return clock.subscribe(show)
  }, [map, clock, atlas, other, mode, by])

  useEffect(() => () => map.setComparison(null), [map])

  return mode === 'swipe' ? <Swipe map={map} other={other} /> : null
}
