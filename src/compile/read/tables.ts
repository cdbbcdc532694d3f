/** Readers for the kinds of file that people edit: CSV tables, JSON files and GeoJSON layers. */
import type { Feature, Geometry } from 'geojson'
import Papa from 'papaparse'
import { textOf } from '../../chronicle/text.ts'
import type { Folder } from './folder.ts'
import { geometryFault } from './geometry-fault.ts'
import { type Item, itemsOf, lineOfProperty, liner } from './positions-in-text.ts'
import type { Problem } from './problem.ts'
import { faultsOf, fieldsOf } from './schema.ts'
import { cellFaults, type Row } from './table-cells.ts'

export type { Row } from './table-cells.ts'

/** What a reader says of a file: reason, line (0 for the file as a whole), message. */
type Say = (reason: string, line: number, message: string) => void

const sayer =
  (folder: Folder, file: string, problems: Problem[]): Say =>
  (reason, line, message) =>
    problems.push({ reason, severity: 'error', file: folder.nameOf(file), line, message })

/**
 * Reads a CSV table; no rows when there is no such file. Every cell is held to what the data package says of its column.
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
  const say = sayer(folder, file, problems)
  const name = folder.nameOf(file)
  if (lostLetters(text, say)) return []
  const lineOf = liner(text)
  const table: { cells: string[]; line: number }[] = []
  let end = 0
  Papa.parse<string[]>(text, {
    delimiter: ',',
    step: ({ data, errors, meta }) => {
      // What lies between two rows are blank lines.
      while (text[end] === '\n' || text[end] === '\r') end++
      const line = lineOf(end)
      end = meta.cursor
      for (const error of errors)
        say('table-malformed', line, `${error.message}: look for a stray quotation mark`)
      if (data.length > 1 || data[0] !== '') table.push({ cells: data, line })
    },
  })
  const [head, ...rows] = table
  const fields = head?.cells.map((cell) => cell.trim()) ?? []
  const missing = columns.filter((column) => !fields.includes(column))
  if (missing.length) {
    const other = [';', '\t'].find((mark) => fields.length === 1 && fields[0].includes(mark))
    if (other)
      say(
        'table-separator',
        1,
        `the columns are separated by ${other === ';' ? 'semicolons' : 'tabs'}: save the table as CSV with commas, in UTF-8`,
      )
    else say('column-missing', 1, `missing columns: ${missing.join(', ')}`)
    return []
  }
  const sound = rows.filter(({ cells, line }) => {
    if (cells.length !== fields.length)
      say('table-malformed', line, `${cells.length} cells where the table has ${fields.length} columns`)
    return cells.length === fields.length
  })
  const read = sound.map(({ cells, line }): Row => {
    const get = (column: string) => (cells[fields.indexOf(column)] ?? '').trim()
    return {
      file: name,
      line,
      get,
      list: (column) =>
        get(column)
          .split('|')
          .map((item) => item.trim())
          .filter(Boolean),
      text: (title) => textOf(Object.fromEntries(fields.map((column) => [column, get(column)])), title),
    }
  })
  for (const { line, reason, message } of cellFaults(read, fields, fieldsOf(file) ?? []))
    say(reason, line, message)
  return read
}

/** An item of a file with the line it begins on. */
export interface Located<T> {
  value: T
  line: number
}

/**
 * Reads a GeoJSON FeatureCollection; no features when there is no such file. What does not conform to its schema, or
 * has coordinates that cannot be, is reported and left out.
 */
export function readLayer<G extends Geometry, P>(
  folder: Folder,
  file: string,
  problems: Problem[],
): (Feature<G, P> & { line: number })[] {
  if (folder.locate(file) === null) return []
  const collection = readJson(folder, file, problems) as { type?: unknown; features?: unknown } | null
  if (collection === null) return []
  const say = sayer(folder, file, problems)
  if (collection.type !== 'FeatureCollection' || !Array.isArray(collection.features)) {
    say('geojson-invalid', 0, 'expected a FeatureCollection')
    return []
  }
  const text = folder.text(file) ?? ''
  const [lineOf, items] = [liner(text), itemsOf(text)]
  return collection.features.flatMap((feature: Feature<G, P> | null, index) => {
    const line = items[index] ? lineOf(items[index].from) : 0
    const fault =
      feature?.type !== 'Feature' || typeof feature.properties !== 'object' || feature.properties === null
        ? 'expected a Feature with properties'
        : geometryFault(feature.geometry)
    if (fault) say('geojson-invalid', line, fault)
    return fault ? [] : [{ ...(feature as Feature<G, P>), line }]
  })
}

/** Reads the items of a JSON file that holds an array and must be there. */
export function readItems<T>(folder: Folder, file: string, problems: Problem[]): Located<T>[] {
  const values = readJson(folder, file, problems)
  if (!Array.isArray(values)) return []
  const text = folder.text(file) ?? ''
  const [lineOf, items] = [liner(text), itemsOf(text)]
  return values.map((value: T, i) => ({ value, line: items[i] ? lineOf(items[i].from) : 0 }))
}

/** Reads a JSON file that must be there and keep to its schema; `null` when it is not there or cannot be parsed. */
export function readJson(folder: Folder, file: string, problems: Problem[]): unknown {
  const text = folder.text(file)
  const say = sayer(folder, file, problems)
  if (text === null) {
    say('file-missing', 0, `there is no such file in ${folder.path}`)
    return null
  }
  if (lostLetters(text, say)) return null
  let json: unknown
  try {
    json = JSON.parse(text)
  } catch (error) {
    const { message } = error as Error
    const at = /position (\d+)/.exec(message)
    say('json-unreadable', at ? liner(text)(Number(at[1])) : liner(text)(text.length), message)
    return null
  }
  // What a folder lacks of conflict.json may come from another one: there it is looked at when it is complete.
  const faults = file === 'conflict.json' ? [] : faultsOf(file, json)
  if (faults.length === 0) return json
  const whole: Item = { from: 0, to: text.length }
  const items = itemsOf(text)
  for (const { item, property, message } of faults)
    say('schema', lineOfProperty(text, items[item] ?? whole, property), message)
  return Array.isArray(json)
    ? json.filter((_, i) => !faults.some(({ item }) => item === i || item < 0))
    : withoutFaulty(json, faults)
}

/** A collection without the features that break its schema: what is left can be read without surprises. */
function withoutFaulty(json: unknown, faults: readonly { item: number }[]): unknown {
  const { features } = (json ?? {}) as { features?: unknown }
  if (!Array.isArray(features) || faults.some(({ item }) => item < 0)) return null
  const faulty = new Set(faults.map(({ item }) => item))
  return { ...(json as object), features: features.filter((_, i) => !faulty.has(i)) }
}

/** Letters that were lost when a file was saved in another encoding cannot be got back. */
function lostLetters(text: string, say: Say): boolean {
  const at = text.search(/[\uFFFD\0]/)
  if (at < 0) return false
  say(
    'text-destroyed',
    liner(text)(at),
    'this is no UTF-8, letters were lost: take the file from the last commit and save it as UTF-8',
  )
  return true
}
