/** The atlases of one build: the data folder itself, and the further ones that its atlases.json names. */
import type { Folder } from '../compile/read/folder.ts'
import type { ConflictFile } from '../compile/read/model.ts'
import { conflictOf } from './atlas-files.ts'

export interface AtlasFolder {
  id: string
  folder: Folder
  conflict: ConflictFile
  /** where its files lie below `data/`: empty for the first, `<id>/` for the others */
  prefix: string
}

/** What a page knows of each atlas before it asks for any. */
export type AtlasEntry = Pick<ConflictFile, 'id' | 'title' | 'start' | 'end'>

const ID = /^[a-z0-9][a-z0-9-]*$/

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
  const atlases = [first, ...ways.map(open)].map((folder, i): AtlasFolder => {
    const conflict = conflictOf(folder)
    return { id: conflict.id, folder, conflict, prefix: i === 0 ? '' : `${conflict.id}/` }
  })
  atlases.forEach(({ id, folder }, i) => {
    if (!ID.test(id))
      throw new Error(`${folder.path}: the id "${id}" may have small letters, digits and hyphens only`)
    const before = atlases.findIndex((other) => other.id === id)
    if (before < i) throw new Error(`${folder.path} and ${atlases[before].folder.path} have one id, "${id}"`)
  })
  return atlases
}

export function entryOf({ conflict: { id, title, start, end } }: AtlasFolder): AtlasEntry {
  return { id, title, start, end }
}
