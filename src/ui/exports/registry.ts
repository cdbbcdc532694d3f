/**
 * What a reader can take away as a file. An export is a row here, its message, and a module that makes the text and is
 * loaded when it is first asked for; the panel of downloads lists them from this table alone.
 */

import { saveFile } from '../data/save-file.ts'
import type { MessageId } from '../words/words.ts'
import type { ExportSource, MakeExport } from './contract.ts'

export interface ExportRow {
  id: string
  title: MessageId
  format: keyof typeof FORMATS
  load(): Promise<{ default: MakeExport }>
}

const FORMATS = {
  CSV: { ending: 'csv', type: 'text/csv;charset=utf-8' },
  GeoJSON: { ending: 'geojson', type: 'application/geo+json' },
} as const

export const EXPORTS = [
  { id: 'ground', title: 'export.ground', format: 'GeoJSON', load: () => import('./ground.ts') },
  { id: 'changes', title: 'export.changes', format: 'CSV', load: () => import('./changes.ts') },
  { id: 'numbers', title: 'export.numbers', format: 'CSV', load: () => import('./numbers.ts') },
] as const satisfies readonly ExportRow[]

export type ExportId = (typeof EXPORTS)[number]['id']

/**
 * Makes a file and hands it to the reader: `<conflict>-<what it is>.<ending>`.
 * @returns false when there is nothing to tell
 * @throws when the code or the data of the export do not arrive
 */
export async function saveExport(id: ExportId, source: ExportSource): Promise<boolean> {
  const row = EXPORTS.find((one) => one.id === id)!
  const made = await (await row.load()).default(source)
  if (!made) return false
  const { ending, type } = FORMATS[row.format]
  saveFile(`${source.app.conflict.id}-${made.name}.${ending}`, made.text, type)
  return true
}
