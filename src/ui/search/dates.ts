/**
 * Dates as readers type them: `8 Dec`, `December 8, 2024`, `2024-12-08`, `8/12/2024`, `٨ كانون الأول`, `8 ك1`; in
 * English, in Arabic, and in the reader's own language.
 */
import { type Day, dayOf, parseDay } from '../../chronicle/day.ts'
import type { Words } from '../words/words.ts'
import { fold } from './normalise.ts'

const ENGLISH = [
  'january',
  'february',
  'march',
  'april',
  'may',
  'june',
  'july',
  'august',
  'september',
  'october',
  'november',
  'december',
]
/** Names of the Levant, their short forms, and the names in use elsewhere. */
const ARABIC: readonly (readonly string[])[] = [
  ['كانون الثاني', 'كانون ثاني', 'ك2', 'ك 2', 'يناير'],
  ['شباط', 'فبراير'],
  ['آذار', 'مارس'],
  ['نيسان', 'أبريل', 'ابريل', 'إبريل'],
  ['أيار', 'مايو'],
  ['حزيران', 'يونيو', 'يونيه'],
  ['تموز', 'يوليو', 'يوليه'],
  ['آب', 'أغسطس'],
  ['أيلول', 'سبتمبر'],
  ['تشرين الأول', 'تشرين أول', 'ت1', 'ت 1', 'أكتوبر'],
  ['تشرين الثاني', 'تشرين ثاني', 'ت2', 'ت 2', 'نوفمبر'],
  ['كانون الأول', 'كانون أول', 'ك1', 'ك 1', 'ديسمبر'],
]
/** Fewest letters of an English month that are enough. */
const LEAST = 3

/**
 * @param start first day that may be meant, and `end` the last one
 * @param own what the reader's language calls the months, see {@link monthsOf}
 * @returns the days that a text can mean, ascending: one for each year when it names none, the first of a month when
 *   it names no day; none when the text is no date or lies outside
 */
export function daysMeant(
  text: string,
  start: Day,
  end: Day,
  own: readonly (readonly string[])[] = [],
): Day[] {
  const folded = fold(text).replace(/[،,]/g, ' ').replace(/\s+/g, ' ').trim()
  const meant = byNumbers(folded) ?? byWords(folded, own)
  if (!meant) return []
  const [first, last] = [yearOf(start), yearOf(end)]
  const years =
    meant.year === null ? Array.from({ length: last - first + 1 }, (_, i) => first + i) : [meant.year]
  return years
    .map((year) => parseDay(iso(year, meant.month, meant.day ?? 1)))
    .map((day) => (day !== null && meant.day === null ? within(day, meant.month, start) : day))
    .filter((day): day is Day => day !== null && day >= start && day <= end)
}

/** @returns the names of the twelve months in the language of words, each in the forms that dates have */
export function monthsOf({ month, date }: Pick<Words, 'month' | 'date'>): string[][] {
  return Array.from({ length: 12 }, (_, i) => {
    const day = dayOf(`2024-${String(i + 1).padStart(2, '0')}-01`)
    const forms = [month(day, 'long', false), month(day, 'short', false), date(day)]
    const words = forms.map((form) => form.split(' ').filter((word) => !/\d/.test(word)))
    return [...new Set(words.map((name) => fold(name.join(' ')).replace(/\.$/, '')))]
  })
}

interface Meant {
  year: number | null
  /** 1–12 */
  month: number
  day: number | null
}

function byNumbers(text: string): Meant | null {
  const isoForm = /^(\d{4})-(\d{1,2})(?:-(\d{1,2}))?$/.exec(text)
  if (isoForm) return checked(Number(isoForm[1]), Number(isoForm[2]), isoForm[3] ? Number(isoForm[3]) : null)
  const dayFirst = /^(\d{1,2})[./](\d{1,2})(?:[./](\d{2}|\d{4}))?[.]?$/.exec(text)
  if (!dayFirst) return null
  return checked(dayFirst[3] ? fullYear(dayFirst[3]) : null, Number(dayFirst[2]), Number(dayFirst[1]))
}

function byWords(text: string, own: readonly (readonly string[])[]): Meant | null {
  for (const [name, month] of monthNames(text, own)) {
    const rest = text.replace(name, ' ').trim().split(/\s+/).filter(Boolean)
    const numbers = rest.map((word) => /^(\d{1,4})(?:st|nd|rd|th|er|e|an|\.)?$/.exec(word)?.[1])
    if (numbers.length > 2 || numbers.some((number) => number === undefined)) continue
    const known = numbers as string[]
    const year = known.find((number) => number.length === 4)
    const day = known.find((number) => number.length <= 2)
    if (known.length === 2 && (!year || !day)) continue
    if (known.length === 1 && !year && !day) continue
    // An unfinished month alone is rather the beginning of a name.
    if (known.length === 0 && !isWhole(name, own)) continue
    return checked(year ? Number(year) : null, month, day ? Number(day) : null)
  }
  return null
}

/** @returns months named in a text, with the very words that name them, the longest first */
function monthNames(text: string, own: readonly (readonly string[])[]): [name: string, month: number][] {
  const found: [string, number][] = []
  for (const [i, names] of ARABIC.entries()) {
    for (const name of names.map(fold)) if (bounded(text, name)) found.push([name, i + 1])
  }
  for (const word of text.split(/[\s.]+/)) {
    if (word.length < LEAST) continue
    const i = ENGLISH.findIndex((name) => name.startsWith(word) || (word === 'sept' && name === 'september'))
    if (i >= 0) found.push([text.includes(`${word}.`) ? `${word}.` : word, i + 1])
    // With the endings of cases: `berfanbarê`.
    const j = own.findIndex((names) =>
      names.some((name) => name.startsWith(word) || (name.length > LEAST && word.startsWith(name))),
    )
    if (j >= 0 && i < 0) found.push([text.includes(`${word}.`) ? `${word}.` : word, j + 1])
  }
  return found.sort(([a], [b]) => b.length - a.length)
}

function isWhole(name: string, own: readonly (readonly string[])[]): boolean {
  return ENGLISH.includes(name) || own.some((names) => names.includes(name)) || !/[a-z]/.test(name)
}

function bounded(text: string, name: string): boolean {
  return ` ${text} `.includes(` ${name} `)
}

function checked(year: number | null, month: number, day: number | null): Meant | null {
  if (month < 1 || month > 12 || (day !== null && (day < 1 || day > 31))) return null
  return { year, month, day }
}

/** A month that the range begins in the middle of is entered at the first day of the range. */
function within(day: Day, month: number, start: Day): Day {
  return day < start && monthOf(start) === month && start - day < 31 ? start : day
}

function fullYear(text: string): number {
  return text.length === 2 ? 2000 + Number(text) : Number(text)
}

function iso(year: number, month: number, day: number): string {
  return `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`
}

function yearOf(day: Day): number {
  return new Date(day * 86_400_000).getUTCFullYear()
}

function monthOf(day: Day): number {
  return new Date(day * 86_400_000).getUTCMonth() + 1
}
