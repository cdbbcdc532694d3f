/**
 * Barriers give way to places. A barrier is drawn by hand or follows a river, a village is a point; both are uncertain by
 * about a kilometre, but the claim speaks of the village. So where a place lies a little way on the wrong side of a
 * barrier, the barrier is led round it, and the ground at its own point is that of its claim.
 */
import { distance, inRings, lineLength, type Point } from '../../geometry/plane.ts'
import { SegmentIndex } from '../../geometry/segment-index.ts'
import type { BlockHolder } from './block-holders.ts'
import type { Block, Line } from './blocks.ts'
import type { PlacePoint } from './places.ts'

/** A place nearer than this to a barrier may have been put on the wrong side by its own coordinates (metres). */
export const BANK_TOLERANCE = 2_500
/** Room that a bent barrier leaves round a place, at most; less where another place is near (metres). */
const ROOM = [600, 300, 150] as const
/** How far past a barrier the ground beyond it is asked for (metres). */
const BEYOND = 150
/** Corners of the half circle round a place. */
const CORNERS = 8

/**
 * @returns the block that a place belongs to by what is said of it: that of another place which is known to lie on its
 * side, or any that its baseline agrees with; null when nothing says that it lies wrong where it is
 */
export function wantedBlock(
  place: PlacePoint,
  home: ReadonlyMap<string, number>,
  holders: readonly (string | null)[],
): ((block: number) => boolean) | null {
  const found = home.get(place.id) ?? -1
  const { side, baseline } = place
  if (side) return found >= 0 && found === home.get(side) ? null : (block) => block === home.get(side)
  const wanted = (block: number) => baseline !== null && holders[block] === baseline
  return found >= 0 && (baseline === null || holders[found] === null || wanted(found)) ? null : wanted
}

/**
 * @param places that speak for ground
 * @param home block in which each place lies by its coordinates, -1 for none
 * @param holders who held each block on the first day
 * @returns the barriers, those led round places anew; null when none has to give way
 */
export function bendRoundPlaces<T extends Line>(
  barriers: readonly T[],
  places: readonly PlacePoint[],
  blocks: readonly Block[],
  home: ReadonlyMap<string, number>,
  holders: readonly (BlockHolder | null)[],
): T[] | null {
  const sides = holders.map((block) => block?.holder ?? null)
  let bent: T[] | null = null
  for (const place of places) {
    const wanted = wantedBlock(place, home, sides)
    if (!wanted || (home.get(place.id) ?? -1) < 0) continue
    const lines: readonly T[] = bent ?? barriers
    const index = new SegmentIndex(lines.map(({ points }) => points))
    const tried = new Set<number>()
    for (;;) {
      const hit = index.nearest(place.point, BANK_TOLERANCE, (line) => !tried.has(line))
      if (!hit) break
      tried.add(hit.line)
      if (!leadsTo(wanted, place.point, hit.point, blocks)) continue
      const others = places.filter(({ id, baseline }) => id !== place.id && baseline !== place.baseline)
      const points = roundPlace(lines[hit.line].points, place.point, hit.point, others)
      if (points) bent = lines.map((line, i) => (i === hit.line ? { ...line, points } : line))
      break
    }
  }
  return bent
}

/** Whether the ground just past a barrier is what is looked for. */
function leadsTo(
  wanted: (block: number) => boolean,
  from: Point,
  edge: Point,
  blocks: readonly Block[],
): boolean {
  const far = Math.max(distance(from, edge), 1e-9)
  const k = (far + BEYOND) / far
  const past: Point = [from[0] + (edge[0] - from[0]) * k, from[1] + (edge[1] - from[1]) * k]
  return wanted(blocks.findIndex(({ rings }) => inRings(past, rings)))
}

/**
 * Leads a line round the far side of a point.
 * @param edge the point of the line that is nearest to it
 * @param others places that must not come to lie in the bend
 * @returns null when there is no room
 */
function roundPlace(
  line: readonly Point[],
  place: Point,
  edge: Point,
  others: readonly PlacePoint[],
): Point[] | null {
  const at = alongOf(line, edge)
  const length = lineLength(line)
  for (const room of ROOM) {
    const [from, to] = [Math.max(0, at - room), Math.min(length, at + room)]
    const before = upTo(line, from)
    const after = upTo([...line].reverse(), length - to).reverse()
    const [a, b] = [before[before.length - 1], after[0]]
    const away = Math.atan2(place[1] - edge[1], place[0] - edge[0])
    const arc = Array.from({ length: CORNERS + 1 }, (_, i): Point => {
      const angle = away - Math.PI / 2 + (Math.PI * i) / CORNERS
      return [place[0] + room * Math.cos(angle), place[1] + room * Math.sin(angle)]
    })
    // The half circle begins on the side from which the line comes.
    if (distance(a, arc[0]) > distance(a, arc[CORNERS])) arc.reverse()
    const bend = [a, ...arc, b]
    if (others.some(({ point }) => inRings(point, [[...bend, a]]))) continue
    return [...before, ...arc, ...after]
  }
  return null
}

/** How far along a line the nearest of its points to `point` lies (metres). */
function alongOf(line: readonly Point[], point: Point): number {
  let best = { gap: Number.POSITIVE_INFINITY, at: 0 }
  let passed = 0
  for (let i = 1; i < line.length; i++) {
    const [one, other] = [distance(line[i - 1], point), distance(point, line[i])]
    const length = distance(line[i - 1], line[i])
    const gap = one + other - length
    if (gap < best.gap) best = { gap, at: passed + Math.min(one, length) }
    passed += length
  }
  return best.at
}

/** The beginning of a line, so many metres of it. */
function upTo(line: readonly Point[], metres: number): Point[] {
  const part: Point[] = [line[0]]
  let left = metres
  for (let i = 1; i < line.length && left > 0; i++) {
    const [a, b] = [line[i - 1], line[i]]
    const length = distance(a, b)
    if (length <= left) part.push(b)
    else part.push([a[0] + ((b[0] - a[0]) * left) / length, a[1] + ((b[1] - a[1]) * left) / length])
    left -= length
  }
  return part
}
