import type { EventRecord } from '../../chronicle/events.ts'
import type { Words } from '../words/words.ts'

/** @returns the day of an event, or its first and last day */
export function daysText({ start, end }: Pick<EventRecord, 'start' | 'end'>, words: Words): string {
  return start === end ? words.date(start) : words.dateRange(start, end)
}
