import { useApp } from '../context.tsx'
import { useOpenEvent } from '../panels/events/use-open-event.ts'
import type { Result } from './results.ts'

/** Zoom levels at which a place is looked at. */
const CLOSE: Record<string, number> = { city: 10, town: 10.5 }
const CLOSEST = 11
/** The panel that answers needs a moment to stand, ms; the view is then moved to the middle of what it leaves free. */
const AFTER_PANEL = 80

/** @returns a function that shows a result: it moves the map and the clock, and opens the panel that tells more */
export function useGoTo(): (result: Result) => void {
  const { session, map } = useApp()
  const openEvent = useOpenEvent()
  return (result) => {
    const none = { at: null, place: null }
    const soon = (move: () => void) => setTimeout(move, AFTER_PANEL)
    switch (result.kind) {
      case 'date':
        session.change({ panel: null })
        session.clock.setDay(result.day)
        break
      case 'place': {
        const { id, lon, lat, kind } = result.place
        session.change({ panel: 'why', place: id, at: null })
        soon(() => map?.flyTo(lon, lat, CLOSE[kind] ?? CLOSEST))
        break
      }
      case 'town': {
        const [, , lon, lat] = result.town
        session.change({ panel: 'why', place: null, at: [lon, lat] })
        soon(() => map?.flyTo(lon, lat, CLOSEST))
        break
      }
      case 'event':
        openEvent(result.event)
        break
      case 'site': {
        const { site, lon, lat } = result.position
        session.change({ ...none, panel: 'position', site })
        soon(() => map?.flyTo(lon, lat, CLOSEST))
        break
      }
      case 'governorate':
        session.change({ ...none, panel: null })
        soon(() => map?.showBox(result.governorate.bbox))
    }
  }
}
