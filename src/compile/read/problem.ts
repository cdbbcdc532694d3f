/** What a check or a reader finds wrong. Problems are collected, never thrown one by one. */
export interface Problem {
  /** stable code in kebab case, e.g. `unknown-place` */
  reason: string
  /** `warning` is printed, `error` stops the compile */
  severity: 'error' | 'warning'
  /** path relative to the geodata folder */
  file: string
  /** 1-based line in a text table, 1-based feature number in GeoJSON, 0 for the file as a whole */
  line: number
  /** what is wrong and what would be right, for people */
  message: string
}

/** @returns whether an error is among them, so that nothing may be made of what has them */
export const failed = (problems: readonly Problem[]): boolean =>
  problems.some(({ severity }) => severity === 'error')

/** @returns `file:line reason message`, the form that editors turn into links */
export function formatProblem({ severity, reason, file, line, message }: Problem): string {
  return `${severity === 'error' ? '✗' : '!'} ${file}${line > 0 ? `:${line}` : ''}  ${reason}  ${message}`
}

interface Row {
  file: string
  line: number
}

export const error = (reason: string, { file, line }: Row, message: string): Problem => ({
  reason,
  severity: 'error',
  file,
  line,
  message,
})

/** @param before the row that has the id already */
export const usedTwice = (id: string, before: Row, at: Row): Problem =>
  error('duplicate-id', at, `the id "${id}" is already used in ${before.file}:${before.line}`)

/** @returns a problem for every row whose id one before it has */
export function* duplicates(rows: Iterable<Row & { id: string }>): Generator<Problem> {
  const seen = new Map<string, Row>()
  for (const row of rows) {
    const before = seen.get(row.id)
    if (before) yield usedTwice(row.id, before, row)
    seen.set(row.id, row)
  }
}
