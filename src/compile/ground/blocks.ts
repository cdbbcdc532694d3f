/**
 * Blocks: the pieces that barriers cut the country into. Ends of barriers
 * that stop short of another line are joined to it, because people draw barriers by hand.
 */
import { inRings, interiorPoint, type Point } from '../../geometry/plane.ts'
import { SegmentIndex } from '../../geometry/segment-index.ts'
import { polygonize } from '../topology/polygonize.ts'

/** Ends nearer than this to another line are joined to it (metres). */
export const JOIN_RADIUS = 6000
/** Ends nearer than this to the border go there first: several barriers may begin together just inside it (metres). */
export const BORDER_RADIUS = 3000
/** How far a joined end runs past the other line, so that noding finds a crossing (metres). */
const OVERSHOOT = 25

/** Lines as they are drawn and as they are bent round places, of the data and of a proposal. */
const REMEMBERED = 4

export interface Line {
  id: string
  points: Point[]
}

export interface Block {
  /** closed rings in metres, the outer one first */
  rings: Point[][]
}

export interface Blocks {
  blocks: Block[]
  /** ids of lines with an end that reaches no other line within JOIN_RADIUS */
  loose: string[]
}

/**
 * @param country closed rings of the country's parts in metres; the first ring of each part is its outline
 * @param barriers lines in metres
 */
export function cutIntoBlocks(country: readonly Point[][], barriers: readonly Line[]): Blocks {
  const lines: Point[][] = [...country, ...barriers.map((barrier) => barrier.points)]
  const index = new SegmentIndex(lines)
  const loose: string[] = []
  const joined = barriers.map((barrier, i) => {
    const own = country.length + i
    const { points, missed } = joinEnds(barrier.points, (p) => {
      const border = index.nearest(p, BORDER_RADIUS, (line) => line < country.length)
      return (border ?? index.nearest(p, JOIN_RADIUS, (line) => line !== own))?.point
    })
    if (missed) loose.push(barrier.id)
    return points
  })
  const blocks: Block[] = []
  polygonize([...country, ...joined], 0, (rings) => {
    if (!inRings(interiorPoint(rings), country)) return null
    return blocks.push({ rings }) - 1
  })
  return { blocks, loose }
}

/** @returns {@link cutIntoBlocks}, which remembers the last lines: most compilations ask twice, and the next one the same */
export function createCutter(): typeof cutIntoBlocks {
  let known: { lines: readonly Point[][]; ids: string; blocks: Blocks }[] = []
  return (country, barriers) => {
    const lines = [...country, ...barriers.map(({ points }) => points)]
    const ids = [country.length, ...barriers.map(({ id }) => id)].join()
    const found = known.find((one) => one.ids === ids && sameLines(one.lines, lines))
    const latest = found ?? { lines, ids, blocks: cutIntoBlocks(country, barriers) }
    known = [latest, ...known.filter((one) => one !== latest)].slice(0, REMEMBERED)
    return latest.blocks
  }
}

const sameLines = (some: readonly Point[][], others: readonly Point[][]): boolean =>
  some.every((line, i) => {
    const other = others[i]
    return line.length === other.length && line.every(([x, y], j) => x === other[j][0] && y === other[j][1])
  })

function joinEnds(
  line: Point[],
  nearest: (p: Point) => Point | undefined,
): { points: Point[]; missed: boolean } {
  const first = line[0]
  const last = line[line.length - 1]
  if (first[0] === last[0] && first[1] === last[1]) return { points: line, missed: false }
  const head = nearest(first)
  const tail = nearest(last)
  return {
    points: [...(head ? [beyond(first, head)] : []), ...line, ...(tail ? [beyond(last, tail)] : [])],
    missed: !head || !tail,
  }
}

/** A point just past `to` when coming from `from`; `to` itself when the two coincide. */
function beyond(from: Point, to: Point): Point {
  const length = Math.hypot(to[0] - from[0], to[1] - from[1])
  if (length < 1e-6) return to
  const k = (length + OVERSHOOT) / length
  return [from[0] + (to[0] - from[0]) * k, from[1] + (to[1] - from[1]) * k]
}
