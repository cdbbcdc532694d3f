/**
 * A mosaic: ground cut into patches as one topology, in which every edge between two patches is stored once and knows
 * the patch on either side.
 */
import { lineLength, type Point } from '../../geometry/plane.ts'

export interface Edge {
  points: Point[]
  /** patch on the left and on the right when walking along `points`; -1 is outside the country */
  left: number
  right: number
}

/** One connected part of a cell. */
export interface Patch {
  /** index of the site that the ground belongs to */
  site: number
  /** m² */
  area: number
  /** rings as edge references, `~i` backwards; the first ring is the outer one */
  rings: number[][]
}

export interface Mosaic {
  edges: Edge[]
  patches: Patch[]
}

/** Coordinates of a ring given as edge references. */
export function walk(ring: readonly number[], edges: readonly Edge[]): Point[] {
  const points: Point[] = []
  for (const ref of ring) {
    const line = ref < 0 ? [...edges[~ref].points].reverse() : edges[ref].points
    for (let i = points.length ? 1 : 0; i < line.length; i++) points.push(line[i])
  }
  return points
}

/**
 * Gives ground that is cut off from its own site to the neighbour with the longest common boundary, when that
 * is the same block: a river bend can cut a cell in two, and the far part has nothing to do with the site.
 * Slivers change hands even across a barrier, so that none is left.
 * @param home index of the patch that contains each site
 * @param isSliver ground that may not stay on its own
 */
export function adoptStrays(
  mosaic: Mosaic,
  home: ReadonlyMap<number, number>,
  blockOfSite: (site: number) => number,
  isSliver: (patch: Patch) => boolean,
): void {
  const neighbours = mosaic.patches.map(() => new Map<number, number>())
  for (const { left, right, points } of mosaic.edges) {
    if (left < 0 || right < 0 || left === right) continue
    const length = lineLength(points)
    neighbours[left].set(right, (neighbours[left].get(right) ?? 0) + length)
    neighbours[right].set(left, (neighbours[right].get(left) ?? 0) + length)
  }
  const order = mosaic.patches
    .map((_, i) => i)
    .sort((a, b) => mosaic.patches[a].area - mosaic.patches[b].area || a - b)
  for (const index of order) {
    const patch = mosaic.patches[index]
    const stray = home.get(patch.site) !== index
    const tiny = isSliver(patch)
    if (!stray && !tiny) continue
    let best: { site: number; length: number } | null = null
    for (const [other, length] of neighbours[index]) {
      const { site } = mosaic.patches[other]
      if (site === patch.site) continue
      if (!tiny && blockOfSite(site) !== blockOfSite(patch.site)) continue
      if (!best || length > best.length) best = { site, length }
    }
    if (best) patch.site = best.site
  }
}
