/** Every row of a proposal gets an id, and those that name it name it by that. */
import type { DataState } from './data-state.ts'
import { areaId, claimId, placeId, sourceId } from './ids.ts'
import { cellOf, listOf, type Proposal, type Row, type TableName } from './proposal.ts'
import { type Table, tableOfAreaClaim, tableOfClaim } from './where.ts'

/** The table of each new claim. */
export type Tables = Record<'claims' | 'areaClaims', Table[]>

/** @returns the proposal, in which rows without an id, or with one that the data have by now, got the next one that is free */
export function withIds(
  { dataset, used }: DataState,
  given: Proposal,
): { proposal: Proposal; tables: Tables } {
  const renamed = new Map<string, string>()
  const identified = (
    rows: readonly Row[],
    taken: Set<string>,
    make: (row: Row, taken: Set<string>) => string,
  ) =>
    rows.map((row) => {
      if (row.id && !taken.has(row.id)) return row
      const id = make(row, new Set([...taken, ...rows.flatMap((one) => one.id ?? [])]))
      if (row.id) renamed.set(row.id, id)
      taken.add(id)
      return { ...row, id }
    })
  const first = {
    ...given,
    sources: identified(given.sources, new Set(dataset.sources.keys()), sourceId),
    places: identified(given.places, new Set(dataset.places.keys()), placeId),
    areas: identified(given.areas, new Set([...dataset.areas.keys(), ...dataset.places.keys()]), areaId),
  }
  const proposal = renamedIn(first, renamed)
  const points = new Map(
    proposal.places.map(({ id, lon, lat }) => [id, { lon: Number(lon), lat: Number(lat) }]),
  )
  const tables: Tables = {
    claims: proposal.claims.map((row) =>
      tableOfClaim(row, points.get(row.place) ?? dataset.places.get(row.place) ?? null, dataset),
    ),
    areaClaims: proposal.areaClaims.map((row) => tableOfAreaClaim(row, dataset)),
  }
  const taken = new Set(used)
  const numbers = new Map<string, string>()
  const numbered = (table: 'claims' | 'areaClaims') =>
    proposal[table].map((row, i) => {
      const id = row.id && !taken.has(row.id) ? row.id : claimId(tables[table][i].ids, taken)
      if (row.id && row.id !== id) numbers.set(row.id, id)
      taken.add(id)
      return { ...row, id }
    })
  const claims = numbered('claims')
  const areaClaims = numbered('areaClaims')
  return { proposal: renamedIn({ ...proposal, claims, areaClaims }, numbers), tables }
}

/** Which cells name rows of other parts, one or a list. */
const NAMES: Partial<Record<TableName, string[]>> = {
  claims: ['place', 'sources', 'conflicts'],
  areaClaims: ['area', 'except', 'sources', 'conflicts'],
  amended: ['except', 'sources', 'conflicts'],
  places: ['side'],
}

/** @param renamed new ids by the old ones @returns the rows, naming others by their new ids */
function renamedIn(proposal: Proposal, renamed: ReadonlyMap<string, string>): Proposal {
  const now = (id: string) => renamed.get(id) ?? id
  const result = { ...proposal }
  for (const [table, columns] of Object.entries(NAMES) as [TableName, string[]][])
    result[table] = proposal[table].map((row) => {
      const cells = Object.entries(row).map(([column, cell]) => [
        column,
        columns.includes(column) ? cellOf(listOf(cell).map(now)) : cell,
      ])
      return Object.fromEntries(cells)
    })
  return result
}
