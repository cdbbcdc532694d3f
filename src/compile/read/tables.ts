/** Readers for the kinds of file that people edit: CSV tables, JSON files and GeoJSON layers. */
import type { Feature, Geometry } from 'geojson'
import Papa from 'papaparse'
import { textOf } from '../../chronicle/text.ts'
import type { Folder } from './folder.ts'
import { geometryFault } from './geometry-fault.ts'
import { type Item, itemsOf, lineOfProperty, liner } from './positions-in-text.ts'
import type { Problem } from './problem.ts'
import { remember } from './remember.ts'
import { columnsOf, type Fault, faultsOf, fieldsOf } from './schema.ts'
import { cellFaults, type Row } from './table-cells.ts'

export type { Row } from './table-cells.ts'

/** What a reader says of a file: reason, line (0 for the file as a whole), message. */
type Say = (reason: string, line: number, message: string) => void

const sayer =
  (folder: Folder, file: string, problems: Problem[]): Say =>
  (reason, line, message) =>
    problems.push({ reason, severity: 'error', file: folder.nameOf(file), line, message })

/** A table as it stands in a text. */
interface Table {
  columns: string[]
  rows: Row[]
  /** what is wrong with the text, and with its cells */
  torn: Problem[]
  faulty: Problem[]
}

const tables = remember<Table>()
const isSound = remember<boolean>()

/**
 * Reads a CSV table; no rows when there is no such file. Every cell is held to what the data package says of its column.
 * @param folder geodata folder
 * @param file path inside it
 * @param columns columns that must exist, beside those that the data package asks for
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
  const key = `${folder.path} ${folder.nameOf(file)}`
  if (lostLetters(key, text, say)) return []
  const table = tables(key, text, () => parsed(folder, file, text))
  problems.push(...table.torn)
  const missing = [...new Set([...columns, ...columnsOf(file)])].filter(
    (column) => !table.columns.includes(column),
  )
  if (missing.length === 0) {
    problems.push(...table.faulty)
    return table.rows
  }
  const [first] = table.columns
  const other = [';', '\t'].find((mark) => table.columns.length === 1 && first.includes(mark))
  if (other)
    say(
      'table-separator',
      1,
      `the columns are separated by ${other === ';' ? 'semicolons' : 'tabs'}: save the table as CSV with commas, in UTF-8`,
    )
  else say('column-missing', 1, `missing columns: ${missing.join(', ')}`)
  return []
}

function parsed(folder: Folder, file: string, text: string): Table {
  const [torn, faulty]: [Problem[], Problem[]] = [[], []]
  const name = folder.nameOf(file)
  const lineOf = liner(text)
  const lines: { cells: string[]; line: number }[] = []
  const sayTorn = sayer(folder, file, torn)
  let end = 0
  Papa.parse<string[]>(text, {
    delimiter: ',',
    step: ({ data, errors, meta }) => {
      // What lies between two rows are blank lines.
      while (text[end] === '\n' || text[end] === '\r') end++
      const line = lineOf(end)
      end = meta.cursor
      for (const error of errors)
        sayTorn('table-malformed', line, `${error.message}: look for a stray quotation mark`)
      if (data.length > 1 || data[0] !== '') lines.push({ cells: data, line })
    },
  })
  const [head, ...rest] = lines
  const columns = head?.cells.map((cell) => cell.trim()) ?? []
  // Of two columns with one name the first counts.
  const at = new Map(columns.map((column, i) => [column, i] as const).reverse())
  const say = sayer(folder, file, faulty)
  const sound = rest.filter(({ cells, line }) => {
    if (cells.length !== columns.length)
      say('table-malformed', line, `${cells.length} cells where the table has ${columns.length} columns`)
    return cells.length === columns.length
  })
  const named = new Map<string, string[]>()
  /** Columns that may hold one text, see {@link textOf}. */
  const columnsOf = (title: string) => {
    const found = named.get(title) ?? columns.filter((column) => column.startsWith(title))
    named.set(title, found)
    return found
  }
  const rows = sound.map(({ cells, line }): Row => {
    const get = (column: string) => (cells[at.get(column) ?? -1] ?? '').trim()
    return {
      file: name,
      line,
      get,
      list: (column) =>
        get(column)
          .split('|')
          .map((item) => item.trim())
          .filter(Boolean),
      text: (title) =>
        textOf(Object.fromEntries(columnsOf(title).map((column) => [column, get(column)])), title),
    }
  })
  const fields = fieldsOf(file) ?? []
  for (const { line, reason, message } of cellFaults(rows, columns, fields)) say(reason, line, message)
  const described = fields.map(({ name }) => name).filter((name) => columns.includes(name))
  const order = columns.filter((column) => described.includes(column))
  // Two headings that changed places would give each column the meaning of the other.
  if (order.join() !== described.join())
    say(
      'column-order',
      1,
      `expected the columns in the order ${described.join(', ')}, got ${order.join(', ')}`,
    )
  if (!text.endsWith('\n') && rows.length > 0)
    faulty.push({
      reason: 'table-unfinished',
      severity: 'warning',
      file: name,
      line: rows[rows.length - 1].line,
      message: 'the last line has no end: was the file cut off?',
    })
  return { columns, rows, torn, faulty }
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
  const text = folder.text(file)
  if (text === null) return []
  const { features, wrong } = layers(`${folder.path} ${folder.nameOf(file)}`, text, () => {
    const wrong: Problem[] = []
    return { features: featuresIn(folder, file, text, wrong), wrong }
  })
  problems.push(...wrong)
  return features as (Feature<G, P> & { line: number })[]
}

