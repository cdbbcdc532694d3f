import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { dayOf } from '../../src/chronicle/day.ts'
import { dayChanges } from '../../src/chronicle/day-changes.ts'
import { bars } from '../../src/ui/dock/histogram.ts'
import { dayStep, dayTicks, monthLabels, monthStarts } from '../../src/ui/dock/months.ts'
import {
  dayAt,
  daysMoved,
  FINE_PIXELS,
  LEAST_DAYS,
  moved,
  placeOf,
  showing,
  spanShown,
  spanWindows,
  zoomed,
} from '../../src/ui/dock/track-scale.ts'
import { history, START, squares } from '../chronicle/strip-of-squares.ts'

const WHOLE = { from: 20_053.5, to: 20_454.5 }
const window = fc
  .tuple(
    fc.double({ min: WHOLE.from, max: WHOLE.to - LEAST_DAYS, noNaN: true }),
    fc.double({ min: LEAST_DAYS, max: 390, noNaN: true }),
  )
  .map(([from, length]) => ({ from, to: Math.min(WHOLE.to, from + length) }))

describe('the scale of the track', () => {
  it('leads from a day to a place and back, in both directions of writing', () => {
    fc.assert(
      fc.property(
        window,
        fc.boolean(),
        fc.integer({ min: 200, max: 2000 }),
        fc.double({ min: 0, max: 1, noNaN: true }),
        (window, rtl, width, share) => {
          const day = window.from + share * (window.to - window.from)
          expect(dayAt(placeOf(day, { window, width, rtl }), { window, width, rtl })).toBeCloseTo(day, 6)
        },
      ),
    )
  })

  it('moves with the hand, and by single days where these are too narrow for a finger', () => {
    const phone = { window: WHOLE, width: 366, rtl: false }
    expect(daysMoved(366, phone, false)).toBeCloseTo(401)
    expect(daysMoved(FINE_PIXELS, phone, true)).toBe(1)
    expect(daysMoved(FINE_PIXELS, { ...phone, rtl: true }, true)).toBe(-1)
    // A track that is zoomed far in moves no faster for that.
    const near = { ...phone, window: { from: 20_100, to: 20_100 + LEAST_DAYS } }
    expect(daysMoved(61, near, true)).toBeCloseTo(2)
    expect(daysMoved(61, near, false)).toBeCloseTo(2)
  })

  it('runs from right to left where the writing does', () => {
    const scale = { window: WHOLE, width: 1000 }
    expect(placeOf(WHOLE.from, { ...scale, rtl: false })).toBe(0)
    expect(placeOf(WHOLE.from, { ...scale, rtl: true })).toBe(1000)
    expect(dayAt(0, { ...scale, rtl: true })).toBe(WHOLE.to)
  })

  it('zooms about a day that stays where it is, and never leaves the whole', () => {
    fc.assert(
      fc.property(
        window,
        fc.double({ min: 0.2, max: 5, noNaN: true }),
        fc.double({ min: 0, max: 1, noNaN: true }),
        (before, factor, share) => {
          const about = before.from + share * (before.to - before.from)
          const after = zoomed(before, factor, about, WHOLE)
          expect(after.from).toBeGreaterThanOrEqual(WHOLE.from - 1e-9)
          expect(after.to).toBeLessThanOrEqual(WHOLE.to + 1e-9)
          expect(after.to - after.from).toBeGreaterThanOrEqual(LEAST_DAYS - 1e-9)
          const touchesEnd = after.from < WHOLE.from + 1e-6 || after.to > WHOLE.to - 1e-6
          const now = (about - after.from) / (after.to - after.from)
          if (!touchesEnd) expect(now).toBeCloseTo(share, 6)
        },
      ),
    )
  })

  it('moves with the day only when it would go out of sight', () => {
    const shown = { from: 20_100, to: 20_200 }
    expect(showing(shown, 20_150, WHOLE)).toBe(shown)
    const ahead = showing(shown, 20_230, WHOLE)
    expect(ahead.to).toBeGreaterThan(20_230)
    expect(ahead.to - ahead.from).toBeCloseTo(100)
    expect(showing(shown, 20_054, WHOLE).from).toBe(WHOLE.from)
    expect(moved(shown, 10_000, WHOLE).to).toBe(WHOLE.to)
  })
})

