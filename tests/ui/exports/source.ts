/** The frozen atlas as exports are given it. */
import type { Governorate } from '../../../src/chronicle/conflict.ts'
import { dayChanges } from '../../../src/chronicle/day-changes.ts'
import type { Language } from '../../../src/chronicle/languages.ts'
import { governorates } from '../../../src/derive/governorates.ts'
import type { ExportSource } from '../../../src/ui/exports/contract.ts'
import { frozen, frozenAtlas, frozenEvidence } from '../../fixtures/frozen.ts'
import { wordsOf } from '../words.ts'

const atlas = frozenAtlas()
const evidence = frozenEvidence()

/** @returns a view of the thirteenth day, with names in that language */
export const exportSource = (language: Language): ExportSource => ({
  app: {
    atlas,
    conflict: frozen('conflict.json'),
    factions: frozen('factions.json'),
    governorates: governorates(frozen('base/admin1.geojson')) as Governorate[],
    words: wordsOf(language),
  },
  changeDays: dayChanges(atlas).map(({ day }) => day),
  day: atlas.start + 12,
  view: { with: null, where: null, count: 'places', by: null, span: 'all' },
  exactAtlas: async () => atlas,
  evidence: async () => evidence,
})
