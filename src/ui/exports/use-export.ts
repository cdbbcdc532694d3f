/** Saves an export of what is on screen. */
import { useApp, useClock } from '../context.tsx'
import { loadEvidence, loadExactAtlas } from '../data/load.ts'
import type { ExportSource } from './contract.ts'
import { type ExportId, saveExport } from './registry.ts'

/** @returns a function that saves one, see {@link saveExport} */
export function useExport(): (id: ExportId, days?: ExportSource['days']) => Promise<boolean> {
  const app = useApp()
  const { day } = useClock('day')
  return (id, days) =>
    saveExport(id, {
      app,
      changeDays: app.session.clock.changeDays,
      day,
      view: app.session.getView(),
      days,
      exactAtlas: loadExactAtlas,
      evidence: async () => app.evidence ?? loadEvidence(),
    })
}
