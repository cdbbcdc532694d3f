/** Claims of the data that no longer say what the map shows once a proposal is in it. */
import type { Atlas } from '../chronicle/atlas.ts'
import type { EvidenceFile } from '../chronicle/evidence.ts'
import { contradictions } from '../compile/guards/contradictions.ts'
import type { Losing } from './compiler.ts'

/** A compiled folder. */
export interface Side {
  atlas: Atlas
  evidence: EvidenceFile
}

/**
 * @param amended ids of claims that the proposal itself changes
 * @returns places in the order of their ids
 */
export function losingPlaces(before: Side, after: Side, amended: ReadonlySet<string>): Losing[] {
  const contradicted = contradictedIn(after)
  for (const id of contradictedIn(before)) contradicted.delete(id)
  const still = behindGround(after)
  const replaced = [...behindGround(before)].filter((id) => !still.has(id))
  const places = new Map<string, Losing['claims']>()
  for (const { id, about, scope } of before.evidence.claims) {
    const how = contradicted.has(id) ? 'contradicted' : replaced.includes(id) ? 'replaced' : null
    if (how && scope === 'place' && !amended.has(id))
      places.set(about, [...(places.get(about) ?? []), { id, how }])
  }
  return [...places]
    .map(([place, claims]) => ({ place, claims }))
    .sort((a, b) => (a.place < b.place ? -1 : 1))
}

const contradictedIn = ({ atlas, evidence }: Side) =>
  new Set(contradictions(atlas, evidence).map(({ claim }) => claim))

/** @returns ids of the claims on which ground rests on some day */
function behindGround({ evidence: { sites, claims } }: Side): Set<string> {
  return new Set(
    sites.flatMap(({ history }) => history.flatMap(([, , , , , behind]) => behind.map((i) => claims[i].id))),
  )
}
