/** The publications behind a claim, each with what a reader needs to weigh it. */

import type { Faction } from '../../../chronicle/conflict.ts'
import { type Day, parseDay } from '../../../chronicle/day.ts'
import type { EvidenceFile, Reading, SourceRecord } from '../../../chronicle/evidence.ts'
import { useWords } from '../../context.tsx'
import { webAddress } from '../../data/web-address.ts'
import { publicationFacts } from './claim-words.ts'

export interface PublicationsProps {
  ids: readonly string[]
  evidence: EvidenceFile
  factions: readonly Faction[]
  /** the day whose names of factions count */
  day: Day
  /** what came of looking the publications up again */
  readings?: readonly Reading[]
}

export function Publications({ ids, evidence, factions, day, readings }: PublicationsProps) {
  const words = useWords()
  const found = ids
    .map((id) => evidence.sources.find((source) => source.id === id))
    .filter((source) => source !== undefined)
    .filter(({ kind }) => kind !== 'none')
  const readingWords = (reading: Reading | undefined): string[] => {
    const date = parseDay(reading?.date ?? '')
    if (!reading || date === null) return []
    return [words.say(`reading.${reading.result}`, { date: words.date(date) })]
  }
  if (found.length === 0) return <p className="publications-none">{words.say('source.none')}</p>
  return (
    <ul className="publications">
      {found.map((source) => (
        <li key={source.id}>
          <Name source={source} />
          <span className="publication-facts">
            {[
              ...publicationFacts(source, factions, day, words),
              ...readingWords(readings?.find((reading) => reading.source === source.id)),
            ].join(' · ')}
          </span>
        </li>
      ))}
    </ul>
  )
}

function Name({ source: { publisher, title, url, language } }: { source: SourceRecord }) {
  const address = webAddress(url)
  const name = (
    <>
      <bdi>{publisher}</bdi>
      {title && (
        <>
          {': '}
          <bdi lang={language}>{title}</bdi>
        </>
      )}
    </>
  )
  if (!address) return <span className="publication-name">{name}</span>
  return (
    <a className="publication-name" href={address} target="_blank" rel="noopener noreferrer">
      {name}
    </a>
  )
}
