/** Who held each block on the first day. */
import type { Day } from '../../chronicle/day.ts'
import { inRings, interiorPoint } from '../../geometry/plane.ts'
import { isBaselineArea, type Ledger } from '../ledger/ledger.ts'
import type { PlaneArea } from './areas.ts'
import type { Block } from './blocks.ts'
import type { PlacePoint } from './places.ts'

export interface BlockHolder {
  /** faction id */
  holder: string
  /** indexes of the claims that say so */
  claims: number[]
}

/**
 * What a baseline area claim over the block says, else the side that most of the baseline claims of its places name;
 * null when nobody says anything.
 * @param blockOfPlace block of each place in which it lies, -1 for none
 */
export function blockHolders(
  blocks: readonly Block[],
  ledger: Ledger,
  places: readonly PlacePoint[],
  blockOfPlace: ReadonlyMap<string, number>,
  areas: ReadonlyMap<string, PlaneArea>,
  first: Day,
): (BlockHolder | null)[] {
  const votes = blocks.map(() => new Map<string, number>())
  for (const { id, baseline } of places) {
    const block = blockOfPlace.get(id) ?? -1
    if (block >= 0 && baseline !== null) votes[block].set(baseline, (votes[block].get(baseline) ?? 0) + 1)
  }
  return blocks.map((block, index) => {
    // A baseline for the whole area goes before the votes of places in it: it was written for this ground.
    const middle = interiorPoint(block.rings)
    const said = ledger.areas.find(
      ({ claim }) => isBaselineArea(claim, first) && inRings(middle, areas.get(claim.area)?.rings ?? []),
    )
    if (said) return { holder: said.claim.to, claims: [said.index] }
    const [most] = [...votes[index]].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))
    return most ? { holder: most[0], claims: [] } : null
  })
}
