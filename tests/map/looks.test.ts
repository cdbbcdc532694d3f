import { describe, expect, it } from 'vitest'
import { ARC_KIND, type ArcKind, STATE } from '../../src/chronicle/atlas.ts'
import { over } from '../../src/map/colour.ts'
import { arcLine, faceFeatures, frontFeatures } from '../../src/map/ground-features.ts'
import { LINE, lineBetween, lookOf, PATTERN } from '../../src/map/looks.ts'
import type { FactionLook } from '../../src/map/painter.ts'
import { FILL_OPACITY } from '../../src/map/palette.ts'
import { history, START, squares } from '../chronicle/strip-of-squares.ts'

const PAPER = '#f7f3e9'
const FACTIONS: FactionLook[] = [
  { id: 'RED', colour: '#aa2211', texture: 'none', partOf: -1 },
  { id: 'BLUE', colour: '#4466cc', texture: 'none', partOf: -1 },
  { id: 'GREEN', colour: '#77aa77', texture: 'lines', partOf: 1 },
  { id: 'ZONE', colour: '#99ccee', texture: 'lines', partOf: -1 },
]
const ALL = new Set([0, 1, 2, 3])
const held = (holder: number) => ({ start: START, holder, other: -1, state: STATE.held })
const ground = (faction: number) => over(FACTIONS[faction].colour, PAPER, FILL_OPACITY)

describe('ground', () => {
  it('has the colour of its holder, mixed with the paper', () => {
    expect(lookOf(held(0), FACTIONS, ALL, PAPER)).toMatchObject({ fill: ground(0), pattern: PATTERN.none })
  })

  it('is bare paper where the holder is hidden or unknown', () => {
    expect(lookOf(held(0), FACTIONS, new Set([1]), PAPER)).toMatchObject({
      fill: PAPER,
      pattern: PATTERN.none,
    })
    expect(lookOf(held(2), FACTIONS, new Set([1]), PAPER)).toMatchObject({
      fill: PAPER,
      pattern: PATTERN.none,
    })
    expect(lookOf(held(-1), FACTIONS, ALL, PAPER)).toMatchObject({ fill: PAPER, pattern: PATTERN.none })
  })

  it('carries the texture of its holder in a tone of its own', () => {
    const look = lookOf(held(2), FACTIONS, ALL, PAPER)
    expect(look.pattern).toBe(PATTERN.lines)
    expect(look.stroke).not.toBe(look.fill)
  })

  it('keeps the colour of the faction that it was of before, where that is asked for', () => {
    const period = { ...held(0), former: 1 }
    expect(lookOf(period, FACTIONS, ALL, PAPER)).toEqual(lookOf(held(0), FACTIONS, ALL, PAPER))
    expect(lookOf(period, FACTIONS, ALL, PAPER, true)).toEqual({
      fill: lookOf(held(0), FACTIONS, ALL, PAPER).fill,
      pattern: PATTERN.dots,
      stroke: FACTIONS[1].colour,
    })
    expect(lookOf(period, FACTIONS, new Set([1]), PAPER, true)).toMatchObject({
      fill: PAPER,
      pattern: PATTERN.none,
    })
    expect(lookOf(held(0), FACTIONS, ALL, PAPER, true)).toEqual(lookOf(held(0), FACTIONS, ALL, PAPER))
  })

  it('is hatched in both colours when contested or passing', () => {
    const segment = { start: START, holder: 0, other: 1, state: STATE.contested }
    expect(lookOf(segment, FACTIONS, ALL, PAPER)).toEqual({
      fill: ground(0),
      stroke: ground(1),
      pattern: PATTERN.contested,
    })
    const passing = lookOf({ ...segment, state: STATE.passing }, FACTIONS, ALL, PAPER)
    expect(passing).toEqual({ fill: ground(0), stroke: ground(1), pattern: PATTERN.passing })
  })

  it('is hatched with paper when the challenger is unknown or hidden', () => {
    const segment = { start: START, holder: 0, other: -1, state: STATE.contested }
    expect(lookOf(segment, FACTIONS, ALL, PAPER).stroke).toBe(PAPER)
    expect(lookOf({ ...segment, other: 1 }, FACTIONS, new Set([0]), PAPER).stroke).toBe(PAPER)
    expect(lookOf({ ...segment, other: 1 }, FACTIONS, new Set([1]), PAPER)).toMatchObject({
      fill: PAPER,
      stroke: ground(1),
    })
  })
})

