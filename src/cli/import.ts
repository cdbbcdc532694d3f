import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { basename, dirname, join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import type { Regions } from '../compile/import/base-layers.ts'
import { type EarlierFiles, folderOf } from '../compile/import/folder.ts'
import type { OverlapRule } from '../compile/import/holders.ts'
import { type Imported, importSnapshots, type Progress } from '../compile/import/import.ts'
import { countsByReason, reportCsv } from '../compile/import/report.ts'
import { formatProblem, type Problem } from '../compile/read/problem.ts'
import { replaceFolders } from './replace-folders.ts'
import { readWorld } from './world.ts'

const USAGE = `usage: npm run cli -- import <folder of snapshots> --out <folder> [options]

  --faction-property NAME   property of a feature that names its faction (else guessed)
  --date-property NAME      property with the date, where file names hold none (else guessed)
  --faction NAME            faction of features that name none (else they are dropped)
  --join 'NAME,…=FACTION'   counts what these names hold to one faction, for maps that tell held and gained ground
                            apart; may be given several times
  --overlap smaller|later   who holds ground that two factions cover: the smaller polygon (default) or the later one
  --title TEXT              title of the map
  --publisher TEXT          who made the snapshots
  --url ADDRESS             where they come from

Writes a data folder for the viewer (GEODATA=<folder> npm run dev) and import-report.csv, which lists every repair and drop.`

/** A text in memory cannot be much longer; no day of any war needs as much (bytes). */
const LARGEST_FILE = 256 * 2 ** 20
/** How long nothing is said while the import is at one and the same thing, milliseconds. */
const PROGRESS_MS = 4000
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
      join: { type: 'string', multiple: true, default: [] },
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
  const wrong = wrongWith(folder, out) ?? wrongJoin(values.join)
  if (wrong) {
    console.error(wrong)
    return 1
  }
  const began = Date.now()
  const problems: Problem[] = []
  const rules = {
    factionProperty: values['faction-property'] ?? null,
    dateProperty: values['date-property'] ?? null,
    defaultFaction: values.faction ?? null,
    overlap,
    world: readWorld(),
    joins: new Map(values.join.flatMap(joinOf)),
  }
  const names = readdirSync(folder)
    .filter((name) => /\.(geo)?json$/i.test(name))
    .sort()
  const files = names.map((name) => ({ name, read: () => readSnapshotFile(join(folder, name)) }))
  const imported = await importSnapshots(files, rules, problems, createProgress())
  print(problems)
  if (!imported) return 1
  const name = basename(resolve(folder))
  const title = {
    title: values.title ?? name,
    publisher: values.publisher ?? name,
    url: values.url ?? null,
  }
  const earlier: EarlierFiles = {
    conflict: readEarlier(join(out, 'conflict.json'), isRecord),
    factions: readEarlier(join(out, 'factions.json'), isListOfRecords) ?? [],
    regions: readEarlier(join(out, 'base/admin1.geojson'), isRegions),
  }
  const { atlas, files: written } = folderOf(imported, title, earlier, rules.world)
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

/** @returns what stands in the way of reading the one folder and writing the other, `null` when nothing does */
function wrongWith(folder: string, out: string): string | null {
  if (!existsSync(folder) || !statSync(folder).isDirectory()) return `${folder} is no folder`
  for (let path = resolve(out); ; path = dirname(path)) {
    if (existsSync(path)) {
      if (!statSync(path).isDirectory()) return `${path} is a file: name a folder for --out`
      break
    }
  }
  if (resolve(out) === resolve(folder)) return `${out} holds the snapshots: choose another folder for --out`
  // The out folder is overwritten; an own data folder with claims must not fall victim to a slip of the pen.
  return existsSync(join(out, 'claims')) ? `${out} holds claims: choose another folder for --out` : null
}

/** `Held,Gained=RED` → Held and Gained are RED. */
function joinOf(text: string): [name: string, faction: string][] {
  const at = text.lastIndexOf('=')
  const faction = text.slice(at + 1).trim()
  const names = text.slice(0, Math.max(0, at)).split(',')
  return names.map((name): [string, string] => [name.trim(), faction]).filter(([name]) => name && faction)
}

function wrongJoin(joins: readonly string[]): string | null {
  const bad = joins.find((text) => joinOf(text).length === 0)
  return bad === undefined ? null : `--join "${bad}": expected names and a faction, as in "Held,Gained=Red"`
}

/** @throws Error for what is no file (a pipe would never end), or is too large to be one snapshot */
function readSnapshotFile(path: string): string {
  const stat = statSync(path)
  if (!stat.isFile()) throw new Error('it is no file')
  if (stat.size > LARGEST_FILE)
    throw new Error(`it has ${Math.round(stat.size / 2 ** 20)} MiB, more than ${LARGEST_FILE / 2 ** 20}`)
  return readFileSync(path, 'utf8')
}

/** Says on the error output what is being done, at most every few seconds: short imports stay silent. */
function createProgress(): Progress {
  const words = {
    files: 'reading files',
    lines: 'looking for crossings',
    ground: 'dividing the ground',
    days: 'laying out days',
    faces: 'drawing faces',
  }
  let [said, part] = [Date.now(), '']
  return (now, done, of) => {
    if (Date.now() - said < PROGRESS_MS && (now === part || Date.now() - said < PROGRESS_MS / 4)) return
    ;[said, part] = [Date.now(), now]
    console.error(`… ${words[now]}${done > 0 ? `: ${done} of ${of}` : ''}`)
  }
}

/** @returns a file that lies in the folder already, `null` when there is none or it is not what it should be */
function readEarlier<T>(file: string, isSound: (value: unknown) => value is T): T | null {
  if (!existsSync(file)) return null
  try {
    const value: unknown = JSON.parse(readFileSync(file, 'utf8').replace(/^\uFEFF/, ''))
    if (isSound(value)) return value
  } catch {
    // Said below, as of any other damage.
  }
  // What was damaged before is written anew.
  console.log(`! ${file} cannot be read and is not taken over`)
  return null
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
const isListOfRecords = (value: unknown): value is Record<string, unknown>[] =>
  Array.isArray(value) && value.every(isRecord)
const isRegions = (value: unknown): value is Regions =>
  isRecord(value) &&
  isListOfRecords(value.features) &&
  value.features.every(
    ({ properties, geometry }) =>
      isRecord(properties) &&
      typeof properties.iso === 'string' &&
      isRecord(geometry) &&
      (geometry.type === 'Polygon' || geometry.type === 'MultiPolygon') &&
      Array.isArray(geometry.coordinates),
  )
