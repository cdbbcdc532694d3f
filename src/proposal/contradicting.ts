/** Claims of the data that say otherwise than a proposed one, and the grade that it would get. */
import { type Day, parseDay } from '../chronicle/day.ts'
import type { Grade, SourceRecord } from '../chronicle/evidence.ts'
import { effectOf, HOLDING } from '../compile/ledger/effects.ts'
import { gradeOf } from '../compile/ledger/grade.ts'
import type { Claim, Dataset } from '../compile/read/model.ts'
import { inRings, type Point } from '../geometry/plane.ts'
import type { CheckedClaim, Disagreement, RowRef } from './findings.ts'
import { listOf, type Proposal, type Row } from './proposal.ts'

/** Days round a claim in which another one speaks of the same time. */
const AROUND = 3

/** @param dataset the data without the proposal */
export function checkedClaims(proposal: Proposal, dataset: Dataset): CheckedClaim[] {
  const proposed = new Map(proposal.sources.map((row) => [row.id, sourceOf(row)]))
  const sources = new Map<string, SourceRecord>([...dataset.sources, ...proposed])
  const amended = new Set(proposal.amended.map(({ id }) => id))
  const points = new Map<string, Point>([
    ...[...dataset.places.values()].map(({ id, lon, lat }): [string, Point] => [id, [lon, lat]]),
    ...proposal.places.map(({ id, lon, lat }): [string, Point] => [id, [Number(lon), Number(lat)]]),
  ])
  const of = (table: 'claims' | 'areaClaims') =>
    proposal[table].map((row, index): CheckedClaim => {
      const ref: RowRef = { table, index, id: row.id ?? '' }
      const found = table === 'claims' ? against(row, dataset, points.get(row.place)) : []
      return {
        row: ref,
        grade: gradeOfRow(row, sources),
        // One that the proposal itself amends is spoken to already.
        contradicting: found.filter(({ claim }) => !amended.has(claim)),
      }
    })
  return [...of('claims'), ...of('areaClaims')]
}

function gradeOfRow(row: Row, sources: ReadonlyMap<string, SourceRecord>): Grade | null {
  const [earliest, latest] = [parseDay(row.earliest ?? ''), parseDay(row.latest ?? '')]
  const cited = listOf(row.sources)
  if (earliest === null || latest === null || cited.length === 0) return null
  return gradeOf({ earliest, latest, to: row.to || null, sources: cited }, sources)
}

const sourceOf = (row: Row): SourceRecord => ({
  id: row.id ?? '',
  publisher: row.publisher ?? '',
  title: row.title || null,
  date: row.date || null,
  url: row.url || null,
  language: row.language ?? '',
  kind: row.kind ?? '',
  stance: listOf(row.stance),
  note: row.note ?? '',
})

function against(row: Row, dataset: Dataset, at: Point | undefined): { claim: string; how: Disagreement }[] {
  const [earliest, latest] = [parseDay(row.earliest ?? ''), parseDay(row.latest ?? '')]
  if (earliest === null || latest === null || !row.place || row.verdict === 'rejected') return []
  const [from, to] = [row.from || null, row.to || null]
  // Only what says who holds the place can be contradicted by others that say so.
  if (!HOLDING.has(row.event) && row.event !== 'contested') return []
  const ground = new Set(dataset.factions.filter(({ role }) => role === 'ground').map(({ id }) => id))
  const holds = (claim: Claim) =>
    claim.verdict === 'accepted' && effectOf(claim, (id) => ground.has(id)) === 'hold'
  const own = dataset.claims.filter((claim) => claim.place === row.place && holds(claim))
  const sameDays = (claim: { earliest: Day; latest: Day }) =>
    claim.earliest <= latest + AROUND && claim.latest >= earliest - AROUND
  const found = new Map<string, Disagreement>()
  for (const claim of own) {
    // Who takes it from whom the other gives it to follows on it, and contradicts nothing.
    const follows = claim.from === to || (from !== null && claim.to === from)
    if (sameDays(claim) && claim.to !== to && !follows && claim.event !== 'baseline')
      found.set(claim.id, 'same-days')
  }
  if (at)
    for (const claim of dataset.areaClaims)
      if (
        claim.verdict === 'accepted' &&
        claim.state === 'held' &&
        sameDays(claim) &&
        claim.to !== to &&
        claim.to !== from &&
        (to === null || !claim.from.includes(to)) &&
        !claim.except.includes(row.place) &&
        inRings(at, ringsOf(claim.area, dataset))
      )
        found.set(claim.id, 'same-days')
  const before = latestOf(own.filter((claim) => claim.latest < earliest))
  if (before && from !== null && before.to !== from && !found.has(before.id))
    found.set(before.id, 'holder-before')
  const after = own
    .filter((claim) => claim.earliest > latest && claim.event !== 'baseline')
    .sort((a, b) => a.earliest - b.earliest)[0]
  if (after?.from && to !== null && row.event !== 'contested' && after.from !== to && !found.has(after.id))
    found.set(after.id, 'holder-after')
  return [...found].map(([claim, how]) => ({ claim, how }))
}

const latestOf = (claims: readonly Claim[]): Claim | undefined =>
  [...claims].sort((a, b) => b.latest - a.latest)[0]

function ringsOf(area: string, { areas, outlines, governorates }: Dataset): Point[][] {
  const found = areas.get(area) ?? [...outlines, ...governorates].find(({ id }) => id === area)
  return (found?.polygons.flat() ?? []) as Point[][]
}
