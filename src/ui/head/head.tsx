/** The headline: the date, and in one sentence what changed on it. */
import { useEffect, useMemo, useState } from 'react'
import { nameOn } from '../../chronicle/conflict.ts'
import { useApp, useClock, useFactionAt } from '../context.tsx'
import { useNarrow } from '../shell/use-page.ts'
import { AtlasTitle } from './atlas-title.tsx'
import { daySentence } from './day-sentence.ts'

/** Screen readers are told the day once it has stood still this long, milliseconds. */
const QUIET_MS = 700

export function Head() {
  const { words, session, layout } = useApp()
  const { day } = useClock('day')
  const sentence = useDaySentence()
  const narrow = useNarrow()
  const spoken = useSettled(`${words.dateLong(day)}. ${sentence(day)}`)
  return (
    <header ref={layout.part('head')} className="head">
      <AtlasTitle />
      {/* A browser that translates the page takes text away from its element: with a key, the whole element is new. */}
      <h1 key={day} className="head-date" aria-label={words.dateLong(day)}>
        {narrow ? (
          words.dateLong(day)
        ) : (
          <>
            <span className="head-weekday">{words.weekday(day)}</span> {words.date(day)}
          </>
        )}
      </h1>
      <p key={`${day} sentence`} className="head-sentence">
        {sentence(day)}
      </p>
      <p className="visually-hidden" aria-live="polite" aria-atomic="true">
        {session.clock.getSnapshot().playing ? '' : spoken}
      </p>
    </header>
  )
}

/** @returns a function that gives the sentence of any day in the reader's language */
export function useDaySentence(): (day: number) => string {
  const { words, changes, session, atlas, governorates, evidence } = useApp()
  const factionAt = useFactionAt()
  return useMemo(() => {
    const cache = new Map<number, string>()
    const sources = {
      words,
      changes,
      changeDays: session.clock.changeDays,
      start: atlas.start,
      factionName: (index: number, day: number) => {
        const faction = factionAt(index)
        return faction ? nameOn(faction, day, words.language, 'short') : atlas.factions[index]
      },
      governorateName: (index: number) => {
        const governorate = governorates.find(({ id }) => id === atlas.governorates[index])
        return governorate ? words.text(governorate.name) : atlas.governorates[index]
      },
      evidence,
    }
    return (day) => {
      let text = cache.get(day)
      if (text === undefined) {
        text = daySentence(day, sources)
        cache.set(day, text)
      }
      return text
    }
  }, [words, changes, session, atlas, governorates, evidence, factionAt])
}

function useSettled(text: string): string {
  const [settled, setSettled] = useState(text)
  useEffect(() => {
    const timer = setTimeout(() => setSettled(text), QUIET_MS)
    return () => clearTimeout(timer)
  }, [text])
  return settled
}
