import { describe, expect, it } from 'vitest'
import { isoOf } from '../../src/chronicle/day.ts'
import { withLineage } from '../../src/chronicle/lineage.ts'
import { history, type Piece, START, squares } from './strip-of-squares.ts'

const [RED, BLUE, GREEN] = [0, 1, 2]
/** Red becomes part of blue on the fifth day; green ends with it and goes nowhere. */
const FACTIONS = [
  { id: 'RED', lineage: [{ from: isoOf(START + 4), into: 'BLUE', note: {} }] },
  { id: 'BLUE', lineage: [] },
  { id: 'GREEN', lineage: [{ from: isoOf(START + 4), into: null, note: {} }] },
]
const told = (...pieces: Piece[]) =>
  withLineage(squares([history(...pieces)]), FACTIONS).faces[0].history.map(({ holder, former = -1 }) => [
    holder,
    former,
  ])

describe('ground of a faction that became part of another', () => {
  it('is known as its own under the new name, until somebody else takes it', () => {
    expect(told([0, RED], [8, BLUE], [9, BLUE, GREEN, 1], [12, GREEN], [15, BLUE])).toEqual([
      [RED, -1],
      [BLUE, RED],
      [BLUE, RED],
      [GREEN, -1],
      [BLUE, -1],
    ])
  })

  it('is only what came over after it had joined, and from nobody who joined nobody', () => {
    expect(told([0, RED], [3, BLUE])[1]).toEqual([BLUE, -1])
    expect(told([0, GREEN], [8, BLUE])[1]).toEqual([BLUE, -1])
  })

  it('leaves the atlas as it was', () => {
    const atlas = squares([history([0, RED], [8, BLUE])])
    withLineage(atlas, FACTIONS)
    expect(atlas.faces[0].history.some((period) => 'former' in period)).toBe(false)
  })
})
