/** A second map with the same view that shows another day, cut off at the divider. */
import { useEffect, useRef, useState } from 'react'
import type { Day } from '../../chronicle/day.ts'
import type { MapView } from '../../map/map-contract.ts'
import { useApp, useView } from '../context.tsx'
import { DATA } from '../data/load.ts'
import { factionLooks, shownFactions, shownPosts } from '../map/looks.ts'

export interface TwinMapProps {
  /** the map to follow */
  map: MapView
  day: Day
  /** the side of the divider on which it shows */
  side: 'left' | 'right'
  onDrawn(drawn: boolean): void
}

export function TwinMap({ map, day, side, onDrawn }: TwinMapProps) {
  const app = useApp()
  const view = useView()
  const { words, theme, factions, atlas, positions, events, conflict } = app
  const container = useRef<HTMLDivElement>(null)
  const [twin, setTwin] = useState<MapView | null>(null)
  const latest = useRef({ app, view, day, onDrawn })
  latest.current = { app, view, day, onDrawn }

  useEffect(() => {
    const { app, view, day, onDrawn } = latest.current
    const { session, words, theme, announce } = app
    let ended = false
    let made: MapView | null = null
    let leave: (() => void) | null = null
    import('../../map/map-view.ts')
      .then(({ createMapView }) =>
        createMapView({
          container: container.current!,
          data: DATA,
          atlas,
          factions: factionLooks(atlas.factions, factions, conflict.start),
          positions,
          colours: new Map(factions.map(({ id, colour }) => [id, colour])),
          bbox: conflict.bbox,
          camera: map.camera(),
          insets: { top: 0, bottom: 0, left: 0, right: 0 },
          language: words.language,
          theme,
          day,
          visible: shownFactions(factions, view.hidden),
          layers: new Set(view.layers),
          label: '',
          still: true,
        }),
      )
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
        announce(words.say('compare.failed'))
        session.drift({ mode: 'tint' })
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
  useEffect(
    () =>
      twin?.setVisible(
        shownFactions(factions, view.hidden),
        new Set(view.layers),
        shownPosts(factions, view.hidden, view.hiddenPosts),
        new Set(view.kinds),
      ),
    [twin, factions, view.hidden, view.layers, view.hiddenPosts, view.kinds],
  )
  useEffect(() => twin?.setEvents(events ?? []), [twin, events])
  useEffect(() => twin?.setLanguage(words.language, ''), [twin, words])
  useEffect(() => twin?.setTheme(theme), [twin, theme])

  return (
    <div className={`twin is-${side}`} aria-hidden="true" inert>
      <div ref={container} className="twin-map" />
    </div>
  )
}
