/** The answer for one point and one day. */
import { useEffect, useRef, useState } from 'react'
import { STATE } from '../../../chronicle/atlas.ts'
import { belongsTo, nameOn } from '../../../chronicle/conflict.ts'
import type { Day } from '../../../chronicle/day.ts'
import type { ClaimRecord, EvidenceFile, PlaceRecord } from '../../../chronicle/evidence.ts'
import type { Explanation } from '../../../chronicle/explain.ts'
import { useApp, useFactionAt } from '../../context.tsx'
import { useExactPositions } from '../../data/use-exact-positions.ts'
import { Chip } from '../../legend/chip.tsx'
import type { MessageId } from '../../words/words.ts'
import { Certainty } from './certainty.tsx'
import { ClaimCard } from './claim-card.tsx'
import { shortName, stateWords } from './claim-words.ts'
import { firstBecause, groundsOn, opponentsOf } from './grounds.ts'
import { HistoryStrip } from './history-strip.tsx'
import { positionsAt } from './positions-at.ts'
import { PositionsHere } from './positions-here.tsx'
import { FoldedRecord } from './record.tsx'

export interface AnswerProps {
  answer: Explanation
  /** degrees */
  lon: number
  lat: number
  /** the place that was asked for by name */
  asked: PlaceRecord | null
  day: Day
  evidence: EvidenceFile
  contradictions(claim: ClaimRecord): ClaimRecord[]
  onPlace(place: PlaceRecord): void
}

