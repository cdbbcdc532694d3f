/** What the panel shows, as a CSV file. */
import type { TableRow } from '../../../chronicle/series.ts'

export interface CsvOptions {
  /** governorate, ISO 3166-2, or the country's code */
  where: string
  unit: 'km2' | 'places'
  factionId(index: number): string
  /** name valid on that day, ISO */
  factionName(index: number, day: string): string
}

const COLUMNS = ['from', 'to', 'in', 'faction', 'name', 'low', 'best', 'high', 'unit']

/** @returns RFC 4180 text, lines ended by CR LF, with a byte order mark so that spreadsheets read Arabic names */
export function csvOf(
  rows: readonly TableRow[],
  { where, unit, factionId, factionName }: CsvOptions,
): string {
  const lines = rows.map(({ from, to, faction, low, best, high }) => [
    from,
    to,
    where,
    factionId(faction),
    factionName(faction, from),
    low,
    best,
    high,
    unit,
  ])
  return `\ufeff${[COLUMNS, ...lines].map((line) => `${line.map(cell).join(',')}\r\n`).join('')}`
}

function cell(value: string | number): string {
  const text = String(value)
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}
