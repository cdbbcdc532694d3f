/** The range as two dates: typed, or taken from the day shown. */
import { CalendarDate, parseDate } from '@internationalized/date'
import { useState } from 'react'
import { DateField, DateInput, DateSegment, type DateValue, Label } from 'react-aria-components'
import { type Day, dayOf, isoOf } from '../../chronicle/day.ts'
import { useApp, useClock } from '../context.tsx'
import { runPlayback, setRange } from './playback-commands.ts'
import { endingAt, type RangeEnd, startingAt } from './range.ts'

export function RangeFields() {
  const app = useApp()
  const { words } = app
  const { range } = useClock('range')
  return (
    <fieldset className="playback-range" aria-labelledby="playback-range">
      <div className="playback-row">
        <span className="playback-label" id="playback-range">
          {words.say('playback.range')}
        </span>
        <button
          type="button"
          className="button-plain playback-clear"
          disabled={!range}
          onClick={() => runPlayback('range-clear', app)}
        >
          {words.say('playback.range-clear')}
        </button>
      </div>
      <RangeRow end="start" />
      <RangeRow end="end" />
    </fieldset>
  )
}

function RangeRow({ end }: { end: RangeEnd }) {
  const app = useApp()
  const { session, words } = app
  const { clock } = session
  const { range } = useClock('range')
  const day = range?.[end] ?? null
  const set = (to: Day) => {
    const { range: now } = clock.getSnapshot()
    setRange((end === 'start' ? startingAt : endingAt)(to, now, clock), app)
  }
  return (
    <div className="range-row">
      <TypedDay
        // Typed anew after every other way of setting it.
        key={day}
        label={words.say(end === 'start' ? 'playback.range-from' : 'playback.range-to')}
        day={day}
        first={clock.start}
        last={clock.end}
        onDay={set}
      />
      <button
        type="button"
        className="button-plain button-framed"
        onClick={() => runPlayback(end === 'start' ? 'range-start' : 'range-end', app)}
      >
        {words.say(end === 'start' ? 'playback.range-start' : 'playback.range-end')}
      </button>
    </div>
  )
}

interface TypedDayProps {
  label: string
  day: Day | null
  first: Day
  last: Day
  onDay(day: Day): void
}

/** Takes a date when the reader has typed it to the end and leaves the field, or presses Enter. */
function TypedDay({ label, day, first, last, onDay }: TypedDayProps) {
  const [typed, setTyped] = useState<DateValue | null>(day === null ? null : parseDate(isoOf(day)))
  const take = () => {
    if (!(typed instanceof CalendarDate)) return
    const next = dayOf(typed.toString())
    if (next !== day && next >= first && next <= last) onDay(next)
  }
  return (
    <DateField
      value={typed}
      minValue={parseDate(isoOf(first))}
      maxValue={parseDate(isoOf(last))}
      onChange={setTyped}
      onKeyDown={({ key }) => key === 'Enter' && take()}
      onFocusChange={(focused) => !focused && take()}
      shouldForceLeadingZeros
    >
      <Label>{label}</Label>
      <DateInput className="date-input">{(segment) => <DateSegment segment={segment} />}</DateInput>
    </DateField>
  )
}
