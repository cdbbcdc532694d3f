/**
 * Sites: the points that stand for cells. Claimed places come first; where the nearest one is far, open-ground
 * sites on a hexagonal grid fill in, so that area claims can speak for ground that no place speaks for.
 */
import Flatbush from 'flatbush'
import { distance, inRings, interiorPoint, nearestOnSegment, type Point } from '../../geometry/plane.ts'
import { BANK_TOLERANCE, wantedBlock } from '../ground/bends.ts'
import type { Block } from '../ground/blocks.ts'
import type { PlacePoint } from '../ground/places.ts'

/** Open ground begins this far from the nearest claimed place of the same block (metres). */
export const OPEN_GROUND_RADIUS = 10_000
/** Distance between neighbouring open-ground sites (metres). */
export const OPEN_GROUND_STEP = 6_000
/** A place that has to change sides is set this far behind the barrier (metres). */
const BANK_INSET = 150

export interface Site {
  point: Point
  block: number
  /** place id, null for open ground */
  place: string | null
}

export interface Settled {
  sites: Site[]
  /** places that were moved over a barrier, and how far (metres) */
  moved: { id: string; by: number }[]
  /** places that lie in no block */
  outside: string[]
}

/**
 * Puts every place into a block. Barriers have been led round places on their wrong side; a place that still contradicts
 * its block, and lies within BANK_TOLERANCE of one that agrees, is set into that one.
 * @param home block in which each place lies by its coordinates, -1 for none
 * @param holders faction that holds each block on the first day, null when unknown
 */
export function settlePlaces(
  places: readonly PlacePoint[],
  blocks: readonly Block[],
  home: ReadonlyMap<string, number>,
  holders: readonly (string | null)[],
): Settled {
  const sites: Site[] = []
  const moved: Settled['moved'] = []
  const outside: string[] = []
  for (const place of places) {
    const found = home.get(place.id)!
    const wanted = wantedBlock(place, home, holders)
    if (!wanted) {
      sites.push({ point: place.point, block: found, place: place.id })
      continue
    }
    const better = nearestBlock(place.point, blocks, wanted)
    if (better && better.distance <= BANK_TOLERANCE) {
      moved.push({ id: place.id, by: Math.round(better.distance) })
      sites.push({ point: better.inside, block: better.block, place: place.id })
    } else if (found >= 0) {
      sites.push({ point: place.point, block: found, place: place.id })
    } else {
      const any = nearestBlock(place.point, blocks, () => true)
      if (any && any.distance <= BANK_TOLERANCE)
        sites.push({ point: any.inside, block: any.block, place: place.id })
      else outside.push(place.id)
    }
  }
  return { sites: separate(sites, blocks), moved, outside }
}

function nearestBlock(p: Point, blocks: readonly Block[], accept: (block: number) => boolean) {
  let best: { block: number; distance: number; inside: Point } | null = null
  blocks.forEach((block, index) => {
    if (!accept(index)) return
    for (const ring of block.rings)
      for (let i = 1; i < ring.length; i++) {
        const edge = nearestOnSegment(p, ring[i - 1], ring[i])
        const d = distance(p, edge)
        if (best && d >= best.distance) continue
        const inside = inset(p, edge, block)
        if (inside) best = { block: index, distance: d, inside }
      }
  })
  return best as { block: number; distance: number; inside: Point } | null
}

/** A point just inside the block, seen from `p` through the point `edge` of its outline. */
function inset(p: Point, edge: Point, block: Block): Point | null {
  const d = Math.max(distance(p, edge), 1e-9)
  for (const length of [BANK_INSET, 40, 10]) {
    const ahead: Point = [
      edge[0] + ((edge[0] - p[0]) / d) * length,
      edge[1] + ((edge[1] - p[1]) / d) * length,
    ]
    if (inRings(ahead, block.rings)) return ahead
  }
  return null
}

/** Two places at one point would share a cell; the later one is set 60 m aside, which no map scale shows. */
function separate(sites: Site[], blocks: readonly Block[]): Site[] {
  const taken = new Set<string>()
  const key = (point: Point, block: number) =>
    `${Math.round(point[0] / 30)} ${Math.round(point[1] / 30)} ${block}`
  return sites.map((site) => {
    let point = site.point
    for (let k = 0; taken.has(key(point, site.block)) && k < 12; k++) {
      const turned: Point = [site.point[0] + 60 * Math.cos(k * 2.4), site.point[1] + 60 * Math.sin(k * 2.4)]
      if (inRings(turned, blocks[site.block].rings)) point = turned
    }
    taken.add(key(point, site.block))
    return { ...site, point }
  })
}

/** Open-ground sites: a hexagonal grid over each block where no claimed place is near; at least one a block. */
export function openGround(sites: readonly Site[], blocks: readonly Block[]): Site[] {
  const added: Site[] = []
  blocks.forEach((block, index) => {
    const own = sites.filter((site) => site.block === index)
    const near = nearness(own.map((site) => site.point))
    const xs = block.rings[0].map((p) => p[0])
    const ys = block.rings[0].map((p) => p[1])
    const rowHeight = (OPEN_GROUND_STEP * Math.sqrt(3)) / 2
    // The grid is anchored at the plane's origin, so that a change in one block leaves the others as they are.
    for (let row = Math.ceil(min(ys) / rowHeight); row * rowHeight <= max(ys); row++) {
      const shift = row % 2 === 0 ? 0 : OPEN_GROUND_STEP / 2
      for (
        let column = Math.ceil((min(xs) - shift) / OPEN_GROUND_STEP);
        column * OPEN_GROUND_STEP + shift <= max(xs);
        column++
      ) {
        const point: Point = [column * OPEN_GROUND_STEP + shift, row * rowHeight]
        if (!near(point, OPEN_GROUND_RADIUS) && inRings(point, block.rings))
          added.push({ point, block: index, place: null })
      }
    }
    if (own.length === 0 && !added.some((site) => site.block === index)) {
      added.push({ point: interiorPoint(block.rings), block: index, place: null })
    }
  })
  return added
}

function nearness(points: readonly Point[]): (p: Point, radius: number) => boolean {
  if (points.length === 0) return () => false
  const tree = new Flatbush(points.length)
  for (const [x, y] of points) tree.add(x, y, x, y)
  tree.finish()
  return (p, radius) => tree.neighbors(p[0], p[1], 1, radius).length > 0
}

const min = (values: readonly number[]) => values.reduce((a, b) => Math.min(a, b), Infinity)
const max = (values: readonly number[]) => values.reduce((a, b) => Math.max(a, b), -Infinity)
