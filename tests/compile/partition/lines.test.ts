/** Smoothing, crossings, blocks and banks: the geometry that the map stands on. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { crossingLines, smoothLine } from '../../../src/compile/faces/smooth.ts'
import { BANK_TOLERANCE } from '../../../src/compile/ground/bends.ts'
import { cutIntoBlocks } from '../../../src/compile/ground/blocks.ts'
import { blockAt } from '../../../src/compile/ground/ground.ts'
import type { PlacePoint } from '../../../src/compile/ground/places.ts'
import { openGround, settlePlaces } from '../../../src/compile/partition/sites.ts'
import {
  distance,
  inRings,
  interiorPoint,
  nearestOnSegment,
  type Point,
  ringArea,
} from '../../../src/geometry/plane.ts'
import { SegmentIndex } from '../../../src/geometry/segment-index.ts'
import { simplify } from '../../../src/geometry/simplify.ts'

const SQUARE: Point[] = [
  [0, 0],
  [60_000, 0],
  [60_000, 40_000],
  [0, 40_000],
  [0, 0],
]
const point = fc.tuple(
  fc.integer({ min: 0, max: 50_000 }),
  fc.integer({ min: 0, max: 50_000 }),
) as fc.Arbitrary<Point>
const line = fc.array(point, { minLength: 2, maxLength: 30 })

describe('smoothing', () => {
  it('keeps both ends of a line, at every level', () => {
    fc.assert(
      fc.property(
        line,
        fc.integer({ min: 0, max: 20_000 }),
        fc.constantFrom(0, 1, 2),
        (points, spacing, level) => {
          const smooth = smoothLine(points, spacing, level as 0)
          expect(smooth[0]).toEqual(points[0])
          expect(smooth.at(-1)).toEqual(points.at(-1))
        },
      ),
    )
  })

  it('never strays further than the tolerance of its first step', () => {
    fc.assert(
      fc.property(line, fc.integer({ min: 10, max: 5_000 }), (points, tolerance) => {
        const simple = simplify(points, tolerance)
        for (const p of points) {
          const gaps = simple.slice(1).map((b, i) => distance(p, nearestOnSegment(p, simple[i], b)))
          expect(Math.min(...gaps)).toBeLessThanOrEqual(tolerance + 1e-6)
        }
      }),
    )
  })

  it('leaves a line as drawn when asked to', () => {
    fc.assert(
      fc.property(line, (points) => {
        expect(smoothLine(points, 9_000, 2)).toEqual(points)
      }),
    )
  })
})

describe('crossings', () => {
  it('are found between lines and within one, but not at common ends', () => {
    const a: Point[] = [
      [0, 0],
      [10, 10],
    ]
    expect(
      [
        ...crossingLines([
          a,
          [
            [0, 10],
            [10, 0],
          ],
        ]),
      ].sort(),
    ).toEqual([0, 1])
    expect([
      ...crossingLines([
        a,
        [
          [10, 10],
          [20, 0],
        ],
      ]),
    ]).toEqual([])
    expect([
      ...crossingLines([
        [
          [0, 0],
          [10, 0],
          [10, 10],
          [5, -5],
        ],
      ]),
    ]).toEqual([0])
    expect([...crossingLines([])]).toEqual([])
  })
})

describe('blocks', () => {
  it('are cut by a barrier whose ends stop short of the border', async () => {
    const { blocks, loose } = await cutIntoBlocks(
      [SQUARE],
      [
        {
          id: 'river',
          points: [
            [20_000, 2_000],
            [20_000, 38_500],
          ],
        },
      ],
    )
    expect(loose).toEqual([])
    expect(
      blocks.map((block) => Math.round(Math.abs(ringArea(block.rings[0])) / 1e6)).sort((a, b) => a - b),
    ).toEqual([800, 1600])
  })

  it('name a barrier with an end that reaches nothing', async () => {
    const { loose } = await cutIntoBlocks(
      [SQUARE],
      [
        {
          id: 'stub',
          points: [
            [20_000, 0],
            [20_000, 20_000],
          ],
        },
      ],
    )
    expect(loose).toEqual(['stub'])
  })

  it('have an interior point that lies inside', () => {
    const horseshoe: Point[] = [
      [0, 0],
      [30, 0],
      [30, 30],
      [20, 30],
      [20, 5],
      [10, 5],
      [10, 30],
      [0, 30],
      [0, 0],
    ]
    expect(inRings(interiorPoint([horseshoe]), [horseshoe])).toBe(true)
  })
})

describe('places', () => {
  const halves = [
    {
      rings: [
        [
          [0, 0],
          [30_000, 0],
          [30_000, 40_000],
          [0, 40_000],
          [0, 0],
        ] as Point[],
      ],
    },
    {
      rings: [
        [
          [30_000, 0],
          [60_000, 0],
          [60_000, 40_000],
          [30_000, 40_000],
          [30_000, 0],
        ] as Point[],
      ],
    },
  ]
  const put = (x: number, baseline: string | null, side: string | null = null) => ({
    id: `p${x}`,
    point: [x, 20_000] as Point,
    baseline,
    side,
  })

  const settle = (places: PlacePoint[]) =>
    settlePlaces(places, halves, new Map(places.map(({ id, point }) => [id, blockAt(point, halves)])), [
      'RED',
      'BLUE',
    ])

  it('near a barrier go to the side that their baseline names', () => {
    const { sites, moved } = settle([put(30_000 + BANK_TOLERANCE - 500, 'RED')])
    expect(moved).toHaveLength(1)
    expect(sites[0].block).toBe(0)
    expect(inRings(sites[0].point, halves[0].rings)).toBe(true)
  })

  it('far from a barrier stay, as an island', () => {
    const { sites, moved } = settle([put(45_000, 'RED')])
    expect(moved).toEqual([])
    expect(sites[0].block).toBe(1)
  })

  it('follow a place that is known to lie on the same side', () => {
    const { sites } = settle([put(10_000, 'RED'), put(30_400, null, 'p10000')])
    expect(sites.map(({ block }) => block)).toEqual([0, 0])
  })

  it('outside the country are named', () => {
    expect(settle([put(90_000, null)]).outside).toEqual(['p90000'])
  })

  it('leave open ground to a grid that keeps its distance', () => {
    const { sites } = settle([put(15_000, 'RED')])
    const open = openGround(sites, halves)
    expect(open.some(({ block }) => block === 1)).toBe(true)
    for (const site of open) {
      expect(inRings(site.point, halves[site.block].rings)).toBe(true)
      if (site.block === 0) expect(distance(site.point, sites[0].point)).toBeGreaterThan(9_999)
    }
  })
})

describe('nearest line', () => {
  it('is the one that a search of all lines finds', () => {
    fc.assert(
      fc.property(fc.array(line, { minLength: 1, maxLength: 6 }), point, (lines, p) => {
        const hit = new SegmentIndex(lines).nearest(p, 100_000)
        const all = lines.flatMap((points) =>
          points.slice(1).map((b, i) => distance(p, nearestOnSegment(p, points[i], b))),
        )
        expect(hit?.distance).toBeCloseTo(Math.min(...all), 6)
      }),
    )
  })
})
