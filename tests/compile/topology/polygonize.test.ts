/** Lines → ground: whatever is drawn, the pieces tile what it encloses and nothing crosses. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { crossingLines } from '../../../src/compile/faces/smooth.ts'
import { walk } from '../../../src/compile/topology/mosaic.ts'
import { polygonize } from '../../../src/compile/topology/polygonize.ts'
import { inRings, type Point, ringArea } from '../../../src/geometry/plane.ts'

const square = (west: number, south: number, side: number): Point[] => [
  [west, south],
  [west + side, south],
  [west + side, south + side],
  [west, south + side],
  [west, south],
]
const areas = (lines: readonly Point[][], snap = 0) =>
  polygonize(lines, snap, () => 0)
    .patches.map(({ area }) => area)
    .sort((a, b) => a - b)

describe('polygonize', () => {
  it('cuts a square by lines that overshoot, and leaves dead ends out', () => {
    const cross: Point[][] = [
      [
        [-10, 40],
        [110, 40],
      ],
      [
        [30, -10],
        [30, 110],
      ],
      [
        [60, 60],
        [80, 70],
      ],
    ]
    expect(areas([square(0, 0, 100), ...cross])).toEqual([1200, 1800, 2800, 4200])
  })

  it('makes a hole of an island, also of one that a line ties to the shore', () => {
    const island = square(40, 40, 20)
    const pier: Point[] = [
      [0, 0],
      [40, 40],
    ]
    for (const lines of [
      [square(0, 0, 100), island],
      [square(0, 0, 100), island, pier],
    ]) {
      const { patches } = polygonize(lines, 0, () => 0)
      expect(patches.map(({ area, rings }) => [area, rings.length])).toEqual(
        expect.arrayContaining([
          [9600, 2],
          [400, 1],
        ]),
      )
      expect(patches).toHaveLength(2)
    }
  })

  it('takes lines that repeat or nearly repeat each other once', () => {
    expect(areas([square(0, 0, 100), square(0, 0, 100)])).toEqual([10_000])
    expect(areas([square(0, 0, 100), square(100.3, 0, 100)], 0.5)).toEqual([10_000, 10_030])
  })

  it('knows the ground on both sides of every edge, and what is outside', () => {
    const { edges, patches } = polygonize([square(0, 0, 10), square(10, 0, 10)], 0, ([ring]) =>
      ring.some(([x]) => x > 10) ? 1 : 0,
    )
    expect(patches.map(({ site }) => site)).toEqual([0, 1])
    for (const [number, { rings }] of patches.entries())
      for (const ref of rings[0]) {
        const edge = ref < 0 ? edges[~ref] : edges[ref]
        expect(ref < 0 ? edge.right : edge.left).toBe(number)
      }
    expect(edges.filter(({ left, right }) => left >= 0 && right >= 0)).toHaveLength(1)
    const half = polygonize([square(0, 0, 10), square(10, 0, 10)], 0, ([ring]) =>
      ring.some(([x]) => x > 10) ? null : 0,
    )
    expect(half.patches).toHaveLength(1)
  })

  it('has nothing to say of no lines', () => {
    expect(polygonize([], 5, () => 0)).toEqual({ edges: [], patches: [] })
  })

  const coordinate = fc.double({ min: 0, max: 1000, noNaN: true })
  const line = fc.array(fc.tuple(coordinate, coordinate), { minLength: 2, maxLength: 12 })
  it('tiles a square that is cut by any lines, without a crossing', () => {
    fc.assert(
      fc.property(fc.array(line, { maxLength: 20 }), fc.constantFrom(0, 5), (lines, snap) => {
        const { edges, patches } = polygonize(
          [square(-10, -10, 1020), ...(lines as Point[][])],
          snap,
          () => 0,
        )
        const sum = patches.reduce((total, { area }) => total + area, 0)
        expect(sum).toBeCloseTo(1020 ** 2, 0)
        expect([...crossingLines(edges.map(({ points }) => points))]).toEqual([])
        for (const { left, right } of edges) expect(left).not.toBe(right)
        for (const { rings, area } of patches) {
          const drawn = rings.map((ring) => walk(ring, edges))
          for (const ring of drawn) expect(ring[0]).toEqual(ring[ring.length - 1])
          expect(area).toBeGreaterThan(0)
          expect(ringArea(drawn[0])).toBeGreaterThan(0)
        }
        const rings = patches.map((patch) => patch.rings.map((ring) => walk(ring, edges)))
        expect(rings.filter((patch) => inRings([501.2345, 498.7654], patch))).toHaveLength(1)
      }),
      { numRuns: 60 },
    )
  })
})
