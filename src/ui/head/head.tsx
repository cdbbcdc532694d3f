/** The headline: the date, and in one sentence what changed on it. */
import { useEffect, useMemo, useState } from 'react'
import type { Headline } from '../../chronicle/headlines.ts'
import { useApp, useClock } from '../context.tsx'
import { useNarrow } from '../shell/use-page.ts'
import { AtlasTitle } from './atlas-title.tsx'
import { daySentenceOf } from './day-sentence.ts'
import './head.css'

/** Screen readers are told the day once it has stood still this long, milliseconds. */
const QUIET_MS = 700

export function Head() {
  const { words, session, layout, headlines } = useApp()
  const { day } = useClock('day')
  const headline = headlines?.get(day)
  const title = headline && words.text(headline.text)
  const sentence = useDaySentence()
  const narrow = useNarrow()
  const spoken = useDebounced([words.dateLong(day), title, sentence(day)].filter(Boolean).join('. '))
  return (
    <header ref={layout.part('head')} className="head">
      <AtlasTitle />
      <h1 className="head-date" aria-label={words.dateLong(day)}>
        {narrow ? (
          words.dateLong(day)
        ) : (
          <>
            <span className="head-weekday">{words.weekday(day)}</span> {words.date(day)}
          </>
        )}
      </h1>
      {headline && <HeadLine headline={headline} />}
      <p className="head-sentence">{sentence(day)}</p>
      <p className="visually-hidden" aria-live="polite" aria-atomic="true">
        {session.clock.getSnapshot().playing ? '' : spoken}
      </p>
    </header>
  )
}

/** What people wrote of the day; it leads to an event that it rests on, and so to its sources. */
function HeadLine({ headline: { text, restsOn } }: { headline: Headline }) {
  const { words, session, events } = useApp()
  const event = events?.find(({ id }) => restsOn.includes(id))
  if (!event) return <p className="head-line">{words.text(text)}</p>
  return (
    <button
      type="button"
      className="head-line"
      title={words.say('head.event')}
      onClick={() =>
        session.change({ event: event.id.toLowerCase(), panel: 'event', at: null, place: null, story: null })
      }
    >
      {words.text(text)}
    </button>
  )
}

/** @returns a function that gives the sentence of any day in the reader's language */
export function useDaySentence(): (day: number) => string {
  const { words, changes, atlas, factions, governorates, evidence } = useApp()
  return useMemo(
    () => daySentenceOf({ atlas, changes, factions, governorates, evidence }, words),
    [words, changes, atlas, factions, governorates, evidence],
  )
}

function useDebounced(text: string): string {
  const [debounced, setDebounced] = useState(text)
  useEffect(() => {
    const timer = setTimeout(() => setDebounced(text), QUIET_MS)
    return () => clearTimeout(timer)
  }, [text])
  return debounced
}
