/** Readers for the two kinds of file that people edit: CSV tables and GeoJSON layers. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Feature, FeatureCollection, Geometry } from 'geojson'
import gjv from 'geojson-validation'
import Papa from 'papaparse'
import type { Problem } from './problem.ts'

/** One row with the line it stands on. */
export interface Row {
  file: string
  line: number
  get(column: string): string
  /** a cell that holds a `|`-separated list */
  list(column: string): string[]
}

/**
 * Reads a CSV table.
 * @param folder geodata folder
 * @param file path inside it
 * @param columns columns that must exist
 */
export function readTable(
  folder: string,
  file: string,
  columns: readonly string[],
  problems: Problem[],
): Row[] {
  let text: string
  try {
    text = readFileSync(join(folder, file), 'utf8')
  } catch {
    problems.push({
      reason: 'file-missing',
      severity: 'error',
      file,
      line: 0,
      message: 'the file does not exist or cannot be read',
    })
    return []
  }
  const parsed = Papa.parse<Record<string, string>>(text.replace(/^\uFEFF/, ''), {
    header: true,
    skipEmptyLines: true,
  })
  for (const error of parsed.errors) {
    problems.push({
      reason: 'table-malformed',
      severity: 'error',
      file,
      line: (error.row ?? 0) + 2,
      message: error.message,
    })
  }
  const missing = columns.filter((column) => !parsed.meta.fields?.includes(column))
  if (missing.length) {
    problems.push({
      reason: 'column-missing',
      severity: 'error',
      file,
      line: 1,
      message: `missing columns: ${missing.join(', ')}`,
    })
    return []
  }
  return parsed.data.map((cells, index) => ({
    file,
    line: index + 2,
    get: (column) => (cells[column] ?? '').trim(),
    list: (column) =>
      (cells[column] ?? '')
        .split('|')
        .map((item) => item.trim())
        .filter(Boolean),
  }))
}

/** Reads a GeoJSON FeatureCollection; what does not conform to RFC 7946 is reported and left out. */
export function readLayer<G extends Geometry, P>(
  folder: string,
  file: string,
  problems: Problem[],
): Feature<G, P>[] {
  const collection = readJson(folder, file, problems) as FeatureCollection<G, P> | null
  if (!collection) return []
  if (collection.type !== 'FeatureCollection' || !Array.isArray(collection.features)) {
    problems.push({
      reason: 'geojson-invalid',
      severity: 'error',
      file,
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
        file,
        line: index + 1,
        message: faults.slice(0, 2).join('; '),
      })
    }
    return faults.length === 0
  })
}

/** Reads any JSON file; `null` and a problem when that fails. */
export function readJson(folder: string, file: string, problems: Problem[]): unknown {
  try {
    return JSON.parse(readFileSync(join(folder, file), 'utf8'))
  } catch (error) {
    problems.push({
      reason: 'json-unreadable',
      severity: 'error',
      file,
      line: 0,
      message: (error as Error).message,
    })
    return null
  }
}
