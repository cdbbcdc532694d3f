/** The headline: the date, and in one sentence what changed on it. */
import { useEffect, useMemo, useState } from 'react'
import { useApp, useClock } from '../context.tsx'
import { useNarrow } from '../shell/use-page.ts'
import { AtlasTitle } from './atlas-title.tsx'
import { daySentenceOf } from './day-sentence.ts'
import './head.css'

/** Screen readers are told the day once it has stood still this long, milliseconds. */
const QUIET_MS = 700

export function Head() {
  const { words, session, layout } = useApp()
  const { day } = useClock('day')
  const sentence = useDaySentence()
  const narrow = useNarrow()
  const spoken = useDebounced(`${words.dateLong(day)}. ${sentence(day)}`)
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
      <p className="head-sentence">{sentence(day)}</p>
      <p className="visually-hidden" aria-live="polite" aria-atomic="true">
        {session.clock.getSnapshot().playing ? '' : spoken}
      </p>
    </header>
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
