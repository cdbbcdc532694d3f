/**
 * Turns the researched fact files into geodata: sources, places, place claims, areas, area claims.
 *
 *     npx tsx scripts/import-facts/main.ts <facts folder>
 *
 * This documents the bulk of the work that was done once. Decisions by hand are in the CSV files beside this script;
 * from then on the files in geodata are the truth.
 */
import { mkdirSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import Papa from 'papaparse'
import { AREA_COLUMNS, importAreas } from './areas.ts'
import { chainBreaks, problemsOf } from './checks.ts'
import {
  type Claim,
  claimsOf,
  decide,
  HOLDING,
  joinClaims,
  judge,
  readDecisions,
  settleConflicts,
} from './claims.ts'
import { Gazetteer } from './gazetteer.ts'
import { PlaceBook } from './places.ts'
import { BASELINE_DAY, groupBy, readCsv, readPlaceRows } from './rows.ts'
import { SourceRegistry } from './sources.ts'

const folder = process.argv[2]
if (!folder) throw new Error('usage: npx tsx scripts/import-facts/main.ts <facts folder>')
const here = dirname(fileURLToPath(import.meta.url))
const geodata = join(here, '../../geodata')

const COLUMNS = [
  'id',
  'place',
  'earliest',
  'latest',
  'event',
  'from',
  'to',
  'verdict',
  'reason_en',
  'reason_ar',
  'conflicts',
  'sources',
  'confidence',
  'note',
]

const gazetteer = new Gazetteer(join(geodata, 'base'))
const book = new PlaceBook(gazetteer, join(here, 'place-decisions.csv'), join(here, 'place-corrections.csv'))
const registry = new SourceRegistry()

const rows = readPlaceRows(folder)
const areas = importAreas(folder, here, gazetteer, registry)
const decisions = readDecisions(join(here, 'verdicts.csv'))
const raw = rows.flatMap((row) => claimsOf(row, book, registry))
// Days and holders decided by hand come before joining, so that statements which now agree are joined.
decide(raw, decisions)
const apart = new Set([...decisions.values()].filter((cells) => cells.apart).map((cells) => cells.id))
const { claims, joined } = joinClaims(raw, apart)
settleConflicts(claims, joined, new Set(areas.claims.map(({ id }) => id)))
judge(claims, book)
decide(claims, decisions)
// Sources that only events cite are registered too: the register holds the publications of all files.
for (const cells of readCsv(join(folder, 'events.csv')))
  registry.idsFor(cells.sources, `${cells.date} ${cells.place} ${cells.title_en} ${cells.summary}`)

writeAll()
report()

function theatreOf(claim: Claim): string {
  if (claim.latest < BASELINE_DAY) return 'background'
  if (claim.event === 'baseline') return 'baseline'
  if (claim.file === 'claims_northeast.csv' || claim.file === 'claims_extra.csv') return 'northeast'
  if (claim.file === 'claims_offensive.csv') return 'offensive-2024'
  return /^(CO)-/.test(claim.id) ? 'coast' : 'south'
}

function csv(rows: Record<string, string>[], columns: readonly string[]): string {
  return `${Papa.unparse(rows, { columns: [...columns], newline: '\n' })}\n`
}

function writeAll(): void {
  for (const sub of ['claims', 'areas']) mkdirSync(join(geodata, sub), { recursive: true })
  // Other files of the folder (founding.csv, areas-baseline.csv) are written by hand and stay.
  for (const [theatre, group] of groupBy(claims, theatreOf)) {
    const sorted = [...group].sort((a, b) => a.earliest.localeCompare(b.earliest) || a.id.localeCompare(b.id))
    const lines = sorted.map(({ file: _, conflicts, sources, ...claim }) => ({
      ...claim,
      conflicts: conflicts.join('|'),
      sources: sources.join('|'),
    }))
    writeFileSync(join(geodata, 'claims', `${theatre}.csv`), csv(lines, COLUMNS))
  }
  writeFileSync(join(geodata, 'claims/areas.csv'), csv(areas.claims, AREA_COLUMNS))
  writeFileSync(join(geodata, 'areas/areas.geojson'), featureLines(areas.collection.features))
  writeFileSync(join(geodata, 'places.geojson'), featureLines(book.toGeoJson().features))
  writeFileSync(
    join(geodata, 'sources.json'),
    `[\n${registry
      .all()
      .map((record) => JSON.stringify(record))
      .join(',\n')}\n]\n`,
  )
}

/** One feature a line, so that a change of one place is a change of one line. */
function featureLines(features: unknown[]): string {
  return `{"type":"FeatureCollection","features":[\n${features.map((feature) => JSON.stringify(feature)).join(',\n')}\n]}\n`
}

function report(): void {
  const count = (verdict: string) => claims.filter((claim) => claim.verdict === verdict).length
  console.log(
    `place rows in ${rows.length}, claims ${raw.length} after splitting, joined ${joined.size}, out ${claims.length}`,
  )
  console.log(
    `verdicts: accepted ${count('accepted')}, contested ${count('contested')}, rejected ${count('rejected')}`,
  )
  console.log(`holding ${claims.filter(({ event }) => HOLDING.has(event)).length}`)
  console.log(
    `area rows in ${areas.rows}, out ${areas.claims.length}, areas ${areas.collection.features.length}`,
  )
  console.log(`places ${book.places.size}, sources ${registry.all().length}`)
  for (const [theatre, group] of groupBy(claims, theatreOf)) console.log(`  ${theatre}.csv ${group.length}`)
  const problems = problemsOf({
    claims,
    areas: areas.claims,
    features: areas.collection.features,
    book,
    registry,
    rows,
    joined,
    base: join(geodata, 'base'),
  })
  console.log(`${problems.length} problems`)
  for (const problem of problems) console.log(`  ${problem}`)
}

if (process.argv.includes('--chains')) for (const line of chainBreaks(claims)) console.log(line)
