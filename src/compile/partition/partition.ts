/** The partition: from places and barriers to a mosaic of cells. */

import { blockHolders, type Holder, type Ledger, ownBaseline, type PlaneArea } from '../histories/cells.ts'
import { effectOf } from '../histories/effects.ts'
import type { Plane, Point } from '../plane.ts'
import { inRings, ringArea } from '../plane.ts'
import type { Dataset } from '../read/model.ts'
import type { Problem } from '../read/problem.ts'
import { type Block, cutIntoBlocks, interiorPoint } from './blocks.ts'
import { drawCells } from './cells.ts'
import { adoptStrays, buildMosaic, type Mosaic, type Patch, walk } from './mosaic.ts'
import { blockOf, openGround, type PlacePoint, type Site, settlePlaces } from './sites.ts'

/** Ground smaller than this never stays alone (m²); DESIGN allows no sliver under 0.05 km². */
export const LEAST_GROUND = 60_000

/** A block smaller than this may lack evidence: it is a crack between barriers, not ground (km²). */
const SLIVER_BLOCK_KM2 = 0.5

export interface Partition {
  blocks: Block[]
  holders: (Holder | null)[]
  sites: Site[]
  mosaic: Mosaic
  /** patch that contains each site */
  home: Map<number, number>
  /** country outlines in the plane */
  country: Point[][]
}

export async function partition(
  dataset: Dataset,
  plane: Plane,
  ledger: Ledger,
  areas: ReadonlyMap<string, PlaneArea>,
  first: number,
  isGround: (faction: string) => boolean,
  problems: Problem[],
): Promise<Partition> {
  const country = dataset.country.map((ring) => ring.map((position) => plane.forward(position)))
  const lines = dataset.barriers.map(({ id, coordinates }) => ({
    id,
    points: coordinates.map((c) => plane.forward(c)),
  }))
  const { blocks, loose } = await cutIntoBlocks(country, lines)
  for (const id of loose) {
    const { file, line } = dataset.barriers.find((barrier) => barrier.id === id)!
    problems.push({
      reason: 'barrier-loose-end',
      severity: 'error',
      file,
      line,
      message: `an end of "${id}" reaches no border or other barrier within 6 km`,
    })
  }
  const places = placePoints(dataset, plane, ledger, first, isGround)
  const blockOfPlace = new Map(places.map((place) => [place.id, blockOf(place.point, blocks)]))
  const holders = blockHolders(blocks, ledger, blockOfPlace, areas, first)
  blocks.forEach((block, index) => {
    const km2 = Math.abs(ringArea(block.rings[0])) / 1e6
    if (holders[index] || km2 < SLIVER_BLOCK_KM2) return
    const [lon, lat] = plane.inverse(interiorPoint(block.rings)).map((n) => n.toFixed(3))
    problems.push({
      reason: 'block-without-evidence',
      severity: 'error',
      file: 'barriers',
      line: 0,
      message: `nothing says who held the block of ${km2.toFixed(1)} km² round ${lon}, ${lat} on the first day`,
    })
  })
  const originOf = (id: string) => {
    const { file, line } = dataset.places.get(id)!
    return { file, line }
  }
  const settled = settlePlaces(
    places,
    blocks,
    holders.map((holder) => holder?.holder ?? null),
  )
  for (const id of settled.outside) {
    problems.push({
      reason: 'place-outside-country',
      severity: 'error',
      ...originOf(id),
      message: `"${id}" lies outside the country`,
    })
  }
  for (const { id, by } of settled.moved) {
    problems.push({
      reason: 'place-moved-to-other-bank',
      severity: 'warning',
      ...originOf(id),
      message: `"${id}" is counted to the other side of a barrier, ${by} m away`,
    })
  }
  const sites = [...settled.sites, ...openGround(settled.sites, blocks)]
  const mosaic = await buildMosaic(await drawCells(sites, blocks))
  const home = homes(sites, mosaic)
  // Barriers that nearly coincide leave hair-thin blocks in which nobody can hold anything.
  const isSliver = ({ area, site }: Patch) => area < LEAST_GROUND || holders[sites[site].block] === null
  adoptStrays(mosaic, home, (site) => sites[site].block, isSliver)
  return { blocks, holders, sites, mosaic, home, country }
}

/** Places that speak for ground: those with at least one claim that states or changes who holds them. */
function placePoints(
  dataset: Dataset,
  plane: Plane,
  ledger: Ledger,
  first: number,
  isGround: (faction: string) => boolean,
): PlacePoint[] {
  return [...dataset.places.values()].flatMap((place) => {
    const claims = ledger.places.get(place.id) ?? []
    const speaks = claims.some(({ claim }) => effectOf(claim, isGround) !== 'none' && claim.latest >= first)
    if (!speaks) return []
    const baseline = ownBaseline(claims, first)?.claim.to ?? null
    return [
      { id: place.id, point: plane.forward([place.lon, place.lat]), baseline, side: place.side ?? null },
    ]
  })
}

function homes(sites: readonly Site[], mosaic: Mosaic): Map<number, number> {
  const home = new Map<number, number>()
  mosaic.patches.forEach((patch, index) => {
    const before = home.get(patch.site)
    const contains = inRings(
      sites[patch.site].point,
      patch.rings.map((ring) => walk(ring, mosaic.edges)),
    )
    // A site on a hair's breadth of its own boundary may be in none of its parts: then the largest one counts.
    if (
      before === undefined ||
      contains ||
      (patch.area > mosaic.patches[before].area && !inOwn(sites, mosaic, before))
    ) {
      home.set(patch.site, index)
    }
  })
  return home
}

const inOwn = (sites: readonly Site[], mosaic: Mosaic, patch: number) =>
  inRings(
    sites[mosaic.patches[patch].site].point,
    mosaic.patches[patch].rings.map((ring) => walk(ring, mosaic.edges)),
  )
