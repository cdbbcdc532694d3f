/**
 * Codecs: one kind of value each, to text and back. Texts use only letters, digits, `-`, `.` and `_`: these
 * survive every chat program and every re-encoding of an address.
 */
import { type Day, isoOf, parseDay } from '../chronicle/day.ts'
import type { DayOfAtlas, LinkContext, NoticeReason } from './state.ts'

/** What came of a text. A value may come with a reason, when only part of it could be used. */
export type Decoded<T> = { value: T; reason?: NoticeReason } | { reason: NoticeReason }

export interface Codec<T> {
  decode(text: string, context: LinkContext): Decoded<T>
  /** @returns text that `decode` reads back, or `null` when the value needs no mention */
  encode(value: T, context: LinkContext): string | null
}

/** A date, `YYYY-MM-DD`. One outside the range becomes the nearest day inside it. */
export const dayCodec: Codec<Day> = {
  decode(text, { start, end }) {
    const day = parseDay(text)
    if (day === null) return { reason: 'not-a-date' }
    const inside = Math.min(end, Math.max(start, day))
    return inside === day ? { value: day } : { value: inside, reason: 'out-of-range' }
  },
  encode: isoOf,
}

/**
 * Two dates with `..` between them (or `/`, as ISO 8601 has it), in either order. Ends outside the range of the
 * conflict become the nearest day inside; days that all lie outside are none.
 */
export const daysCodec: Codec<{ readonly start: Day; readonly end: Day }> = {
  decode(text, { start, end }) {
    const [one, other, ...more] = text.split(/\.\.|\//).map(parseDay)
    if (one == null || other == null || more.length > 0) return { reason: 'malformed' }
    const [first, last] = one <= other ? [one, other] : [other, one]
    if (last < start || first > end) return { reason: 'out-of-range' }
    const value = { start: Math.max(start, first), end: Math.min(end, last) }
    const whole = value.start === first && value.end === last
    return whole ? { value } : { value, reason: 'out-of-range' }
  },
  encode: ({ start, end }) => `${isoOf(start)}..${isoOf(end)}`,
}

/** A day of another atlas, `YYYY-MM-DD.id`. A day outside that atlas becomes the nearest one inside. */
export const besideCodec: Codec<DayOfAtlas> = {
  decode(text, context) {
    const [date, id, ...more] = text.split('.')
    if (id === undefined || more.length > 0) return { reason: 'malformed' }
    const span = (context.atlases ?? []).find((atlas) => atlas.id === id && id !== context.shown)
    if (!span) return { reason: 'unknown-value' }
    const decoded = dayCodec.decode(date, { ...context, start: span.start, end: span.end })
    return 'value' in decoded ? { ...decoded, value: { atlas: id, day: decoded.value } } : decoded
  },
  encode: ({ atlas, day }) => `${isoOf(day)}.${atlas}`,
}

/** One word of a list, capitals or not. */
export function wordCodec<T extends string>(words: (context: LinkContext) => readonly T[]): Codec<T> {
  return {
    decode(text, context) {
      const word = words(context).find((word) => word.toLowerCase() === text.toLowerCase())
      return word === undefined ? { reason: 'unknown-value' } : { value: word }
    },
    encode: (word) => word,
  }
}

/** Some ids of a list that the context names, joined by `.`; `none` and `all` for the ends. Unknown ids are left out. */
export function idsCodec(known: (context: LinkContext) => readonly string[]): Codec<readonly string[]> {
  return {
    decode(text, context) {
      const all = known(context)
      if (text === 'none') return { value: [] }
      if (text === 'all') return { value: all }
      const wanted = text.split(/[.,]/).map((id) => id.toLowerCase())
      const value = all.filter((id) => wanted.includes(id.toLowerCase()))
      if (value.length === 0) return { reason: 'unknown-value' }
      return new Set(wanted).size > value.length ? { value, reason: 'unknown-value' } : { value }
    },
    encode(ids, context) {
      const all = known(context)
      const chosen = all.filter((id) => ids.includes(id))
      if (chosen.length === 0) return 'none'
      return chosen.length === all.length ? 'all' : chosen.join('.')
    },
  }
}

/** Plain decimal notation only: `1e9`, `NaN`, `0x10` and ` 1` are not numbers that a link would hold. */
const DECIMAL = /^-?\d{1,6}(\.\d{1,12})?$/

/** @returns the numbers of a text joined by `_` (a comma is understood too), or `null` when one is none */
export function numbersOf(text: string): number[] | null {
  const parts = text.split(/[_,]/)
  return parts.every((part) => DECIMAL.test(part)) ? parts.map(Number) : null
}

/** @returns the number with at most so many decimals, without trailing zeros, never `-0` */
export function decimal(value: number, decimals: number): string {
  return String(Number(value.toFixed(decimals)) + 0)
}

/** One of the numbers that the context offers. */
export function choiceCodec(offers: (context: LinkContext) => readonly number[]): Codec<number> {
  return {
    decode(text, context) {
      const [value] = numbersOf(text) ?? []
      if (value === undefined) return { reason: 'not-a-number' }
      return offers(context).includes(value) ? { value } : { reason: 'unknown-value' }
    },
    encode: String,
  }
}

/** Whole per cent, 0–100. One outside becomes the nearest end. */
export const percentCodec: Codec<number> = {
  decode(text) {
    const [value] = numbersOf(text) ?? []
    if (value === undefined) return { reason: 'not-a-number' }
    const inside = Math.round(Math.min(100, Math.max(0, value)))
    return inside === Math.round(value) ? { value: inside } : { value: inside, reason: 'out-of-range' }
  },
  encode: (value) => (Number.isFinite(value) ? String(Math.round(value)) : null),
}

const SLUG = /^[a-z0-9]([a-z0-9-]{0,62}[a-z0-9])?$/

/** An id that only the evidence can check: lower-case letters, digits and inner hyphens. */
export const slugCodec: Codec<string> = {
  decode: (text) => (SLUG.test(text) ? { value: text } : { reason: 'malformed' }),
  encode: (id) => (SLUG.test(id) ? id : null),
}

/** An id and a step from 1: `id.3`; the step is 1 when left out. */
export const storyCodec: Codec<{ readonly id: string; readonly step: number }> = {
  decode(text) {
    const match = /^([^.]+)(?:\.(\d{1,3}))?$/.exec(text)
    if (!match || !SLUG.test(match[1])) return { reason: 'malformed' }
    const step = Number(match[2] ?? 1)
    return step >= 1
      ? { value: { id: match[1], step } }
      : { value: { id: match[1], step: 1 }, reason: 'out-of-range' }
  },
  encode: ({ id, step }) => (SLUG.test(id) ? `${id}.${step}` : null),
}
