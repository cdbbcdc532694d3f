import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { endByKey, endingAt, limitsOf, type RangeEnd, startingAt, withEnd } from '../../src/ui/dock/range.ts'

const WHOLE = { start: 100, end: 200 }
const day = fc.integer({ min: WHOLE.start, max: WHOLE.end })
const range = fc.tuple(day, day).map(([a, b]) => ({ start: Math.min(a, b), end: Math.max(a, b) }))
const anyEnd = fc.constantFrom<RangeEnd>('start', 'end')

describe('a range', () => {
  it('is begun and ended on a day, in either order', () => {
    expect(startingAt(120, null, WHOLE)).toEqual({ start: 120, end: 200 })
    expect(endingAt(140, startingAt(120, null, WHOLE), WHOLE)).toEqual({ start: 120, end: 140 })
    expect(startingAt(120, endingAt(140, null, WHOLE), WHOLE)).toEqual({ start: 120, end: 140 })
  })

  it('that would end before it begins gives way on the other side', () => {
    expect(startingAt(150, { start: 110, end: 140 }, WHOLE)).toEqual({ start: 150, end: 200 })
    expect(endingAt(105, { start: 110, end: 140 }, WHOLE)).toEqual({ start: 100, end: 105 })
  })

  it('always holds the day that it was begun or ended on', () => {
    fc.assert(
      fc.property(day, fc.option(range), (day, before) => {
        for (const now of [startingAt(day, before, WHOLE), endingAt(day, before, WHOLE)]) {
          expect(WHOLE.start <= now.start && now.start <= now.end && now.end <= WHOLE.end).toBe(true)
          expect([now.start, now.end]).toContain(day)
        }
      }),
    )
  })

  it('has ends that never pass each other, however far they are dragged', () => {
    fc.assert(
      fc.property(range, anyEnd, fc.double({ min: -1e6, max: 1e6, noNaN: true }), (range, end, to) => {
        const now = withEnd(end, to, range, WHOLE)
        expect(WHOLE.start <= now.start && now.start <= now.end && now.end <= WHOLE.end).toBe(true)
        const other = end === 'start' ? 'end' : 'start'
        expect(now[other]).toBe(range[other])
        expect(Number.isInteger(now[end])).toBe(true)
      }),
    )
  })
})

describe('keys on an end of the range', () => {
  const keys = { range: { start: 120, end: 140 }, whole: WHOLE, changeDays: [103, 118, 131], rtl: false }
  const by = (key: string, over: { shiftKey?: boolean; rtl?: boolean; end?: RangeEnd } = {}) =>
    endByKey({ key, shiftKey: over.shiftKey ?? false }, over.end ?? 'start', {
      ...keys,
      rtl: over.rtl ?? false,
    })

  it('step by days along the direction of time', () => {
    expect([by('ArrowRight'), by('ArrowLeft'), by('ArrowUp'), by('ArrowDown')]).toEqual([121, 119, 121, 119])
    expect([by('ArrowRight', { rtl: true }), by('ArrowLeft', { rtl: true })]).toEqual([119, 121])
    expect(by('ArrowUp', { rtl: true })).toBe(121)
    expect([by('PageUp'), by('PageDown')]).toEqual([150, 90])
  })

  it('step by changes with Shift, and stay where there is none', () => {
    expect([by('ArrowRight', { shiftKey: true }), by('ArrowLeft', { shiftKey: true })]).toEqual([131, 118])
    expect(by('ArrowRight', { shiftKey: true, end: 'end' })).toBe(140)
    expect(by('ArrowRight', { shiftKey: true, rtl: true })).toBe(118)
  })

  it('go as far as the other end or the whole allows', () => {
    expect([by('Home'), by('End')]).toEqual([100, 140])
    expect([by('Home', { end: 'end' }), by('End', { end: 'end' })]).toEqual([120, 200])
    expect(limitsOf('end', keys.range, WHOLE)).toEqual({ start: 120, end: 200 })
  })

  it('leave other keys alone', () => {
    for (const key of ['a', ' ', 'Enter', 'Tab', 'Escape']) expect(by(key)).toBeNull()
  })
})
