/** conflict.json of a folder, completed by that of the folder it shares from. */
import type { Folder } from './folder.ts'
import type { ConflictFile } from './model.ts'
import { lineOfProperty } from './positions-in-text.ts'
import type { Problem } from './problem.ts'
import { faultsOf } from './schema.ts'
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
  'chapters',
  'imported',
  'shares',
  'barriers',
  'meets',
])

/**
 * Like {@link completed}, held to its schema once it is complete.
 * @returns an empty object when it cannot be used
 */
export function readConflict(folder: Folder, problems: Problem[]): ConflictFile {
  const before = problems.length
  const conflict = completed(folder, problems)
  const text = folder.text('conflict.json') ?? ''
  const whole = { from: 0, to: text.length }
  if (problems.length === before)
    for (const { property, message } of faultsOf('conflict.json', conflict))
      problems.push({
        reason: 'schema',
        severity: 'error',
        file: folder.nameOf('conflict.json'),
        line: lineOfProperty(text, whole, property),
        message,
      })
  if (problems.length === before && conflict.start > conflict.end)
    problems.push({
      reason: 'date-range-reversed',
      severity: 'error',
      file: folder.nameOf('conflict.json'),
      line: lineOfProperty(text, whole, 'end'),
      message: `${conflict.start} is after ${conflict.end}`,
    })
  return problems.length === before ? conflict : ({} as ConflictFile)
}

/** @returns the conflict; properties that the folder leaves out are the lender's where those can be shared */
function completed(folder: Folder, problems: Problem[]): ConflictFile {
  const own = (readJson(folder, 'conflict.json', problems) ?? {}) as ConflictFile
  if (!folder.lender) return own
  const lent = Object.entries(completed(folder.lender, problems)).filter(([key]) => !OWN.has(key))
  return { ...(Object.fromEntries(lent) as unknown as ConflictFile), ...own }
}
