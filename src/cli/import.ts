import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { basename, join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { type EarlierFiles, folderOf } from '../compile/import/folder.ts'
import type { OverlapRule } from '../compile/import/holders.ts'
import { type Imported, importSnapshots } from '../compile/import/import.ts'
import { countsByReason, reportCsv } from '../compile/import/report.ts'
import { formatProblem, type Problem } from '../compile/read/problem.ts'
import { replaceFolders } from './replace-folders.ts'
import { readWorld } from './world.ts'

const USAGE = `usage: npm run cli -- import <folder of snapshots> --out <folder> [options]

  --faction-property NAME   property of a feature that names its faction (else guessed)
  --date-property NAME      property with the date, where file names hold none (else guessed)
  --faction NAME            faction of features that name none (else they are dropped)
  --overlap smaller|later   who holds ground that two factions cover: the smaller polygon (default) or the later one
  --title TEXT              title of the map
  --publisher TEXT          who made the snapshots
  --url ADDRESS             where they come from

Writes a data folder for the viewer (GEODATA=<folder> npm run dev) and import-report.csv, which lists every repair and drop.`

/** Lines of each reason that are printed; the report holds all. */
const PRINTED = 3

/** `import <folder> --out <folder>`: dated GeoJSON snapshots of other projects become an atlas. Returns the exit code. */
export async function importFolder(args: string[]): Promise<number> {
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: {
      out: { type: 'string' },
      'faction-property': { type: 'string' },
      'date-property': { type: 'string' },
      faction: { type: 'string' },
      overlap: { type: 'string', default: 'smaller' },
      title: { type: 'string' },
      publisher: { type: 'string' },
      url: { type: 'string' },
      geodata: { type: 'string' },
      help: { type: 'boolean', short: 'h' },
    },
  })
  const [folder] = positionals
  const { out, overlap } = values
  if (values.help || !folder || !out || !isOverlapRule(overlap)) {
    console.error(USAGE)
    return values.help ? 0 : 2
  }
  if (!existsSync(folder) || !statSync(folder).isDirectory()) {
    console.error(`${folder} is no folder`)
    return 1
  }
  if (existsSync(out) && !statSync(out).isDirectory()) {
    console.error(`${out} is a file: name a folder for --out`)
    return 1
  }
  // The out folder is overwritten; an own data folder with claims must not fall victim to a slip of the pen.
  if (existsSync(join(out, 'claims'))) {
    console.error(`${out} holds claims: choose another folder for --out`)
    return 1
  }
  const began = Date.now()
  const problems: Problem[] = []
  const rules = {
    factionProperty: values['faction-property'] ?? null,
    dateProperty: values['date-property'] ?? null,
    defaultFaction: values.faction ?? null,
    overlap,
  }
  const names = readdirSync(folder)
    .filter((name) => /\.(geo)?json$/i.test(name))
    .sort()
  const files = names.map((name) => ({ name, read: () => readFileSync(join(folder, name), 'utf8') }))
  const imported = await importSnapshots(files, rules, problems)
  print(problems)
  if (!imported) return 1
  const name = basename(resolve(folder))
  const title = {
    title: values.title ?? name,
    publisher: values.publisher ?? name,
    url: values.url ?? null,
  }
  const earlier: EarlierFiles = {
    conflict: readEarlier(join(out, 'conflict.json')),
    factions: readEarlier(join(out, 'factions.json')) ?? [],
    regions: readEarlier(join(out, 'base/admin1.geojson')),
  }
  const { atlas, files: written } = folderOf(imported, title, earlier, readWorld())
  written.set('import-report.csv', reportCsv(problems))
  const ownBase = existsSync(join(out, 'base'))
  // A base map that is there already may be an editor's own.
  replaceFolders(out, [], new Map([...written].filter(([path]) => !ownBase || !path.startsWith('base/'))))
  const vertices = atlas.arcs.reduce((sum, arc) => sum + arc.length / 2, 0)
  console.log(summary(imported, vertices, began))
  return 0
}

const isOverlapRule = (text: string): text is OverlapRule => text === 'smaller' || text === 'later'

function print(problems: readonly Problem[]): void {
  for (const [reason, count] of countsByReason(problems)) {
    const alike = problems.filter((problem) => problem.reason === reason)
    for (const problem of alike.slice(0, PRINTED)) console.log(formatProblem(problem))
    if (count > PRINTED) console.log(`  … ${reason}: ${count} in all, see import-report.csv`)
  }
}

function summary(
  { counts, days, faces, chains, factions, absorbed, filled }: Imported,
  vertices: number,
  began: number,
) {
  const km2 = (area: number) => (area / 1e6).toFixed(1)
  return (
    `${counts.files} files, ${days.length} days, ${factions.length} factions; ${counts.coordinates} coordinates → ` +
    `${counts.rings} distinct rings, ${counts.segments} distinct segments → ${faces.length} faces, ${chains.length} arcs ` +
    `with ${vertices} coordinates (${(counts.coordinates / vertices).toFixed(0)} to 1); slivers given to a neighbour ` +
    `${km2(absorbed)} km², gaps filled ${km2(filled)} km²; ${((Date.now() - began) / 1000).toFixed(1)} s`
  )
}

function readEarlier<T>(file: string): T | null {
  if (!existsSync(file)) return null
  try {
    return JSON.parse(readFileSync(file, 'utf8').replace(/^\uFEFF/, '')) as T
  } catch {
    // What was damaged before is written anew.
    console.log(`! ${file} cannot be read and is not taken over`)
    return null
  }
}
