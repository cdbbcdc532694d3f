/**
 * How geodata/positions/positions.geojson first came about: sites (Russian, Israeli, Turkish, US, UN and Iran-aligned)
 * with their dated statuses. Which rows of the fact files a status rests on, and the editors' reasons, lie in
 * curated/position-*.csv; coordinates and publications come from those rows. Run once; the GeoJSON in geodata is the
 * truth since then.
 *
 * Rows whose point is symbolic, or which name no site, never become a position: the seven candidate sites of the plan
 * of 17 November 2025 (RU-053 to RU-059), the unnamed logistics post (RU-048), counts of posts and reported plans at
 * unnamed bases stay statements and events.
 */
import { join } from 'node:path'
import type { Feature, FeatureCollection, Point } from 'geojson'
import { dayOf } from '../../src/chronicle/day.ts'
import { list, readCsv, readPlaceRows } from './rows.ts'
import type { SourceRegistry } from './sources.ts'

const CURATED = join(import.meta.dirname, 'curated')

export interface PositionProperties {
  id: string
  /** same for all statuses of a site */
  site: string
  faction: string
  kind: 'base' | 'post' | 'airfield' | 'port' | 'headquarters'
  name: string
  name_ar: string
  /** `inferred`: presence follows from what stands before and after, or from one thin report */
  status: 'active' | 'left' | 'planned' | 'inferred'
  /** inclusive day */
  start_date: string
  /** exclusive day; null when the status still holds at the end of the range */
  end_date: string | null
  verdict: 'accepted' | 'contested' | 'rejected'
  reason_en: string
  reason_ar: string
  sources: string[]
  precision_m: number
  note: string
}
export type Position = Feature<Point, PositionProperties>

/**
 * @param registry takes the publications that the positions cite
 * @param factsDir folder with the claims files and events.csv
 * @returns one Point feature (lon, lat) for each dated status, sites together and in order of time
 */
export function importPositions(
  registry: SourceRegistry,
  factsDir: string,
): FeatureCollection<Point, PositionProperties> {
  const facts = new Map<string, { lat: number; lon: number; sources: string; hint: string }>()
  for (const row of readPlaceRows(factsDir))
    facts.set(row.id, { ...row, hint: `${row.earliest} ${row.name} ${row.note}` })
  for (const row of readCsv(join(factsDir, 'events.csv')))
    facts.set(row.id, {
      lat: Number(row.lat),
      lon: Number(row.lon),
      sources: row.sources,
      hint: `${row.date} ${row.summary}`,
    })
  const fact = (id: string) => {
    const found = facts.get(id)
    if (!found) throw new Error(`no fact row ${id}`)
    return found
  }
  const sites = new Map(
    readCsv(join(CURATED, 'position-sites.csv')).map((cells) => [cells.site, cells] as const),
  )
  const reasons = new Map(
    readCsv(join(CURATED, 'position-reasons.csv')).map((cells) => [cells.reason, cells] as const),
  )
  const features = readCsv(join(CURATED, 'position-statuses.csv')).map((cells): Position => {
    const site = sites.get(cells.site)
    if (!site) throw new Error(`${cells.id}: no site ${cells.site}`)
    const reason = cells.reason ? reasons.get(cells.reason) : { en: '', ar: '' }
    if (!reason) throw new Error(`${cells.id}: no reason "${cells.reason}"`)
    const { lon, lat } = fact(site.at_row)
    const sources = new Set(list(cells.founding))
    for (const id of list(cells.source_rows)) {
      // A named founding publication replaces the reference to the collection that it came in.
      const cell = cells.founding ? fact(id).sources.replace(/seed:00[0-4](;|$)/g, '') : fact(id).sources
      if (cell.trim()) for (const source of registry.idsFor(cell, fact(id).hint)) sources.add(source)
    }
    return {
      type: 'Feature',
      geometry: { type: 'Point', coordinates: [lon, lat] },
      properties: {
        id: cells.id,
        site: cells.site,
        faction: site.faction,
        kind: site.kind as PositionProperties['kind'],
        name: site.name,
        name_ar: site.name_ar,
        status: cells.status as PositionProperties['status'],
        start_date: cells.start,
        end_date: cells.end || null,
        verdict: cells.verdict as PositionProperties['verdict'],
        reason_en: reason.en,
        reason_ar: reason.ar,
        sources: withoutBackground([...sources]),
        precision_m: Number(site.precision_m),
        note: cells.note,
      },
    }
  })
  checkPositions(features)
  return { type: 'FeatureCollection', features }
}

/** "No publication found" is said only where there is none. */
const withoutBackground = (ids: string[]): string[] => {
  const published = ids.filter((id) => id !== 'background')
  return published.length ? published : ['background']
}

/** Statuses of one site follow each other without overlap, and each has what a reader needs to judge it. */
function checkPositions(features: Position[]): void {
  const lastEnd = new Map<string, string | null>()
  const ids = new Set<string>()
  for (const { properties: p } of features) {
    if (ids.has(p.id)) throw new Error(`two positions with id ${p.id}`)
    ids.add(p.id)
    if (p.end_date !== null && dayOf(p.end_date) <= dayOf(p.start_date))
      throw new Error(`${p.id}: ends too early`)
    const before = lastEnd.get(p.site)
    if (before === null) throw new Error(`${p.id}: follows a status without end`)
    if (before !== undefined && dayOf(before) > dayOf(p.start_date)) throw new Error(`${p.id}: overlaps`)
    lastEnd.set(p.site, p.end_date)
    if ((p.verdict !== 'accepted' || p.status === 'planned' || p.status === 'inferred') && !p.reason_en)
      throw new Error(`${p.id}: no reason`)
    if (!(p.precision_m > 0)) throw new Error(`${p.id}: precision`)
  }
}
