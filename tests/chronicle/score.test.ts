/** The score counts what it says, on a country of our own making. */
import { describe, expect, it } from 'vitest'
import { STATE } from '../../src/chronicle/atlas.ts'
import { indexFaces } from '../../src/chronicle/face-index.ts'
import { type Assertion, judge, scoreOf } from '../../src/chronicle/score.ts'
import { history, START, squares } from './strip-of-squares.ts'

// RED all the time; RED shared with BLUE from day 10; BLUE since day 5.
const atlas = squares([
  history([0, 0]),
  history([0, 0], [10, 0, 1, STATE.contested]),
  history([0, 0], [5, 1]),
])
const faces = indexFaces(atlas)
const said = (
  square: number,
  offset: number,
  holders: string[],
  over: Partial<Assertion> = {},
): Assertion => ({
  id: 'T',
  set: '1',
  place: 'x',
  lon: 38.5 + square,
  lat: 35.5,
  day: START + offset,
  holders,
  region: 'north',
  ...over,
})
const outcomes = (...assertions: Assertion[]) => judge(atlas, faces, assertions).map(({ outcome }) => outcome)

describe('judge', () => {
  it('is right when the side shown first is asserted, on that day', () => {
    expect(outcomes(said(0, 3, ['RED']), said(2, 4, ['RED']), said(2, 5, ['BLUE']))).toEqual([
      'right',
      'right',
      'right',
    ])
    expect(outcomes(said(2, 4, ['BLUE']), said(2, 5, ['RED']))).toEqual(['wrong', 'wrong'])
  })

  it('counts the second side of shared ground apart, and only where two are shown', () => {
    expect(outcomes(said(1, 10, ['BLUE']), said(1, 10, ['RED']), said(1, 9, ['BLUE']))).toEqual([
      'shared',
      'right',
      'wrong',
    ])
  })

  it('takes any of several asserted sides', () => {
    expect(outcomes(said(0, 0, ['GREEN', 'RED']), said(0, 0, ['GREEN', 'BLUE']))).toEqual(['right', 'wrong'])
  })

  it('is wrong outside the country', () => {
    expect(judge(atlas, faces, [said(9, 0, ['RED'])])[0]).toMatchObject({ outcome: 'wrong', shown: null })
  })
})

describe('scoreOf', () => {
  it('adds up by region and month, and puts the worst stretch first', () => {
    const score = scoreOf(
      judge(atlas, faces, [
        said(0, 0, ['RED']),
        said(1, 10, ['BLUE']),
        said(0, 0, ['BLUE'], { region: 'south' }),
        said(0, 0, ['RED'], { region: 'west', set: '2' }),
      ]),
      (day) => (day < START + 5 ? '2024-11' : '2024-12'),
    )
    expect(score.all).toEqual({ right: 2, shared: 1, wrong: 1, total: 4, plain: { right: 2, total: 3 } })
    expect(score.sets.map(({ set, right, total }) => [set, right, total])).toEqual([
      ['1', 1, 3],
      ['2', 1, 1],
    ])
    expect(score.regions.map(({ region, right, total }) => [region, right, total])).toEqual([
      ['north', 1, 2],
      ['south', 0, 1],
      ['west', 1, 1],
    ])
    expect(score.months.map(({ month, total }) => [month, total])).toEqual([
      ['2024-11', 3],
      ['2024-12', 1],
    ])
    expect(score.worst.map(({ region, month }) => `${region} ${month}`)).toEqual([
      'north 2024-12',
      'south 2024-11',
    ])
  })
})
