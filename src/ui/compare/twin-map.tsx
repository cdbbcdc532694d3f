/** The second map of a comparison by swipe: follows the first one, on another day of the same atlas or of another. */
import { useEffect, useRef, useState } from 'react'
import type { Day } from '../../chronicle/day.ts'
import type { MapView } from '../../map/map-contract.ts'
import { useApp } from '../context.tsx'
import { type MapData, mapOptions, useMapBindings } from '../map/use-map-bindings.ts'

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
  const app = useApp()
  const { atlas, factions, positions, conflict } = source
  const container = useRef<HTMLDivElement>(null)
  const [twin, setTwin] = useState<MapView | null>(null)
  const latest = useRef({ app, source, day, onDrawn })
  latest.current = { app, source, day, onDrawn }

  // biome-ignore lint/correctness/useExhaustiveDependencies: other data need another map; the rest it follows
  useEffect(() => {
    const { app, source, day, onDrawn } = latest.current
    let ended = false
    let made: MapView | null = null
    let leave: (() => void) | null = null
    const options = mapOptions(app, source, {
      // As far as the first map goes, so that it can follow everywhere.
      bbox: app.conflict.bbox,
      container: container.current!,
      camera: map.camera(),
      insets: { top: 0, bottom: 0, left: 0, right: 0 },
      day,
      label: '',
      passive: true,
    })
    import('../../map/map-view.ts')
      .then(({ createMapView }) => createMapView(options))
      .then(async (created) => {
        if (ended) return created.destroy()
        made = created
        leave = created.follow(map)
        setTwin(created)
        await created.drawn()
        if (!ended) onDrawn(true)
      })
      .catch(() => {
        // Some devices allow one such canvas only. Gains and losses need no second map.
        if (ended) return
        if (source.atlas === app.atlas) {
          app.announce(app.words.say('compare.failed'))
          app.session.replace({ mode: 'tint' })
        } else {
          app.announce(app.words.say('compare.failed-beside'))
          app.session.replace({ beside: null })
        }
      })
    return () => {
      ended = true
      leave?.()
      made?.destroy()
      setTwin(null)
      onDrawn(false)
    }
  }, [map, atlas, factions, positions, conflict])

  useEffect(() => twin?.setDay(day), [twin, day])
  useMapBindings(twin, '', source)

  return (
    <div className={`twin is-${side}`} aria-hidden="true" inert>
      <div ref={container} className="twin-map" />
    </div>
  )
}
