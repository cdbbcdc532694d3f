import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { indexFaces } from '../../src/chronicle/face-index.ts'
import { type Box, facesInBox } from '../../src/chronicle/in-box.ts'
import { history, squares } from './strip-of-squares.ts'

// Six squares, lon 38–44, lat 35–36.
const atlas = squares(Array.from({ length: 6 }, () => history([0, 0])))
const index = indexFaces(atlas)
const inside = (...box: Box) => [...facesInBox(atlas, index, box)].sort((a, b) => a - b)

describe('ground inside a box', () => {
  it('is found by its boundary, or by the box lying in it as a whole', () => {
    expect(inside(38.2, 35.2, 38.8, 35.8)).toEqual([0])
    expect(inside(38.2, 35.2, 40.5, 35.8)).toEqual([0, 1, 2])
    expect(inside(30, 30, 50, 50)).toEqual([0, 1, 2, 3, 4, 5])
    expect(inside(41.4, 35.9, 41.6, 39)).toEqual([3])
  })

  it('is none outside of the country', () => {
    expect(inside(30, 35, 37.9, 36)).toEqual([])
    expect(inside(38, 37, 44, 38)).toEqual([])
  })

  it('is that of every square that the box overlaps', () => {
    const part = (min: number, max: number) =>
      fc.double({ min, max, noNaN: true }).map((x) => Math.round(x * 1000) / 1000 + 0.0005)
    fc.assert(
      fc.property(
        part(36, 45),
        part(0.001, 6),
        part(34, 37),
        part(0.001, 2),
        (west, width, south, height) => {
          const [east, north] = [west + width, south + height]
          const overlapped = [0, 1, 2, 3, 4, 5].filter(
            (i) => west <= 39 + i && east >= 38 + i && south <= 36 && north >= 35,
          )
          expect(inside(west, south, east, north)).toEqual(overlapped)
        },
      ),
    )
  })
})
