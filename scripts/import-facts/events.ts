/**
 * How geodata/events/events.csv first came about: the researched events with the editors' curation beside them
 * (verdicts, reasons, Arabic summaries, precision), plus events that the rows of the claims and the founding documents
 * give. The curation lies in curated/event-*.csv. Run once; the CSV in geodata is the truth since then.
 */
import { join } from 'node:path'
import { type Cells, faction, list, readCsv, readPlaceRows } from './rows.ts'
import type { SourceRegistry } from './sources.ts'

const CURATED = join(import.meta.dirname, 'curated')

export const EVENT_COLUMNS = [
  'id',
  'date',
  'date_end',
  'kind',
  'title_en',
  'title_ar',
  'summary_en',
  'summary_ar',
  'place',
  'place_name',
  'lat',
  'lon',
  'precision_m',
  'factions',
  'verdict',
  'reason_en',
  'reason_ar',
  'conflicts',
  'sources',
  'confidence',
] as const
export type EventRow = Record<(typeof EVENT_COLUMNS)[number], string>

const KINDS: Record<string, string> = { offensive_start: 'offensive', airstrike: 'strike' }

/** Finds the id of the place that an event happened at, or null: places are imported apart. */
export type PlaceFinder = (name: string, lon: number, lat: number, precision: number) => string | null

/**
 * @param registry takes the publications that the events cite
 * @param factsDir folder with events.csv and the claims files
 * @param placeOf place ids, when places.geojson exists already
 * @returns rows of events.csv, ascending by id
 */
export function importEvents(
  registry: SourceRegistry,
  factsDir: string,
  placeOf: PlaceFinder = () => null,
): EventRow[] {
  const reasons = new Map(
    readCsv(join(CURATED, 'event-reasons.csv')).map((cells) => [cells.reason, cells] as const),
  )
  const reasonOf = (code: string): Pick<EventRow, 'reason_en' | 'reason_ar'> => {
    if (!code) return { reason_en: '', reason_ar: '' }
    const found = reasons.get(code)
    if (!found) throw new Error(`no reason "${code}"`)
    return { reason_en: found.en, reason_ar: found.ar }
  }
  const facts = readCsv(join(factsDir, 'events.csv'))
  const rows = [
    ...researched(facts, registry, reasonOf),
    ...additions(facts, registry, factsDir, reasonOf),
  ].map((row) => ({
    ...row,
    place: placeOf(row.place_name, Number(row.lon), Number(row.lat), Number(row.precision_m)) ?? '',
  }))
  checkRows(rows)
  return rows
}

type ReasonOf = (code: string) => Pick<EventRow, 'reason_en' | 'reason_ar'>

function researched(facts: Cells[], registry: SourceRegistry, reasonOf: ReasonOf): EventRow[] {
  const notes = new Map(readCsv(join(CURATED, 'event-notes.csv')).map((cells) => [cells.id, cells] as const))
  return facts.map((fact) => {
    const note = notes.get(fact.id)
    if (!note) throw new Error(`${fact.id}: no curation`)
    return {
      id: fact.id,
      date: fact.date,
      date_end: fact.date_end,
      kind: note.kind || (KINDS[fact.kind] ?? fact.kind),
      title_en: note.title_en || fact.title_en,
      title_ar: note.title_ar || fact.title_ar,
      summary_en: note.summary_en || fact.summary,
      summary_ar: note.summary_ar,
      place: '',
      place_name: fact.place,
      lat: fact.lat,
      lon: fact.lon,
      precision_m: note.precision_m,
      factions: factionsOf(fact.factions),
      verdict: note.verdict,
      ...reasonOf(note.reason),
      conflicts: (note.conflicts === '-' ? [] : list(note.conflicts || fact.conflicts_with)).join('|'),
      sources: citing(registry, fact.sources, `${fact.date} ${fact.title_en} ${fact.summary}`, note.founding),
      confidence: fact.confidence,
    }
  })
}

function additions(
  facts: Cells[],
  registry: SourceRegistry,
  factsDir: string,
  reasonOf: ReasonOf,
): EventRow[] {
  const points = new Map<string, { lat: string; lon: string; sources: string }>(
    readPlaceRows(factsDir).map((row) => [
      row.id,
      { lat: row.lat.toFixed(3), lon: row.lon.toFixed(3), sources: row.sources },
    ]),
  )
  for (const fact of facts) points.set(fact.id, fact as Cells & { lat: string; lon: string; sources: string })
  const pointOf = (id: string) => {
    const point = points.get(id)
    if (!point) throw new Error(`no fact row ${id}`)
    return point
  }
  return readCsv(join(CURATED, 'event-additions.csv')).map((cells) => {
    const { lat, lon } = pointOf(cells.at_row)
    const cell = list(cells.source_rows)
      .map((id) => pointOf(id).sources)
      .join(';')
    return {
      id: cells.id,
      date: cells.date,
      date_end: cells.date_end,
      kind: cells.kind,
      title_en: cells.title_en,
      title_ar: cells.title_ar,
      summary_en: cells.summary_en,
      summary_ar: cells.summary_ar,
      place: '',
      place_name: cells.place,
      lat,
      lon,
      precision_m: cells.precision_m,
      factions: factionsOf(cells.factions),
      verdict: cells.verdict,
      ...reasonOf(cells.reason),
      conflicts: list(cells.conflicts).join('|'),
      sources: citing(registry, cell, `${cells.date} ${cells.title_en}`, cells.founding),
      confidence: cells.confidence,
    }
  })
}

/** Ids of factions.json; actors without an entry there (foreign police, unknown gunmen) are left to the text. */
const factionsOf = (cell: string): string =>
  [
    ...new Set(
      list(cell)
        .map(faction)
        .filter((id) => id !== 'OTHER'),
    ),
  ].join('|')

/** A named founding publication replaces the reference to the collection that it came in. */
function citing(registry: SourceRegistry, cell: string, hint: string, founding: string): string {
  const named = list(founding)
  const rest = named.length ? cell.replace(/seed:00[0-4](;|$)/g, '') : cell
  const ids = rest.replaceAll(';', '').trim() || !named.length ? registry.idsFor(rest, hint) : []
  return [...new Set([...ids, ...named])].join('|')
}

function checkRows(rows: EventRow[]): void {
  const ids = new Set(rows.map((row) => row.id))
  if (ids.size !== rows.length) throw new Error('two events share an id')
  for (const row of rows) {
    for (const other of list(row.conflicts))
      if (!ids.has(other)) throw new Error(`${row.id}: conflict ${other}`)
    if (!row.summary_ar || !row.title_ar) throw new Error(`${row.id}: no Arabic`)
    if (row.verdict !== 'accepted' && !row.reason_en) throw new Error(`${row.id}: no reason`)
    if (row.conflicts && !row.reason_en) throw new Error(`${row.id}: conflict without a reason`)
    if (!(Number(row.precision_m) > 0)) throw new Error(`${row.id}: precision`)
  }
}
