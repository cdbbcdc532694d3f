/**
 * Reads a proposal that somebody else made. Nothing in it is trusted: whatever is not plain text of a known column is
 * refused, and every refusal names row, field and rule. What the rows say is checked afterwards (check-proposal.ts).
 */
import { geometryFault } from '../compile/read/geometry-fault.ts'
import type { Finding, RowRef } from './findings.ts'
import {
  emptyProposal,
  isColumn,
  PROPOSAL_FORMAT,
  PROPOSAL_VERSION,
  type Proposal,
  type Row,
  TABLE_NAMES,
  type TableName,
} from './proposal.ts'

/** Characters of the whole text. */
export const MOST_CHARACTERS = 1_000_000
/** Rows of all parts together. */
export const MOST_ROWS = 500
/** Characters of one cell; an outline may be longer. */
export const MOST_IN_CELL = 2_000
/** Positions of one outline. */
export const MOST_POSITIONS = 5_000

/** Ids of places, areas, sources, conflicts; claims have letters of either size. */
const SLUG = /^[a-z0-9][a-z0-9-]{0,79}$/
const CLAIM_ID = /^[A-Za-z][A-Za-z0-9-]{0,39}$/
/** Line breaks would end a row; marks of direction and other unseen letters make a text read as another one than it is. */
const UNSEEN = /[\p{Cc}\p{Cs}\p{Co}\u200B\u202A-\u202E\u2060-\u2069\uFEFF\uFFFD]/u
/** What a spreadsheet takes for a formula. */
const FORMULA = /^\s*[=+@-]/
/** What begins a tag, a comment or an entity of HTML. */
const MARKUP = /<[a-z/!?]|&#|javascript:/i
const NUMBERS = new Set(['lon', 'lat', 'precision_m'])

export interface ReadProposal {
  /** null when anything is refused */
  proposal: Proposal | null
  refusals: Finding[]
}

/** @param text of a file, not trusted */
export function readProposal(text: string): ReadProposal {
  if (text.length > MOST_CHARACTERS)
    return refused('too-large', `${text.length} characters; a proposal has ${MOST_CHARACTERS} at most`)
  let value: unknown
  try {
    value = JSON.parse(text.replace(/^\uFEFF/, ''))
  } catch (error) {
    return refused('json-unreadable', (error as Error).message)
  }
  return proposalFrom(value)
}

/** @param value parsed JSON, or what a form holds; not trusted */
export function proposalFrom(value: unknown): ReadProposal {
  if (!isRecord(value)) return refused('not-a-proposal', 'expected a JSON object')
  const { format, version } = value
  if (format !== PROPOSAL_FORMAT)
    return refused('not-a-proposal', `expected "format": "${PROPOSAL_FORMAT}", got ${told(format)}`, 'format')
  if (version !== PROPOSAL_VERSION)
    return refused(
      'wrong-version',
      `expected "version": ${PROPOSAL_VERSION}, got ${told(version)}`,
      'version',
    )
  const refusals: Finding[] = []
  const refuse = (rule: string, field: string | null, message: string, row: RowRef | null = null) =>
    refusals.push({ row, field, rule, severity: 'error', message })
  const proposal = emptyProposal('', '')
  for (const key of Object.keys(value))
    if (!(key in proposal)) refuse('unknown-key', cut(key), `"${cut(key)}" is not known in a proposal`)
  for (const key of ['atlas', 'base', 'title', 'note'] as const) {
    const said = value[key] ?? ''
    const fault = typeof said === 'string' ? cellFault(key, said) : notText(said)
    if (fault) refuse(fault.rule, key, `${key}: ${fault.message}`)
    else proposal[key] = said as string
  }
  if (!SLUG.test(proposal.atlas))
    refuse('unknown-atlas', 'atlas', `expected the id of an atlas, got ${told(value.atlas)}`)
  const lists = TABLE_NAMES.map((table) => [table, value[table] ?? []] as const)
  const count = lists.reduce((sum, [, list]) => sum + (Array.isArray(list) ? list.length : 0), 0)
  if (count > MOST_ROWS) return refused('too-many-rows', `${count} rows; a proposal has ${MOST_ROWS} at most`)
  for (const [table, list] of lists) {
    if (!Array.isArray(list)) refuse('not-a-list', table, `${table}: expected a list of rows`)
    else
      list.forEach((item: unknown, index) => {
        const row: RowRef = { table, index, id: idOf(table, item) }
        proposal[table].push(
          rowFrom(item, table, (rule, field, message) =>
            refuse(rule, field, `${table}[${index}]${field ? `.${field}` : ''}: ${message}`, row),
          ),
        )
      })
  }
  return { proposal: refusals.length > 0 ? null : proposal, refusals }
}

