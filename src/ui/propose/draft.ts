/** What the form does to a proposal. Pure functions: each returns another proposal. */
import type { Day } from '../../chronicle/day.ts'
import { isoOf } from '../../chronicle/day.ts'
import { slugOf } from '../../proposal/ids.ts'
import {
  cellOf,
  listOf,
  type Proposal,
  type Row,
  TABLE_NAMES,
  type TableName,
} from '../../proposal/proposal.ts'

/** Rows that a form writes itself; others come from files and are only shown. */
export type FormTable = 'claims' | 'places' | 'sources' | 'amended'

export function setCell(proposal: Proposal, table: TableName, index: number, cells: Readonly<Row>): Proposal {
  const rows = proposal[table].map((row, i) => (i === index ? compact({ ...row, ...cells }) : row))
  return { ...proposal, [table]: rows }
}

/** Empty cells are left out, as in a file. */
const compact = (row: Row): Row => Object.fromEntries(Object.entries(row).filter(([, cell]) => cell !== ''))

export function addRow(proposal: Proposal, table: TableName, row: Row): Proposal {
  return { ...proposal, [table]: [...proposal[table], compact(row)] }
}

/** Takes a row out; of a claim also the new place and the new publications that no other claim names. */
export function removeRow(proposal: Proposal, table: TableName, index: number): Proposal {
  return withoutUnused({ ...proposal, [table]: proposal[table].filter((_, i) => i !== index) })
}

/** A form has no use for rows that nothing refers to; a file may have its reasons. */
export function withoutUnused(proposal: Proposal): Proposal {
  const places = new Set(proposal.claims.map(({ place }) => place))
  const cited = new Set(
    [...proposal.claims, ...proposal.areaClaims, ...proposal.amended].flatMap(({ sources }) =>
      listOf(sources),
    ),
  )
  const excepted = new Set(proposal.areaClaims.flatMap(({ except }) => listOf(except)))
  return {
    ...proposal,
    places: proposal.places.filter(({ id }) => places.has(id) || excepted.has(id)),
    sources: proposal.sources.filter(({ id }) => cited.has(id)),
  }
}

/** @returns whether nothing is proposed yet */
export function isEmpty(proposal: Proposal): boolean {
  return TABLE_NAMES.every((table) => proposal[table].length === 0) && !proposal.title && !proposal.note
}

/** A claim that a form begins with. */
export function newClaim(day: Day, from: string): Row {
  const date = isoOf(day)
  return { earliest: date, latest: date, event: 'captured', from, verdict: 'accepted', confidence: 'likely' }
}

/**
 * @param base letters of any script
 * @param taken ids that are not free
 * @returns small Latin letters, digits and hyphens
 */
export function idFrom(base: string, taken: ReadonlySet<string>, fallback: string): string {
  const root = slugOf(base) || fallback
  if (!taken.has(root)) return root
  for (let number = 2; ; number++) if (!taken.has(`${root}-${number}`)) return `${root}-${number}`
}

/** Gives a new place or publication another id, where claims name it too. */
export function renamed(
  proposal: Proposal,
  table: 'places' | 'sources',
  index: number,
  id: string,
): Proposal {
  const old = proposal[table][index].id
  if (old === id) return proposal
  const other = (name: string) => (name === old ? id : name)
  const refers = (row: Row): Row =>
    table === 'places'
      ? { ...row, ...(row.place && { place: other(row.place) }) }
      : { ...row, ...(row.sources && { sources: cellOf(listOf(row.sources).map(other)) }) }
  return {
    ...setCell(proposal, table, index, { id }),
    claims: proposal.claims.map(refers),
    areaClaims: proposal.areaClaims.map(refers),
    amended: proposal.amended.map(refers),
  }
}
