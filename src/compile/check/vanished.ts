/**
 * Rows that were there when the folder was last compiled and are gone: a row that proves wrong is rejected, not
 * deleted. What is meant to go is named under `removed` in an entry of corrections.json, by id, as `OFF*`, or by its file.
 */
import type { EvidenceRecords } from '../../chronicle/evidence-records.ts'
import type { Folder } from '../read/folder.ts'
import { allClaims, type Dataset } from '../read/model.ts'
import type { Problem } from '../read/problem.ts'
import { remember } from '../read/remember.ts'
import { readItems } from '../read/tables.ts'
import { shrunkTables } from './row-counts.ts'

/** Share of a group of rows that may go without a word. */
const MOST_GONE = 0.2

/** @returns errors for groups of which more than a fifth is gone, warnings for single rows */
export function vanishedRows(folder: Folder, dataset: Dataset): Problem[] {
  const removed = wordsOfRemoval(folder)
  const shrunk = shrunkTables(folder, removed, MOST_GONE)
  const before = compiledBefore(folder)
  if (!before) return shrunk
  const claims = new Set(allClaims(dataset).map(({ id }) => id))
  return [
    ...shrunk,
    ...lost('claims', before.claims, claims, removed),
    ...lost('places.geojson', before.places, new Set(dataset.places.keys()), removed),
    ...lost('sources.json', before.sources, new Set(dataset.sources.keys()), removed),
    ...lost(
      'areas',
      before.areas,
      new Set([...dataset.areas.keys(), ...dataset.governorates.map(({ id }) => id)]),
      removed,
    ),
  ]
}

function lost(
  file: string,
  before: readonly { id: string }[],
  now: ReadonlySet<string>,
  isRemoved: (id: string) => boolean,
): Problem[] {
  const groups = new Map<string, string[]>()
  for (const { id } of before) {
    // Claims of one file share the letters before their numbers.
    const group = file === 'claims' ? id.replace(/[-\d].*$/, '') : ''
    const known = groups.get(group)
    if (known) known.push(id)
    else groups.set(group, [id])
  }
  return [...groups].flatMap(([group, ids]): Problem[] => {
    const gone = ids.filter((id) => !now.has(id) && !isRemoved(id))
    if (gone.length === 0) return []
    const tooMany = gone.length > Math.max(1, ids.length * MOST_GONE)
    const which = `${gone.slice(0, 5).join(', ')}${gone.length > 5 ? ' …' : ''}`
    return [
      {
        reason: tooMany ? 'table-shrank' : 'row-vanished',
        severity: tooMany ? 'error' : 'warning',
        file,
        line: 0,
        message: `${gone.length} of ${ids.length} ${group} rows that were compiled are gone (${which}): bring them back, reject them with a reason, or name them under "removed" in corrections.json`,
      },
    ]
  })
}

const compiled = remember<EvidenceRecords | null>()

function compiledBefore(folder: Folder): EvidenceRecords | null {
  const text = folder.text('atlas/evidence.json')
  return text === null ? null : compiled(folder.path, text, () => recordsIn(text))
}

function recordsIn(text: string): EvidenceRecords | null {
  try {
    const { claims, places, sources, areas, ...rest } = JSON.parse(text) as EvidenceRecords
    return [claims, places, sources, areas].every(Array.isArray)
      ? { claims, places, sources, areas, ...rest }
      : null
  } catch {
    // A damaged output is written anew by the next compile.
    return null
  }
}

function wordsOfRemoval(folder: Folder): (id: string) => boolean {
  if (folder.locate('corrections.json') === null) return () => false
  const words = readItems<{ removed?: string[] }>(folder, 'corrections.json', []).flatMap(
    ({ value }) => value.removed ?? [],
  )
  const exact = new Set(words)
  const begins = words.filter((word) => word.endsWith('*')).map((word) => word.slice(0, -1))
  return (id) => exact.has(id) || begins.some((begin) => id.startsWith(begin))
}
