/**
 * A data folder as one file: all texts that a check and a compile of it read, with what it borrows, and nothing else. What
 * compiles of it is the same, byte for byte.
 */
import { checkFolder } from '../compile/check/check.ts'
import { drawnOnly } from '../compile/read/dataset.ts'
import { type Folder, folderInMemory } from '../compile/read/folder.ts'
import { pathOf } from './patch.ts'

export const BUNDLE_FORMAT = 'front-line-source'
export const BUNDLE_VERSION = 1

export interface Bundle {
  format: typeof BUNDLE_FORMAT
  version: typeof BUNDLE_VERSION
  /** way from the root of the repository to the folder, for patches: `geodata` */
  root: string
  /** texts by name from the folder; those of others by the way there: `../../places.geojson` */
  files: Record<string, string>
}

/** Compiled, and large: only what a check compares the rows with that somebody may have deleted. Layers that only the map draws are left out too. */
const NOT_KEPT = /^atlas\//

/** @param folder opened by its way from the root of the repository; of one that lies elsewhere only the name is kept */
export function bundleOf(folder: Folder): Bundle {
  const texts = new Map<string, string>()
  const { conflict } = checkFolder(recorded(folder, texts), [])
  const there = conflict.meets && folder.beside(conflict.meets.folder)
  if (there) {
    recorded(folder, texts).text('differences.csv')
    recorded(there, texts).text('atlas/atlas.json')
    const evidence = there.text('atlas/evidence.json')
    if (evidence !== null) texts.set(there.nameOf('atlas/evidence.json'), sitesOfPlaces(evidence))
  }
  const drawn = new Set(drawnOnly(folder, conflict))
  const kept = [...texts]
    .filter(([name]) => !NOT_KEPT.test(name) && !drawn.has(name))
    .sort(([a], [b]) => (a < b ? -1 : 1))
  return {
    format: BUNDLE_FORMAT,
    version: BUNDLE_VERSION,
    root: rootOf(folder.path),
    files: Object.fromEntries(kept),
  }
}

/**
 * @param bundle parsed JSON
 * @throws TypeError when it is none, or of another version
 */
export function openBundle(bundle: unknown): { folder: Folder; root: string } {
  const { format, version, root, files } = (bundle ?? {}) as Partial<Bundle>
  if (format !== BUNDLE_FORMAT || version !== BUNDLE_VERSION || typeof files !== 'object' || files === null)
    throw new TypeError(`expected ${BUNDLE_FORMAT} ${BUNDLE_VERSION}, got ${format} ${version}`)
  return { folder: folderInMemory(files, 'data'), root: root ?? '' }
}

/** @param path as people named the folder */
export function rootOf(path: string): string {
  const way = path.replaceAll('\\', '/')
  return /^(\/|[A-Za-z]:|\.\.)/.test(way) ? (way.split('/').filter(Boolean).at(-1) ?? '') : pathOf('', way)
}

/** @returns the folder; what is read of it, and of those that lend to it, goes into `texts` */
function recorded(folder: Folder, texts: Map<string, string>): Folder {
  return {
    ...folder,
    lender: folder.lender && recorded(folder.lender, texts),
    text(file) {
      const text = folder.text(file)
      if (text !== null) texts.set(folder.nameOf(file), text)
      return text
    },
  }
}

/** What is asked of an atlas that meets another one: where its places are. */
function sitesOfPlaces(evidence: string): string {
  const { sites } = JSON.parse(evidence) as { sites: { place: string | null; lon: number; lat: number }[] }
  const named = sites.filter(({ place }) => place !== null)
  return JSON.stringify({ sites: named.map(({ place, lon, lat }) => ({ place, lon, lat })) })
}
