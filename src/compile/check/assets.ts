/** Rules for what is shown beside the ground: positions and events. */
import type { Point } from 'geojson'
import { type Day, dayOf, parseDay } from '../../chronicle/day.ts'
import { kmBetween } from '../../chronicle/nearest.ts'
import { textOf } from '../../chronicle/text.ts'
import type { Folder } from '../read/folder.ts'
import { geometryFault } from '../read/geometry-fault.ts'
import type { Dataset, Place } from '../read/model.ts'
import type { Problem } from '../read/problem.ts'
import { didYouMean } from '../read/suggest.ts'
import { type Row, readLayer, readTable } from '../read/tables.ts'
import { misplacedPoints } from './coordinates.ts'
import { OLDEST } from './rules.ts'

interface Position {
  /** of the feature, for messages */
  line: number
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

/** Rows of positions and events, as far as other rules name them. */
export interface Assets {
  problems: Problem[]
  /** of all positions and events */
  ids: string[]
}

/** @returns all problems of positions and events; what they name must exist in the dataset */
export function checkAssets(folder: Folder, dataset: Dataset): Assets {
  const problems: Problem[] = []
  const features = readLayer<Point, Position>(folder, POSITIONS, problems)
  const positions = features.map(({ properties, line }) => ({ ...properties, line }))
  const events = readTable(folder, EVENTS, EVENT_COLUMNS, problems)
  problems.push(
    ...positionProblems(positions, dataset),
    ...misplacedPoints(
      features.map(({ properties, geometry: { coordinates }, line }) => ({
        id: properties.id,
        lon: coordinates[0],
        lat: coordinates[1],
        file: folder.nameOf(POSITIONS),
        line,
      })),
      dataset,
      false,
    ),
    ...eventProblems(events, dataset),
    ...misplacedPoints(
      events.map((row) => ({
        id: row.get('id'),
        lon: Number(row.get('lon')),
        lat: Number(row.get('lat')),
        file: row.file,
        line: row.line,
      })),
      dataset,
      true,
    ),
  )
  return { problems, ids: [...positions.map(({ id }) => id), ...events.map((row) => row.get('id'))] }
}

/** Rules on events: known names, days in order and in the range, coordinates, reasons where not plainly accepted. */
function eventProblems(events: readonly Row[], dataset: Dataset): Problem[] {
  const problems: Problem[] = []
  const known = new Set(dataset.factions.map(({ id }) => id))
  const ids = new Set(events.map((row) => row.get('id')))
  const last = dayOf(dataset.conflict.end)
  for (const row of events) {
    const id = row.get('id')
    const error = (reason: string, message: string) =>
      problems.push({
        reason,
        severity: 'error',
        file: row.file,
        line: row.line,
        message: `${id}: ${message}`,
      })
    const [date, end] = [row.get('date'), row.get('date_end') || row.get('date')].map(parseDay)
    if (date === null || end === null)
      error('date-malformed', `"${row.get('date')}" – "${row.get('date_end')}"`)
    else if (end < date) error('date-range-reversed', `${row.get('date')} is after ${row.get('date_end')}`)
    else if (date < dayOf(dataset.conflict.start) - OLDEST)
      error('date-out-of-range', `${row.get('date')} is a hundred years before the start`)
    else if (date > last)
      error('date-out-of-range', `${row.get('date')} is after ${dataset.conflict.end}, the end of the range`)
    const [lon, lat] = [row.get('lon'), row.get('lat')]
    if (!lon || !lat || geometryFault({ type: 'Point', coordinates: [Number(lon), Number(lat)] }))
      error('coordinates-missing', `"${lat}", "${lon}" (lat, lon) is no point`)
    const place = row.get('place')
    problems.push(...farFromPlace(row, dataset.places.get(place)))
    if (place && !dataset.places.has(place))
      error('unknown-place', `"${place}" is not in places.geojson${didYouMean(place, dataset.places.keys())}`)
    for (const faction of row.list('factions'))
      if (!known.has(faction))
        error('unknown-faction', `"${faction}" is not in factions.json${didYouMean(faction, known)}`)
    if (row.list('sources').length === 0) error('source-missing', 'an event needs a source')
    for (const source of row.list('sources'))
      if (!dataset.sources.has(source))
        error(
          'unknown-source',
          `"${source}" is not in sources.json${didYouMean(source, dataset.sources.keys())}`,
        )
    for (const other of row.list('conflicts'))
      if (!ids.has(other))
        error('unknown-conflict', `conflicts: there is no event "${other}"${didYouMean(other, ids)}`)
    if (
      (row.get('verdict') !== 'accepted' || row.get('conflicts')) &&
      dataset.conflict.languages.some((language) => !row.get(`reason_${language}`))
    )
      error('verdict-without-reason', `is ${row.get('verdict')}, or contradicted: say why, in every language`)
    for (const column of ['title', 'summary'])
      for (const language of dataset.conflict.languages)
        if (!row.get(`${column}_${language}`))
          error('translation-missing', `there is no ${column}_${language}`)
  }
  return problems
}

/** Kilometres beyond what both are known to, from which on an event lies elsewhere than its place; and from which it surely does. */
const APART = { warning: 5, error: 100 }

/** @returns a problem when the event does not lie where the place that it names lies */
function farFromPlace(row: Row, place: Place | undefined): Problem[] {
  if (!place) return []
  const known = (place.precision_m + Number(row.get('precision_m'))) / 1000
  const apart = kmBetween(Number(row.get('lon')), Number(row.get('lat')), place.lon, place.lat) - known
  if (!(apart > APART.warning)) return []
  return [
    {
      reason: 'event-far-from-place',
      severity: apart > APART.error ? 'error' : 'warning',
      file: row.file,
      line: row.line,
      message: `${row.get('id')}: lies ${Math.round(apart + known)} km from its place "${place.id}"`,
    },
  ]
}

/** Rules on positions: known names, dates in order, one status a day for each site, reasons where not plainly accepted. */
export function positionProblems(positions: readonly Position[], dataset: Dataset): Problem[] {
  const problems: Problem[] = []
  const known = new Set(dataset.factions.map(({ id }) => id))
  const ids = new Set<string>()
  const stays = new Map<string, { id: string; start: Day; end: Day }[]>()
  for (const position of positions) {
    const error = (reason: string, message: string) =>
      problems.push({ reason, severity: 'error', file: POSITIONS, line: position.line, message })
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
