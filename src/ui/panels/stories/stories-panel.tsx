/** Guided tours: the list of them, and one step at a time with what it rests on. */

import { useEffect, useRef } from 'react'
import { useApp, useView } from '../../context.tsx'
import { fetchOnce } from '../../data/load.ts'
import { useLoaded } from '../../data/use-loaded.ts'
import { storyDays } from '../../dock/story-days.ts'
import { OPENED_WITH } from '../../open-session.ts'
import { DataText } from '../../words/data-text.tsx'
import { NotHere } from '../not-here.tsx'
import '../events/events.css'
import { StepCard } from './step-card.tsx'
import './stories.css'
import { decodeStories, type Story, stepView } from './story.ts'
import { useStep } from './use-step.ts'

const loadStories = fetchOnce('stories.json', decodeStories)

export default function StoriesPanel() {
  const loaded = useLoaded(loadStories)
  return loaded.state === 'ready' ? <Stories stories={loaded.value} /> : <NotHere loaded={loaded} />
}

function Stories({ stories }: { stories: readonly Story[] }) {
  const { words, session, map } = useApp()
  const { story: shown } = useView('story')
  const go = useStep()
  const story = stories.find(({ id }) => id === shown?.id)
  const step = Math.min(shown?.step ?? 1, story?.steps.length ?? 1)
  // A link that names a story but no day means the day and the view of its step.
  const asked = useRef(shown !== null && !OPENED_WITH.has('date'))
  useEffect(() => {
    if (!asked.current || !story || !map) return
    asked.current = false
    go(story, step)
  })
  useEffect(() => {
    const days = story?.steps.flatMap(({ link }) => stepView(link, session.context).named.day ?? []) ?? []
    storyDays.set([...new Set(days)])
    return () => storyDays.set([])
  }, [story, session])
  if (story) return <StepCard story={story} step={step} go={(next) => go(story, next)} />
  if (stories.length === 0) return <p>{words.say('stories.none')}</p>
  return (
    <div className="stories">
      {shown && <p role="alert">{words.say('stories.unknown', { id: shown.id })}</p>}
      <p className="events-facts">{words.say('stories.what')}</p>
      <ul>
        {stories.map((one) => (
          <li key={one.id} className="story">
            <h3 id={`story-${one.id}`}>
              <DataText of={one.title} />
            </h3>
            <p>
              <DataText of={one.summary} />
            </p>
            <button
              type="button"
              className="button-plain button-framed"
              onClick={() => go(one, 1)}
              id={`begin-${one.id}`}
              aria-labelledby={`begin-${one.id} story-${one.id}`}
            >
              {words.say('stories.start', { count: one.steps.length })}
            </button>
          </li>
        ))}
      </ul>
      <button
        type="button"
        className="text-button"
        onClick={() => session.change({ panel: 'events', story: null })}
      >
        {words.say('events.list')}
      </button>
    </div>
  )
}