interface Layer {
  features: (Feature & { line: number })[]
  wrong: Problem[]
}

const layers = remember<Layer>()

function featuresIn(folder: Folder, file: string, text: string, problems: Problem[]): Layer['features'] {
  const collection = readJson(folder, file, problems) as { type?: unknown; features?: unknown } | null
  if (collection === null) return []
  const say = sayer(folder, file, problems)
  if (collection.type !== 'FeatureCollection' || !Array.isArray(collection.features)) {
    say('geojson-invalid', 0, 'expected a FeatureCollection')
    return []
  }
  const [lineOf, items] = [liner(text), itemsOf(text)]
  return collection.features.flatMap((feature: Feature | null, index) => {
    const line = items[index] ? lineOf(items[index].from) : 0
    const fault =
      feature?.type !== 'Feature' || typeof feature.properties !== 'object' || feature.properties === null
        ? 'expected a Feature with properties'
        : geometryFault(feature.geometry)
    const id = idOf(feature)
    if (fault) say('geojson-invalid', line, id ? `${id}: ${fault}` : fault)
    return fault ? [] : [{ ...(feature as Feature), line }]
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
  if (lostLetters(`${folder.path} ${folder.nameOf(file)}`, text, say)) return null
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
  const faults =
    file === 'conflict.json' ? [] : faultsOfText(`${folder.path} ${file}`, text, () => faultsOf(file, json))
  if (faults.length === 0) return json
  const whole: Item = { from: 0, to: text.length }
  const items = itemsOf(text)
  for (const { item, property, message } of faults) {
    const id = idOf(itemIn(json, item))
    say('schema', lineOfProperty(text, items[item] ?? whole, property), id ? `${id}: ${message}` : message)
  }
  return Array.isArray(json)
    ? json.filter((_, i) => !faults.some(({ item }) => item === i || item < 0))
    : withoutFaulty(json, faults)
}

const itemIn = (json: unknown, index: number): unknown =>
  (Array.isArray(json) ? json : ((json as { features?: unknown[] } | null)?.features ?? []))[index]

/** @returns the id of a record or of a feature, `null` where it has none that could be told */
export function idOf(item: unknown): string | null {
  const { id, properties } = (item ?? {}) as { id?: unknown; properties?: { id?: unknown } | null }
  const known = properties?.id ?? id
  return typeof known === 'string' && known ? known : null
}

const faultsOfText = remember<readonly Fault[]>()

/** A collection without the features that break its schema: what is left can be read without surprises. */
function withoutFaulty(json: unknown, faults: readonly { item: number }[]): unknown {
  const { features } = (json ?? {}) as { features?: unknown }
  if (!Array.isArray(features) || faults.some(({ item }) => item < 0)) return null
  const faulty = new Set(faults.map(({ item }) => item))
  return { ...(json as object), features: features.filter((_, i) => !faulty.has(i)) }
}

/**
 * What is left of letters that another encoding lacks: characters that stand for none, question marks in their
 * place, and Arabic or accents read byte by byte.
 */
const LOST = /[\uFFFD\0\u0080-\u009F]|\?{3,}|[ÂÃØÙ][\u00A0-\u00BF]/

/** A tag, as it comes along when a text is copied from a page. */
const MARKUP = /<\/?[a-z][^<>\n]*>|<!--/i

/** Turns the direction of what follows, unseen; the page sets directions by itself. */
const TURNS = /[\u202A-\u202E\u2066-\u2069]/

/** Says what was copied with a text; letters that were lost when a file was saved in another encoding cannot be got back. */
function lostLetters(key: string, text: string, say: Say): boolean {
  if (isSound(key, text, () => ![MARKUP, TURNS, LOST].some((mark) => mark.test(text)))) return false
  const marked = text.search(MARKUP)
  if (marked >= 0)
    say('markup', liner(text)(marked), `texts are plain: take out "${MARKUP.exec(text)?.[0].slice(0, 40)}"`)
  const turned = text.search(TURNS)
  if (turned >= 0)
    say(
      'direction-mark',
      liner(text)(turned),
      `an unseen U+${text.charCodeAt(turned).toString(16).toUpperCase()} turns the direction of the text: delete it`,
    )
  const at = text.search(LOST)
  if (at < 0) return false
  say(
    'text-destroyed',
    liner(text)(at),
    'letters were lost, as they are when a file is not saved as UTF-8: take the file from the last commit and save it as UTF-8',
  )
  return true
}
