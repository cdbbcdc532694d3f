/** The log of corrections, the latest first. */

import { parseDay } from '../../../chronicle/day.ts'
import { useWords } from '../../context.tsx'
import { useLoaded } from '../../data/use-loaded.ts'
import { DataText } from '../../words/data-text.tsx'
import { NotHere } from '../not-here.tsx'
import { loadCorrections } from './files.ts'

export function Corrections() {
  const words = useWords()
  const loaded = useLoaded(loadCorrections)
  if (loaded.state !== 'ready') return <NotHere loaded={loaded} />
  if (loaded.value.length === 0) return <p>{words.say('corrections.none')}</p>
  return (
    <ol className="about-log">
      {[...loaded.value].reverse().map(({ date, what, why, ids }) => {
        const day = parseDay(date)
        return (
          <li key={`${date} ${words.text(what)}`}>
            <time dateTime={date}>{day === null ? date : words.date(day)}</time>
            <p>
              <DataText of={what} />
            </p>
            <p className="about-why">
              <DataText of={why} /> {ids.length > 0 && <bdi>{ids.join(' ')}</bdi>}
            </p>
          </li>
        )
      })}
    </ol>
  )
}
