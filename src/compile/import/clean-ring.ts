/** Repairs of one ring, so that what remains has an inside. */
import type { RingTable } from './ring-table.ts'

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
  for (const position of raw) {
    if (!isPosition(position)) {
      faults.add('coordinate-invalid')
      continue
    }
    if (position.length > 2) faults.add('z-coordinate')
    if (last && last[0] === position[0] && last[1] === position[1]) faults.add('duplicate-vertex')
    last = position
    const vertex = table.vertex(position[0], position[1])
    if (vertex !== vertices[vertices.length - 1]) vertices.push(vertex)
  }
  if (vertices.length > 1 && vertices[0] === vertices[vertices.length - 1]) vertices.pop()
  else if (vertices.length > 1) faults.add('ring-unclosed')
  const ring = withoutSpikes(vertices)
  const area = ring.length < 3 ? 0 : table.twiceArea(ring)
  if (area === 0) return { vertices: null, faults: [...faults, 'zero-area'] }
  if (ring.length < vertices.length) faults.add('spike')
  if (area > 0 !== outer) faults.add('winding')
  return { vertices: ring, faults: [...faults] }
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
