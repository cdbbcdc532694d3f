/** The card of one event: what, when, where, how well known, who says so, what says otherwise. */

import { useEffect } from 'react'
import { type EventRecord, hasMark } from '../../../chronicle/events.ts'
import { textsOf } from '../../../chronicle/text.ts'
import { useApp, useClock, useView } from '../../context.tsx'
import { useEvidence } from '../../data/use-loaded.ts'
import { Icon } from '../../shell/icons.tsx'
import { DataText } from '../../words/data-text.tsx'
import { NotHere } from '../not-here.tsx'
import { shortName } from '../why/claim-words.ts'
import { Publications } from '../why/publications.tsx'
import '../why/why.css'
import { neighbours } from './event-list.ts'
import { EventSign } from './event-sign.tsx'
import './events.css'
import { useEvents } from '../../data/use-loaded.ts'
import { eventPlace, precisionText } from './place-text.ts'
import { useOpenEvent } from './use-open-event.ts'

export default function EventPanel() {
  const { words, session } = useApp()
  const { event: asked } = useView('event')
  const loaded = useEvents()
  if (loaded.state !== 'ready') return <NotHere loaded={loaded} />
  const event = loaded.value.find(({ id }) => id.toLowerCase() === asked)
  return (
    <div className="events">
      {event ? (
        <Card event={event} events={loaded.value} />
      ) : (
        <p>{words.say('event.unknown', { id: asked ?? '' })}</p>
      )}
      <button type="button" className="text-button" onClick={() => session.change({ panel: 'events' })}>
        {words.say('events.list')}
      </button>
    </div>
  )
}

function Card({ event, events }: { event: EventRecord; events: readonly EventRecord[] }) {
  const { words, session, map, conflict, evidence, factions } = useApp()
  const { day } = useClock('day')
  const open = useOpenEvent()
  const drawn = hasMark(event, conflict.bbox)
  useEffect(() => {
    map?.ring(drawn ? event : null)
    return () => map?.ring(null)
  }, [map, event, drawn])
  const where = eventPlace(event, evidence)
  const reason = textsOf(event.reason).length > 0
  const others = events.filter(
    ({ id, conflicts }) => event.conflicts.includes(id) || conflicts.includes(event.id),
  )
  const { before, after } = neighbours(events, event)
  // The map tells who held a place, not who is answerable for killings.
  const named = event.kind === 'massacre' ? [] : event.factions
  return (
    <article className="event-card" aria-labelledby="event-title">
      <p className="event-kind">
        <EventSign kind={event.kind} contested={event.verdict !== 'accepted'} />
        {words.say(`event.kind.${event.kind}`)}
      </p>
      <h3 id="event-title">
        <DataText of={event.title} />
      </h3>
      <p className="event-when">
        <button
          type="button"
          className="text-button"
          onClick={() => session.clock.setDay(event.start)}
          title={words.say('event.go-to-day')}
        >
          {words.dateRange(event.start, event.end)}
        </button>
      </p>
      <p className="event-where">
        {where &&
          (event.place && evidence ? (
            <button
              type="button"
              className="text-button"
              onClick={() => session.change({ place: event.place, at: null, panel: 'why' })}
              title={words.say('event.why-place', { place: words.text(where) })}
            >
              <DataText of={where} name />
            </button>
          ) : (
            <bdi>
              <DataText of={where} name />
            </bdi>
          ))}
        {where && ' · '}
        {precisionText(event.precision_m, words)}
        {drawn && (
          <>
            {' · '}
            <button
              type="button"
              className="text-button"
              onClick={() => session.change({ at: [event.lon, event.lat], place: null, panel: 'why' })}
            >
              {words.say('event.why-here')}
            </button>
          </>
        )}
        {!drawn && event.verdict !== 'rejected' && <> · {words.say('event.no-mark')}</>}
      </p>
      <p>
        <DataText of={event.summary} />
      </p>
      {named.length > 0 && (
        <p className="event-named">
          {words.say('event.named', {
            factions: words.list(named.map((id) => shortName(factions, id, event.start, words))),
          })}
        </p>
      )}
      {(event.verdict !== 'accepted' || reason) && (
        <p className="event-verdict" data-verdict={event.verdict}>
          <strong>{words.say('verdict.label', { verdict: words.say(`verdict.${event.verdict}`) })}</strong>{' '}
          <DataText of={event.reason} />
        </p>
      )}
      {others.length > 0 && (
        <section>
          <h4>{words.say('event.others')}</h4>
          <ul>
            {others.map((other) => (
              <li key={other.id}>
                <button type="button" className="text-button" onClick={() => open(other)}>
                  {words.text(other.title)}
                </button>{' '}
                <span className="events-facts">{words.dateRange(other.start, other.end)}</span>
              </li>
            ))}
          </ul>
        </section>
      )}
      <section>
        <h4>{words.say('event.sources')}</h4>
        <Sources ids={event.sources} day={event.start} />
      </section>
      <p className="claim-foot">
        <bdi className="claim-id">{event.id}</bdi>
      </p>
      <nav className="event-turn" aria-label={words.say('event.turn')}>
        <button
          type="button"
          className="button-plain"
          disabled={!before}
          onClick={() => before && open(before)}
        >
          <Icon name="back" flip />
          {words.say('event.before')}
        </button>
        <button type="button" className="button-plain" disabled={!after} onClick={() => after && open(after)}>
          {words.say('event.after')}
          <Icon name="ahead" flip />
        </button>
      </nav>
      {day < event.start && <p className="events-facts">{words.say('event.later')}</p>}
    </article>
  )
}

export function Sources({ ids, day }: { ids: readonly string[]; day: number }) {
  const { factions } = useApp()
  const loaded = useEvidence()
  if (loaded.state !== 'ready') return <NotHere loaded={loaded} />
  return <Publications ids={ids} evidence={loaded.value} factions={factions} day={day} />
}
