import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { areasOn } from '../../src/chronicle/areas.ts'
import { STATE } from '../../src/chronicle/atlas.ts'
import { balances, fateOf, transfers } from '../../src/chronicle/compare.ts'
import { dayOf } from '../../src/chronicle/day.ts'
import { boxOfFaces } from '../../src/chronicle/face-box.ts'
import { frozenAtlas } from '../fixtures/frozen.ts'
import { anyDay, anyGovernorate, randomAtlas, START } from './random-atlas.ts'

const compiled = frozenAtlas()
const EDGES = ['low', 'best', 'high'] as const
const held = (holder: number) => ({ start: START, holder, other: -1, state: STATE.held })
const contested = (holder: number, other: number) => ({ start: START, holder, other, state: STATE.contested })

describe('the fate of ground', () => {
  it('is told from the side of one faction', () => {
    expect(fateOf(held(0), held(1), 1)).toBe('gained')
    expect(fateOf(held(0), held(1), 0)).toBe('lost')
    expect(fateOf(held(0), held(0), 0)).toBe('held')
    expect(fateOf(held(0), held(1), 2)).toBe('none')
    expect(fateOf(held(0), contested(0, 1), 0)).toBe('unsettled')
    expect(fateOf(held(0), contested(0, 1), 1)).toBe('unsettled')
    expect(fateOf(held(0), contested(0, -1), 1)).toBe('none')
    expect(fateOf(contested(0, 1), held(0), 0)).toBe('held')
    expect(fateOf(held(0), contested(1, 0), 1)).toBe('gained')
  })
})

describe('balances', () => {
  it('are bands, and best explains exactly how one day became the other', () => {
    fc.assert(
      fc.property(randomAtlas, anyDay, anyDay, anyGovernorate, (atlas, older, newer, governorate) => {
        const [before, after] = [areasOn(atlas, older, governorate), areasOn(atlas, newer, governorate)]
        balances(atlas, older, newer, governorate).forEach(({ gained, lost, held }, faction) => {
          for (const { low, best, high } of [gained, lost, held]) {
            expect(low).toBeLessThanOrEqual(best)
            expect(best).toBeLessThanOrEqual(high)
          }
          expect(before[faction].best + gained.best - lost.best).toBeCloseTo(after[faction].best, 6)
          expect(held.best + gained.best).toBeCloseTo(after[faction].best, 6)
        })
      }),
    )
  })

  it('change sides with the days', () => {
    fc.assert(
      fc.property(randomAtlas, anyDay, anyDay, (atlas, one, two) => {
        const [there, back] = [balances(atlas, one, two), balances(atlas, two, one)]
        there.forEach((balance, faction) => {
          for (const edge of EDGES) {
            expect(back[faction].lost[edge]).toBeCloseTo(balance.gained[edge], 6)
            expect(back[faction].gained[edge]).toBeCloseTo(balance.lost[edge], 6)
            expect(back[faction].held[edge]).toBeCloseTo(balance.held[edge], 6)
          }
        })
      }),
    )
  })

  it('of a day with itself say that nothing surely moved', () => {
    fc.assert(
      fc.property(randomAtlas, anyDay, (atlas, day) => {
        for (const { gained, lost } of balances(atlas, day, day)) {
          expect([gained.low, gained.best, lost.low, lost.best]).toEqual([0, 0, 0, 0])
        }
        expect(transfers(atlas, day, day)).toEqual([])
      }),
    )
  })

  it('agree with the transfers', () => {
    fc.assert(
      fc.property(randomAtlas, anyDay, anyDay, (atlas, older, newer) => {
        const moved = transfers(atlas, older, newer)
        balances(atlas, older, newer).forEach(({ gained, lost }, faction) => {
          const sum = (side: 'from' | 'to') =>
            moved
              .filter((transfer) => transfer[side] === faction)
              .reduce((km2, transfer) => km2 + transfer.km2, 0)
          expect(sum('to')).toBeCloseTo(gained.best, 6)
          expect(sum('from')).toBeCloseTo(lost.best, 6)
        })
      }),
    )
  })

  it('of the compiled map know the offensive of late 2024', () => {
    const all = balances(compiled, dayOf('2024-11-26'), dayOf('2024-12-02'))
    const [hts, saa] = ['HTS', 'SAA'].map((id) => all[compiled.factions.indexOf(id)])
    expect(hts.gained.best).toBeGreaterThan(5000)
    expect(hts.lost.best).toBe(0)
    expect(saa.lost.best).toBeGreaterThan(hts.gained.best)
    expect(saa.gained.best).toBe(0)
  })
})

describe('the box of faces', () => {
  it('holds Aleppo when it is around what changed hands there, and is none for nothing', () => {
    const [first] = transfers(compiled, dayOf('2024-11-26'), dayOf('2024-12-02'))
    const [west, south, east, north] = boxOfFaces(compiled, first.faces)!
    expect(west < 37.16 && 37.16 < east && south < 36.2 && 36.2 < north).toBe(true)
    expect(east - west).toBeLessThan(3)
    expect(boxOfFaces(compiled, [])).toBeNull()
  })
})
