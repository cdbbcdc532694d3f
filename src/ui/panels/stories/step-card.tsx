/** One step of a story: a few sentences, each with numbers that lead to what it rests on. */

import { useEffect, useRef } from 'react'
import { useApp } from '../../context.tsx'
import { useExactPositions } from '../../data/use-exact-positions.ts'
import { useEvents, useEvidence } from '../../data/use-loaded.ts'
import { Icon } from '../../shell/icons.tsx'
import { DataText } from '../../words/data-text.tsx'
import { NotHere } from '../not-here.tsx'
import { Publications } from '../why/publications.tsx'
import '../../styles/progress.css'
import '../why/why.css'
import { RefRow } from './ref-row.tsx'
import { type Ref, refsOf, resolve, type Story, sentenceText, stepView } from './story.ts'

export interface StepCardProps {
  story: Story
  /** from 1 */
  step: number
  go(step: number): void
}

export function StepCard({ story, step, go }: StepCardProps) {
  const { words, session } = useApp()
  const shown = story.steps[step - 1]
  const day = stepView(shown.link, session.context).named.day
  const refs = refsOf(shown)
  const count = story.steps.length
  const read = useRef<HTMLDivElement>(null)
  // biome-ignore lint/correctness/useExhaustiveDependencies: another step is read from its beginning
  useEffect(() => {
    read.current?.scrollTo(0, 0)
  }, [story, step])
  return (
    <article className="story-step" aria-labelledby="story-title">
      <p className="events-facts story-head">
        <button type="button" className="text-button" onClick={() => session.change({ story: null })}>
          {words.say('stories.all')}
        </button>
        {' · '}
        <DataText of={story.title} />
      </p>
      <progress className="progress" value={step} max={count} aria-label={words.say('stories.progress')}>
        {words.say('stories.step', { step, count })}
      </progress>
      {/* Seen below what is read, and reached before it: whoever turns pages by keyboard passes no sources. */}
      <nav className="story-turn" aria-label={words.say('stories.turn')}>
        <button
          type="button"
          className="button-plain button-framed"
          disabled={step <= 1}
          onClick={() => go(step - 1)}
        >
          <Icon name="back" flip />
          {words.say('stories.back')}
        </button>
        <button
          type="button"
          className="button-plain story-next"
          onClick={() => (step < count ? go(step + 1) : session.change({ story: null }))}
        >
          {words.say(step < count ? 'stories.next' : 'stories.end')}
          {step < count && <Icon name="ahead" flip />}
        </button>
      </nav>
      <div ref={read} className="story-read">
        <div aria-live="polite">
          <h3 id="story-title">
            <DataText of={shown.title} />
          </h3>
          {day !== undefined && (
            <p className="events-facts">
              {words.dateLong(day)} · {words.say('stories.step', { step, count })}
            </p>
          )}
          <p className="story-text">
            {shown.sentences.map((sentence, i) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: sentences of a step never change places
              <span key={i}>
                <DataText of={sentenceText(sentence)} />
                <sup>{sentence.refs.map((id) => refs.indexOf(id) + 1).join(words.say('separator'))}</sup>{' '}
              </span>
            ))}
          </p>
        </div>
        <Grounds key={`${story.id}.${step}`} refs={refs} />
      </div>
    </article>
  )
}

function Grounds({ refs }: { refs: readonly string[] }) {
  const { words, factions, session } = useApp()
  const positions = useExactPositions()
  const evidence = useEvidence()
  const events = useEvents()
  if (evidence.state !== 'ready') return <NotHere loaded={evidence} />
  if (events.state !== 'ready') return <NotHere loaded={events} />
  const records = { evidence: evidence.value, events: events.value, positions }
  const found = refs.map((id) => resolve(id, records)).filter((ref): ref is Ref => ref !== null)
  const sources = [...new Set(found.flatMap((ref) => ref.sources))]
  return (
    <section className="story-grounds">
      <h4>{words.say('stories.rests-on')}</h4>
      <ol>
        {found.map((ref) => (
          <RefRow key={ref.id} reference={ref} evidence={evidence.value} />
        ))}
      </ol>
      <h4>{words.say('event.sources')}</h4>
      <Publications
        ids={sources}
        evidence={evidence.value}
        factions={factions}
        day={session.clock.getSnapshot().day}
      />
    </section>
  )
}
