/**
 * How many rows each table had when the folder was last compiled. What is compiled of claims, places, sources and areas
 * names every row (vanished.ts); of other tables only their numbers are kept, in atlas/rows.json.
 */
import type { Folder } from '../read/folder.ts'
import type { Problem } from '../read/problem.ts'
import { readItems, readLayer, readTable } from '../read/tables.ts'

export const COUNTS = 'atlas/rows.json'
const TABLES = [
  'assertions.csv',
  'contradictions.csv',
  'differences.csv',
  'events/events.csv',
  'headlines.csv',
  'readings.csv',
  'statements.csv',
]
const LISTS = ['bands.json', 'corrections.json']
const POSITIONS = 'positions/positions.geojson'

/** @returns number of rows of each table that the folder has */
function rowCounts(folder: Folder): Map<string, number> {
  const there = (file: string) => folder.locate(file) !== null
  const isOwn = (file: string) => !folder.nameOf(file).startsWith('../')
  const layersIn = (directory: string) =>
    folder
      .list(directory, '.geojson')
      .map((name) => `${directory}/${name}`)
      .filter(isOwn)
  return new Map([
    ['stories', folder.list('stories', '.json').length],
    ...TABLES.filter(there).map((file) => [file, readTable(folder, file, [], []).length] as const),
    ...LISTS.filter(there).map((file) => [file, readItems(folder, file, []).length] as const),
    ...[POSITIONS, ...layersIn('barriers'), ...layersIn('base')]
      .filter(there)
      .map((file) => [file, readLayer(folder, file, []).length] as const),
  ])
}

/** @returns text of {@link COUNTS}, a table a line */
export function countsText(folder: Folder): string {
  return `${JSON.stringify(Object.fromEntries(rowCounts(folder)), null, 1)}\n`
}

/**
 * @param isTold whether the log says that a table was meant to shrink
 * @param most share of a table that may go without a word
 */
export function shrunkTables(folder: Folder, isTold: (file: string) => boolean, most: number): Problem[] {
  const now = rowCounts(folder)
  return Object.entries(countsBefore(folder)).flatMap(([file, before]) => {
    const gone = before - (now.get(file) ?? 0)
    // Of a file that is gone altogether not even a single row is missed one by one.
    const all = before > 0 && gone === before
    if ((!all && gone <= Math.max(1, before * most)) || isTold(file)) return []
    const message = `${gone} of ${before} rows that were compiled are gone: bring them back, or name "${file}" under "removed" in corrections.json`
    return [{ reason: 'table-shrank', severity: 'error', file, line: 0, message }]
  })
}

function countsBefore(folder: Folder): Record<string, number> {
  try {
    const counts: unknown = JSON.parse(folder.text(COUNTS) ?? '{}')
    const entries = Object.entries(counts ?? {}).filter(([, count]) => Number.isFinite(count))
    return Object.fromEntries(entries)
  } catch {
    // A damaged output is written anew by the next compile.
    return {}
  }
}
