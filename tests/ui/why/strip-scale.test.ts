import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { labelsThatFit, stripParts, stripPosition } from '../../../src/ui/panels/why/strip-scale.ts'

const FIRST = 20_000
const LAST = FIRST + 400
const LEAST = 0.08

/** Ascending first days of stretches; the first one begins the range. */
const anyStarts = fc
  .uniqueArray(fc.integer({ min: 1, max: 400 }), { maxLength: 9 })
  .map((offsets) => [FIRST, ...offsets.sort((a, b) => a - b).map((offset) => FIRST + offset)])

describe('the strip', () => {
  it('is covered by its stretches, in order, each wide enough to press', () => {
    fc.assert(
      fc.property(anyStarts, (starts) => {
        const parts = stripParts(starts, FIRST, LAST, LEAST)
        expect(parts).toHaveLength(starts.length)
        expect(parts[0].from).toBe(0)
        expect(parts.at(-1)!.to).toBe(1)
        const floor = Math.min(LEAST, 1 / starts.length)
        parts.forEach(({ from, to }, i) => {
          if (i > 0) expect(from).toBe(parts[i - 1].to)
          expect(to - from).toBeGreaterThanOrEqual(floor - 1e-9)
        })
      }),
    )
  })

  it('gives a longer stretch never less width than a shorter one', () => {
    fc.assert(
      fc.property(anyStarts, (starts) => {
        const parts = stripParts(starts, FIRST, LAST, LEAST)
        const ends = [...starts.slice(1), LAST + 1]
        const shares = starts.map((start, i) => ({
          days: ends[i] - start,
          width: parts[i].to - parts[i].from,
        }))
        shares.sort((a, b) => a.days - b.days)
        for (let i = 1; i < shares.length; i++)
          expect(shares[i].width).toBeGreaterThanOrEqual(shares[i - 1].width - 1e-9)
      }),
    )
  })

  it('shows a day inside its own stretch, later days further on', () => {
    fc.assert(
      fc.property(anyStarts, fc.integer({ min: FIRST, max: LAST }), (starts, day) => {
        const parts = stripParts(starts, FIRST, LAST, LEAST)
        const at = (which: number) => stripPosition(which, starts, parts, FIRST, LAST)
        const own = starts.findLastIndex((start) => start <= day)
        expect(at(day)).toBeGreaterThan(parts[own].from)
        expect(at(day)).toBeLessThan(parts[own].to)
        if (day < LAST) expect(at(day + 1)).toBeGreaterThan(at(day))
        expect(at(FIRST - 50)).toBe(at(FIRST))
        expect(at(LAST + 50)).toBe(at(LAST))
      }),
    )
  })

  it('is one piece for ground that never changed', () => {
    expect(stripParts([FIRST], FIRST, LAST, LEAST)).toEqual([{ from: 0, to: 1 }])
  })
})

describe('labels', () => {
  it('never touch one another or leave the strip', () => {
    const positions = fc
      .array(fc.double({ min: 0, max: 1, noNaN: true }), { maxLength: 12 })
      .map((all) => all.sort((a, b) => a - b))
    fc.assert(
      fc.property(positions, fc.double({ min: 0.02, max: 0.4, noNaN: true }), (all, gap) => {
        const kept = labelsThatFit(all, gap).map((i) => all[i])
        kept.forEach((position, i) => {
          expect(position).toBeGreaterThanOrEqual(gap / 2 - 1e-9)
          expect(1 - position).toBeGreaterThanOrEqual(gap / 2 - 1e-9)
          if (i > 0) expect(position - kept[i - 1]).toBeGreaterThanOrEqual(gap - 1e-9)
        })
      }),
    )
  })

  it('are all there when there is room', () => {
    expect(labelsThatFit([0.2, 0.5, 0.8], 0.2)).toEqual([0, 1, 2])
    expect(labelsThatFit([0.2, 0.25, 0.8], 0.2)).toEqual([0, 2])
  })
})
