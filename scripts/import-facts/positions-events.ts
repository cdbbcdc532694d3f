/**
 * Writes geodata/positions/positions.geojson and geodata/events/events.csv from the researched facts, and adds the
 * publications that they cite to geodata/sources.json without touching those already there.
 *
 *   npx tsx scripts/import-facts/positions-events.ts <folder with the fact files>
 */
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { resolve } from 'node:path'
import type { FeatureCollection, Point } from 'geojson'
import Papa from 'papaparse'
import type { SourceRecord } from '../../src/chronicle/evidence.ts'
import { EVENT_COLUMNS, importEvents, type PlaceFinder } from './events.ts'
import { arabicKey, kilometres, skeleton } from './gazetteer.ts'
import { importPositions } from './positions.ts'
import { SourceRegistry } from './sources.ts'

interface PlaceProperties {
  id: string
  name: string
  name_ar: string | null
  variants: string[]
  precision_m: number
}

const GEODATA = resolve(import.meta.dirname, '../../geodata')
const SOURCES = `${GEODATA}/sources.json`
const PLACES = `${GEODATA}/places.geojson`
const POSITIONS = `${GEODATA}/positions/positions.geojson`
const EVENTS = `${GEODATA}/events/events.csv`

const factsDir = process.argv[2]
if (!factsDir) throw new Error('usage: positions-events.ts <folder with the fact files>')

const registry = new SourceRegistry()
const positions = importPositions(registry, factsDir)
const events = importEvents(registry, factsDir, placeFinder())

const lines = positions.features.map((feature) => JSON.stringify(feature))
writeFileSync(POSITIONS, `{"type":"FeatureCollection","features":[\n${lines.join(',\n')}\n]}\n`)
const csv = Papa.unparse(events, { columns: [...EVENT_COLUMNS], newline: '\n' })
writeFileSync(EVENTS, `${csv}\n`)

const cited = new Set([
  ...positions.features.flatMap((feature) => feature.properties.sources),
  ...events.flatMap((event) => event.sources.split('|')),
])
const records = new Map<string, SourceRecord>()
if (existsSync(SOURCES))
  for (const record of JSON.parse(readFileSync(SOURCES, 'utf8')) as SourceRecord[])
    records.set(record.id, record)
const before = records.size
for (const record of registry.all())
  if (cited.has(record.id) && !records.has(record.id)) records.set(record.id, record)
if (records.size > before) {
  const sorted = [...records.values()].sort((a, b) => (a.id < b.id ? -1 : a.id > b.id ? 1 : 0))
  writeFileSync(SOURCES, `${JSON.stringify(sorted, null, 1)}\n`)
}
const inPlace = events.filter((event) => event.place).length
console.log(
  `${positions.features.length} positions, ${events.length} events (${inPlace} at a place), ` +
    `${cited.size} sources cited, ${records.size - before} added`,
)

/** The place of the same name that lies within the precision of the event. */
function placeFinder(): PlaceFinder {
  if (!existsSync(PLACES)) return () => null
  const { features } = JSON.parse(readFileSync(PLACES, 'utf8')) as FeatureCollection<Point, PlaceProperties>
  return (name, lon, lat, precision) => {
    // "Dweila, Damascus" names a quarter; "Manbij - Tabqa" a stretch between two places, which is none.
    if (/ - /.test(name)) return null
    const wanted = skeleton(name)
    let best: string | null = null
    let least = Math.max(2, Math.min(precision / 1000, 5))
    for (const { properties: place, geometry } of features) {
      // Entries that stand for a stretch of country ("seven villages") are no place of an event.
      if (place.precision_m > 5000) continue
      const names = [place.name, ...(place.variants ?? [])]
      const same =
        names.some((other) => skeleton(other) === wanted) ||
        (place.name_ar !== null && arabicKey(place.name_ar) === arabicKey(name))
      if (!same) continue
      const [placeLon, placeLat] = geometry.coordinates
      const distance = kilometres(lon, lat, placeLon, placeLat)
      if (distance < least) [best, least] = [place.id, distance]
    }
    return best
  }
}
