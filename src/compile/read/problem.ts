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

/** @returns `file:line reason message`, the form that editors turn into links */
export function formatProblem({ severity, reason, file, line, message }: Problem): string {
  return `${severity === 'error' ? '✗' : '!'} ${file}${line > 0 ? `:${line}` : ''}  ${reason}  ${message}`
}
