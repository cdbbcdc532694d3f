/** The list of everything that an import repaired or dropped. */
import Papa from 'papaparse'
import type { Problem } from '../read/problem.ts'

/** @returns CSV: file, feature (1-based, 0 for the file as a whole), reason, message */
export function reportCsv(problems: readonly Problem[]): string {
  const rows = problems.map(({ file, line, reason, message }) => ({ file, feature: line, reason, message }))
  return `${Papa.unparse({ fields: ['file', 'feature', 'reason', 'message'], data: rows }, { newline: '\n', escapeFormulae: true })}\n`
}

/** Problems counted by reason, the most frequent first. */
export function countsByReason(problems: readonly Problem[]): [reason: string, count: number][] {
  const counts = new Map<string, number>()
  for (const { reason } of problems) counts.set(reason, (counts.get(reason) ?? 0) + 1)
  return [...counts].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))
}
