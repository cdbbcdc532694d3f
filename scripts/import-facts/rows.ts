/** Reading the fact files into rows of one shape, with the corrections that their notes carry. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import Papa from 'papaparse'

export type Cells = Record<string, string>

export interface FactRow {
  id: string
  file: string
  earliest: string
  latest: string
  name: string
  nameAr: string
  lat: number
  lon: number
  admin1: string
  event: string
  from: string
  to: string
  confidence: string
  conflicts: string[]
  sources: string
  note: string
}

/** First day of the project's range: baseline statements describe its evening. */
export const BASELINE_DAY = '2024-11-26'

export function readCsv(path: string): Cells[] {
  const { data, errors } = Papa.parse<Cells>(readFileSync(path, 'utf8'), {
    header: true,
    skipEmptyLines: true,
  })
  if (errors.length) throw new Error(`${path}: ${errors[0].message} (row ${errors[0].row})`)
  return data
}

const PLACE_FILES = [
  'claims_offensive.csv',
  'claims_northeast.csv',
  'claims_south_coast.csv',
  'claims_extra.csv',
]

/** All place rows of the fact folder; the baseline list of the offensive, which has no ids, gets BO001 … */
export function readPlaceRows(folder: string): FactRow[] {
  const rows: FactRow[] = readCsv(join(folder, 'baseline_offensive.csv')).map((cells, index) => ({
    ...shared(cells),
    id: `BO${String(index + 1).padStart(3, '0')}`,
    file: 'baseline_offensive.csv',
    earliest: BASELINE_DAY,
    latest: BASELINE_DAY,
    admin1: '',
    event: 'baseline',
    from: '',
    to: faction(cells.faction),
    conflicts: [],
    sources: cells.source,
  }))
  for (const file of PLACE_FILES) {
    for (const cells of readCsv(join(folder, file))) {
      const [earliest, latest] = cells.event === 'baseline' ? [BASELINE_DAY, BASELINE_DAY] : datesOf(cells)
      rows.push({
        ...shared(cells),
        id: cells.id,
        file,
        earliest,
        latest,
        admin1: cells.admin1,
        event: EVENTS[cells.event] ?? cells.event,
        from: faction(cells.from_faction),
        to: faction(cells.to_faction),
        conflicts: list(cells.conflicts_with),
        sources: cells.sources,
      })
    }
  }
  return rows
}

const shared = (cells: Cells) => ({
  name: cells.place,
  nameAr: cells.place_ar,
  lat: Number(cells.lat),
  lon: Number(cells.lon),
  confidence: cells.confidence,
  note: cells.note,
})

const EVENTS: Record<string, string> = {
  negotiated_handover: 'handover',
  liberated_uprising: 'uprising',
  post_established: 'post',
  post_planned: 'post',
  post_removed: 'post',
  massacre_reported: 'massacre',
}

export const list = (cell: string | undefined): string[] =>
  (cell ?? '')
    .split(/[;|]/)
    .map((part) => part.trim())
    .filter(Boolean)

/** The transitional government continues the Military Operations Command: one lineage. Joint pockets are SDF-run. */
export function faction(code: string): string {
  const trimmed = (code ?? '').trim()
  if (trimmed === 'GOV') return 'HTS'
  return trimmed === 'SDF+SAA' ? 'SDF' : trimmed
}

const DAY = '(\\d{4}-\\d{2}-\\d{2})'

/**
 * Days between which it happened. Notes say "Range 2024-12-06 to 2024-12-08", "range end 2024-12-06" or "Range start
 * 2024-12-07"; a part after " | " that begins with `corrects-date:` wins over what stands before it.
 */
export function datesOf(cells: Cells): [string, string] {
  const parts = cells.note.split(' | ')
  const corrected = parts.find((part) => /corrects-date:/.test(part))
  for (const text of corrected ? [corrected, cells.note] : [cells.note]) {
    const both = new RegExp(`range(?: start)? ${DAY}(?: to|, end) ${DAY}`, 'i').exec(text)
    if (both) return [both[1], both[2]]
    const end = new RegExp(`range end ${DAY}`, 'i').exec(text)
    const start = new RegExp(`range start ${DAY}`, 'i').exec(text)
    if (start) return [start[1], cells.date]
    const moved = text === corrected ? new RegExp(`corrects-date: date ${DAY}`).exec(text) : null
    if (moved) return [moved[1], moved[1]]
    if (end) return [cells.date, end[1]]
  }
  return [cells.date, cells.date]
}

/** Groups in order of first appearance (`Map.groupBy` needs Node 21). */
export function groupBy<T>(items: Iterable<T>, keyOf: (item: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>()
  for (const item of items) {
    const key = keyOf(item)
    const group = groups.get(key)
    if (group) group.push(item)
    else groups.set(key, [item])
  }
  return groups
}
