/** The second reading: which publications were looked up again, and what they said. */
import { parseDay } from '../../chronicle/day.ts'
import type { Reading, ReadingResult } from '../../chronicle/evidence.ts'
import type { Folder } from './folder.ts'
import type { AreaClaim, Claim, ReadingRow } from './model.ts'
import type { Problem } from './problem.ts'
import { readTable } from './tables.ts'

const RESULTS = new Set(['read', 'excerpt', 'not-found', 'contradicted'])

export function readReadings(folder: Folder, problems: Problem[]): ReadingRow[] {
  return readTable(folder, 'readings.csv', ['claim', 'source', 'date', 'result', 'note'], problems).flatMap(
    (row) => {
      const { file, line } = row
      const [date, result] = [row.get('date'), row.get('result')]
      // A result that is none was told when the table was read.
      if (!RESULTS.has(result)) return []
      if (parseDay(date) === null) {
        const message = `date: expected YYYY-MM-DD, got "${date}"`
        problems.push({ reason: 'date-malformed', severity: 'error', file, line, message })
        return []
      }
      return [
        {
          claim: row.get('claim'),
          source: row.get('source'),
          date,
          result: result as ReadingResult,
          file,
          line,
        },
      ]
    },
  )
}

/** @returns the claims, each with what the second reading found about it */
export function withReadings<C extends Claim | AreaClaim>(claims: C[], rows: readonly ReadingRow[]): C[] {
  const byClaim = new Map<string, Reading[]>()
  for (const { claim, source, date, result } of rows) {
    const list = byClaim.get(claim)
    if (list) list.push({ source, date, result })
    else byClaim.set(claim, [{ source, date, result }])
  }
  return claims.map((claim) => {
    const readings = byClaim.get(claim.id)
    return readings ? { ...claim, readings } : claim
  })
}
