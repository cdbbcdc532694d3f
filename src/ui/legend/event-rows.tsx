/** Switches of the events: all of them, and each kind. */
import { EVENT_KINDS, type EventKind } from '../../chronicle/events.ts'
import { EVENTS } from '../../map/overlays/registry.ts'
import { useApp, useView } from '../context.tsx'
import { EventSign } from '../panels/events/event-sign.tsx'
import { LayerRow } from './layer-row.tsx'

export function EventRows() {
  const { words, events, session } = useApp()
  const { layers, kinds } = useView('layers', 'kinds')
  const known = EVENT_KINDS.filter((kind) => events === null || events.some((event) => event.kind === kind))
  if (known.length === 0) return null
  const shown = known.filter((kind) => kinds.includes(kind)).length
  const on = layers.includes(EVENTS)
  const toggle = (kind: EventKind) =>
    session.change({ kinds: EVENT_KINDS.filter((one) => kinds.includes(one) !== (one === kind)) })
  return (
    <>
      <h3 className="legend-title">{words.say('legend.events')}</h3>
      <ul className="legend-rows">
        <LayerRow id={EVENTS} />
      </ul>
      {on && (
        <details className="map-key event-kinds" open={shown < known.length || undefined}>
          <summary>{words.say('events.kinds', { shown, all: known.length })}</summary>
          <ul className="legend-rows">
            {known.map((kind) => (
              <li key={kind} className="legend-row">
                <label className="switch-row">
                  <input
                    type="checkbox"
                    className="switch"
                    role="switch"
                    aria-checked={kinds.includes(kind)}
                    checked={kinds.includes(kind)}
                    onChange={() => toggle(kind)}
                  />
                  <EventSign kind={kind} />
                  <span className="legend-name">{words.say(`event.kind.${kind}`)}</span>
                </label>
              </li>
            ))}
          </ul>
          <button
            type="button"
            className="button-plain"
            onClick={() => session.change({ panel: session.getView().panel === 'events' ? null : 'events' })}
          >
            {words.say('events.list')}
          </button>
        </details>
      )}
    </>
  )
}
