/** The map with a proposal: a second one that follows the map of the page and shows the same day before, after, or what differs. */
import { useEffect, useMemo, useState } from 'react'
import type { EventRecord } from '../../chronicle/events.ts'
import type { MilitaryPosition } from '../../chronicle/positions.ts'
import type { MapView } from '../../map/map-contract.ts'
import '../compare/compare.css'
import { useTwin } from '../compare/use-twin.ts'
import { useApp } from '../context.tsx'
import type { MapData } from '../map/use-map-bindings.ts'
import { previewState, type ShownPreview } from './preview-state.ts'

export default function PreviewStage({ map, shown }: { map: MapView; shown: ShownPreview }) {
  const { session, announce, words } = useApp()
  const { shift, view } = shown
  const [drawn, setDrawn] = useState(false)
  const source = useTwiceAsLong(shown)
  const { container, twin } = useTwin(map, source, session.clock.getSnapshot().day + shift, {
    onDrawn: setDrawn,
    onFailed() {
      // The form tells in words what would change.
      announce(words.say('compare.failed-beside'))
      previewState.show(null)
    },
  })

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

  return (
    <div className="preview-stage" data-drawn={drawn || undefined} data-view={view} aria-hidden="true" inert>
      <div ref={container} className="twin-map" />
    </div>
  )
}

/** What stands on the map, on the days before and once more on the days after. */
function useTwiceAsLong({ shift, atlas }: ShownPreview): MapData {
  const app = useApp()
  const positions = useMemo(() => {
    const later = (one: MilitaryPosition): MilitaryPosition => ({
      ...one,
      start: one.start + shift,
      end: one.end === null ? null : one.end + shift,
    })
    const before = app.positions.map((one) => ({ ...one, end: one.end ?? atlas.start + shift }))
    return [...before, ...app.positions.map(later)]
  }, [app.positions, atlas, shift])
  const events = useMemo(() => {
    const later = (one: EventRecord) => ({ ...one, start: one.start + shift, end: one.end + shift })
    return app.events && [...app.events, ...app.events.map(later)]
  }, [app.events, shift])
  return { ...app, atlas, positions, events }
}
