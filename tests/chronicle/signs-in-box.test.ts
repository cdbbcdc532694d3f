import { describe, expect, it } from 'vitest'
import { ARC_KIND, type Atlas, STATE } from '../../src/chronicle/atlas.ts'
import { indexFaces } from '../../src/chronicle/face-index.ts'
import { signsInBox } from '../../src/chronicle/signs-in-box.ts'
import { history, START, squares } from './strip-of-squares.ts'

// Squares of a degree from 38° east on: held by 0, held by 1, shared by both, passing from 0 to 1 after five days.
const ground = squares([
  history([0, 0]),
  history([0, 1]),
  history([0, 1, 0, STATE.contested]),
  history([0, 0], [5, 0, 1, STATE.passing], [8, 1]),
])
const between = (east: number, kind: Atlas['arcs'][number]['kind']) => ({
  coordinates: Float64Array.from([38 + east, 35, 38 + east, 36]),
  left: east - 1,
  right: east,
  kind,
})
const atlas = {
  ...ground,
  arcs: [...ground.arcs, between(1, ARC_KIND.evidence), between(2, ARC_KIND.inferred)],
}
const index = indexFaces(atlas)
const signs = (west: number, east: number, day = START, isShown = (_: number) => true) =>
  signsInBox(atlas, index, [west, 35.2, east, 35.8], day, isShown)
const seen = (found: ReturnType<typeof signs>) =>
  Object.entries(found)
    .filter(([, sign]) => sign)
    .map(([name]) => name)
    .sort()

describe('signs in a box', () => {
  it('are none inside of ground that one side holds', () => {
    expect(seen(signs(38.2, 38.8))).toEqual([])
  })

  it('are the line between two sides, where it runs through the box', () => {
    expect(seen(signs(38.5, 39.5))).toEqual(['front'])
    expect(seen(signs(39.5, 39.9))).toEqual([])
    // The rim of shared ground.
    expect(seen(signs(39.5, 40.5))).toEqual(['contested', 'inferred'])
  })

  it('are hatching, with whose ground it may be', () => {
    expect(signs(40.2, 40.8).contested).toMatchObject({ holder: 1, other: 0 })
    expect(signs(41.2, 41.8).passing).toBeNull()
    expect(signs(41.2, 41.8, START + 6).passing).toMatchObject({ holder: 0, other: 1 })
    expect(signs(41.2, 41.8, START + 9).passing).toBeNull()
  })

  it('are none of factions that are not shown', () => {
    expect(seen(signs(38.1, 41.9, START + 6, () => false))).toEqual([])
  })
})