type Refuse = (rule: string, field: string | null, message: string) => void

function rowFrom(item: unknown, table: TableName, refuse: Refuse): Row {
  const row: Row = {}
  if (!isRecord(item)) {
    refuse('not-a-row', null, 'expected an object, column → text')
    return row
  }
  for (const [column, said] of Object.entries(item)) {
    if (!isColumn(table, column)) {
      refuse('unknown-column', cut(column), `there is no such column`)
      continue
    }
    const fault =
      typeof said !== 'string'
        ? notText(said)
        : column === 'outline'
          ? outlineFault(said)
          : column === 'id'
            ? idFault(table, said)
            : cellFault(column, said)
    if (fault) refuse(fault.rule, column, fault.message)
    else if (said !== '') row[column] = (said as string).trim()
  }
  if (table === 'amended' && !row.id) refuse('cell-missing', 'id', 'name the claim that would read otherwise')
  return row
}

interface Fault {
  rule: string
  message: string
}

const notText = (said: unknown): Fault => ({
  rule: 'not-text',
  message: `expected a text, got ${told(said)}`,
})

function cellFault(column: string, text: string): Fault | null {
  if (text.length > MOST_IN_CELL)
    return { rule: 'cell-too-long', message: `${text.length} characters; ${MOST_IN_CELL} at most` }
  if (UNSEEN.test(text))
    return { rule: 'unseen-letters', message: 'it has line breaks, or letters that cannot be seen' }
  if (NUMBERS.has(column))
    return text === '' || /^-?\d+(\.\d+)?$/.test(text)
      ? null
      : { rule: 'number-malformed', message: `"${cut(text)}" is no number` }
  if (FORMULA.test(text))
    return { rule: 'formula', message: 'a text may not begin with = + - or @: a spreadsheet would run it' }
  return MARKUP.test(text) ? { rule: 'markup', message: 'it has markup; texts are plain' } : null
}

function idFault(table: TableName, id: string): Fault | null {
  const pattern = table === 'claims' || table === 'areaClaims' || table === 'amended' ? CLAIM_ID : SLUG
  return id === '' || pattern.test(id)
    ? null
    : { rule: 'id-malformed', message: `"${cut(id)}" does not match ${pattern.source}` }
}

function outlineFault(text: string): Fault | null {
  let geometry: unknown
  try {
    geometry = JSON.parse(text)
  } catch {
    return { rule: 'outline-unreadable', message: 'expected a GeoJSON Polygon or MultiPolygon as text' }
  }
  const { type, coordinates } = (geometry ?? {}) as { type?: unknown; coordinates?: unknown }
  if (type !== 'Polygon' && type !== 'MultiPolygon')
    return { rule: 'outline-unreadable', message: `expected a Polygon or MultiPolygon, got ${told(type)}` }
  const fault = geometryFault({ type, coordinates })
  if (fault) return { rule: 'geojson-invalid', message: fault }
  const positions = (coordinates as unknown[]).flat(type === 'Polygon' ? 1 : 2).length
  return positions > MOST_POSITIONS
    ? { rule: 'outline-too-large', message: `${positions} positions; ${MOST_POSITIONS} at most` }
    : null
}

function refused(rule: string, message: string, field: string | null = null): ReadProposal {
  return { proposal: null, refusals: [{ row: null, field, rule, severity: 'error', message }] }
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

const cut = (text: string) => (text.length > 40 ? `${text.slice(0, 40)}…` : text)

const told = (value: unknown) => cut(JSON.stringify(value) ?? 'nothing')

function idOf(table: TableName, item: unknown): string {
  const id = isRecord(item) ? item.id : ''
  return typeof id === 'string' && idFault(table, id) === null ? id : ''
}
