/**
 * Events: something dated that moves no line. Their file is made from geodata/events/events.csv when the pages are
 * built; its columns are specified in geodata/FORMATS.md.
 */
import { type Day, dayOf } from './day.ts'
import type { Verdict } from './evidence.ts'
import { assertShape, day, listOf, nullOr, number, record, text, texts } from './shape.ts'
import { type Text, textOf } from './text.ts'

export const EVENTS_FORMAT = 'front-events'
export const EVENTS_VERSION = 2

/** In the order in which the legend lists them. */
export const EVENT_KINDS = [
  'offensive',
  'battle',
  'strike',
  'attack',
  'massacre',
  'explosion',
  'displacement',
  'deal',
  'political',
  'statement',
  'base',
] as const
export type EventKind = (typeof EVENT_KINDS)[number]

export interface EventRecord {
  id: string
  /** first and last day, inclusive */
  start: Day
  end: Day
  kind: EventKind
  title: Text
  summary: Text
  /** place id, or null */
  place: string | null
  /** what the point stands for */
  place_name: Text
  /** degrees */
  lon: number
  lat: number
  /** radius in metres within which it happened */
  precision_m: number
  factions: string[]
  verdict: Verdict
  reason: Text
  /** ids of events that say otherwise */
  conflicts: string[]
  sources: string[]
  confidence: string
}

/** As served: days as ISO dates. */
export interface EventsFile {
  format: typeof EVENTS_FORMAT
  version: number
  events: (Omit<EventRecord, 'start' | 'end'> & { date: string; date_end: string | null })[]
}

/** Days after the last one of an event over which its mark fades. */
export const EVENT_FADE_DAYS = 6
/** An event that is known less exactly than this, metres, has no mark: a point would claim too much. */
export const MARK_PRECISION_M = 50_000

/** @param rows cells of the CSV by column */
export function eventsFileOf(rows: readonly Record<string, string>[]): EventsFile {
  const list = (cell: string) => cell.split('|').filter(Boolean)
  return {
    format: EVENTS_FORMAT,
    version: EVENTS_VERSION,
    events: rows.map((row) => ({
      id: row.id,
      date: row.date,
      date_end: row.date_end || null,
      kind: row.kind as EventKind,
      title: textOf(row, 'title'),
      summary: textOf(row, 'summary'),
      place: row.place || null,
      place_name: textOf(row, 'place_name'),
      lon: Number(row.lon),
      lat: Number(row.lat),
      precision_m: Number(row.precision_m),
      factions: list(row.factions),
      verdict: row.verdict as Verdict,
      reason: textOf(row, 'reason'),
      conflicts: list(row.conflicts),
      sources: list(row.sources),
      confidence: row.confidence,
    })),
  }
}

const EVENTS = listOf(
  record({
    id: text,
    date: day,
    date_end: nullOr(day),
    kind: text,
    title: texts,
    summary: texts,
    place: nullOr(text),
    place_name: texts,
    lon: number,
    lat: number,
    precision_m: number,
    factions: listOf(text),
    verdict: text,
    reason: texts,
    conflicts: listOf(text),
    sources: listOf(text),
  }),
)

/**
 * @param file the parsed JSON, not trusted
 * @returns the events in order of their days
 * @throws TypeError when it is no such file
 */
export function decodeEvents(file: unknown): EventRecord[] {
  const { format, version, events } = (file ?? {}) as Partial<EventsFile>
  if (format !== EVENTS_FORMAT || version !== EVENTS_VERSION)
    throw new TypeError(`expected a file of format "${EVENTS_FORMAT}", version ${EVENTS_VERSION}`)
  assertShape(events, EVENTS, 'events')
  return events!
    .map(({ date, date_end, ...rest }) => {
      const start = dayOf(date)
      return { ...rest, start, end: date_end ? Math.max(start, dayOf(date_end)) : start }
    })
    .sort((a, b) => a.start - b.start || a.end - b.end || (a.id < b.id ? -1 : 1))
}

/** @returns 0 (not shown) to 1: full on its days, fading over {@link EVENT_FADE_DAYS} days after them */
export function eventStrength({ start, end }: Pick<EventRecord, 'start' | 'end'>, day: Day): number {
  if (day < start) return 0
  return Math.max(0, Math.min(1, 1 - (day - end) / (EVENT_FADE_DAYS + 1)))
}

/** @returns whether a point on the map can honestly stand for the event; `bbox` as west, south, east, north */
export function hasMark(
  { verdict, precision_m, lon, lat }: Pick<EventRecord, 'verdict' | 'precision_m' | 'lon' | 'lat'>,
  [west, south, east, north]: readonly [number, number, number, number],
): boolean {
  const inside = lon >= west && lon <= east && lat >= south && lat <= north
  return inside && verdict !== 'rejected' && precision_m <= MARK_PRECISION_M
}

/** What a kind adds to the weight of an event when not all can be shown. */
const KIND_WEIGHT: Record<EventKind, number> = {
  offensive: 4,
  massacre: 3.5,
  deal: 3,
  battle: 2.5,
  strike: 2,
  attack: 2,
  explosion: 1.5,
  displacement: 1.5,
  base: 1,
  political: 1,
  statement: 0,
}
const VERDICT_WEIGHT: Record<Verdict, number> = { accepted: 1, contested: -1.5, rejected: -4 }

/** @returns how much an event counts among others: by kind, by verdict, by how many sources report it */
export function eventWeight({
  kind,
  verdict,
  sources,
}: Pick<EventRecord, 'kind' | 'verdict' | 'sources'>): number {
  return KIND_WEIGHT[kind] + VERDICT_WEIGHT[verdict] + Math.min(4, sources.length)
}

/** @returns the events that touch the days from `from` to `to`, inclusive, in order */
export function eventsBetween(events: readonly EventRecord[], from: Day, to: Day): EventRecord[] {
  return events.filter(({ start, end }) => start <= to && end >= from)
}
