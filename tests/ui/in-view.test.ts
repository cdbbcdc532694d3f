import { describe, expect, it } from 'vitest'
import { dayChanges } from '../../src/chronicle/day-changes.ts'
import { indexFaces } from '../../src/chronicle/face-index.ts'
import { type Box, facesInBox } from '../../src/chronicle/in-box.ts'
import { daysOfChange } from '../../src/ui/dock/in-view.ts'
import { history, START, squares } from '../chronicle/strip-of-squares.ts'

const atlas = squares([
  history([0, 0], [1, 1], [4, 0]),
  history([0, 0]),
  history([0, 0], [4, 2]),
  history([0, 0], [9, 0, 1, 1]),
])
const changes = dayChanges(atlas)
const index = indexFaces(atlas)
const inView = (...box: Box) => daysOfChange(changes, facesInBox(atlas, index, box)).map((day) => day - START)

describe('changes in view', () => {
  it('are those of ground that is seen at least in part', () => {
    expect(inView(38.2, 35.2, 38.8, 35.8)).toEqual([1, 4])
    expect(inView(40.9, 35.2, 41.1, 35.8)).toEqual([4, 9])
    expect(inView(30, 30, 50, 50)).toEqual([1, 4, 9])
  })

  it('are none where nothing changes, or outside of the country', () => {
    expect(inView(39.2, 35.2, 39.8, 35.8)).toEqual([])
    expect(inView(50, 35, 51, 36)).toEqual([])
  })
})