describe('the spans of the track', () => {
  const [start, end] = ['2024-11-26', '2026-02-27']
  const title = { en: 'early', ar: 'أوائل' }
  const windows = spanWindows({ start, end, spans: [{ id: 'early', title, start, end: '2025-12-31' }] })

  it('are the listed ones and the whole, which is all there is without a list', () => {
    expect(windows.map(({ from, to }) => [from, to])).toEqual([
      [dayOf(start) - 0.5, dayOf('2025-12-31') + 0.5],
      [dayOf(start) - 0.5, dayOf(end) + 0.5],
    ])
    expect(spanWindows({ start, end })).toEqual([windows[1]])
  })

  it('stay as chosen until the day leaves them', () => {
    expect(spanShown(windows, 0, dayOf('2025-12-31'))).toBe(0)
    expect(spanShown(windows, 0, dayOf('2026-01-01'))).toBe(1)
    expect(spanShown(windows, 1, dayOf(start))).toBe(1)
  })
})

describe('months', () => {
  const [from, to] = [dayOf('2024-11-26'), dayOf('2025-12-31')]

  it('are the firsts inside a stretch', () => {
    const starts = monthStarts(from, to)
    expect(starts).toHaveLength(13)
    expect(starts[0]).toBe(dayOf('2024-12-01'))
    expect(starts.at(-1)).toBe(dayOf('2025-12-01'))
    expect(monthStarts(dayOf('2025-01-01'), dayOf('2025-01-01'))).toEqual([dayOf('2025-01-01')])
  })

  it('are named where there is room, January and its year before all others', () => {
    const starts = monthStarts(from, to)
    const name = (day: number, year: boolean) =>
      year ? 'Jan 2025' : `M${starts.indexOf(day)}`.padEnd(8, '-')
    for (const width of [200, 340, 900]) {
      const labels = monthLabels(starts, (day) => ((day - from) / (to - from)) * width, width, name)
      expect(labels.map(({ text }) => text)).toContain('Jan 2025')
      const places = labels.map(({ day }) => ((day - from) / (to - from)) * width)
      for (let i = 1; i < places.length; i++) expect(places[i] - places[i - 1]).toBeGreaterThan(8 * 6)
    }
    expect(monthLabels(starts, (day) => (day - from) * 5, 2000, name)).toHaveLength(13)
    // Letters of twice the size leave room for half of them.
    expect(monthLabels(starts, (day) => (day - from) * 3, 1200, name)).toHaveLength(13)
    expect(monthLabels(starts, (day) => (day - from) * 3, 1200, name, 2).length).toBeLessThan(10)
  })

  it('give way to days when the track is zoomed', () => {
    expect(dayStep(2)).toBe(0)
    expect(dayStep(10)).toBe(5)
    expect(dayStep(60)).toBe(1)
    expect(dayTicks(dayOf('2024-11-28') - 0.5, dayOf('2024-12-02') + 0.5, 1)).toHaveLength(5)
    expect(dayTicks(dayOf('2024-12-01'), dayOf('2024-12-31'), 10)).toEqual([
      dayOf('2024-12-10'),
      dayOf('2024-12-20'),
    ])
  })
})

describe('bars', () => {
  const changes = dayChanges(
    squares([
      history([0, 0], [1, 1], [4, 0]),
      history([0, 0], [1, 1]),
      history([0, 0], [1, 2]),
      history([0, 0], [6, 0, 1, 1]),
    ]),
  )
  const all = bars(changes)

  it('stand on the days of change, the tallest on the largest', () => {
    expect(all.map(({ day }) => day - START)).toEqual([1, 4, 6])
    expect(all[0].parts.at(-1)?.to).toBeCloseTo(1)
    expect(all[1].parts.at(-1)!.to).toBeLessThan(1)
  })

  it('are divided by who gained', () => {
    expect(all[0].parts.map(({ faction }) => faction)).toEqual([1, 2])
    expect(all[0].parts[0].to).toBeCloseTo(2 / 3)
    expect(all[0].parts[1].from).toBe(all[0].parts[0].to)
  })

  it('have no part where nothing changed hands', () => {
    expect(all[2]).toMatchObject({ km2: 0, parts: [] })
  })
})
