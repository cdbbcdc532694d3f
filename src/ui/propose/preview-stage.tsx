/** The map with a proposal: a second one that follows the map of the page and shows the same day before, after, or what differs. */
import { useEffect, useRef, useState } from 'react'
import type { EventRecord } from '../../chronicle/events.ts'
import type { MilitaryPosition } from '../../chronicle/positions.ts'
import type { MapView } from '../../map/map-contract.ts'
import '../compare/compare.css'
import { useApp } from '../context.tsx'
import { type MapData, mapOptions, useMapBindings } from '../map/use-map-bindings.ts'
import { previewState, type ShownPreview } from './preview-state.ts'

export default function PreviewStage({ map, shown }: { map: MapView; shown: ShownPreview }) {
  const app = useApp()
  const { session } = app
  const { atlas, shift, view } = shown
  const container = useRef<HTMLDivElement>(null)
  const [twin, setTwin] = useState<MapView | null>(null)
  const [drawn, setDrawn] = useState(false)
  const source = twiceAsLong(app, shown)
  const latest = useRef({ app, source })
  latest.current = { app, source }

  useEffect(() => {
    const { app, source } = latest.current
    let ended = false
    let made: MapView | null = null
    let leave: (() => void) | null = null
    setDrawn(false)
    const options = mapOptions(
      app,
      { ...source, atlas },
      {
        container: container.current!,
        camera: map.camera(),
        insets: { top: 0, bottom: 0, left: 0, right: 0 },
        day: app.session.clock.getSnapshot().day + shift,
        label: '',
        passive: true,
      },
    )
    import('../../map/map-view.ts')
      .then(({ createMapView }) => createMapView(options))
      .then(async (created) => {
        if (ended) return created.destroy()
        made = created
        leave = created.follow(map)
        setTwin(created)
        await created.drawn()
        if (!ended) setDrawn(true)
      })
      .catch(() => {
        // Some devices allow one such canvas only: the form tells in words what would change.
        if (ended) return
        app.announce(app.words.say('compare.failed-beside'))
        previewState.show(null)
      })
    return () => {
      ended = true
      leave?.()
      made?.destroy()
      setTwin(null)
    }
  }, [map, atlas, shift])

  useEffect(() => {
    if (!twin) return
    // As the day itself: straight from the clock to the map, without React in between.
    const show = () => {
      const { day } = session.clock.getSnapshot()
      twin.setComparison(view === 'changes' ? { older: day, newer: day + shift, tint: 'all' } : null)
      if (view !== 'changes') twin.setDay(view === 'before' ? day : day + shift)
    }
    show()
    return session.clock.subscribe(show)
  }, [twin, session, view, shift])
  useMapBindings(twin, '', source)

  return (
    <div className="preview-stage" data-drawn={drawn || undefined} data-view={view} aria-hidden="true" inert>
      <div ref={container} className="twin-map" />
    </div>
  )
}

/** What stands on the map, on the days before and once more on the days after. */
function twiceAsLong(app: MapData, { shift, atlas }: ShownPreview): MapData {
  const position = (one: MilitaryPosition, later: number): MilitaryPosition => ({
    ...one,
    start: one.start + later,
    end: one.end === null ? (later > 0 ? null : atlas.start + shift) : one.end + later,
  })
  const event = (one: EventRecord, later: number): EventRecord => ({
    ...one,
    start: one.start + later,
    end: one.end + later,
  })
  return {
    ...app,
    atlas,
    positions: [0, shift].flatMap((later) => app.positions.map((one) => position(one, later))),
    events: app.events && [0, shift].flatMap((later) => app.events!.map((one) => event(one, later))),
  }
}
