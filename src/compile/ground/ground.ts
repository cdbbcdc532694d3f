/** The ground: the country and what is known of it before it is divided up, in the plane. */
import { type Day, dayOf } from '../../chronicle/day.ts'
import { inRings, interiorPoint, type Point, ringArea } from '../../geometry/plane.ts'
import type { Ledger } from '../ledger/ledger.ts'
import type { Dataset, Origin } from '../read/model.ts'
import type { Problem } from '../read/problem.ts'
import { type PlaneArea, planeAreas } from './areas.ts'
import { bendRoundPlaces } from './bends.ts'
import { type BlockHolder, blockHolders } from './block-holders.ts'
import { type Block, cutIntoBlocks } from './blocks.ts'
import { type PlacePoint, sidedPlaces, speakingPlaces } from './places.ts'
import { createPlane, type Plane } from './projection.ts'

/** A block smaller than this may lack evidence: it is a crack between barriers, not ground (km²). */
const SLIVER_BLOCK_KM2 = 0.5

export interface PlaneBarrier extends Origin {
  id: string
  certainty: 'evidence' | 'inferred'
  /** metres within which the line runs */
  precision: number
  /** metres */
  points: Point[]
}

export interface Ground {
  plane: Plane
  /** first and last day of the range, both inclusive */
  first: Day
  last: Day
  /** closed outlines of the country's parts, metres */
  country: Point[][]
  /** as drawn, but led round places that would lie on the wrong side */
  barriers: readonly PlaneBarrier[]
  areas: Map<string, PlaneArea>
  /** of each governorate, rings of all its polygons in metres: the order of the dataset */
  governorates: Point[][][][]
  blocks: Block[]
  /** who held each block on the first day */
  holders: (BlockHolder | null)[]
  places: PlacePoint[]
  /** block that each of these places lies in by its coordinates, -1 for none */
  blockOfPlace: Map<string, number>
  /** where the record of a place stands, for messages */
  originOf(place: string): Origin
}

/**
 * @param problems receives barriers that end nowhere, and blocks of which nothing is known
 * @param cut see {@link createCutter}
 */
export function layGround(
  dataset: Dataset,
  ledger: Ledger,
  problems: Problem[],
  cut = cutIntoBlocks,
): Ground {
  const { conflict } = dataset
  const plane = createPlane(conflict.projection)
  const [first, last] = [dayOf(conflict.start), dayOf(conflict.end)]
  const country = dataset.country.map((ring) => ring.map(plane.forward))
  const asDrawn = dataset.barriers.map(({ id, certainty, precision_m, coordinates, file, line }) => ({
    id,
    certainty,
    precision: precision_m,
    points: coordinates.map(plane.forward),
    file,
    line,
  }))
  const areas = planeAreas(dataset, plane)
  const places = speakingPlaces(dataset.places.values(), ledger, plane, first, areas)
  const divided = (lines: readonly PlaneBarrier[]) => {
    const { blocks, loose } = cut(country, lines)
    const blockOfPlace = new Map(places.map(({ id, point }) => [id, blockAt(point, blocks)]))
    const holders = blockHolders(blocks, ledger, places, blockOfPlace, areas, first)
    return { barriers: lines, blocks, loose, blockOfPlace, holders }
  }
  const drawn = divided(asDrawn)
  const sided = sidedPlaces(dataset.places, new Set(places.map(({ id }) => id)), plane)
  const home = new Map(drawn.blockOfPlace)
  for (const { id, side } of sided) {
    for (const place of [id, side ?? id]) {
      const { lon, lat } = dataset.places.get(place)!
      if (!home.has(place)) home.set(place, blockAt(plane.forward([lon, lat]), drawn.blocks))
    }
  }
  const bent = bendRoundPlaces(asDrawn, [...places, ...sided], drawn.blocks, home, drawn.holders)
  const { barriers, blocks, loose, blockOfPlace, holders } = bent ? divided(bent) : drawn
  problems.push(
    ...barriers.filter(({ id }) => loose.includes(id)).map(looseEnd),
    ...blocks.flatMap((block, i) => (holders[i] ? [] : unknownBlock(block, plane))),
  )
  return {
    plane,
    first,
    last,
    country,
    barriers,
    areas,
    governorates: dataset.governorates.map(({ polygons }) =>
      polygons.map((rings) => rings.map((ring) => ring.map(plane.forward))),
    ),
    blocks,
    holders,
    places,
    blockOfPlace,
    originOf: (place) => {
      const { file, line } = dataset.places.get(place)!
      return { file, line }
    },
  }
}

/** @returns index of the block that contains the point, -1 when none does */
export const blockAt = (point: Point, blocks: readonly Block[]) =>
  blocks.findIndex((block) => inRings(point, block.rings))

function looseEnd({ id, file, line }: PlaneBarrier): Problem {
  const message = `an end of "${id}" reaches no border or other barrier within 6 km`
  return { reason: 'barrier-loose-end', severity: 'error', file, line, message }
}

function unknownBlock({ rings }: Block, plane: Plane): Problem[] {
  const km2 = Math.abs(ringArea(rings[0])) / 1e6
  if (km2 < SLIVER_BLOCK_KM2) return []
  const [lon, lat] = plane.inverse(interiorPoint(rings)).map((n) => n.toFixed(3))
  const message = `nothing says who held the block of ${km2.toFixed(1)} km² round ${lon}, ${lat} on the first day`
  return [{ reason: 'block-without-evidence', severity: 'error', file: 'barriers', line: 0, message }]
}
