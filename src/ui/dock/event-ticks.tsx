/** Small marks of events under the bars of the track: one for each day that has some. */
import { memo } from 'react'
import type { Day } from '../../chronicle/day.ts'
import { type EventRecord, eventWeight } from '../../chronicle/events.ts'
import { EVENTS } from '../../map/overlays/registry.ts'
import { useApp, useView } from '../context.tsx'
import { placeOf, type TrackScale } from './track-scale.ts'

/** Where days are narrower than this, CSS pixels, only events of some weight are marked. */
const CROWDED = 6
const KEY_WEIGHT = 6

/**
 * @param pixelsPerDay how wide a day is
 * @returns the first days of events, ascending, each once
 */
export function eventDays(events: readonly EventRecord[], pixelsPerDay: number): Day[] {
  const shown = pixelsPerDay < CROWDED ? events.filter((event) => eventWeight(event) >= KEY_WEIGHT) : events
  return [...new Set(shown.filter(({ verdict }) => verdict !== 'rejected').map(({ start }) => start))].sort(
    (a, b) => a - b,
  )
}

export const EventTicks = memo(({ scale, y }: { scale: TrackScale; y: number }) => {
  const { events } = useApp()
  const { layers, kinds } = useView('layers', 'kinds')
  if (!events || !layers.includes(EVENTS)) return null
  const { window, width } = scale
  const known = events.filter(({ kind }) => kinds.includes(kind))
  return (
    <g className="track-events">
      {eventDays(known, width / (window.to - window.from))
        .filter((day) => day >= window.from && day <= window.to)
        .map((day) => (
          <path key={day} d={`M${placeOf(day, scale)} ${y}l2.6 2.6-2.6 2.6-2.6-2.6z`} />
        ))}
    </g>
  )
})