describe('the line between two holders', () => {
  it('is a front between opponents, nothing inside one holder’s ground', () => {
    expect(lineBetween(0, 1, FACTIONS)).toBe(LINE.front)
    expect(lineBetween(1, 1, FACTIONS)).toBe(LINE.none)
  })

  it('is quiet between parts of one army and at the edge of ground of a special status', () => {
    expect(lineBetween(1, 2, FACTIONS)).toBe(LINE.quiet)
    expect(lineBetween(2, 1, FACTIONS)).toBe(LINE.quiet)
    expect(lineBetween(0, 3, FACTIONS)).toBe(LINE.quiet)
  })

  it('is a front against ground of which nothing is said, and beyond the edge; none between the two', () => {
    const looks = [...FACTIONS, { ...FACTIONS[0], id: 'UNKNOWN', blank: true }]
    const blank = looks.length - 1
    expect([lineBetween(0, blank, looks), lineBetween(blank, 0, looks)]).toEqual([LINE.front, LINE.front])
    expect([lineBetween(0, -1, looks), lineBetween(-1, 0, looks)]).toEqual([LINE.front, LINE.front])
    expect(lineBetween(blank, -1, looks)).toBe(LINE.none)
  })
})

describe('a line', () => {
  it('round shared ground is that between the two who share it, on either side of it', () => {
    const shared = { start: START, holder: 0, other: 1, state: STATE.contested }
    expect(arcLine(shared, held(0), FACTIONS)).toBe(LINE.front)
    expect(arcLine(held(1), shared, FACTIONS)).toBe(LINE.front)
    expect(arcLine({ ...shared, holder: 1, other: 2 }, held(1), FACTIONS)).toBe(LINE.quiet)
    expect(arcLine({ ...shared, other: -1 }, held(0), FACTIONS)).toBe(LINE.front)
    expect(arcLine(shared, { ...shared, holder: 1, other: 0 }, FACTIONS)).toBe(LINE.none)
  })
})

describe('features', () => {
  const strip = squares([
    history([0, 0], [5, 1]),
    history([0, 0], [5, 1]),
    history([0, 0], [3, 0, 1, STATE.contested], [9, 0]),
  ])
  const arc = (left: number, right: number) => ({
    coordinates: Float64Array.from([left, 0, left, 1]),
    left,
    right,
    kind: 3 as const,
  })
  const atlas = { ...strip, arcs: [...strip.arcs, arc(0, 1), arc(1, 2)] }

  it('of faces carry their index as id and the patterns they will need', () => {
    const { features } = faceFeatures(atlas, FACTIONS)
    expect(features.map(({ id }) => id)).toEqual([0, 1, 2])
    expect(features.map(({ properties }) => properties)).toEqual([{}, {}, { p1: true }])
  })

  it('of fronts are only the arcs that ever separate two holders', () => {
    const { features } = frontFeatures(atlas, FACTIONS)
    expect(features.map(({ id }) => id)).toEqual([4])
    expect(features[0].properties).toEqual({ inferred: true })
  })

  it('of fronts are outer arcs too, unless they are a border', () => {
    const outer = (kind: ArcKind) => ({ ...arc(-1, 0), kind })
    const arcs = [outer(ARC_KIND.border), outer(ARC_KIND.evidence)]
    const { features } = frontFeatures({ ...strip, arcs }, FACTIONS)
    expect(features.map(({ id }) => id)).toEqual([1])
  })
})
