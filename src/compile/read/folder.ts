/**
 * A geodata folder, and the folder that lends to it. A chapter of the same war lies in a folder of its own whose
 * conflict.json says `"shares": "<path of another folder, relative to this one>"`: what it lacks of the ground and the
 * actors (base map, places, areas, factions, sources …) comes from there; what speaks of its own time does not.
 */
import type { Problem } from './problem.ts'

/** What is in a folder, its own or lent; names are relative to it. */
export interface Folder {
  /** as people named it, for messages */
  readonly path: string
  /** the folder that lends what this one lacks */
  readonly lender: Folder | null
  /** @returns path of a file relative to the folder that was opened, for messages: `../../places.geojson` when lent */
  nameOf(file: string): string
  /** @returns where a file lies, here or at the lender; `null` when neither has it */
  locate(file: string): string | null
  /** @returns text of a file (UTF-8, without a byte order mark), here or at the lender; `null` when neither has it */
  text(file: string): string | null
  /** @returns sorted names of the files with that ending; those of the lender when this folder lacks the directory */
  list(directory: string, ending: string): string[]
  /** @returns another folder, by the way from this one (`../..`); it may hold nothing */
  beside(way: string): Folder
}

/** @returns the folder itself and its lenders that have the file, the farthest lender first */
export function holdersOf(folder: Folder, file: string): Folder[] {
  const own = folder.locate(file)
  const lent = folder.lender ? holdersOf(folder.lender, file) : []
  return own === null || own === folder.lender?.locate(file) ? lent : [...lent, folder]
}

/** Where the files of a folder, and of those that lend to it, are kept; names are relative to the folder that was asked for. */
export interface Shelf {
  /** @returns what messages call the folder at a way from the one that was asked for: `../../`, or empty */
  pathOf(way: string): string
  /** @returns where a file lies, the same for the same file; `null` when it is not there */
  locate(name: string): string | null
  /** @returns text of a file that is there */
  text(name: string): string
  /** @returns names of the files in a directory; `null` when it is not there */
  names(directory: string): string[] | null
}

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
 * Opens a folder, and those that it shares from.
 * @param problems receives `folder-missing` when it, or a folder that it shares from, is no folder of a conflict, and
 * `shares-circular` when folders lend to each other
 * @param way from the folder that was asked for to this one, ending in a slash, or empty
 * @param borrowers where conflict.json of those lies to whom this one lends
 */
export function openOn(
  shelf: Shelf,
  problems: Problem[],
  way = '',
  borrowers: readonly string[] = [],
): Folder {
  const error = (reason: string, file: string, message: string) =>
    problems.push({ reason, severity: 'error', file, line: 0, message })
  const path = shelf.pathOf(way)
  const own = (file: string) => shelf.locate(way + file)
  const conflict = own('conflict.json')
  if (conflict === null)
    error('folder-missing', way || path, 'this is no data folder: it has no conflict.json')
  const shares = conflict === null ? null : sharesOf(shelf.text(`${way}conflict.json`))
  const there = shares === null ? '' : normalized(`${way}${shares}/`)
  const known = conflict === null ? borrowers : [...borrowers, conflict]
  let lender: Folder | null = null
  if (shares !== null && known.includes(shelf.locate(`${there}conflict.json`) ?? ''))
    error('shares-circular', `${way}conflict.json`, `"shares": "${shares}" leads back to ${path}`)
  else if (shares !== null) lender = openOn(shelf, problems, there, known)

  const lent = (file: string) => (NEVER_LENT.has(file.split('/')[0]) ? null : lender)
  return {
    path,
    lender,
    nameOf: (file) => (own(file) === null ? (lent(file)?.nameOf(file) ?? `${way}${file}`) : `${way}${file}`),
    locate: (file) => own(file) ?? lent(file)?.locate(file) ?? null,
    text: (file) =>
      own(file) === null ? (lent(file)?.text(file) ?? null) : shelf.text(way + file).replace(/^\uFEFF/, ''),
    beside: (other) => openOn(shelf, [], normalized(`${way}${other}/`)),
    list(directory, ending) {
      const names = shelf.names(way + directory)
      if (names === null) return lent(directory)?.list(directory, ending) ?? []
      return names.filter((name) => name.endsWith(ending)).sort()
    },
  }
}

/** What cannot be read is reported by whoever reads conflict.json itself. */
function sharesOf(text: string): string | null {
  try {
    const { shares } = JSON.parse(text.replace(/^\uFEFF/, '')) as { shares?: unknown }
    return typeof shares === 'string' ? shares : null
  } catch {
    return null
  }
}

/** @param way with a slash at its end @returns the same way without detours; `` for the folder itself */
function normalized(way: string): string {
  const steps: string[] = []
  for (const step of way.split('/')) {
    if (step === '' || step === '.') continue
    if (step === '..' && steps.length > 0 && steps.at(-1) !== '..') steps.pop()
    else steps.push(step)
  }
  return steps.length > 0 ? `${steps.join('/')}/` : ''
}

/**
 * A folder that is not on a disk.
 * @param files texts by name; those of a folder that lends to it, or lies beside it, by the way there: `../../places.geojson`
 * @param name what messages call it
 * @param others further folders by the way from this one
 */
export function folderInMemory(
  files: Readonly<Record<string, string>>,
  name = 'memory',
  others: Readonly<Record<string, Folder>> = {},
): Folder {
  const shelf: Shelf = {
    pathOf: (way) => (way ? `${name}/${way.slice(0, -1)}` : name),
    locate: (file) => (Object.hasOwn(files, file) ? file : null),
    text: (file) => files[file],
    names(directory) {
      const inside = Object.keys(files).filter((path) => path.startsWith(`${directory}/`))
      const names = inside.map((path) => path.slice(directory.length + 1))
      return names.length > 0 ? names.filter((path) => !path.includes('/')) : null
    },
  }
  const folder = openOn(shelf, [])
  return { ...folder, beside: (way) => others[way] ?? folder.beside(way) }
}

/**
 * @param texts by name, see `Folder.nameOf`; those of lenders too
 * @returns the folder as it would be with these files
 */
export function withTexts(folder: Folder, texts: ReadonlyMap<string, string>): Folder {
  const own = (file: string) => texts.get(folder.nameOf(file))
  return {
    ...folder,
    lender: folder.lender && withTexts(folder.lender, texts),
    locate: (file) => folder.locate(file) ?? (own(file) === undefined ? null : folder.nameOf(file)),
    text: (file) => own(file) ?? folder.text(file),
    list(directory, ending) {
      const begin = `${folder.nameOf(directory)}/`
      const added = [...texts.keys()].filter((name) => name.startsWith(begin) && name.endsWith(ending))
      const names = added.map((name) => name.slice(begin.length)).filter((name) => !name.includes('/'))
      return [...new Set([...folder.list(directory, ending), ...names])].sort()
    },
  }
}
