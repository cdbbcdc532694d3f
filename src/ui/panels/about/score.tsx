/** How the map does against publications that it is not made from. */

import { parseDay } from '../../../chronicle/day.ts'
import type { Tally } from '../../../chronicle/score.ts'
import { useApp } from '../../context.tsx'
import { useLoaded } from '../../data/use-loaded.ts'
import { NotHere } from '../not-here.tsx'
import { loadAbout, loadScore } from './files.ts'

export function ScoreTables() {
  const { words } = useApp()
  const loaded = useLoaded(loadScore)
  const about = useLoaded(loadAbout)
  if (loaded.state !== 'ready') return <NotHere loaded={loaded} />
  if (!loaded.value) return null
  const { date, first, all, sets, regions, months, worst } = loaded.value
  const names = about.state === 'ready' ? (about.value.regions ?? {}) : {}
  const region = (id: string) => (names[id] ? words.text(names[id]) : id)
  const month = (text: string) => words.month(parseDay(`${text}-01`) ?? 0, 'long', true)
  const dated = (text: string) => {
    const day = parseDay(text)
    return day === null ? text : words.date(day)
  }
  const askings = sets.flatMap(({ set, ...now }) => {
    const then = first.find((one) => one.set === set)
    return [
      ...(then ? [{ name: words.say('score.set-first', { set, date: dated(then.date) }), tally: then }] : []),
      { name: words.say('score.set-now', { set, date: dated(date) }), tally: now },
    ]
  })
  return (
    <>
      <h3 id="about-score">{words.say('score.title')}</h3>
      <p>
        {words.say('score.result', {
          total: all.total,
          right: all.right,
          shared: all.shared,
          wrong: all.wrong,
          date: dated(date),
        })}{' '}
        {words.say('score.plain', { right: all.plain.right, total: all.plain.total })}
      </p>
      <p>{words.say('score.limits')}</p>
      <Table caption={words.say('score.by-set')} rows={askings} />
      <Table
        caption={words.say('score.by-region')}
        rows={regions.map((row) => ({ name: region(row.region), tally: row }))}
      />
      <Table
        caption={words.say('score.by-month')}
        rows={months.map((row) => ({ name: month(row.month), tally: row }))}
      />
      <Table
        caption={words.say('score.worst')}
        rows={worst.map((row) => ({
          name: words.say('score.stretch', { region: region(row.region), month: month(row.month) }),
          tally: row,
        }))}
      />
    </>
  )
}

type Counts = Omit<Tally, 'plain'>

function Table({ caption, rows }: { caption: string; rows: { name: string; tally: Counts }[] }) {
  const { words } = useApp()
  return (
    <table className="about-score">
      <caption>{caption}</caption>
      <thead>
        <tr>
          <td />
          <th scope="col">{words.say('score.asked')}</th>
          <th scope="col">{words.say('score.right')}</th>
          <th scope="col">{words.say('score.shared')}</th>
          <th scope="col">{words.say('score.wrong')}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map(({ name, tally: { total, right, shared, wrong } }) => (
          <tr key={name}>
            <th scope="row">{name}</th>
            {[total, right, shared, wrong].map((count, i) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: the four columns stand still
              <td key={i}>{words.number(count)}</td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  )
}
