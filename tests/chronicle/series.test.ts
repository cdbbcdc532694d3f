import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { areasOn, shareIn } from '../../src/chronicle/areas.ts'
import type { Atlas } from '../../src/chronicle/atlas.ts'
import { isoOf } from '../../src/chronicle/day.ts'
import {
  areaSeries,
  bandsOn,
  placeSeries,
  presentIn,
  type Series,
  seriesWithin,
  shareBand,
  tableOf,
} from '../../src/chronicle/series.ts'
import { threeFigures } from '../../src/ui/words/words.ts'
import { frozenAtlas, frozenEvidence } from '../fixtures/frozen.ts'
import { anyDay, anyGovernorate, DAYS, randomAtlas, START } from './random-atlas.ts'

const compiled = frozenAtlas()
const evidence = frozenEvidence()

const bestOf = (series: Series, i: number) => series.bands[i].reduce((sum, { best }) => sum + best, 0)
const groundOf = ({ faces }: Atlas, governorate: number | null) =>
  faces.reduce(
    (sum, face) => sum + (governorate === null ? face.km2 : shareIn(face.governorates, governorate)),
    0,
  )

function expectSound(series: Series) {
  expect(series.days[0]).toBeLessThanOrEqual(series.days.at(-1)!)
  expect([...series.days].sort((a, b) => a - b)).toEqual(series.days)
  series.days.forEach((_, i) => {
    expect(bestOf(series, i)).toBeCloseTo(series.total, 3)
    for (const { low, best, high } of series.bands[i]) {
      expect(low).toBeGreaterThanOrEqual(0)
      expect(low).toBeLessThanOrEqual(best)
      expect(best).toBeLessThanOrEqual(high)
      expect(high).toBeLessThanOrEqual(series.total + 1e-6)
    }
  })
}

describe('series of areas', () => {
  it('are sound and share out all ground, whatever the atlas', () => {
    fc.assert(
      fc.property(randomAtlas, anyGovernorate, (atlas, governorate) => {
        const series = areaSeries(atlas, governorate)
        expectSound(series)
        expect(series.total).toBeCloseTo(groundOf(atlas, governorate), 6)
      }),
    )
  })

  it('say of every day what areasOn says of it', () => {
    fc.assert(
      fc.property(randomAtlas, anyGovernorate, anyDay, (atlas, governorate, day) => {
        const direct = areasOn(atlas, day, governorate)
        bandsOn(areaSeries(atlas, governorate), day).forEach((band, faction) => {
          for (const key of ['low', 'best', 'high'] as const)
            expect(band[key]).toBeCloseTo(direct[faction][key], 6)
        })
      }),
    )
  })

  it('of the governorates add up to that of the country', () => {
    fc.assert(
      fc.property(randomAtlas, anyDay, (atlas, day) => {
        const parts = atlas.governorates.map((_, index) => bandsOn(areaSeries(atlas, index), day))
        bandsOn(areaSeries(atlas), day).forEach((band, faction) => {
          for (const key of ['low', 'best', 'high'] as const) {
            expect(parts.reduce((sum, part) => sum + part[faction][key], 0)).toBeCloseTo(band[key], 6)
          }
        })
      }),
    )
  })

  it('lose nothing when cut to a stretch of days', () => {
    fc.assert(
      fc.property(randomAtlas, anyDay, anyDay, (atlas, one, two) => {
        const whole = areaSeries(atlas)
        const [from, to] = [Math.min(one, two), Math.max(one, two)]
        const part = seriesWithin(whole, from, to)
        expectSound(part)
        expect(part.days[0]).toBe(from)
        for (let day = from; day <= to; day++) expect(bandsOn(part, day)).toEqual(bandsOn(whole, day))
      }),
    )
  })

  it('of the compiled map share out the country and each governorate on every day', () => {
    for (const governorate of [null, ...compiled.governorates.keys()]) {
      const series = areaSeries(compiled, governorate)
      expectSound(series)
      expect(series.total).toBeCloseTo(groundOf(compiled, governorate), 3)
      expect(series.total).toBeGreaterThan(50)
    }
    const parts = compiled.governorates.reduce((sum, _, index) => sum + areaSeries(compiled, index).total, 0)
    // Parts are written to a hundredth of a square kilometre.
    expect(Math.abs(parts - areaSeries(compiled).total)).toBeLessThan(compiled.faces.length * 0.02)
  })
})

describe('series of places', () => {
  it('count every place that stands for ground once, and no other', () => {
    for (const governorate of [null, ...compiled.governorates]) {
      const series = placeSeries(compiled, evidence.places, governorate)
      expectSound(series)
      const there = evidence.places.filter(
        (place) => place.face >= 0 && (governorate === null || place.governorate === governorate),
      )
      expect(series.total).toBe(there.length)
      series.days.forEach((_, i) => {
        expect(bestOf(series, i)).toBe(there.length)
      })
    }
  })

  it('know that Aleppo changed hands', () => {
    const { days, bands } = placeSeries(
      compiled,
      evidence.places.filter(({ id }) => id === 'aleppo'),
    )
    const [hts, saa] = ['HTS', 'SAA'].map((id) => compiled.factions.indexOf(id))
    expect(bands[0][saa].best).toBe(1)
    expect(bands.at(-1)![hts].best).toBe(1)
    expect(days.length).toBeGreaterThan(1)
  })

  it('are all zero where no place stands', () => {
    expect(placeSeries(compiled, [])).toMatchObject({ total: 0, days: [compiled.start] })
  })
})

describe('what is shown of a series', () => {
  it('shares add up to a hundred per cent, give or take their rounding, in halves', () => {
    fc.assert(
      fc.property(randomAtlas, anyDay, (atlas, day) => {
        const series = areaSeries(atlas)
        const shares = bandsOn(series, day).map((band) => shareBand(band, series.total))
        const sum = shares.reduce((total, { best }) => total + best, 0)
        expect(Math.abs(sum - 100)).toBeLessThanOrEqual(0.25 * shares.length)
        for (const { low, best, high } of shares) {
          expect(low).toBeLessThanOrEqual(best)
          expect(best).toBeLessThanOrEqual(high)
          for (const value of [low, best, high]) expect(Number.isInteger(value * 2)).toBe(true)
        }
      }),
    )
    expect(shareBand({ low: 0, best: 0, high: 0 }, 0)).toEqual({ low: 0, best: 0, high: 0 })
  })

  it('the table covers every day once for each faction that holds something, without decimals', () => {
    fc.assert(
      fc.property(randomAtlas, (atlas) => {
        const series = areaSeries(atlas)
        const rows = tableOf(series, presentIn(series), threeFigures)
        for (const row of rows) {
          expect([row.low, row.best, row.high].every(Number.isInteger)).toBe(true)
          expect(row.low).toBeLessThanOrEqual(row.best)
          expect(row.best).toBeLessThanOrEqual(row.high)
          expect(row.from <= row.to).toBe(true)
        }
        for (let day = START; day <= START + DAYS; day++) {
          const named = rows
            .filter(({ from, to }) => from <= isoOf(day) && isoOf(day) <= to)
            .map((row) => row.faction)
          const holding = bandsOn(series, day).flatMap(({ high }, faction) => (high > 0 ? [faction] : []))
          expect(named).toEqual(holding)
        }
      }),
    )
  })
})
