/** The sign of a kind of event, as on the map. */
import type { EventKind } from '../../../chronicle/events.ts'
import { EVENT_GLYPHS } from '../../../map/event-glyphs.ts'

export function EventSign({ kind, contested }: { kind: EventKind; contested?: boolean }) {
  return (
    <svg className="event-sign" viewBox="0 0 22 22" aria-hidden="true">
      <circle cx="11" cy="11" r="9.4" strokeDasharray={contested ? '1.4 2.6' : undefined} />
      <path d={EVENT_GLYPHS[kind]} transform="translate(1 1)" />
    </svg>
  )
}
