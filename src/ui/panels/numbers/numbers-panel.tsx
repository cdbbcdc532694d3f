/** Who held how much, over time: chart, the day's shares, the whole as a table, and as a file. */

import { useMemo, useState } from 'react'
import { nameOn } from '../../../chronicle/conflict.ts'
import { bandsOn, type Series, seriesWithin } from '../../../chronicle/series.ts'
import { useApp, useClock, useFactionAt, useView } from '../../context.tsx'
import { useExport } from '../../exports/use-export.ts'
import { Icon } from '../../shell/icons.tsx'
import { about } from '../../words/words.ts'
import { Chart } from './chart.tsx'
import { Choices } from './choices.tsx'
import { amountText } from './number-text.ts'
import '../../styles/segments.css'
import './numbers.css'
import { AskAgain } from '../ask-again.tsx'
import { Shares } from './shares.tsx'
import { type Days, daysOf } from './span.ts'
import { type Numbers, useNumbers } from './use-numbers.ts'
import { WholeTable } from './whole-table.tsx'

/** How many factions the chart's handle names to a screen reader: the largest ones. */
const SPOKEN = 4

export default function NumbersPanel() {
  const { words } = useApp()
  const numbers = useNumbers()
  const { series, retry } = numbers
  return (
    <div className="numbers">
      <Choices numbers={numbers} />
      {series && series.total > 0 && <Content numbers={numbers} series={series} />}
      {series && series.total === 0 && <p>{words.say('numbers.nothing')}</p>}
      {!series && !retry && (
        <p role="status" className="numbers-waiting">
          {words.say('loading')}
        </p>
      )}
      {!series && retry && <AskAgain what={words.say('numbers.failed')} again={retry} />}
    </div>
  )
}

function Content({ numbers, series }: { numbers: Numbers; series: Series }) {
  const { words, governorates, announce } = useApp()
  const saveExport = useExport()
  const { day } = useClock('day')
  const { span } = useView('span')
  const { count, where, by, present, whole, play } = numbers
  const factionAt = useFactionAt()
  const [marked, setMarked] = useState<number | null>(null)
  const [hovered, setHovered] = useState<number | null>(null)
  const [held, setHeld] = useState<Days | null>(null)
  const [open, setOpen] = useState(false)
  const { from, to } = held ?? daysOf(span, day, whole, play)
  const shown = useMemo(() => seriesWithin(series, from, to), [series, from, to])
  const name = (index: number, on: number) => {
    const faction = factionAt(index)
    return faction ? nameOn(faction, on, words.language, 'short') : ''
  }
  const governorate = governorates.find(({ id }) => id === where)
  const place = governorate ? words.text(governorate.name) : words.say('numbers.country')
  const unit = words.say(count === 'area' ? 'numbers.area' : 'numbers.places')
  const drawn = by === null ? present : present.filter((faction) => faction === by)
  const title = words.say('numbers.title', { unit, place, from: words.date(from), to: words.date(to) })
  const spoken = drawn
    .map((index) => ({ index, band: bandsOn(series, day)[index] }))
    .filter(({ band }) => band.high > 0)
    .sort((a, b) => b.band.best - a.band.best)
    .slice(0, SPOKEN)
    .map(({ index, band }) => `${name(index, day)}: ${amountText(band, count, words)}`)
  const total =
    count === 'area'
      ? words.say('numbers.total', { km2: words.number(about(series.total)) })
      : words.say('numbers.places-one', { count: series.total })

  return (
    <>
      <p className="numbers-title">
        {title} · {total}
      </p>
      <Chart
        series={shown}
        factions={present}
        by={by !== null && present.includes(by) ? by : null}
        marked={marked}
        label={words.say('numbers.chart', { title })}
        valueText={`${words.dateLong(day)}. ${words.list(spoken)}`}
        onHover={(hover) => {
          setHovered(hover?.day ?? null)
          setMarked(hover?.faction ?? null)
        }}
        onHold={(hold) => setHeld(hold ? { from, to } : null)}
      />
      <Shares
        series={series}
        present={present}
        count={count}
        day={hovered ?? day}
        by={by}
        marked={marked}
        onMark={setMarked}
      />
      <p className="numbers-note">
        {words.say(count === 'area' ? 'numbers.area-note' : 'numbers.places-note')}
      </p>
      <button type="button" className="button-plain numbers-file" onClick={download}>
        <Icon name="download" />
        {words.say('numbers.csv')}
      </button>
      <details className="numbers-table" onToggle={(event) => setOpen(event.currentTarget.open)}>
        <summary>{words.say('numbers.table')}</summary>
        {open && <WholeTable series={shown} factions={drawn} count={count} caption={title} />}
      </details>
    </>
  )

  function download() {
    saveExport('numbers', { from, to }).catch(() => announce(words.say('panel.failed')))
  }
}
