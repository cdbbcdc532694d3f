/** The day of a snapshot: from the name of its file, or from a property. */
import { type Day, parseDay } from '../../chronicle/day.ts'

/** Names of properties that hold a date, the likeliest first; compared without regard to capitals. */
const DATE_PROPERTIES = [
  'date',
  'day',
  'snapshot_date',
  'snapshot',
  'as_of',
  'map_date',
  'timestamp',
  'updated',
  'start_date',
]

/** Year, month and day with or without separators; a time of day may follow. */
const DATE = /(?<!\d)((?:19|20)\d\d)([-_.]?)(\d\d)\2(\d\d)(?=(?:\d{4}|\d{6})?(?!\d))/g

/**
 * @param text e.g. `20240708.geojson`, `2024-07-08-xyz.geojson`, `2024-07-08T12:00:00Z`
 * @returns the first date that exists; `invalid` when something looks like a date and none exists (`20241345`);
 *   `null` when nothing does
 */
export function dayIn(text: string): Day | 'invalid' | null {
  let found: 'invalid' | null = null
  for (const [, year, , month, date] of text.matchAll(DATE)) {
    const day = parseDay(`${year}-${month}-${date}`)
    if (day !== null) return day
    found = 'invalid'
  }
  return found
}

/** @returns the date in a property: the one that is named, else the likeliest; `null` when there is none */
export function dayInProperties(properties: unknown, wanted: string | null): Day | 'invalid' | null {
  if (typeof properties !== 'object' || properties === null) return null
  const values = new Map(
    Object.entries(properties).map(([name, value]) => [name.trim().toLowerCase(), value]),
  )
  let found: 'invalid' | null = null
  for (const name of wanted === null ? DATE_PROPERTIES : [wanted.toLowerCase()]) {
    const value = values.get(name)
    if (typeof value !== 'string' && typeof value !== 'number') continue
    const day = dayIn(String(value))
    if (typeof day === 'number') return day
    found ??= day
  }
  return found
}
