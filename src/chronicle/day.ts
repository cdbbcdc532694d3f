/**
 * Days. A day is a calendar date, read as "end of that day, local time". Inside the program it is an
 * integer: days since 1970-01-01 in the proleptic Gregorian calendar, free of time zones.
 */

const MS_PER_DAY = 86_400_000
const ISO_DAY = /^(\d{4})-(\d{2})-(\d{2})$/

/** Days since 1970-01-01. */
export type Day = number

/**
 * Reads an ISO calendar date.
 * @param text `YYYY-MM-DD`
 * @returns the day number, or `null` when the text is not a date that exists (2025-02-30 is none).
 */
export function parseDay(text: string): Day | null {
  const match = ISO_DAY.exec(text)
  if (!match) return null
  const [year, month, date] = [Number(match[1]), Number(match[2]), Number(match[3])]
  const ms = Date.UTC(year, month - 1, date)
  const back = new Date(ms)
  // Date.UTC rolls 31 June over to 1 July; a date that does not survive the round trip never existed.
  if (back.getUTCFullYear() !== year || back.getUTCMonth() !== month - 1 || back.getUTCDate() !== date)
    return null
  return ms / MS_PER_DAY
}

/**
 * Like {@link parseDay}, for dates that the program itself vouches for.
 * @throws RangeError when the text is not an existing date.
 */
export function dayOf(text: string): Day {
  const day = parseDay(text)
  if (day === null) throw new RangeError(`expected a date YYYY-MM-DD, got "${text}"`)
  return day
}

/** @returns `YYYY-MM-DD` of a day number. */
export function isoOf(day: Day): string {
  return new Date(day * MS_PER_DAY).toISOString().slice(0, 10)
}

/** @returns a `Date` at 00:00 UTC of that day, for `Intl.DateTimeFormat` with `timeZone: 'UTC'`. */
export function utcDateOf(day: Day): Date {
  return new Date(day * MS_PER_DAY)
}
