/** The card of one site: its name, whose it is, and every status it had, each with its days and sources. */

import { useEffect } from 'react'
import { nameOn } from '../../../chronicle/conflict.ts'
import type { MilitaryPosition } from '../../../chronicle/positions.ts'
import { textsOf } from '../../../chronicle/text.ts'
import { useApp, useClock, useView } from '../../context.tsx'
import { useExactPositions } from '../../data/use-exact-positions.ts'
import { DataText } from '../../words/data-text.tsx'
import type { MessageId } from '../../words/words.ts'
import { Sources } from '../events/event-panel.tsx'
import { precisionText } from '../events/place-text.ts'
import { positionsAt } from '../why/positions-at.ts'
import '../why/why.css'
import '../events/events.css'
import { StatusMark } from './status-mark.tsx'

const KINDS = ['base', 'post', 'airfield', 'port', 'headquarters']

export default function PositionPanel() {
  const { words } = useApp()
  const positions = useExactPositions()
  const { site } = useView('site')
  const statuses = positions.filter((position) => position.site === site).sort((a, b) => a.start - b.start)
  if (statuses.length === 0) return <p>{words.say('position.unknown', { id: site ?? '' })}</p>
  return <Site statuses={statuses} />
}

function Site({ statuses }: { statuses: readonly MilitaryPosition[] }) {
  const { words, factions, positions, session, map } = useApp()
  const { day } = useClock('day')
  const now = statuses.find(({ start, end }) => start <= day && (end === null || day < end))
  const shown = now ?? statuses[0]
  useEffect(() => {
    map?.ring(shown)
    return () => map?.ring(null)
  }, [map, shown])
  const faction = factions.find(({ id }) => id === shown.faction)
  const whose = (id: string) => {
    const owner = factions.find((one) => one.id === id)
    return owner ? nameOn(owner, day, words.language, 'posts') : id
  }
  // Marks of two sites can lie on each other, and a click reaches only one of them.
  const others = positionsAt(positions, shown.lon, shown.lat, day).filter(({ site }) => site !== shown.site)
  return (
    <article className="event-card" aria-labelledby="site-name">
      <h3 id="site-name">{words.text(shown.name)}</h3>
      <p className="event-where">
        {[
          faction && nameOn(faction, day, words.language, 'posts'),
          KINDS.includes(shown.kind) ? words.say(`position.kind.${shown.kind}` as MessageId) : shown.kind,
          precisionText(shown.precision_m, words),
        ]
          .filter(Boolean)
          .join(' · ')}
      </p>
      <p className="site-now" role="status">
        {now ? (
          <>
            <StatusMark status={now.status} colour={faction?.colour} />
            <strong>{words.say(`position.${now.status}`)}</strong>
          </>
        ) : (
          words.say('position.not-yet')
        )}
      </p>
      {others.length > 0 && (
        <section>
          <h4>{words.say('position.others')}</h4>
          <ul>
            {others.map((other) => (
              <li key={other.id}>
                <button
                  type="button"
                  className="text-button"
                  onClick={() => session.change({ site: other.site })}
                >
                  {words.text(other.name)} ({whose(other.faction)})
                </button>{' '}
                <span className="events-facts">{words.say(`position.${other.status}`)}</span>
              </li>
            ))}
          </ul>
        </section>
      )}
      <h4>{words.say('position.history')}</h4>
      <ol className="claims">
        {statuses.map((status) => (
          <StatusRow key={status.id} position={status} current={status === now} colour={faction?.colour} />
        ))}
      </ol>
    </article>
  )
}

function StatusRow({
  position,
  current,
  colour,
}: {
  position: MilitaryPosition
  current: boolean
  colour: string | undefined
}) {
  const { words, session, atlas } = useApp()
  const { status, start, end, sources, reason, verdict } = position
  const from = start <= atlas.start ? words.say('position.before') : words.date(start)
  const until = end === null ? words.say('position.until-end') : words.date(end - 1)
  const first = Math.max(start, atlas.start)
  return (
    <li className="claim" data-verdict={verdict} aria-current={current ? 'step' : undefined}>
      <p className="claim-what">
        <StatusMark status={status} colour={colour} />
        <strong>{words.say(`position.${status}`)}</strong>
      </p>
      <p className="claim-when">
        <button type="button" className="text-button" onClick={() => session.clock.setDay(first)}>
          {end !== null && end - 1 === start
            ? words.date(start)
            : words.say('position.span', { from, until })}
        </button>
      </p>
      {(verdict !== 'accepted' || textsOf(reason).length > 0) && (
        <p className="claim-verdict">
          {words.say('verdict.label', { verdict: words.say(`verdict.${verdict}`) })} <DataText of={reason} />
        </p>
      )}
      <Sources ids={sources} day={first} />
      <p className="claim-foot">
        <bdi className="claim-id">{position.id}</bdi>
      </p>
    </li>
  )
}
