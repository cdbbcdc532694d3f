/** Who holds each tile on each day: the polygons of a day laid over each other in a stated order. */
import type { Day } from '../../chronicle/day.ts'
import { eachTile, oddTiles, type TileSet } from './coverage.ts'
import type { HeldPolygon } from './read-snapshot.ts'

/**
 * What holds where polygons of different factions overlap.
 * - `smaller`: the smaller polygon, because enclaves are often drawn on top of their surroundings without a hole;
 *   of two equal ones the later feature.
 * - `later`: the later feature, as a map that draws them in order shows it.
 */
export type OverlapRule = 'smaller' | 'later'

/** Nobody's polygon covers the tile. */
export const NOBODY = -1

export interface Overlap {
  polygon: HeldPolygon
  /** m² that it lost to polygons of other factions */
  area: number
}

export interface TileHistories {
  /** for each tile, ascending [day, faction or NOBODY]; the first entry is the first day */
  histories: [day: Day, faction: number][][]
  /** tiles that somebody holds on some day */
  everHeld: Uint8Array
  overlaps: Overlap[]
}

/**
 * @param days polygons of each day, ascending
 * @param areas m² of each tile
 * @param sizeOf m² of a ring by its number
 * @param coverageOf tiles that a ring covers
 */
export function holdersOf(
  days: readonly (readonly [Day, readonly HeldPolygon[]])[],
  areas: readonly number[],
  sizeOf: (ring: number) => number,
  coverageOf: (ring: number) => TileSet,
  rule: OverlapRule,
  progress: (days: number) => void = () => {},
): TileHistories {
  const histories: [Day, number][][] = areas.map(() => [])
  const everHeld = new Uint8Array(areas.length)
  const overlaps: Overlap[] = []
  const lastUse = new Map<number, number>()
  for (const [i, [, polygons]] of days.entries())
    for (const { rings } of polygons) for (const ring of rings) lastUse.set(ring, i)
  const kept = new Map<number, TileSet>()
  const covered = (ring: number, day: number): TileSet => {
    const set = kept.get(ring) ?? coverageOf(ring)
    // Sets of rings that come back on a later day are kept, so that memory holds what is in use and not all.
    if (lastUse.get(ring)! > day) kept.set(ring, set)
    else kept.delete(ring)
    return set
  }
  const top = new Int32Array(areas.length)
  for (const [index, [day, unordered]] of days.entries()) {
    const polygons = rule === 'later' ? unordered : bySize(unordered, sizeOf)
    const lost = new Float64Array(polygons.length)
    top.fill(-1)
    progress(index)
    polygons.forEach((polygon, p) => {
      // A hole takes away what it lies in; a ring that was filed as a hole but lies outside is ground of its own.
      eachTile(oddTiles(polygon.rings.map((ring) => covered(ring, index))), (tile) => {
        const under = top[tile]
        if (under >= 0 && polygons[under].faction !== polygon.faction) lost[under] += areas[tile]
        top[tile] = p
        everHeld[tile] = 1
      })
    })
    lost.forEach((area, p) => {
      if (area > 0) overlaps.push({ polygon: polygons[p], area })
    })
    for (let tile = 0; tile < top.length; tile++) {
      const faction = top[tile] < 0 ? NOBODY : polygons[top[tile]].faction
      const history = histories[tile]
      if (history.length === 0 || history[history.length - 1][1] !== faction) history.push([day, faction])
    }
  }
  return { histories, everHeld, overlaps }
}

/** Largest first, so that the smaller are laid over them. */
function bySize(polygons: readonly HeldPolygon[], sizeOf: (ring: number) => number): HeldPolygon[] {
  const sized = polygons.map((polygon, order) => {
    const [outer, ...holes] = polygon.rings.map(sizeOf)
    return { polygon, order, size: outer - holes.reduce((sum, hole) => sum + hole, 0) }
  })
  return sized.sort((a, b) => b.size - a.size || a.order - b.order).map(({ polygon }) => polygon)
}
