/** What the panel shows, as a CSV file. */
import type { TableRow } from '../../../chronicle/series.ts'
import { csvOf as tableText } from '../../data/csv.ts'

export interface CsvOptions {
  /** governorate, ISO 3166-2, or the country's code */
  where: string
  unit: 'km2' | 'places'
  factionId(index: number): string
  /** name valid on that day, ISO */
  factionName(index: number, day: string): string
}

const COLUMNS = ['from', 'to', 'in', 'faction', 'name', 'low', 'best', 'high', 'unit']

/** @returns the text of the file, see src/ui/data/csv.ts */
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
  return tableText(COLUMNS, lines)
}
