/** The log of corrections, the latest first. */
import { parseDay } from '../../../chronicle/day.ts'
import { useWords } from '../../context.tsx'
import { useLoaded } from '../events/use-events.ts'
import { NotHere } from '../not-here.tsx'
import { loadCorrections } from './files.ts'

export function Corrections() {
  const words = useWords()
  const loaded = useLoaded(loadCorrections)
  if (loaded.state !== 'ready') return <NotHere loaded={loaded} />
  const { language } = words
  if (loaded.value.length === 0) return <p>{words.say('corrections.none')}</p>
  return (
    <ol className="about-log">
      {[...loaded.value].reverse().map(({ date, what, why, ids }) => {
        const day = parseDay(date)
        return (
          <li key={`${date} ${what.en}`}>
            <time dateTime={date}>{day === null ? date : words.date(day)}</time>
            <p>{what[language]}</p>
            <p className="about-why">
              {why[language]} {ids.length > 0 && <bdi>{ids.join(' ')}</bdi>}
            </p>
          </li>
        )
      })}
    </ol>
  )
}
