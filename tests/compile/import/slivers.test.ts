import { describe, expect, it } from 'vitest'
import { dissolve } from '../../../src/compile/faces/dissolve.ts'
import { drawFaces, LEAST_WIDTH } from '../../../src/compile/import/draw.ts'
import { polygonize } from '../../../src/compile/topology/polygonize.ts'
import type { Point } from '../../../src/geometry/plane.ts'

/** Strips from west to east with walls at the given places, 10 km high. */
function strips(walls: readonly number[]) {
  const [west, east, top] = [walls[0], walls[walls.length - 1], 10_000]
  const upright = walls.map((x): Point[] => [
    [x, 0],
    [x, top],
  ])
  const lids = [0, top].map((y): Point[] => [
    [west, y],
    [east, y],
  ])
  return polygonize([...upright, ...lids], 0, ([ring]) => walls.indexOf(Math.min(...ring.map(([x]) => x))))
}

describe('slivers', () => {
  it('go to the neighbour with the longest border, also when it is a sliver itself', () => {
    // Two slivers between two large strips: each has the other for its longest neighbour.
    const mosaic = strips([0, 5000, 5020, 5045, 9000])
    const keys = ['west', 'a', 'b', 'east']
    const small = ({ area, boundary }: { area: number; boundary: number }) =>
      (2 * area) / boundary < LEAST_WIDTH
    const { faces } = dissolve(mosaic, keys, small)
    expect(faces.filter(small)).toEqual([])
    expect(faces.reduce((sum, { area }) => sum + area, 0)).toBe(9000 * 10_000)
  })

  it('beside each other, forty of them, leave none', () => {
    const walls = [0, 5000, ...Array.from({ length: 39 }, (_, i) => 5020 + 20 * i), 9000]
    const histories = walls.slice(1).map((_, i): [number, number][] => [[0, i % 7]])
    const { faces } = drawFaces(strips(walls), histories, new Uint8Array(histories.length).fill(1), 99)
    // 780 m of slivers are more than one of them: what is wide enough together stays ground of its own.
    expect(faces.length).toBeLessThan(22)
    expect(faces.length).toBeGreaterThan(1)
  })

  it('that nobody ever held are filled when narrow, and left out when wide', () => {
    const held = Uint8Array.from([1, 0, 1, 0, 1])
    const histories = [0, -1, 1, -1, 2].map((faction): [number, number][] => [[0, faction]])
    const drawing = drawFaces(strips([0, 5000, 5020, 9000, 12_000, 15_000]), histories, held, 3)
    expect(drawing.filled).toBe(20 * 10_000)
    expect(drawing.faces.map(({ history }) => history[0].holder)).toEqual([0, 1, 2])
    expect(drawing.chains.filter(({ left, right }) => left < 0 || right < 0).length).toBeGreaterThan(1)
  })
})
