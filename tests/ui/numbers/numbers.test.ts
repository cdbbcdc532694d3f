import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { areaSeries, presentIn, type TableRow } from '../../../src/chronicle/series.ts'
import { SPANS } from '../../../src/link/index.ts'
import { factionAt, footOf, keyOf, pointsOf, topOf } from '../../../src/ui/panels/numbers/chart-shape.ts'
import { csvOf } from '../../../src/ui/panels/numbers/csv.ts'
import { amountText, shareText } from '../../../src/ui/panels/numbers/number-text.ts'
import { daysOf } from '../../../src/ui/panels/numbers/span.ts'
import { DAYS, randomAtlas, START } from '../../chronicle/random-atlas.ts'
import { wordsOf } from '../words.ts'

const en = wordsOf('en')
const ar = wordsOf('ar')

describe('the days of the chart', () => {
  const whole = { from: START, to: START + 400 }

  it('lie inside the whole and hold the day shown, unless a stretch was asked for by name', () => {
    fc.assert(
      fc.property(fc.integer({ min: whole.from, max: whole.to }), fc.constantFrom(...SPANS), (day, span) => {
        const { from, to } = daysOf(span, day, whole, { from: START + 1, to: START + 12 })
        expect(from).toBeGreaterThanOrEqual(whole.from)
        expect(to).toBeLessThanOrEqual(whole.to)
        expect(from).toBeLessThan(to)
        if (span !== 'play') expect(from <= day && day <= to).toBe(true)
        if (span === 'near') expect(to - from).toBe(60)
      }),
    )
  })

  it('are all there are when there are few', () => {
    expect(daysOf('near', START + 3, { from: START, to: START + 10 }, whole)).toEqual({
      from: START,
      to: START + 10,
    })
  })
})

describe('the shape of the chart', () => {
  it('is as high as the whole, and every height belongs to the faction drawn there', () => {
    fc.assert(
      fc.property(randomAtlas, fc.double({ min: 0, max: 0.999, noNaN: true }), (atlas, share) => {
        const series = areaSeries(atlas)
        const factions = presentIn(series)
        const points = pointsOf(series, factions)
        expect(points.at(-1)!.at).toBe(START + DAYS + 1)
        expect(topOf(series, null)).toBe(series.total)
        series.bands.forEach((row, i) => {
          const value = share * series.total
          const faction = factionAt(row, factions, value)!
          const foot = footOf(points[i], factions, faction)
          expect(value).toBeGreaterThanOrEqual(foot - 1e-6)
          expect(value).toBeLessThanOrEqual(foot + points[i].best[keyOf(faction)] + 1e-6)
        })
        expect(factionAt(series.bands[0], factions, -1)).toBeNull()
        expect(factionAt(series.bands[0], factions, series.total * 1.01 + 1)).toBeNull()
        for (const faction of factions) {
          expect(topOf(series, faction)).toBeGreaterThan(0)
          expect(topOf(series, faction)).toBeLessThanOrEqual(series.total)
        }
      }),
    )
  })
})

describe('numbers in words', () => {
  it('are bands where there is a band', () => {
    expect(amountText({ low: 117_960, best: 118_400, high: 119_540 }, 'area', en)).toBe('118,000–120,000 km²')
    expect(amountText({ low: 286, best: 286, high: 286 }, 'area', en)).toBe('286 km²')
    expect(amountText({ low: 3, best: 4, high: 5 }, 'places', en)).toBe('3–5 places')
    expect(amountText({ low: 1, best: 1, high: 1 }, 'places', en)).toBe('1 place')
    expect(amountText({ low: 2, best: 2, high: 2 }, 'places', ar)).toBe('مكانان')
    expect(amountText({ low: 0, best: 0, high: 0 }, 'places', en)).toBe('none')
  })

  it('are shares in whole or half per cent', () => {
    expect(shareText({ low: 62.3, best: 62.4, high: 62.6 }, 100, en)).toBe('62.5 %')
    expect(shareText({ low: 62, best: 63, high: 63.6 }, 100, en)).toBe('62–63.5 %')
    expect(shareText({ low: 0.1, best: 0.1, high: 0.1 }, 100, en)).toBe('under 0.5 %')
    expect(shareText({ low: 0, best: 0, high: 0 }, 100, en)).toBe('')
    fc.assert(
      fc.property(fc.nat(1000), fc.nat(1000), fc.nat(1000), (low, more, rest) => {
        const text = shareText({ low, best: low + more, high: low + more }, low + more + rest + 1, en)
        if (low + more > 0) expect(text).toMatch(/^(\d+(\.5)?(–\d+(\.5)?)?|under 0\.5) %$/)
      }),
    )
  })
})

describe('the file', () => {
  const row: TableRow = { from: '2024-11-26', to: '2024-11-29', faction: 1, low: 1, best: 2, high: 3 }
  const options = {
    where: 'SY-HL',
    unit: 'km2' as const,
    factionId: () => 'B',
    factionName: () => 'A "b", c',
  }

  it('has a head, a line for each row, and quotes what needs it', () => {
    expect(csvOf([row], options)).toBe(
      '\ufefffrom,to,in,faction,name,low,best,high,unit\r\n' +
        '2024-11-26,2024-11-29,SY-HL,B,"A ""b"", c",1,2,3,km2\r\n',
    )
    expect(csvOf([], options).trim().split('\r\n')).toHaveLength(1)
  })
})
