/** What a proposal causes among the problems of the data, and which of its cells each is about. */
import type { Problem } from '../compile/read/problem.ts'
import type { Applied } from './apply-proposal.ts'
import type { Finding, RowRef } from './findings.ts'
import { isColumn, type Row, TABLE_NAMES } from './proposal.ts'

/** The columns that a rule is about, where its message does not begin with one. */
const FIELDS: Readonly<Record<string, string>> = {
  'accepted-though-doubted': 'verdict',
  'area-crosses-itself': 'outline',
  'area-empty': 'outline',
  'area-outside-country': 'outline',
  'bare-address': 'url',
  'claim-contradicted': 'verdict',
  'claim-to-itself': 'to',
  'confirmed-by-one-side': 'confidence',
  'contradiction-without-verdict': 'verdict',
  'coordinates-swapped': 'lon',
  'date-out-of-range': 'earliest',
  'date-range-reversed': 'earliest',
  'duplicate-id': 'id',
  'duplicate-place': 'name',
  'event-as-place': 'name',
  'faction-no-longer-exists': 'to',
  'holder-missing': 'to',
  'loser-missing': 'from',
  'loser-never-held': 'from',
  'place-moved-to-other-bank': 'lon',
  'place-outside-country': 'lon',
  'publication-twice': 'url',
  'source-missing': 'sources',
  'stance-differs': 'stance',
  'stance-missing': 'stance',
  'unknown-area': 'area',
  'unknown-conflict': 'conflicts',
  'unknown-place': 'place',
  'unknown-source': 'sources',
}

/**
 * @param before problems of the data without the proposal
 * @param after those with it
 */
export function causedBy(
  { proposal, rowAt }: Applied,
  before: readonly Problem[],
  after: readonly Problem[],
): Finding[] {
  // Lines move; what is said of them does not.
  const keyOf = ({ reason, file, message }: Problem) => `${reason} ${file} ${message}`
  const known = new Map<string, number>()
  for (const problem of before) known.set(keyOf(problem), (known.get(keyOf(problem)) ?? 0) + 1)
  const fresh = after.filter((problem) => {
    const left = known.get(keyOf(problem)) ?? 0
    known.set(keyOf(problem), left - 1)
    return left <= 0
  })
  const byId = new Map(
    TABLE_NAMES.flatMap((table) =>
      proposal[table].map(({ id }, index): [string, RowRef] => [id, { table, index, id }]),
    ),
  )
  return fresh.map((problem) => {
    const { reason, severity, file, line, message } = problem
    const named = /^"?([A-Za-z0-9-]+)"?[: ]/.exec(message)?.[1] ?? ''
    const row = rowAt.get(`${file}:${line}`) ?? byId.get(named) ?? null
    const field = row && fieldOf(problem, row, proposal[row.table][row.index])
    const where = row ? '' : `${file}${line > 0 ? `:${line}` : ''}: `
    return { row, field, rule: reason, severity, message: where + message }
  })
}

/** @returns the column that a problem is about, if it is about one */
function fieldOf({ reason, message }: Problem, { table, id }: RowRef, row: Row): string | null {
  const said = message.startsWith(`${id}: `) ? message.slice(id.length + 2) : message
  const named = /^([\w.]+): /.exec(said)?.[1].split('.').at(-1)
  if (named && isColumn(table, named)) return named
  if (named === 'coordinates') return table === 'areas' ? 'outline' : 'lon'
  const missing = /^[\w.]+: "(\w+)" is missing/.exec(said)?.[1]
  if (missing && isColumn(table, missing)) return missing
  const reasons = /\b(reason_[a-z]{2,3})\b/.exec(said)?.[1]
  if (reason === 'verdict-without-reason' && reasons) return reasons
  // A faction that nobody knows, or that holds no ground, is one of two.
  const [, quoted] = /"([^"]*)"/.exec(said) ?? []
  const side = ['from', 'to'].find((column) => quoted && row[column]?.split('|').includes(quoted))
  if (reason === 'unknown-faction' && side) return side
  if (reason === 'faction-holds-no-ground')
    return row.from && said.startsWith(`${row.from} `) && row.from !== row.to ? 'from' : 'to'
  if (reason === 'geojson-invalid') return table === 'areas' ? 'outline' : 'lon'
  const field = FIELDS[reason]
  return field && isColumn(table, field) ? field : null
}
