/**
 * A proposal: rows that somebody would like to see in the data, in a file of their own. Format: geodata/FORMATS.md.
 * Nothing in it is trusted before read-proposal.ts has looked at it.
 */
import { AREA_COLUMNS, CLAIM_COLUMNS } from '../compile/read/claim-rows.ts'

export { EVENTS as EVENT_WORDS } from '../compile/ledger/effects.ts'
export { CONFIDENCES, PLACE_KINDS, SOURCE_KINDS, VERDICTS } from '../compile/read/words.ts'

export const PROPOSAL_FORMAT = 'front-line-proposal'
export const PROPOSAL_VERSION = 1

/** Cells by column; a column that is left out is empty. Lists are separated by `|`, as in the tables. */
export type Row = Record<string, string>

/** @returns the items of a cell that holds a list */
export const listOf = (cell = ''): string[] =>
  cell
    .split('|')
    .map((item) => item.trim())
    .filter(Boolean)

/** @returns the cell of a list */
export const cellOf = (items: readonly string[]): string => items.join('|')

/** The parts of a proposal, in the order in which they are checked. */
export const TABLE_NAMES = ['sources', 'places', 'areas', 'claims', 'areaClaims', 'amended'] as const
export type TableName = (typeof TABLE_NAMES)[number]

export interface Proposal extends Record<TableName, Row[]> {
  format: typeof PROPOSAL_FORMAT
  version: typeof PROPOSAL_VERSION
  /** id of the conflict, from its conflict.json */
  atlas: string
  /** state of the data that it was made on (`dataVersion`), or empty */
  base: string
  /** one line, for people */
  title: string
  /** anything else, for people */
  note: string
  /** new publications: the properties of sources.json; `stance` is a list */
  sources: Row[]
  /** new places: the properties of places.geojson, `lon` and `lat` in degrees; `variants` is a list */
  places: Row[]
  /** new areas: the properties of areas.geojson, and `outline`: a GeoJSON Polygon or MultiPolygon (lon, lat) as text */
  areas: Row[]
  /** new claims about places: the columns of claims/*.csv */
  claims: Row[]
  /** new claims about areas: the columns of claims/areas*.csv */
  areaClaims: Row[]
  /** claims that the data have: `id`, and the columns that would read otherwise, never `place` or `area` */
  amended: Row[]
}

const PLACE_COLUMNS = [
  'id',
  'name',
  'variants',
  'kind',
  'governorate',
  'precision_m',
  'lon',
  'lat',
  'side',
  'note',
]
const SOURCE_COLUMNS = ['id', 'publisher', 'title', 'date', 'url', 'language', 'kind', 'stance', 'note']

interface Columns {
  /** besides them, texts have a column for each language */
  columns: readonly string[]
  /** what the column of a text in a language is called before `_<language>`, or null */
  text: string | null
}

/** What rows of each part may say. */
export const COLUMNS: Readonly<Record<TableName, Columns>> = {
  sources: { columns: SOURCE_COLUMNS, text: null },
  places: { columns: PLACE_COLUMNS, text: 'name' },
  areas: { columns: ['id', 'name', 'kind', 'precision_m', 'note', 'outline'], text: 'name' },
  claims: { columns: CLAIM_COLUMNS, text: 'reason' },
  areaClaims: { columns: AREA_COLUMNS, text: 'reason' },
  amended: {
    columns: [...new Set([...CLAIM_COLUMNS, ...AREA_COLUMNS])].filter(
      (column) => column !== 'place' && column !== 'area',
    ),
    text: 'reason',
  },
}

/** @returns whether rows of a part may have a column */
export function isColumn(table: TableName, column: string): boolean {
  const { columns, text } = COLUMNS[table]
  return columns.includes(column) || (text !== null && new RegExp(`^${text}_[a-z]{2,3}$`).test(column))
}

/** @returns a proposal without rows */
export function emptyProposal(atlas: string, base: string): Proposal {
  return {
    format: PROPOSAL_FORMAT,
    version: PROPOSAL_VERSION,
    atlas,
    base,
    title: '',
    note: '',
    sources: [],
    places: [],
    areas: [],
    claims: [],
    areaClaims: [],
    amended: [],
  }
}

/** @returns text of the file that a proposal is sent as: JSON, one row a line */
export function proposalText(proposal: Proposal): string {
  const lines = Object.entries(proposal).map(([key, value]) =>
    Array.isArray(value) && value.length > 0
      ? `  ${JSON.stringify(key)}: [\n${value.map((row) => `    ${JSON.stringify(row)}`).join(',\n')}\n  ]`
      : `  ${JSON.stringify(key)}: ${JSON.stringify(value)}`,
  )
  return `{\n${lines.join(',\n')}\n}\n`
}
