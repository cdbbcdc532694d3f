import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { firstOther } from '../../../src/ui/compare/compare-button.tsx'
import {
  dividerAt,
  type FreeWidth,
  isOlderSide,
  splitAt,
  splitByKey,
} from '../../../src/ui/compare/divider.ts'

const free: fc.Arbitrary<FreeWidth> = fc
  .record({
    left: fc.integer({ min: 0, max: 400 }),
    width: fc.integer({ min: 200, max: 3000 }),
    rtl: fc.boolean(),
  })
  .map(({ left, width, rtl }) => ({ left, right: left + width, rtl }))
const split = fc.integer({ min: 0, max: 100 })

describe('the divider', () => {
  it('stands where its split says, inside the free width, and gives the split back', () => {
    fc.assert(
      fc.property(free, split, (width, at) => {
        const x = dividerAt(at, width)
        expect(x).toBeGreaterThanOrEqual(width.left)
        expect(x).toBeLessThanOrEqual(width.right)
        expect(splitAt(x, width)).toBe(at)
      }),
    )
  })

  it('takes any place of a pointer', () => {
    fc.assert(
      fc.property(free, fc.double({ min: -1e5, max: 1e5, noNaN: true }), (width, x) => {
        const at = splitAt(x, width)
        expect(Number.isInteger(at)).toBe(true)
        expect(at).toBeGreaterThanOrEqual(0)
        expect(at).toBeLessThanOrEqual(100)
      }),
    )
    expect(splitAt(5, { left: 0, right: 0, rtl: false })).toBe(50)
  })

  it('has the older day on the start side, left or right', () => {
    expect(isOlderSide(10, 50, false)).toBe(true)
    expect(isOlderSide(90, 50, false)).toBe(false)
    expect(isOlderSide(10, 50, true)).toBe(false)
    expect(isOlderSide(90, 50, true)).toBe(true)
  })

  it('shows more of the older day the further it stands from the start side', () => {
    fc.assert(
      fc.property(free, split, split, (width, a, b) => {
        fc.pre(a < b)
        const [from, to] = [dividerAt(a, width), dividerAt(b, width)]
        const between = (from + to) / 2
        expect(isOlderSide(between, from, width.rtl)).toBe(false)
        expect(isOlderSide(between, to, width.rtl)).toBe(true)
      }),
    )
  })

  it('goes with the arrow that is pressed, on the screen', () => {
    const width = (rtl: boolean): FreeWidth => ({ left: 0, right: 1000, rtl })
    for (const rtl of [false, true]) {
      const at = (key: string) => dividerAt(splitByKey(key, 50, rtl)!, width(rtl))
      expect(at('ArrowRight')).toBeGreaterThan(dividerAt(50, width(rtl)))
      expect(at('ArrowLeft')).toBeLessThan(dividerAt(50, width(rtl)))
      expect(splitByKey('Home', 50, rtl)).toBe(0)
      expect(splitByKey('End', 50, rtl)).toBe(100)
    }
    expect(splitByKey('PageUp', 95, false)).toBe(100)
    expect(splitByKey('a', 50, false)).toBeNull()
  })
})

describe('a first comparison', () => {
  it('is with the first day, and on the first day with the turn', () => {
    expect(firstOther(20, 10, 15)).toBe(10)
    expect(firstOther(10, 10, 15)).toBe(15)
  })
})
