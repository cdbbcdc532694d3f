/** Chooses the day to compare with: the last change, the first day, or any day that is typed. */
import { CalendarDate, parseDate } from '@internationalized/date'
import { DateField, DateInput, DateSegment, I18nProvider, Label } from 'react-aria-components'
import { dayOf, isoOf } from '../../../chronicle/day.ts'
import { useApp, useClock, useView } from '../../context.tsx'

export function Since() {
  const { words, session, atlas } = useApp()
  const { with: other } = useView('with')
  const { day } = useClock('day')
  const [first, last] = [parseDate(isoOf(atlas.start)), parseDate(isoOf(atlas.end))]
  const shown = other ?? null
  return (
    <fieldset className="since" aria-label={words.say('changes.compare')}>
      <p className="since-label" aria-hidden="true">
        {words.say('changes.compare')}
      </p>
      <div className="since-choices">
        <button
          type="button"
          className="button-plain"
          aria-pressed={other === null}
          onClick={() => session.change({ with: null })}
        >
          {words.say('changes.last')}
        </button>
        <button
          type="button"
          className="button-plain"
          aria-pressed={other === atlas.start}
          disabled={day === atlas.start}
          onClick={() => session.change({ with: atlas.start, beside: null })}
        >
          {words.say('changes.start')}
        </button>
      </div>
      <I18nProvider locale={words.locale}>
        <DateField
          className="since-date"
          value={shown === null ? null : parseDate(isoOf(shown))}
          minValue={first}
          maxValue={last}
          shouldForceLeadingZeros
          onChange={(date) => {
            if (date instanceof CalendarDate && date.compare(first) >= 0 && date.compare(last) <= 0)
              session.change({ with: dayOf(date.toString()), beside: null })
          }}
        >
          <Label>{words.say('changes.date')}</Label>
          <DateInput className="date-input">{(segment) => <DateSegment segment={segment} />}</DateInput>
        </DateField>
      </I18nProvider>
    </fieldset>
  )
}
