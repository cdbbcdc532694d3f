/**
 * Rows put into the texts of a data folder as an editor would put them there: every other line stays as it is, so that
 * the difference is small and merges with those of others.
 */
import Papa from 'papaparse'
import { type Item, itemsOf } from '../compile/read/positions-in-text.ts'
import { idOf } from '../compile/read/tables.ts'
import type { Row } from './proposal.ts'

const newlineOf = (text: string) => (text.includes('\r\n') ? '\r\n' : '\n')

/** Cells of RFC 4180, quoted where they have to be. */
const cellText = (cell: string) => (/[",\r\n]|^\s|\s$/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell)

/** @returns the columns of a table; none for a text that has no first line */
export const columnsIn = (text: string): string[] =>
  (Papa.parse<string[]>(text, { preview: 1, delimiter: ',' }).data[0] ?? []).map((column) => column.trim())

/** @returns the table with a row at its end; cells of columns that it does not have are left out */
export function withRow(text: string, row: Row): string {
  const line = columnsIn(text)
    .map((column) => cellText(row[column] ?? ''))
    .join(',')
  const newline = newlineOf(text)
  return `${text}${text.endsWith('\n') ? '' : newline}${line}${newline}`
}

/**
 * @param line on which the row begins, from 1
 * @param row cells that read otherwise; all others stay as they are written
 * @returns the table with one row changed
 */
export function withCells(text: string, line: number, row: Row): string {
  let from = 0
  for (let i = 1; i < line; i++) from = text.indexOf('\n', from) + 1
  // Where no cell is quoted, its fast mode would count the row behind, too.
  const { meta } = Papa.parse<string[]>(text.slice(from), { preview: 1, delimiter: ',', fastMode: false })
  const record = text.slice(from, from + meta.cursor)
  const end = /\r?\n$/.exec(record)?.[0] ?? ''
  const written = rawCells(record.slice(0, record.length - end.length))
  const cells = columnsIn(text).map((column, i) =>
    Object.hasOwn(row, column) ? cellText(row[column]) : (written[i] ?? ''),
  )
  return text.slice(0, from) + cells.join(',') + end + text.slice(from + meta.cursor)
}

/** @returns the cells of a line as they are written, with their quotation marks */
function rawCells(line: string): string[] {
  const cells: string[] = []
  let begin = 0
  let quoted = false
  for (let i = 0; i <= line.length; i++) {
    if (line[i] === '"') quoted = !quoted
    if (i === line.length || (line[i] === ',' && !quoted)) {
      cells.push(line.slice(begin, i))
      begin = i + 1
    }
  }
  return cells
}

/**
 * @param text JSON: an array of records, or a GeoJSON collection
 * @param value record or feature with an id
 * @returns the text with one item more: in the order of the ids where the others are, else at the end; written on one
 *   line where the others are
 */
export function withItem(text: string, value: object): string {
  const newline = newlineOf(text)
  const items = itemsOf(text)
  if (items.length === 0) {
    const at = text.lastIndexOf(']')
    const open = text.slice(0, at).trimEnd()
    return `${open}${newline}${JSON.stringify(value)}${newline}${text.slice(at)}`
  }
  const ids = items.map(({ from, to }) => idOf(JSON.parse(text.slice(from, to))) ?? '')
  const sorted = ids.every((id, i) => i === 0 || ids[i - 1] < id)
  const id = idOf(value) ?? ''
  const next = sorted ? ids.findIndex((other) => other > id) : -1
  const written = itemText(value, text, items[0], newline)
  const between = items.length > 1 ? text.slice(items[0].to, items[1].from) : `,${newline}`
  if (next < 0) {
    const { to } = items[items.length - 1]
    return text.slice(0, to) + between + written + text.slice(to)
  }
  const { from } = items[next]
  return text.slice(0, from) + written + between + text.slice(from)
}

function itemText(value: object, text: string, { from, to }: Item, newline: string): string {
  if (!text.slice(from, to).includes('\n')) return JSON.stringify(value)
  const indent = text.slice(text.lastIndexOf('\n', from) + 1, from)
  return JSON.stringify(value, null, 2).replaceAll('\n', newline + (/^\s*$/.test(indent) ? indent : ''))
}
