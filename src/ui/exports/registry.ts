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
  FlatGeobuf: { ending: 'fgb', type: 'application/flatgeobuf' },
  GeoJSON: { ending: 'geojson', type: 'application/geo+json' },
  KML: { ending: 'kml', type: 'application/vnd.google-earth.kml+xml' },
  TopoJSON: { ending: 'topojson', type: 'application/json' },
} as const

export const EXPORTS = [
  { id: 'ground', title: 'export.ground', format: 'GeoJSON', load: () => import('./ground.ts') },
  {
    id: 'ground-flatgeobuf',
    title: 'export.ground',
    format: 'FlatGeobuf',
    load: () => import('./ground-flatgeobuf.ts'),
  },
  { id: 'ground-kml', title: 'export.ground', format: 'KML', load: () => import('./ground-kml.ts') },
  {
    id: 'ground-topojson',
    title: 'export.ground',
    format: 'TopoJSON',
    load: () => import('./ground-topojson.ts'),
  },
  { id: 'places', title: 'export.places', format: 'CSV', load: () => import('./places.ts') },
  { id: 'changes', title: 'export.changes', format: 'CSV', load: () => import('./changes.ts') },
  { id: 'numbers', title: 'export.numbers', format: 'CSV', load: () => import('./numbers.ts') },
] as const satisfies readonly ExportRow[]

export type ExportId = (typeof EXPORTS)[number]['id']

/**
 * @returns a file and its name, `<conflict>-<what it is>.<ending>`, and its media type; `null` when there is nothing to tell
 * @throws when the code or the data of the export do not arrive
 */
export async function makeExport(
  id: ExportId,
  source: ExportSource,
): Promise<{ name: string; content: string | Uint8Array<ArrayBuffer>; type: string } | null> {
  const row = EXPORTS.find((one) => one.id === id)!
  const made = await (await row.load()).default(source)
  if (!made) return null
  const { ending, type } = FORMATS[row.format]
  return { name: `${source.app.conflict.id}-${made.name}.${ending}`, content: made.content, type }
}

/** Makes a file and hands it to the reader. @returns false when there is nothing to tell @throws as {@link makeExport} */
export async function saveExport(id: ExportId, source: ExportSource): Promise<boolean> {
  const made = await makeExport(id, source)
  if (made) saveFile(made.name, made.content, made.type)
  return made !== null
}
