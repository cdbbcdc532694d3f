/** A day is the same day wherever it is read: between the date lines, over daylight saving, in any locale. */
import { afterAll, describe, expect, it } from 'vitest'
import { dayOf, isoOf, parseDay, utcDateOf } from '../../src/chronicle/day.ts'
import { wordsOf } from '../ui/words.ts'

const ZONES = [
  'Etc/GMT+12',
  'Pacific/Pago_Pago',
  'America/St_Johns',
  'America/New_York',
  'UTC',
  'Europe/London',
  'Asia/Damascus',
  'Asia/Kathmandu',
  'Pacific/Chatham',
  'Pacific/Kiritimati',
]
/** Days on which a clock was changed in one of them, and ends of years. */
const DAYS = [
  '2024-11-03',
  '2024-12-31',
  '2025-01-01',
  '2025-03-09',
  '2025-03-30',
  '2025-10-26',
  '2025-11-02',
]

const before = process.env.TZ
afterAll(() => {
  process.env.TZ = before
})

/** All that is said and written of a day. */
function said(iso: string) {
  const day = dayOf(iso)
  const words = ['en', 'ar'].map((language) => wordsOf(language as 'en'))
  return [
    day,
    isoOf(day),
    utcDateOf(day).toISOString(),
    ...words.flatMap((one) => [one.dateLong(day), one.dateShort(day), one.date(day), one.weekday(day)]),
  ]
}

describe.each(ZONES)('in %s', (zone) => {
  it('every day is what it is in UTC', () => {
    process.env.TZ = 'UTC'
    const expected = DAYS.map(said)
    process.env.TZ = zone
    expect(new Date(2025, 6, 1).getTimezoneOffset() + offsetOf(zone)).toBe(0)
    expect(DAYS.map(said)).toEqual(expected)
  })

  it('days follow each other without a gap', () => {
    process.env.TZ = zone
    const start = dayOf('2024-11-26')
    for (let day = start; day < start + 460; day++) expect(parseDay(isoOf(day))).toBe(day)
  })
})

/** @returns minutes ahead of UTC on 1 July 2025, so that it is seen that the zone was really set */
function offsetOf(timeZone: string): number {
  const format = new Intl.DateTimeFormat('en', { timeZone, timeZoneName: 'longOffset' })
  const name = format.formatToParts(Date.UTC(2025, 6, 1)).find(({ type }) => type === 'timeZoneName')!.value
  const [, sign, hours, minutes = '0'] = /GMT(?:([+-])(\d+):?(\d+)?)?/.exec(name)!
  return hours ? (sign === '-' ? -1 : 1) * (Number(hours) * 60 + Number(minutes)) : 0
}
