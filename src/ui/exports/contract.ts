/** What the modules of exports are given and give. */
import type { Atlas } from '../../chronicle/atlas.ts'
import type { Day } from '../../chronicle/day.ts'
import type { EventRecord } from '../../chronicle/events.ts'
import type { EvidenceFile } from '../../chronicle/evidence.ts'
import type { App } from '../context.tsx'
import type { View } from '../session.ts'

/** What an export is made from. */
export interface ExportSource {
  app: App
  day: Day
  view: View
  /** first and last day, where a panel shows others than the link says */
  days?: { from: Day; to: Day }
  /** what is fetched when somebody asks for it; each throws when it does not arrive */
  exactAtlas(): Promise<Atlas>
  evidence(): Promise<EvidenceFile>
  events(): Promise<readonly EventRecord[]>
}

/** @returns the text of the file, and its name without conflict and ending; `null` when there is nothing to tell */
export type MakeExport = (source: ExportSource) => Promise<{ name: string; text: string } | null>
