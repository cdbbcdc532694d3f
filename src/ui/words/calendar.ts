/** Dates, lists and names of languages in a language that browsers do not know: Chromium has no Kurdish. */
import { type Day, utcDateOf } from '../../chronicle/day.ts'

/** As src/ui/calendars/<code>.json holds it, for readers of one language. */
export interface Calendar {
  /** whose data these are */
  source: string
  /** BCP 47: a language that every browser knows, with the same plural forms and the same way to write numbers */
  like: string
  /** from Sunday on */
  weekdays: string[]
  /** January first: alone, after the day, between day and year, and as short as beside a scale */
  months: string[]
  monthsAfterDay: string[]
  monthsBeforeYear: string[]
  monthsShort: string[]
  patterns: Record<CalendarPattern, string>
  /** of `{a}` and `{b}`; `middle` joins all but the last of three or more */
  list: Record<'pair' | 'middle' | 'end', string>
  /** ISO 639-1 → what the language is called */
  languages: Record<string, string>
}

type CalendarPattern =
  | 'dateLong'
  | 'date'
  | 'dayMonth'
  | 'dayMonthShort'
  | 'monthYear'
  | 'monthYearShort'
  /** both days in one month: `{from}` is the number of the first */
  | 'sameMonth'
  | 'range'

/** What {@link createWords} asks of dates and lists, as `Intl` gives it for the languages that it knows. */
export interface Dates {
  dateLong(day: Day): string
  weekday(day: Day): string
  date(day: Day): string
  dateRange(from: Day, to: Day): string
  dateShort(day: Day): string
  month(day: Day, form: 'long' | 'short', year: boolean): string
  list(items: readonly string[]): string
}

export function datesOf(calendar: Calendar): Dates {
  const { patterns } = calendar
  const weekday = (day: Day) => calendar.weekdays[utcDateOf(day).getUTCDay()]
  const written = (pattern: string, day: Day, more: Record<string, string> = {}) => {
    const date = utcDateOf(day)
    const month = date.getUTCMonth()
    return fill(pattern, {
      weekday: weekday(day),
      day: String(date.getUTCDate()),
      month: calendar.months[month],
      monthAfterDay: calendar.monthsAfterDay[month],
      monthBeforeYear: calendar.monthsBeforeYear[month],
      monthShort: calendar.monthsShort[month],
      year: String(date.getUTCFullYear()),
      ...more,
    })
  }
  const date = (day: Day) => written(patterns.date, day)
  return {
    weekday,
    date,
    dateLong: (day) => written(patterns.dateLong, day),
    dateShort: (day) => written(patterns.dayMonthShort, day),
    dateRange(from, to) {
      if (from === to) return date(to)
      const [first, last] = [utcDateOf(from), utcDateOf(to)]
      if (first.getUTCFullYear() !== last.getUTCFullYear())
        return fill(patterns.range, { from: date(from), date: date(to) })
      if (first.getUTCMonth() === last.getUTCMonth())
        return fill(patterns.sameMonth, { from: String(first.getUTCDate()), date: date(to) })
      return fill(patterns.range, { from: written(patterns.dayMonth, from), date: date(to) })
    },
    month(day, form, year) {
      if (year) return written(form === 'long' ? patterns.monthYear : patterns.monthYearShort, day)
      return written(form === 'long' ? '{month}' : '{monthShort}', day)
    },
    list(items) {
      if (items.length < 2) return items[0] ?? ''
      const joined = items.slice(1, -1).reduce((a, b) => fill(calendar.list.middle, { a, b }), items[0])
      return fill(items.length === 2 ? calendar.list.pair : calendar.list.end, {
        a: joined,
        b: items.at(-1)!,
      })
    },
  }
}

function fill(pattern: string, values: Record<string, string>): string {
  return pattern.replace(/\{(\w+)\}/g, (_, name: string) => values[name])
}
