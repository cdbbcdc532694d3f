/** The second map of a comparison by swipe: follows the first one, on another day of the same atlas or of another. */
import { useEffect } from 'react'
import type { Day } from '../../chronicle/day.ts'
import type { MapView } from '../../map/map-contract.ts'
import { useApp } from '../context.tsx'
import type { MapData } from '../map/use-map-bindings.ts'
import { useTwin } from './use-twin.ts'

export interface TwinMapProps {
  /** the map to follow */
  map: MapView
  /** what is drawn on it */
  source: MapData
  day: Day
  /** the side of the divider on which it shows */
  side: 'left' | 'right'
  onDrawn(drawn: boolean): void
}

export function TwinMap({ map, source, day, side, onDrawn }: TwinMapProps) {
  const { atlas, session, announce, words } = useApp()
  const onFailed = () => {
    // Gains and losses need no second map.
    if (source.atlas === atlas) {
      announce(words.say('compare.failed'))
      session.replace({ mode: 'tint' })
    } else {
      announce(words.say('compare.failed-beside'))
      session.replace({ beside: null })
    }
  }
  const { container, twin } = useTwin(map, source, day, { onDrawn, onFailed })
  useEffect(() => twin?.setDay(day), [twin, day])
  return (
    <div className={`twin is-${side}`} aria-hidden="true" inert>
      <div ref={container} className="twin-map" />
    </div>
  )
}
