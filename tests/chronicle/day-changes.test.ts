import { describe, expect, it } from 'vitest'
import { STATE } from '../../src/chronicle/atlas.ts'
import { changeOn, dayChanges } from '../../src/chronicle/day-changes.ts'
import { END, history, START, squares } from './strip-of-squares.ts'

const RED = 0
const BLUE = 1
const GREEN = 2

describe('the changes of a day', () => {
  it('name who gained, from whom, and where', () => {
    const atlas = squares([
      history([0, RED], [3, BLUE]),
      history([0, RED], [3, BLUE]),
      history([0, GREEN], [3, BLUE]),
      history([0, BLUE], [3, GREEN]),
      history([0, RED]),
    ])
    const [change, ...rest] = dayChanges(atlas)
    expect(rest).toEqual([])
    expect(change.day).toBe(START + 3)
    expect(change.km2).toBe(40)
    expect(change.faces).toEqual([0, 1, 2, 3])
    expect(change.gains.map(({ faction, km2 }) => [faction, km2])).toEqual([
      [BLUE, 30],
      [GREEN, 10],
    ])
    expect(change.gains[0].from).toEqual([
      [RED, 20],
      [GREEN, 10],
    ])
    // Squares 0 and 1 lie in the first governorate, four tenths of square 1 and square 2 in the second.
    expect(change.gains[0].governorates).toEqual([
      [0, 16],
      [1, 14],
    ])
    expect(change.gains[0].faces).toEqual([0, 1, 2])
  })

  it('tell contested ground from ground that changed hands', () => {
    const atlas = squares([
      history([0, RED], [2, RED, BLUE, STATE.contested], [5, RED]),
      history([0, RED], [2, RED, BLUE, STATE.passing], [5, BLUE]),
    ])
    const [loose, settled] = dayChanges(atlas)
    expect(loose).toMatchObject({ day: START + 2, km2: 0, gains: [] })
    expect(loose.unsettled).toMatchObject({ km2: 20, faces: [0, 1] })
    expect(settled).toMatchObject({ day: START + 5, km2: 10 })
    expect(settled.settled).toMatchObject({ km2: 10, faces: [0] })
    expect(settled.gains).toMatchObject([{ faction: BLUE, km2: 10, faces: [1] }])
  })

  it('leave out the first day, days after the end, and segments that look the same', () => {
    const atlas = squares([
      history([-2, RED], [0, BLUE]),
      history([0, RED], [END - START + 1, BLUE]),
      history([0, RED], [4, RED]),
    ])
    expect(dayChanges(atlas)).toEqual([])
  })

  it('are found by their day', () => {
    const changes = dayChanges(squares([history([0, RED], [1, BLUE], [7, GREEN])]))
    expect(changes.map(({ day }) => day)).toEqual([START + 1, START + 7])
    expect(changeOn(changes, START + 7)?.gains[0].faction).toBe(GREEN)
    expect(changeOn(changes, START + 2)).toBeNull()
  })
})
