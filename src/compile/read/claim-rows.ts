/** Rows of the claim tables → claims. What cannot be read becomes a problem with file and line. */
import { type Day, parseDay } from '../../chronicle/day.ts'
import type { Verdict } from '../../chronicle/evidence.ts'
import type { AreaClaim, Claim } from './model.ts'
import type { Problem } from './problem.ts'
import type { Row } from './tables.ts'

export const CLAIM_COLUMNS = [
  'id',
  'place',
  'earliest',
  'latest',
  'event',
  'from',
  'to',
  'verdict',
  'conflicts',
  'sources',
  'confidence',
  'note',
]
export const AREA_COLUMNS = [
  'id',
  'area',
  'earliest',
  'latest',
  'from',
  'to',
  'state',
  'except',
  'verdict',
  'conflicts',
  'sources',
  'confidence',
  'note',
]

function days(row: Row, problems: Problem[]): { earliest: Day; latest: Day } | null {
  const earliest = parseDay(row.get('earliest'))
  const latest = parseDay(row.get('latest'))
  for (const [column, value] of [
    ['earliest', earliest],
    ['latest', latest],
  ] as const) {
    if (value === null) {
      problems.push({
        reason: 'date-malformed',
        severity: 'error',
        file: row.file,
        line: row.line,
        message: `${row.get('id')}: ${column}: expected YYYY-MM-DD, got "${row.get(column)}"`,
      })
    }
  }
  if (earliest === null || latest === null) return null
  if (earliest > latest) {
    problems.push({
      reason: 'date-range-reversed',
      severity: 'error',
      file: row.file,
      line: row.line,
      message: `${row.get('id')}: ${row.get('earliest')} is after ${row.get('latest')}`,
    })
    return null
  }
  return { earliest, latest }
}

function common(row: Row) {
  return {
    file: row.file,
    line: row.line,
    id: row.get('id'),
    verdict: row.get('verdict') as Verdict,
    reason: row.text('reason'),
    conflicts: row.list('conflicts'),
    sources: row.list('sources'),
    confidence: row.get('confidence'),
    note: row.get('note'),
  }
}

export function claimOf(row: Row, problems: Problem[]): Claim[] {
  const range = days(row, problems)
  if (!range) return []
  return [
    {
      ...common(row),
      ...range,
      place: row.get('place'),
      event: row.get('event'),
      from: row.get('from') || null,
      to: row.get('to') || null,
    },
  ]
}

export function areaClaimOf(row: Row, problems: Problem[]): AreaClaim[] {
  const range = days(row, problems)
  if (!range) return []
  return [
    {
      ...common(row),
      ...range,
      area: row.get('area'),
      from: row.list('from'),
      to: row.get('to'),
      state: row.get('state') as 'held' | 'contested',
      except: row.list('except'),
    },
  ]
}
