/** Repairs of one ring, so that what remains has an inside. */

import { nearLongitude } from '../ground/projection.ts'
import type { RingTable } from './ring-table.ts'
import { isTangled } from './self-crossing.ts'

/** What was wrong with a ring; each is reported under this reason code. */
export type RingFault =
  | 'ring-unclosed'
  | 'duplicate-vertex'
  | 'spike'
  | 'coordinate-invalid'
  | 'z-coordinate'
  | 'winding'
  | 'zero-area'
  | 'ring-invalid'
  | 'antimeridian'
  | 'world-sized'
  | 'tangled'

/** A ring wider than this, degrees, that also steps over the 180th meridian may be meant either way round. */
const WIDEST_ACROSS = 90
/** No ring is wider than half the Earth, degrees. */
const WIDEST = 180

export interface CleanRing {
  /** vertices without the closing one, or null when the ring has no inside */
  vertices: number[] | null
  faults: RingFault[]
}

/**
 * @param raw what a file holds in the place of a ring, not trusted
 * @param outer whether the ring should be counter-clockwise (RFC 7946) or, as a hole, clockwise
 */
export function cleanRing(raw: unknown, outer: boolean, table: RingTable): CleanRing {
  const faults = new Set<RingFault>()
  if (!Array.isArray(raw)) return { vertices: null, faults: ['ring-invalid'] }
  const vertices: number[] = []
  let last: readonly number[] | null = null
  const turns = turnsOf(table)
  for (const position of raw) {
    if (!isPosition(position)) {
      faults.add('coordinate-invalid')
      continue
    }
    if (position.length > 2) faults.add('z-coordinate')
    if (last && last[0] === position[0] && last[1] === position[1]) faults.add('duplicate-vertex')
    last = position
    const vertex = table.vertex(turns.counted(position[0]), position[1])
    if (vertex !== vertices[vertices.length - 1]) vertices.push(vertex)
  }
  const across = turns.steps > 0
  if (turns.width() > (across ? WIDEST_ACROSS : WIDEST)) return { vertices: null, faults: ['world-sized'] }
  if (vertices.length > 1 && vertices[0] === vertices[vertices.length - 1]) vertices.pop()
  else if (vertices.length > 1) faults.add('ring-unclosed')
  const ring = withoutSpikes(vertices)
  const area = ring.length < 3 ? 0 : table.twiceArea(ring)
  // A step of a whole turn leads nowhere: from one edge of the world to the other.
  if (area === 0) return { vertices: null, faults: across ? ['world-sized'] : [...faults, 'zero-area'] }
  if (across) faults.add('antimeridian')
  if (ring.length < vertices.length) faults.add('spike')
  if (area > 0 !== outer) faults.add('winding')
  if (isTangled(ring, table)) return { vertices: null, faults: ['tangled'] }
  return { vertices: ring, faults: [...faults] }
}

/**
 * Counts the longitudes of one ring on from vertex to vertex, so that a step over the 180th meridian is as short as it
 * is on the ground. The first one is counted near to the first of all rings.
 */
function turnsOf(table: RingTable) {
  let previous: { lon: number; counted: number } | null = null
  let [west, east] = [Infinity, -Infinity]
  const turns = {
    /** steps over the 180th meridian */
    steps: 0,
    width: () => east - west,
    counted(lon: number): number {
      table.reference ??= lon
      const counted = nearLongitude(lon, previous?.counted ?? table.reference)
      if (previous && Math.abs(lon - previous.lon) > 180) turns.steps++
      previous = { lon, counted }
      west = Math.min(west, counted)
      east = Math.max(east, counted)
      return counted
    },
  }
  return turns
}

function isPosition(value: unknown): value is number[] {
  if (!Array.isArray(value) || value.length < 2) return false
  const [lon, lat] = value
  // NaN fails both comparisons; so do strings that are no numbers.
  return typeof lon === 'number' && typeof lat === 'number' && Math.abs(lon) <= 180 && Math.abs(lat) <= 90
}

/** Takes out every way to a vertex and straight back: it encloses nothing. */
function withoutSpikes(ring: readonly number[]): number[] {
  const kept: number[] = []
  for (const vertex of ring) {
    if (vertex === kept[kept.length - 1]) continue
    if (vertex === kept[kept.length - 2]) kept.pop()
    else kept.push(vertex)
  }
  // The same across the point where the ring begins.
  let start = 0
  while (kept.length - start > 2) {
    if (kept[start] === kept[kept.length - 1]) kept.pop()
    else if (kept[start + 1] === kept[kept.length - 1]) start++
    else if (kept[start] === kept[kept.length - 2]) kept.pop()
    else break
  }
  return kept.slice(start)
}
