/** Reads what `build` wrote, for commands that only ask. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { type Atlas, decodeAtlas } from '../chronicle/atlas.ts'
import { type Day, parseDay } from '../chronicle/day.ts'
import type { EvidenceFile } from '../chronicle/evidence.ts'
import { evidenceFrom } from '../chronicle/evidence-records.ts'
import { finishReplacing } from './replace-folders.ts'

export interface CompiledFiles {
  atlas: Atlas
  evidence: EvidenceFile
}

/** @throws Error with advice when the folder has not been compiled */
export function readCompiled(folder: string): CompiledFiles {
  finishReplacing(folder)
  const read = (file: string): unknown => {
    try {
      return JSON.parse(readFileSync(join(folder, file), 'utf8'))
    } catch {
      throw new Error(`${join(folder, file)} cannot be read: run "npm run compile" first`)
    }
  }
  const atlas = decodeAtlas(read('atlas/atlas.json'))
  return { atlas, evidence: evidenceFrom(read('atlas/evidence.json'), atlas) }
}

/** @throws Error when the text is no date or lies outside the atlas */
export function dayIn(atlas: Atlas, text: string | undefined): Day {
  const day = parseDay(text ?? '')
  if (day === null) throw new Error(`expected a date YYYY-MM-DD, got "${text ?? ''}"`)
  if (day < atlas.start || day > atlas.end) throw new Error(`${text} is outside the range of the map`)
  return day
}
