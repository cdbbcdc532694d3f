/** Opens geodata folders on the disk. */
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { join, normalize, posix, resolve } from 'node:path'
import type { Folder } from '../compile/read/folder.ts'
import type { Problem } from '../compile/read/problem.ts'

/** What speaks of a folder's own time, or is compiled from it: never lent. */
const NEVER_LENT = new Set([
  'assertions.csv',
  'atlas',
  'atlases.json',
  'bands.json',
  'chapters',
  'claims',
  'conflict.json',
  'contradictions.csv',
  'corrections.json',
  'datapackage.json',
  'differences.csv',
  'events',
  'fronts',
  'headlines.csv',
  'import-report.csv',
  'positions',
  'readings.csv',
  'statements.csv',
  'stories',
  'weaknesses.json',
  'zones',
])

/**
 * @param path of the folder, absolute or relative to the working directory
 * @param problems receives `folder-missing` when it, or a folder that it shares from, is no folder of a conflict, and
 * `shares-circular` when folders lend to each other
 */
export function openFolder(path: string, problems: Problem[]): Folder {
  return open(path, problems, [], '')
}

/** @param way from the folder that was asked for to this one, ending in a slash, or empty */
function open(path: string, problems: Problem[], borrowers: readonly string[], way: string): Folder {
  const root = resolve(path)
  const error = (reason: string, file: string, message: string) =>
    problems.push({ reason, severity: 'error', file, line: 0, message })
  if (!existsSync(join(root, 'conflict.json')))
    error('folder-missing', way || path, 'this is no data folder: it has no conflict.json')
  const shares = sharesOf(join(root, 'conflict.json'))
  let lender: Folder | null = null
  if (shares !== null && [...borrowers, root].includes(resolve(root, shares)))
    error('shares-circular', `${way}conflict.json`, `"shares": "${shares}" leads back to ${path}`)
  else if (shares !== null)
    lender = open(
      normalize(join(path, shares)),
      problems,
      [...borrowers, root],
      posix.normalize(`${way}${shares}/`),
    )

  const lent = (file: string) => (NEVER_LENT.has(file.split('/')[0]) ? null : lender)
  const locate = (file: string): string | null => {
    const own = join(root, file)
    return existsSync(own) ? own : (lent(file)?.locate(file) ?? null)
  }
  return {
    path,
    lender,
    nameOf: (file) =>
      existsSync(join(root, file)) ? `${way}${file}` : (lent(file)?.nameOf(file) ?? `${way}${file}`),
    locate,
    text(file) {
      const found = locate(file)
      return found === null ? null : readFileSync(found, 'utf8').replace(/^\uFEFF/, '')
    },
    beside: (way) => open(normalize(join(path, way)), [], [], ''),
    list(directory, ending) {
      const own = join(root, directory)
      if (!existsSync(own) || !statSync(own).isDirectory())
        return lent(directory)?.list(directory, ending) ?? []
      return readdirSync(own)
        .filter((name) => name.endsWith(ending))
        .sort()
    },
  }
}

/** What cannot be read is reported by whoever reads conflict.json itself. */
function sharesOf(file: string): string | null {
  try {
    const { shares } = JSON.parse(readFileSync(file, 'utf8')) as { shares?: unknown }
    return typeof shares === 'string' ? shares : null
  } catch {
    return null
  }
}
