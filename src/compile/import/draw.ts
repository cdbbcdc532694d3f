/** From tiles with histories to faces and arcs. */
import { ARC_KIND, type ArcKind, type Period, STATE } from '../../chronicle/atlas.ts'
import type { Day } from '../../chronicle/day.ts'
import { type Point, ringArea } from '../../geometry/plane.ts'
import { simplify } from '../../geometry/simplify.ts'
import { buildChains, type Chain } from '../faces/chains.ts'
import { dissolve, type FaceDraft } from '../faces/dissolve.ts'
import { assembleFaces, type Ring, ringPoints } from '../faces/rings.ts'
import { crossingLines } from '../faces/smooth.ts'
import type { Mosaic } from '../topology/mosaic.ts'
import { NOBODY } from './holders.ts'
import { openEdges } from './outer-edges.ts'

/** Faces smaller than this are given to a neighbour (m²). */
export const LEAST_GROUND = 10_000
/** Faces narrower than this on average are where two files drew one line twice; they are given to a neighbour (metres). */
export const LEAST_WIDTH = 40
/** Vertices that move a line by less than this are dropped (metres). */
export const FINE = 10
/** Share of its area that a ring keeps at least when vertices are dropped. */
const LEAST_LEFT = 0.5

/** Ground that no snapshot ever covers, too narrow to be meant as a gap. */
const GAP = 'gap'

export interface DrawnFace {
  history: Period[]
  polygons: Ring[][]
  /** tiles that it is made of */
  patches: number[]
}

export interface Drawing {
  faces: DrawnFace[]
  chains: Chain[]
  lines: Point[][]
  kinds: ArcKind[]
  /** ground that was given to a neighbour because it was too small or narrow, and gaps that were filled (m²) */
  absorbed: number
  filled: number
}

/**
 * @param mosaic tiles; those that nobody ever held are cut out of it unless they are gaps
 * @param unknown index of the holder of ground that a snapshot leaves blank
 * @param isNearBorder whether a point (metres) lies near a coast or a border of countries: no front runs there
 */
export function drawFaces(
  mosaic: Mosaic,
  histories: readonly (readonly [day: Day, faction: number])[][],
  everHeld: Uint8Array,
  unknown: number,
  isNearBorder: (point: Point) => boolean = () => true,
): Drawing {
  const gaps = mosaic.patches.map(
    (patch, i) => everHeld[i] === 0 && isSliver(patch.area, boundaryOf(mosaic, patch.rings)),
  )
  cutOut(mosaic, (patch) => everHeld[patch] === 0 && !gaps[patch])
  const open = openEdges(mosaic, isNearBorder)
  const historyOf = new Map<string, Period[]>()
  const keyOf = (patch: number) => {
    const key = gaps[patch] ? GAP : JSON.stringify(histories[patch])
    if (!historyOf.has(key)) historyOf.set(key, periodsOf(histories[patch], unknown))
    return key
  }
  const original = mosaic.patches.map((_, i) => keyOf(i))
  const keys = [...original]
  const inside = (patch: number) => everHeld[patch] === 1 || gaps[patch]
  const { faces: drafts, faceOf } = dissolve(
    mosaic,
    keys,
    (face) => face.key === GAP || isSliver(face.area, face.boundary),
  )
  // Patches that were cut out stay in the list without edges: their faces are dropped here.
  const numbers = new Map<number, number>()
  drafts.forEach(({ patches }, i) => {
    if (inside(patches[0])) numbers.set(i, numbers.size)
  })
  const kept = drafts.filter((_, i) => numbers.has(i))
  const chains = buildChains(
    mosaic,
    faceOf.map((face) => numbers.get(face) ?? -1),
    (edge) => ((edge.left < 0 || edge.right < 0) && !open.has(edge) ? 'border' : 'free'),
  )
  const drawn = chains.map(({ points }) => points)
  const polygons = assembleFaces(chains, drawn, kept.length)
  const lines = thinned(drawn, polygons)
  const changed = (wanted: (key: string) => boolean) =>
    mosaic.patches.reduce(
      (sum, { area }, i) => sum + (inside(i) && keys[i] !== original[i] && wanted(original[i]) ? area : 0),
      0,
    )
  return {
    faces: kept.map(({ key, patches }: FaceDraft, i) => ({
      history: historyOf.get(key)!,
      polygons: polygons[i],
      patches,
    })),
    chains,
    lines,
    // The snapshots draw these lines as they are: nothing says that one was inferred. An outer one that is no border is
    // the front against ground that nobody's snapshot covers.
    kinds: chains.map(({ kind }) => (kind === 'border' ? ARC_KIND.border : ARC_KIND.evidence)),
    absorbed: changed((key) => key !== GAP),
    filled: changed((key) => key === GAP),
  }
}

function periodsOf(history: readonly (readonly [day: Day, faction: number])[], unknown: number): Period[] {
  return history.map(([start, faction]) => ({
    start,
    holder: faction === NOBODY ? unknown : faction,
    other: -1,
    state: STATE.held,
  }))
}

/** Twice the area over the boundary is the mean width of a long strip. */
function isSliver(area: number, boundary: number): boolean {
  return area < LEAST_GROUND || (2 * area) / boundary < LEAST_WIDTH
}

function boundaryOf({ edges }: Mosaic, rings: readonly (readonly number[])[]): number {
  let sum = 0
  for (const ref of rings.flat()) {
    const { points } = edges[ref < 0 ? ~ref : ref]
    for (let i = 1; i < points.length; i++)
      sum += Math.hypot(points[i][0] - points[i - 1][0], points[i][1] - points[i - 1][1])
  }
  return sum
}

/** Makes patches part of the outside. */
function cutOut(mosaic: Mosaic, unwanted: (patch: number) => boolean): void {
  for (const edge of mosaic.edges) {
    if (edge.left >= 0 && unwanted(edge.left)) edge.left = -1
    if (edge.right >= 0 && unwanted(edge.right)) edge.right = -1
  }
}

/**
 * Drops vertices that hardly bend a line. A line that would then touch another, or turn a ring inside out or to
 * nothing, stays as it was.
 */
function thinned(drawn: readonly Point[][], polygons: readonly Ring[][][]): Point[][] {
  const lines = drawn.map((points) => simplify(points, FINE))
  const rings = polygons.flat(2)
  const areas = rings.map((ring) => ringArea(ringPoints(ring, drawn)))
  const isThin = (line: number) => lines[line].length < drawn[line].length
  for (let again = true; again; ) {
    const spoiled = rings.filter((ring, i) => {
      const refs = ring.map((ref) => (ref < 0 ? ~ref : ref))
      return refs.some(isThin) && ringArea(ringPoints(ring, lines)) / areas[i] < LEAST_LEFT
    })
    const back = new Set([...crossingLines(lines), ...spoiled.flat().map((ref) => (ref < 0 ? ~ref : ref))])
    again = false
    for (const line of [...back].filter(isThin)) {
      lines[line] = drawn[line]
      again = true
    }
  }
  return lines
}
