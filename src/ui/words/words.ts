/** Words of the interface in the reader's language: messages, dates, numbers, lists. */
import { IntlMessageFormat } from 'intl-messageformat'
import { type Day, utcDateOf } from '../../chronicle/day.ts'
import { FIRST_LANGUAGE, type Language, languageRow } from '../../chronicle/languages.ts'
import { type Text, textIn } from '../../chronicle/text.ts'
import { type Calendar, type Dates, datesOf } from './calendar.ts'
import type { Catalogue, MessageId } from './catalogues.ts'

export type { MessageId }

export type Values = Record<string, string | number>

/** Says a message with its values. */
export type Say<Id extends string> = (id: Id, values?: Values) => string

export type Messages<Id extends string> = Record<Id, Catalogue[MessageId]>

export interface Words {
  language: Language
  /** BCP 47, one that the browser knows: for controls that write dates and numbers themselves, and for sorting */
  locale: string
  direction: 'ltr' | 'rtl'
  say: Say<MessageId>
  /** @returns what says the messages of a further catalogue of the same language */
  sayOf<Id extends string>(catalogue: Messages<Id>): Say<Id>
  /** `Thursday, 5 December 2024` */
  dateLong(day: Day): string
  /** `Thursday` */
  weekday(day: Day): string
  /** `5 December 2024` */
  date(day: Day): string
  /** `5–7 December 2024`; one date when both are the same day */
  dateRange(from: Day, to: Day): string
  /** `5 Dec` */
  dateShort(day: Day): string
  month(day: Day, form: 'long' | 'short', year: boolean): string
  number(value: number): string
  /** `A, B and C` */
  list(items: readonly string[]): string
  /** Text of the data, in another language where there is none in this one; where it is shown as such, use `DataText`. */
  text(text: Text): string
  /** @returns what the reader's language calls a language; its code where it has no name for it */
  languageName(code: string): string
}

/** @param calendar of a language that browsers do not know, see src/ui/calendars */
export function createWords(
  language: Language,
  catalogue: Catalogue,
  calendar: Calendar | null = null,
): Words {
  const row = languageRow(language)
  const locale = calendar?.like ?? row.locale
  const numbers = once(() => new Intl.NumberFormat(locale, { maximumFractionDigits: 1 }))
  return {
    language,
    // English names of months in a control are better than those of a third language.
    locale: calendar ? languageRow(FIRST_LANGUAGE).locale : locale,
    direction: row.direction,
    ...(calendar ? datesOf(calendar) : datesByIntl(locale)),
    say: sayIn(catalogue, locale),
    sayOf: (catalogue) => sayIn(catalogue, locale),
    number: (value) => numbers().format(value),
    text: (text) => textIn(text, language).text,
    languageName: (code) => (calendar ? (calendar.languages[code] ?? code) : languageName(code, locale)),
  }
}

/** @param locale BCP 47, one that the browser knows */
function sayIn<Id extends string>(catalogue: Messages<Id>, locale: string): Say<Id> {
  const formats = new Map<Id, IntlMessageFormat>()
  return (id, values) => {
    let format = formats.get(id)
    if (!format) {
      format = new IntlMessageFormat(catalogue[id], locale, undefined, { ignoreTag: true })
      formats.set(id, format)
    }
    return String(format.format(values))
  }
}

function datesByIntl(locale: string): Dates {
  // Made when first needed: each takes some milliseconds, and the first picture needs few of them.
  const dates = (options: Intl.DateTimeFormatOptions) => {
    const format = once(() => new Intl.DateTimeFormat(locale, { timeZone: 'UTC', ...options }))
    return (day: Day) => format().format(utcDateOf(day))
  }
  const ranges = once(
    () =>
      new Intl.DateTimeFormat(locale, { timeZone: 'UTC', day: 'numeric', month: 'long', year: 'numeric' }),
  )
  const lists = once(() => new Intl.ListFormat(locale, { style: 'long', type: 'conjunction' }))
  const months = new Map<string, (day: Day) => string>()
  return {
    dateLong: dates({ weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' }),
    weekday: dates({ weekday: 'long' }),
    date: dates({ day: 'numeric', month: 'long', year: 'numeric' }),
    dateRange: (from, to) => ranges().formatRange(utcDateOf(from), utcDateOf(to)),
    dateShort: dates({ day: 'numeric', month: 'short' }),
    month(day, form, year) {
      const key = `${form}${year}`
      let format = months.get(key)
      if (!format) {
        format = dates({ month: form, ...(year ? { year: 'numeric' } : {}) })
        months.set(key, format)
      }
      return format(day)
    },
    list: (items) => lists().format(items),
  }
}

function languageName(code: string, locale: string): string {
  try {
    return new Intl.DisplayNames(locale, { type: 'language' }).of(code) ?? code
  } catch {
    return code
  }
}

function once<T>(make: () => T): () => T {
  let made: T | undefined
  return () => {
    made ??= make()
    return made
  }
}

/**
 * Rounds a measured area to what can be said of it with "about": two figures, tens below a hundred.
 * @param km2 square kilometres
 */
export function about(km2: number): number {
  if (km2 < 1) return km2 > 0 ? 1 : 0
  if (km2 < 10) return Math.round(km2)
  if (km2 < 100) return Math.round(km2 / 10) * 10
  const unit = 10 ** (Math.floor(Math.log10(km2)) - 1)
  return Math.round(km2 / unit) * unit
}

/** Rounds an area for a table: three figures. */
export function threeFigures(km2: number): number {
  if (km2 < 100) return Math.round(km2)
  const unit = 10 ** Math.max(0, Math.floor(Math.log10(km2)) - 2)
  return Math.round(km2 / unit) * unit
}
