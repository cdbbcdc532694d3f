import { describe, expect, it } from 'vitest'
import { ARC_KIND, STATE } from '../../src/chronicle/atlas.ts'
import { indexFaces } from '../../src/chronicle/face-index.ts'
import { nearestFront, withinDoubt } from '../../src/chronicle/near-front.ts'
import { judge } from '../../src/chronicle/score.ts'
import { history, START, squares } from './strip-of-squares.ts'

const strip = squares([history([0, 0]), history([0, 1], [5, 0]), history([0, 0], [5, 0, 2, STATE.passing])])
/** A line along a meridian between two squares, not known to 2 km. */
const front = (lon: number, left: number, kind: 2 | 3) => ({
  coordinates: Float64Array.from([lon, 36, lon, 35]),
  left,
  right: left + 1,
  kind,
  error: 2000,
})
const atlas = {
  ...strip,
  arcs: [...strip.arcs, front(39, 0, ARC_KIND.inferred), front(40, 1, ARC_KIND.evidence)],
}
const KM_PER_DEGREE = 111.195 * Math.cos((35.5 * Math.PI) / 180)

describe('the nearest front', () => {
  it('is given with its distance, its error and the two sides', () => {
    const near = nearestFront(atlas, START, 39 + 3 / KM_PER_DEGREE, 35.5, 30)!
    expect(near.km).toBeCloseTo(3, 2)
    expect(near).toMatchObject({ error: 2, inferred: true, parted: [0, 1] })
    expect(nearestFront(atlas, START, 39.9, 35.5, 30)).toMatchObject({ inferred: false, parted: [1, 0] })
  })

  it('is one of the day, and not too far off', () => {
    expect(nearestFront(atlas, START + 5, 39.01, 35.5, 30)).toBeNull()
    expect(nearestFront(atlas, START, 39.5, 35.5, 30)).toBeNull()
  })
})

describe('the band of an inferred front', () => {
  it('holds what lies nearer to it than it is known', () => {
    const at = (km: number, day = START) => withinDoubt(atlas, day, 39 + km / KM_PER_DEGREE, 35.5)
    expect([at(-1.9), at(1.9), at(2.1)]).toEqual([true, true, false])
    expect(at(0.5, START + 5)).toBe(false)
    expect(withinDoubt(atlas, START, 40.001, 35.5)).toBe(false)
  })

  it('is doubt that the map shows', () => {
    const said = (lon: number) => ({
      id: 'T',
      place: 'x',
      lon,
      lat: 35.5,
      day: START,
      holders: ['RED'],
      region: 'north',
      set: 'one',
    })
    const judged = judge(atlas, indexFaces(strip), [said(38.5), said(38.99)])
    expect(judged.map(({ plain }) => plain)).toEqual([true, false])
  })
})
