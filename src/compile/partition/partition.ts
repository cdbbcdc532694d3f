/** The partition: from the ground to a mosaic of cells, one for each site. */
import { inRings } from '../../geometry/plane.ts'
import type { Ground } from '../ground/ground.ts'
import type { Problem } from '../read/problem.ts'
import { adoptStrays, type Mosaic, type Patch, walk } from '../topology/mosaic.ts'
import { drawCells } from './cells.ts'
import { openGround, type Settled, type Site, settlePlaces } from './sites.ts'

/** Ground smaller than this never stays alone (m²). */
export const LEAST_GROUND = 60_000

export interface Partition {
  sites: Site[]
  mosaic: Mosaic
  /** patch that contains each site */
  home: Map<number, number>
  /** places that were moved over a barrier, and those that lie in no block */
  misplaced: Pick<Settled, 'moved' | 'outside'>
}

/** Divides the ground up among its sites. The result depends on the blocks and on what {@link inputsOf} names, and on nothing else. */
export function divide(ground: Ground): Partition {
  const { blocks, holders, places, blockOfPlace } = ground
  const settled = settlePlaces(
    places,
    blocks,
    blockOfPlace,
    holders.map((block) => block?.holder ?? null),
  )
  const sites = [...settled.sites, ...openGround(settled.sites, blocks)]
  const mosaic = drawCells(sites, blocks)
  const home = homes(sites, mosaic)
  // Barriers that nearly coincide leave hair-thin blocks in which nobody can hold anything.
  const isSliver = ({ area, site }: Patch) => area < LEAST_GROUND || holders[sites[site].block] === null
  adoptStrays(mosaic, home, (site) => sites[site].block, isSliver)
  return { sites, mosaic, home, misplaced: settled }
}

/** @returns a text that is the same for two grounds of the same blocks that are divided alike: who says what about them does not count */
export function inputsOf({ holders, places }: Ground): string {
  return JSON.stringify([holders.map((block) => block?.holder), places])
}

/** @returns places outside the country, and places that were counted to the other bank of a river */
export function misplacedPlaces({ misplaced }: Partition, { originOf }: Ground): Problem[] {
  return [
    ...misplaced.outside.map((id): Problem => {
      const message = `"${id}" lies outside the country`
      return { reason: 'place-outside-country', severity: 'error', ...originOf(id), message }
    }),
    ...misplaced.moved.map(({ id, by }): Problem => {
      const message = `"${id}" is counted to the other side of a barrier, ${by} m away`
      return { reason: 'place-moved-to-other-bank', severity: 'warning', ...originOf(id), message }
    }),
  ]
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
