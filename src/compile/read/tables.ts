/** Readers for the two kinds of file that people edit: CSV tables and GeoJSON layers. */
import type { Feature, FeatureCollection, Geometry } from 'geojson'
import gjv from 'geojson-validation'
import Papa from 'papaparse'
import { type Text, textOf } from '../../chronicle/text.ts'
import type { Folder } from './folder.ts'
import type { Problem } from './problem.ts'

/** One row with the line it stands on. */
export interface Row {
  file: string
  line: number
  get(column: string): string
  /** a cell that holds a `|`-separated list */
  list(column: string): string[]
  /** cells that hold one text, a column for each language */
  text(name: string): Text
}

/**
 * Reads a CSV table; no rows when there is no such file.
 * @param folder geodata folder
 * @param file path inside it
 * @param columns columns that must exist
 */
export function readTable(
  folder: Folder,
  file: string,
  columns: readonly string[],
  problems: Problem[],
): Row[] {
  const text = folder.text(file)
  if (text === null) return []
  const name = folder.nameOf(file)
  const parsed = Papa.parse<Record<string, string>>(text, {
    header: true,
    skipEmptyLines: true,
  })
  for (const error of parsed.errors) {
    problems.push({
      reason: 'table-malformed',
      severity: 'error',
      file: name,
      line: (error.row ?? 0) + 2,
      message: error.message,
    })
  }
  const missing = columns.filter((column) => !parsed.meta.fields?.includes(column))
  if (missing.length) {
    problems.push({
      reason: 'column-missing',
      severity: 'error',
      file: name,
      line: 1,
      message: `missing columns: ${missing.join(', ')}`,
    })
    return []
  }
  return parsed.data.map((cells, index) => ({
    file: name,
    line: index + 2,
    get: (column) => (cells[column] ?? '').trim(),
    list: (column) =>
      (cells[column] ?? '')
        .split('|')
        .map((item) => item.trim())
        .filter(Boolean),
    text: (name) => textOf(cells, name),
  }))
}

/**
 * Reads a GeoJSON FeatureCollection; no features when there is no such file. What does not conform to RFC 7946 is
 * reported and left out.
 */
export function readLayer<G extends Geometry, P>(
  folder: Folder,
  file: string,
  problems: Problem[],
): Feature<G, P>[] {
  if (folder.locate(file) === null) return []
  const collection = readJson(folder, file, problems) as FeatureCollection<G, P> | null
  if (!collection) return []
  if (collection.type !== 'FeatureCollection' || !Array.isArray(collection.features)) {
    problems.push({
      reason: 'geojson-invalid',
      severity: 'error',
      file: folder.nameOf(file),
      line: 0,
      message: 'expected a FeatureCollection',
    })
    return []
  }
  return collection.features.filter((feature, index) => {
    const faults = gjv.isFeature(feature, true)
    if (faults.length) {
      problems.push({
        reason: 'geojson-invalid',
        severity: 'error',
        file: folder.nameOf(file),
        line: index + 1,
        message: faults.slice(0, 2).join('; '),
      })
    }
    return faults.length === 0
  })
}

/** Reads a JSON file that must be there; `null` and a problem when it is not, or cannot be parsed. */
export function readJson(folder: Folder, file: string, problems: Problem[]): unknown {
  const text = folder.text(file)
  if (text === null) {
    problems.push({
      reason: 'file-missing',
      severity: 'error',
      file: folder.nameOf(file),
      line: 0,
      message: `there is no such file in ${folder.path}`,
    })
    return null
  }
  try {
    return JSON.parse(text)
  } catch (error) {
    problems.push({
      reason: 'json-unreadable',
      severity: 'error',
      file: folder.nameOf(file),
      line: 0,
      message: (error as Error).message,
    })
    return null
  }
}
