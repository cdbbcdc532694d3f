import { describe, expect, it } from 'vitest'
import { Explainer } from '../../../src/chronicle/explain.ts'
import { kmBetween } from '../../../src/chronicle/nearest.ts'
import type { MilitaryPosition } from '../../../src/chronicle/positions.ts'
import { askedOf } from '../../../src/ui/panels/why/asked.ts'
import { isUnder } from '../../../src/ui/panels/why/in-sight.ts'
import { positionsAt } from '../../../src/ui/panels/why/positions-at.ts'
import { evidence, history, place, START, squares } from '../../chronicle/strip-of-squares.ts'

describe('the point asked about', () => {
  const explainer = new Explainer(evidence({ places: [place('town', 38.5, 0)] }), squares([history([0, 0])]))

  it('is the place by name before the point on the map', () => {
    expect(askedOf({ at: [40, 34], place: 'town' }, explainer)).toMatchObject({
      what: 'point',
      lon: 38.5,
      lat: 35.5,
      place: { id: 'town' },
    })
    expect(askedOf({ at: [40, 34], place: null }, explainer)).toEqual({
      what: 'point',
      lon: 40,
      lat: 34,
      place: null,
    })
  })

  it('may be unknown, or nothing at all', () => {
    expect(askedOf({ at: null, place: 'nowhere' }, explainer)).toEqual({ what: 'unknown', id: 'nowhere' })
    expect(askedOf({ at: null, place: null }, explainer)).toEqual({ what: 'nothing' })
  })
})

describe('positions at a point', () => {
  const position = (id: string, over: Partial<MilitaryPosition> = {}): MilitaryPosition => ({
    id,
    site: id,
    faction: 'RED',
    kind: 'post',
    name: { en: id },
    status: 'active',
    verdict: 'accepted',
    start: START,
    end: null,
    reason: {},
    sources: [],
    precision_m: 100,
    lon: 38.5,
    lat: 35.5,
    ...over,
  })
  const kmEast = (km: number) => 38.5 + km / kmBetween(38, 35.5, 39, 35.5)
  const found = (all: MilitaryPosition[], day = START) =>
    positionsAt(all, 38.5, 35.5, day).map(({ id }) => id)

  it('are those near by, the nearest first, farther off when their own place is uncertain', () => {
    expect(
      found([
        position('far', { lon: kmEast(3) }),
        position('near', { lon: kmEast(1) }),
        position('here'),
        position('vague', { lon: kmEast(3), precision_m: 4000 }),
      ]),
    ).toEqual(['here', 'near', 'vague'])
  })

  it('are those of the day', () => {
    expect(found([position('later', { start: START + 1 }), position('over', { end: START })])).toEqual([])
    expect(found([position('later', { start: START + 1 })], START + 1)).toEqual(['later'])
  })
})

describe('a point under a panel', () => {
  const panel = { left: 900, right: 1240, top: 60, bottom: 680 }
  it('is found with room for its mark', () => {
    expect(isUnder(panel, 1000, 300)).toBe(true)
    expect(isUnder(panel, 880, 300)).toBe(true)
    expect(isUnder(panel, 800, 300)).toBe(false)
    expect(isUnder(panel, 1000, 730)).toBe(false)
  })
})
