/** What the cells of a table break of the data package. */
import type { Text } from '../../chronicle/text.ts'
import { type Field, isLikely } from './schema.ts'
import { didYouMean } from './suggest.ts'

/** One row with the line it begins on. */
export interface Row {
  file: string
  line: number
  get(column: string): string
  /** a cell that holds a `|`-separated list */
  list(column: string): string[]
  /** cells that hold one text, a column for each language */
  text(name: string): Text
}

interface CellFault {
  line: number
  reason: string
  message: string
}

/** @param columns that the table has; what the data package says of others does not count */
export function cellFaults(
  rows: readonly Row[],
  columns: readonly string[],
  fields: readonly Field[],
): CellFault[] {
  return fields
    .filter(({ name }) => columns.includes(name))
    .flatMap((field) => {
      const first = new Map<string, number>()
      const { required, unique, enum: words, pattern, minimum, maximum } = field.constraints ?? {}
      const shape = pattern ? new RegExp(pattern) : null
      return rows.flatMap((row): CellFault[] => {
        const value = row.get(field.name)
        const say = (reason: string, message: string): CellFault[] => {
          const id = row.get('id') || row.get('claim') || row.get('document')
          return [{ line: row.line, reason, message: `${id ? `${id}: ` : ''}${field.name}: ${message}` }]
        }
        if (!value) return required ? say('cell-missing', 'is empty') : []
        if (/^[|\s]+$/.test(value)) return say('cell-malformed', `"${value}" separates nothing`)
        if (field.type === 'number' && !Number.isFinite(Number(value)))
          return say('number-malformed', `"${value}" is no number`)
        if (Number(value) < (minimum ?? -Infinity) || Number(value) > (maximum ?? Infinity))
          return say(
            'number-out-of-range',
            `${value} is not between ${minimum ?? '−∞'} and ${maximum ?? '∞'}`,
          )
        if (words && !words.includes(value))
          return say(
            'unknown-word',
            `"${value}" is not one of ${words.join(', ')}${didYouMean(value, words)}`,
          )
        if (shape && !shape.test(value))
          return /\\d\{4\}-/.test(shape.source)
            ? say('date-malformed', `expected YYYY-MM-DD, got "${value}"`)
            : say('cell-malformed', `"${value}" does not match ${pattern}`)
        if (/^\d{4}-\d{2}-\d{2}$/.test(value) && !isLikely(value))
          return say('date-malformed', `there is no day ${value}, or not yet`)
        const before = first.get(value)
        if (unique && before !== undefined)
          return say('duplicate-id', `"${value}" stands in line ${before} already`)
        first.set(value, row.line)
        return []
      })
    })
}
