import { EVENT_FADE_DAYS, type EventRecord, hasMark } from '../../../chronicle/events.ts'
import { useApp } from '../../context.tsx'

/** Zoom level at which an event is looked at, the farther the less exactly its point is known. */
function zoomFor(precisionM: number): number {
  return Math.min(10, Math.max(7.5, 10.5 - Math.log2(Math.max(1, precisionM / 2500))))
}

/** @returns a function that opens the card of an event, goes to its day and brings its point into view */
export function useOpenEvent(): (event: EventRecord) => void {
  const { session, map, conflict } = useApp()
  return (event) => {
    session.change({ event: event.id.toLowerCase(), panel: 'event', at: null, place: null })
    const { day } = session.clock.getSnapshot()
    if (day < event.start || day > event.end + EVENT_FADE_DAYS) session.clock.setDay(event.start)
    if (hasMark(event, conflict.bbox)) map?.flyTo(event.lon, event.lat, zoomFor(event.precision_m))
  }
}
