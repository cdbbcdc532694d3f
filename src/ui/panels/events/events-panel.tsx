/** The list of events: around the day shown, or all that hold the words typed. */
import { useState } from 'react'
import {
  Button,
  Collection,
  Header,
  Input,
  Label,
  ListBox,
  ListBoxItem,
  ListBoxSection,
  SearchField,
} from 'react-aria-components'
import type { EventRecord } from '../../../chronicle/events.ts'
import { useApp, useClock, useView } from '../../context.tsx'
import { Icon } from '../../shell/icons.tsx'
import { NotHere } from '../not-here.tsx'
import { byDay, eventsListed, REACHES, type Reach } from './event-list.ts'
import { EventSign } from './event-sign.tsx'
import './events.css'
import { useEvents } from '../../data/use-loaded.ts'
import { DataText } from '../../words/data-text.tsx'
import { eventPlace } from './place-text.ts'
import { useOpenEvent } from './use-open-event.ts'

export default function EventsPanel() {
  const loaded = useEvents()
  return loaded.state === 'ready' ? <List events={loaded.value} /> : <NotHere loaded={loaded} />
}

function List({ events }: { events: readonly EventRecord[] }) {
  const { words, evidence, session } = useApp()
  const { day } = useClock('day')
  const { kinds } = useView('kinds')
  const [reach, setReach] = useState<Reach>(3)
  const [text, setText] = useState('')
  const open = useOpenEvent()
  const shown = eventsListed(events, { day, reach, text, kinds })
  const known = session.context.kinds ?? []
  return (
    <div className="events">
      <SearchField className="search-field" value={text} onChange={setText}>
        <Label>{words.say('events.search')}</Label>
        <div className="search-box">
          <Input />
          {text && (
            <Button className="button-plain" aria-label={words.say('search.clear')}>
              <Icon name="close" />
            </Button>
          )}
        </div>
      </SearchField>
      {text.trim() === '' && (
        <fieldset className="events-reach">
          <legend className="visually-hidden">{words.say('events.reach')}</legend>
          {REACHES.map((days) => (
            <label key={days ?? 'all'}>
              <input type="radio" name="reach" checked={reach === days} onChange={() => setReach(days)} />
              <span>{days === null ? words.say('events.all') : words.say('events.days', { days })}</span>
            </label>
          ))}
        </fieldset>
      )}
      <p className="events-count" role="status">
        {words.say('events.count', { count: shown.length })}
      </p>
      {kinds.length < known.length && (
        <p className="events-count">
          {words.say('events.kinds', { shown: kinds.length, all: known.length })}{' '}
          <button type="button" className="text-button" onClick={() => session.change({ kinds: known })}>
            {words.say('events.all-kinds')}
          </button>
        </p>
      )}
      <ListBox
        aria-label={words.say('panel.events')}
        className="events-list"
        items={byDay(shown)}
        dependencies={[words, evidence]}
        onAction={(key) => {
          const event = shown.find(({ id }) => id === key)
          if (event) open(event)
        }}
        renderEmptyState={() => <p>{words.say(text.trim() === '' ? 'events.none' : 'events.none-found')}</p>}
      >
        {(group) => (
          <ListBoxSection id={`day-${group.day}`} className="events-day">
            <Header>{words.dateLong(group.day)}</Header>
            <Collection items={group.events}>{(event) => <Row event={event} />}</Collection>
          </ListBoxSection>
        )}
      </ListBox>
    </div>
  )
}

function Row({ event }: { event: EventRecord }) {
  const { words, evidence } = useApp()
  const title = words.text(event.title)
  const where = eventPlace(event, evidence)
  return (
    <ListBoxItem id={event.id} textValue={title} className="events-row" data-verdict={event.verdict}>
      <EventSign kind={event.kind} contested={event.verdict !== 'accepted'} />
      <span className="events-text">
        <span className="events-title">
          <DataText of={event.title} />
        </span>
        <span className="events-facts">
          {words.say(`event.kind.${event.kind}`)}
          {where && (
            <>
              {' · '}
              <DataText of={where} name />
            </>
          )}
          {event.end > event.start && ` · ${words.dateRange(event.start, event.end)}`}
          {event.verdict !== 'accepted' && ` · ${words.say(`verdict.${event.verdict}`)}`}
        </span>
      </span>
    </ListBoxItem>
  )
}
