import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { dayOf } from '../../src/chronicle/day.ts'
import {
  decodeEvents,
  EVENT_FADE_DAYS,
  EVENT_KINDS,
  type EventRecord,
  eventStrength,
  eventsBetween,
  eventsFileOf,
  eventWeight,
  hasMark,
} from '../../src/chronicle/events.ts'

const ROW: Record<string, string> = {
  id: 'EV1',
  date: '2024-12-08',
  date_end: '',
  kind: 'deal',
  title_en: 'T',
  title_ar: 'ع',
  summary_en: 'S',
  summary_ar: 'م',
  place: '',
  place_name: 'Somewhere',
  lat: '35',
  lon: '37',
  precision_m: '1000',
  factions: 'A|B',
  verdict: 'accepted',
  reason_en: '',
  reason_ar: '',
  conflicts: '',
  sources: 's1|s2',
  confidence: 'confirmed',
}
const read = (...rows: Partial<Record<string, string>>[]) =>
  decodeEvents(
    JSON.parse(
      JSON.stringify(eventsFileOf(rows.map((row) => ({ ...ROW, ...row }) as Record<string, string>))),
    ),
  )

describe('the file of events', () => {
  it('carries the rows of the CSV, in order of their days', () => {
    const events = read(
      { id: 'B', date: '2025-01-02' },
      { id: 'A', date_end: '2024-12-10' },
      { id: 'C', place: 'homs' },
    )
    expect(events.map(({ id }) => id)).toEqual(['C', 'A', 'B'])
    expect(events[1]).toMatchObject({
      start: dayOf('2024-12-08'),
      end: dayOf('2024-12-10'),
      factions: ['A', 'B'],
      sources: ['s1', 's2'],
      conflicts: [],
      place: null,
      lon: 37,
      lat: 35,
    })
    expect(events[0]).toMatchObject({ place: 'homs', end: dayOf('2024-12-08') })
  })

  it('is refused when it is something else', () => {
    for (const file of [null, 7, [], {}, { format: 'front-events', version: 0, events: [] }])
      expect(() => decodeEvents(file)).toThrow(TypeError)
    expect(() => read({ date: '2024-02-31' })).toThrow(TypeError)
  })
})

describe('the strength of a mark', () => {
  const days = fc.integer({ min: 20_000, max: 20_400 })
  const event = fc
    .tuple(days, fc.integer({ min: 0, max: 30 }))
    .map(([start, more]) => ({ start, end: start + more }))

  it('is nothing before, full during, and fades to nothing after', () => {
    fc.assert(
      fc.property(event, days, ({ start, end }, day) => {
        const strength = eventStrength({ start, end }, day)
        expect(strength >= 0 && strength <= 1).toBe(true)
        if (day < start || day > end + EVENT_FADE_DAYS) expect(strength).toBe(0)
        else if (day <= end) expect(strength).toBe(1)
        else expect(strength > 0 && strength < 1).toBe(true)
      }),
    )
  })

  it('never grows after the last day', () => {
    fc.assert(
      fc.property(event, (one) => {
        for (let day = one.end; day < one.end + 10; day++)
          expect(eventStrength(one, day + 1)).toBeLessThanOrEqual(eventStrength(one, day))
      }),
    )
  })
})

describe('a mark on the map', () => {
  const bbox = [35.5, 32.2, 42.5, 37.4] as const
  const [event] = read({})

  it('stands only for what a point can stand for', () => {
    expect(hasMark(event, bbox)).toBe(true)
    for (const over of [
      { lon: 38.9, lat: 55 },
      { precision_m: 200_000 },
      { verdict: 'rejected' },
    ] as Partial<EventRecord>[])
      expect(hasMark({ ...event, ...over }, bbox)).toBe(false)
    expect(hasMark({ ...event, verdict: 'contested' }, bbox)).toBe(true)
  })

  it('weighs more when more is known of it', () => {
    expect(eventWeight({ ...event, sources: ['a', 'b', 'c'] })).toBeGreaterThan(
      eventWeight({ ...event, sources: ['a'] }),
    )
    expect(eventWeight(event)).toBeGreaterThan(eventWeight({ ...event, verdict: 'contested' }))
    for (const kind of EVENT_KINDS) expect(Number.isFinite(eventWeight({ ...event, kind }))).toBe(true)
  })
})

it('events between days are those that touch them', () => {
  const events = read(
    { id: 'A' },
    { id: 'B', date: '2024-12-01', date_end: '2024-12-08' },
    { id: 'C', date: '2024-12-09' },
  )
  const on = (from: string, to: string) => eventsBetween(events, dayOf(from), dayOf(to)).map(({ id }) => id)
  expect(on('2024-12-08', '2024-12-08')).toEqual(['B', 'A'])
  expect(on('2024-12-09', '2024-12-20')).toEqual(['C'])
  expect(on('2025-01-01', '2025-01-02')).toEqual([])
})
