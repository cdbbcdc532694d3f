/** What the modules of exports are given and give. */
import type { Atlas } from '../../chronicle/atlas.ts'
import type { Day } from '../../chronicle/day.ts'
import type { EvidenceFile } from '../../chronicle/evidence.ts'
import type { App } from '../context.tsx'
import type { View } from '../session.ts'

/** What an export is made from. The page has all of it, and so has the command line. */
export interface ExportSource {
  app: Pick<App, 'atlas' | 'conflict' | 'factions' | 'governorates' | 'words'>
  /** ascending days on which the map differs from the day before */
  changeDays: readonly Day[]
  day: Day
  view: Pick<View, 'with' | 'where' | 'count' | 'by' | 'span'>
  /** first and last day, where a stretch is wanted instead of the day, or a panel shows others than the link says */
  days?: { from: Day; to: Day }
  /** what is fetched when somebody asks for it; each throws when it does not arrive */
  exactAtlas(): Promise<Atlas>
  evidence(): Promise<EvidenceFile>
}

/** @returns what the file holds, and its name without conflict and ending; `null` when there is nothing to tell */
export type MakeExport = (
  source: ExportSource,
) => Promise<{ name: string; content: string | Uint8Array<ArrayBuffer> } | null>
