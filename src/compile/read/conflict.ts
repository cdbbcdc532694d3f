/** conflict.json of a folder, completed by that of the folder it shares from. */
import type { Folder } from './folder.ts'
import type { Conflict } from './model.ts'
import type { Problem } from './problem.ts'
import { readJson } from './tables.ts'

/** What each folder says for itself; everything else (projection, box, languages …) may come from the lender. */
const OWN = new Set([
  'id',
  'title',
  'description',
  'start',
  'end',
  'play',
  'spans',
  'imported',
  'shares',
  'barriers',
  'meets',
])

/** @returns the conflict; properties that the folder leaves out are the lender's where those can be shared */
export function readConflict(folder: Folder, problems: Problem[]): Conflict {
  const own = (readJson(folder, 'conflict.json', problems) ?? {}) as Conflict
  if (!folder.lender) return own
  const lent = Object.entries(readConflict(folder.lender, problems)).filter(([key]) => !OWN.has(key))
  return { ...(Object.fromEntries(lent) as unknown as Conflict), ...own }
}
