/** Rules for what is shown beside the ground: positions and events. */
import type { Point } from 'geojson'
import { type Day, parseDay } from '../../chronicle/day.ts'
import { textOf } from '../../chronicle/text.ts'
import type { Folder } from '../read/folder.ts'
import type { Dataset } from '../read/model.ts'
import type { Problem } from '../read/problem.ts'
import { readLayer, readTable } from '../read/tables.ts'

interface Position {
  id: string
  site: string
  faction: string
  status: string
  start_date: string
  end_date: string | null
  verdict: string
  [field: string]: unknown
  sources: string[]
}

const POSITIONS = 'positions/positions.geojson'
const EVENTS = 'events/events.csv'
const EVENT_COLUMNS = [
  'id',
  'date',
  'date_end',
  'kind',
  'place',
  'lat',
  'lon',
  'factions',
  'verdict',
  'sources',
]

/** @returns all problems of positions and events; what they name must exist in the dataset */
export function checkAssets(folder: Folder, dataset: Dataset): Problem[] {
  const problems: Problem[] = []
  const positions = readLayer<Point, Position>(folder, POSITIONS, problems)
  problems.push(
    ...positionProblems(
      positions.map(({ properties }) => properties),
      dataset,
    ),
  )
  const known = new Set(dataset.factions.map(({ id }) => id))
  const seen = new Set<string>()
  for (const row of readTable(folder, EVENTS, EVENT_COLUMNS, problems)) {
    const error = (reason: string, message: string) =>
      problems.push({ reason, severity: 'error', file: row.file, line: row.line, message })
    if (seen.has(row.get('id'))) error('duplicate-id', `the id "${row.get('id')}" is used twice`)
    seen.add(row.get('id'))
    const [date, end] = [
      parseDay(row.get('date')),
      row.get('date_end') ? parseDay(row.get('date_end')) : null,
    ]
    if (date === null || (row.get('date_end') && end === null))
      error('date-malformed', `expected YYYY-MM-DD, got "${row.get('date')}" and "${row.get('date_end')}"`)
    else if (end !== null && end < date)
      error('date-range-reversed', `${row.get('date')} is after ${row.get('date_end')}`)
    if (row.get('place') && !dataset.places.has(row.get('place')))
      error('unknown-place', `"${row.get('place')}" is not in places.geojson`)
    for (const id of row.list('factions'))
      if (!known.has(id)) error('unknown-faction', `"${id}" is not in factions.json`)
    if (row.list('sources').length === 0) error('source-missing', 'an event needs a source')
    for (const id of row.list('sources'))
      if (!dataset.sources.has(id)) error('unknown-source', `"${id}" is not in sources.json`)
    for (const language of dataset.conflict.languages)
      if (!row.get(`title_${language}`))
        error('translation-missing', `${row.get('id')} has no title_${language}`)
  }
  return problems
}

/** Rules on positions: known names, dates in order, one status a day for each site, reasons where not plainly accepted. */
export function positionProblems(positions: readonly Position[], dataset: Dataset): Problem[] {
  const problems: Problem[] = []
  const known = new Set(dataset.factions.map(({ id }) => id))
  const ids = new Set<string>()
  const stays = new Map<string, { id: string; start: Day; end: Day }[]>()
  for (const [index, position] of positions.entries()) {
    const error = (reason: string, message: string) =>
      problems.push({ reason, severity: 'error', file: POSITIONS, line: index + 1, message })
    if (ids.has(position.id)) error('duplicate-id', `the id "${position.id}" is used twice`)
    ids.add(position.id)
    if (!known.has(position.faction))
      error('unknown-faction', `"${position.faction}" is not in factions.json`)
    if (position.sources.length === 0) error('source-missing', `${position.id} needs a source`)
    for (const id of position.sources)
      if (!dataset.sources.has(id)) error('unknown-source', `"${id}" is not in sources.json`)
    const reason = textOf(position, 'reason')
    if (position.verdict !== 'accepted' && dataset.conflict.languages.some((language) => !reason[language]))
      error('verdict-without-reason', `${position.id} is ${position.verdict}: say why`)
    const start = parseDay(position.start_date)
    const end = position.end_date === null ? Infinity : parseDay(position.end_date)
    if (start === null || end === null) {
      error('date-malformed', `${position.id}: expected YYYY-MM-DD`)
      continue
    }
    if (start >= end) {
      error(
        'date-range-reversed',
        `${position.id}: ${position.start_date} is not before ${position.end_date}`,
      )
      continue
    }
    const others = stays.get(position.site) ?? []
    const clash = others.find((other) => start < other.end && other.start < end)
    if (clash)
      error(
        'status-overlap',
        `${position.id} and ${clash.id} give "${position.site}" two statuses on one day`,
      )
    stays.set(position.site, [...others, { id: position.id, start, end }])
  }
  return problems
}