export function Answer({ answer, lon, lat, asked, day, evidence, contradictions, onPlace }: AnswerProps) {
  const { words, session, conflict, atlas, factions, governorates } = useApp()
  const positions = useExactPositions()
  const factionAt = useFactionAt()
  const { now, since, place, basis, nearest, history, aside, background } = answer
  const here = asked ?? (basis === 'place' ? place : null)
  const holder = factionAt(now.holder)
  const holderName = holder ? nameOn(holder, day, words.language) : words.say('why.nobody')
  const other = factionAt(now.other)
  const otherName = other ? nameOn(other, day, words.language, 'genitive') : null
  const state = stateWords(now, otherName, words)
  const sinceText = words.say(since <= atlas.start ? 'why.since-before' : 'why.since', {
    date: words.date(since),
  })
  const title = here ? nameOf(here) : nearest && nearest.km < 15 ? near(nearest.place) : words.say('why.open')
  const parent = holder && belongsTo(holder, day)
  const summary = words.say('why.summary', {
    place: title,
    date: words.date(day),
    holder: holderName,
    state,
    since: sinceText,
    grade: now.grade,
  })
  const { upToNow, later } = groundsOn(now.claims, day)
  const opponents = opponentsOf(now.claims, contradictions)
  const ownPlace = here?.id ?? undefined
  const top = useRef<HTMLDivElement>(null)
  // biome-ignore lint/correctness/useExhaustiveDependencies: the answer for another point is read from its beginning
  useEffect(() => {
    top.current?.closest('.panel-body')?.scrollTo(0, 0)
  }, [lon, lat])

  function nameOf(record: PlaceRecord) {
    return words.text(record.name)
  }
  function near(record: PlaceRecord) {
    return words.say('point.near', { place: nameOf(record) })
  }

  return (
    <div ref={top} className="why">
      <Spoken text={summary} asked={`${lon} ${lat}`} />
      <header className="why-head">
        <p className="why-title">{title}</p>
        <p className="why-note">
          {here && <>{placeFacts(here)} · </>}
          <bdi className="why-point">
            {lat.toFixed(4)}, {lon.toFixed(4)}
          </bdi>
        </p>
      </header>
      <section className="why-holder" aria-label={words.date(day)}>
        <p className="why-date">{words.date(day)}</p>
        <p className="why-name">
          {holder && <Chip colour={holder.colour} texture={holder.texture} />}
          <strong>{holderName}</strong>
        </p>
        <p>
          {words.say('why.state-since', { state, since: sinceText })} ·{' '}
          <strong data-grade={now.grade}>{words.say('why.grade', { grade: now.grade })}</strong>
        </p>
        {now.state !== STATE.held && now.other >= 0 && (
          <p className="why-note">{words.say(`why.first.${firstBecause(now, holder?.id, day)}`)}</p>
        )}
        {parent && (
          <p className="why-note">
            {words.say('legend.part-of', { name: shortName(factions, parent, day, words) })}
          </p>
        )}
      </section>
      <section>
        <h3>{words.say('why.history')}</h3>
        <HistoryStrip history={history} before={background.length} />
        <p className="why-note">{words.say('why.history-note')}</p>
      </section>
      <Certainty answer={answer} lon={lon} lat={lat} day={day} onPlace={onPlace} />
      <section>
        <h3>{words.say('why.claims')}</h3>
        {now.claims.length === 0 && <p>{words.say('why.claims-none')}</p>}
        {upToNow.length > 0 && <Claims evidence={evidence} here={ownPlace} claims={upToNow} />}
        {later.length > 0 && <p className="why-note">{words.say('why.claims-later')}</p>}
        {later.length > 0 && <Claims evidence={evidence} here={ownPlace} claims={later} />}
      </section>
      <section>
        <h3>{words.say('why.against')}</h3>
        {opponents.length === 0 ? (
          <p>{words.say('why.against-none')}</p>
        ) : (
          <ul className="claims">
            {opponents.map(({ claim, against }) => (
              <ClaimCard key={claim.id} claim={claim} evidence={evidence} here={ownPlace}>
                <p className="claim-against">{words.say('why.against-what', { id: words.list(against) })}</p>
              </ClaimCard>
            ))}
          </ul>
        )}
      </section>
      {conflict.proposals && (
        <button
          type="button"
          className="button-plain button-framed why-propose"
          onClick={() => session.change({ panel: 'propose', ...(here && { place: here.id, at: null }) })}
        >
          {words.say('panel.propose')}
        </button>
      )}
      <PositionsHere positions={positionsAt(positions, lon, lat, day)} day={day} evidence={evidence} />
      {aside.length > 0 && (
        <FoldedRecord
          title={words.say('why.aside', { count: aside.length })}
          note={words.say('why.aside-note')}
        >
          <Claims evidence={evidence} here={ownPlace} claims={aside} />
        </FoldedRecord>
      )}
      {background.length > 0 && (
        <FoldedRecord
          title={words.say('why.background', { date: words.date(atlas.start), count: background.length })}
          note={words.say('why.background-note')}
        >
          <Claims evidence={evidence} here={ownPlace} claims={background} />
        </FoldedRecord>
      )}
    </div>
  )

  function placeFacts({ kind, governorate }: PlaceRecord): string {
    const known = governorates.find(({ id }) => id === governorate)
    const parts = [KINDS.has(kind) ? words.say(`kind.${kind}` as MessageId) : kind]
    if (known) parts.push(words.text(known.name))
    return parts.join(' · ')
  }
}

interface ClaimsProps {
  claims: readonly ClaimRecord[]
  evidence: EvidenceFile
  here: string | undefined
}

function Claims({ claims, ...rest }: ClaimsProps) {
  return (
    <ul className="claims">
      {claims.map((claim) => (
        <ClaimCard key={claim.id} claim={claim} {...rest} />
      ))}
    </ul>
  )
}

const KINDS = new Set([
  'base',
  'city',
  'crossing',
  'dam',
  'field',
  'hill',
  'quarter',
  'site',
  'town',
  'village',
])

/** Tells the answer to screen readers when another point was asked for; changes of the day are told elsewhere. */
function Spoken({ text, asked }: { text: string; asked: string }) {
  const [said, setSaid] = useState({ asked: '', text: '' })
  useEffect(() => {
    // Written after the region is there, else screen readers take it for old text.
    const timer = setTimeout(() => setSaid((now) => (now.asked === asked ? now : { asked, text })), 150)
    return () => clearTimeout(timer)
  }, [asked, text])
  return (
    <p className="visually-hidden" role="status">
      {said.text}
    </p>
  )
}
