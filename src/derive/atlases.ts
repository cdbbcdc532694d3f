/** The atlases of one build: the data folder itself, and the further ones that its atlases.json names. */
import type { Meeting } from '../chronicle/conflict.ts'
import { type Day, dayOf } from '../chronicle/day.ts'
import type { Folder } from '../compile/read/folder.ts'
import type { ConflictFile } from '../compile/read/model.ts'
import { conflictOf } from './atlas-files.ts'

export interface AtlasFolder {
  id: string
  folder: Folder
  conflict: ConflictFile
  /** the day on which it meets another atlas of the build, and the day of that one; `null` when it meets none */
  meets: Meeting | null
  /** where its files lie below `data/`: empty for the first, `<id>/` for the others */
  prefix: string
}

/** What a page knows of each atlas before it asks for any. */
export type AtlasEntry = Pick<ConflictFile, 'id' | 'title' | 'start' | 'end'> & { meets?: Meeting }

/**
 * @param first the data folder; its atlases.json is a list of further folders, each by the way to it
 * @param open opens one of them
 * @throws Error when a folder is none, or when two atlases have one id
 */
export function openAtlases(first: Folder, open: (way: string) => Folder): AtlasFolder[] {
  const text = first.text('atlases.json')
  const ways: unknown = text === null ? [] : JSON.parse(text)
  if (!Array.isArray(ways) || ways.some((way) => typeof way !== 'string'))
    throw new Error(`${first.path}: atlases.json must be a list of folders`)
  const opened = [first, ...ways.map(open)].map((folder) => ({ folder, conflict: conflictOf(folder) }))
  const places = ['.', ...ways].map((way) => placeOf(way))
  const atlases = opened.map(({ folder, conflict }, i): AtlasFolder => {
    const { id, meets } = conflict
    const other = meets ? opened[places.indexOf(placeOf(`${['.', ...ways][i]}/${meets.folder}`))] : undefined
    return {
      id,
      folder,
      conflict,
      meets: meets && other ? { atlas: other.conflict.id, day: meets.day, with: meets.with } : null,
      prefix: i === 0 ? '' : `${id}/`,
    }
  })
  atlases.forEach(({ id, folder }, i) => {
    const before = atlases.findIndex((other) => other.id === id)
    if (before < i) throw new Error(`${folder.path} and ${atlases[before].folder.path} have one id, "${id}"`)
  })
  return atlases
}

/** @returns where a way from the first folder leads, to be compared with others; far enough down for `..` to go up */
const placeOf = (way: string) => new URL(`a/b/c/d/e/f/${way}/`, 'file:///').pathname.replace(/\/+/g, '/')

export function entryOf({ conflict: { id, title, start, end }, meets }: AtlasFolder): AtlasEntry {
  return { id, title, start, end, ...(meets && { meets }) }
}

/** @returns the days that a link to the build may name of an atlas */
export function spanOf({ id, conflict: { start, end } }: AtlasFolder): { id: string; start: Day; end: Day } {
  return { id, start: dayOf(start), end: dayOf(end) }
}
