/** Which events a list shows, and how they are grouped. */

import type { Day } from '../../../chronicle/day.ts'
import type { EventRecord } from '../../../chronicle/events.ts'
import { textsOf } from '../../../chronicle/text.ts'
import { hasWords } from '../../search/normalise.ts'

/** Days before and after the one shown that a list can reach; `null`: all of them. */
export const REACHES = [3, 7, 30, null] as const
export type Reach = (typeof REACHES)[number]

export interface EventQuery {
  day: Day
  reach: Reach
  /** what the reader typed; looks through all days, whatever the reach */
  text: string
  kinds: readonly string[]
}

/** @returns events that touch the days asked for, or that hold every word typed, in order of their days */
export function eventsListed(
  events: readonly EventRecord[],
  { day, reach, text, kinds }: EventQuery,
): EventRecord[] {
  const wanted = events.filter(({ kind }) => kinds.includes(kind))
  if (text.trim() !== '') return wanted.filter((event) => hasWords(searched(event), text))
  if (reach === null) return wanted
  return wanted.filter(({ start, end }) => start <= day + reach && end >= day - reach)
}

export interface DayGroup {
  day: Day
  events: EventRecord[]
}

/** @param events in order of their days */
export function byDay(events: readonly EventRecord[]): DayGroup[] {
  const groups: DayGroup[] = []
  for (const event of events) {
    const last = groups.at(-1)
    if (last?.day === event.start) last.events.push(event)
    else groups.push({ day: event.start, events: [event] })
  }
  return groups
}

/** @returns the events before and after one, in order of their days; `null` at the ends */
export function neighbours(
  events: readonly EventRecord[],
  event: EventRecord,
): { before: EventRecord | null; after: EventRecord | null } {
  const at = events.indexOf(event)
  return { before: events[at - 1] ?? null, after: at < 0 ? null : (events[at + 1] ?? null) }
}

function searched(event: EventRecord): string[] {
  return [
    event.id,
    ...textsOf(event.title),
    ...textsOf(event.summary),
    ...textsOf(event.place_name),
    event.place ?? '',
  ]
}
