/** Every export is made from the frozen atlas, without a page. */
import { describe, expect, it } from 'vitest'
import { dayChanges } from '../../../src/chronicle/day-changes.ts'
import { decodeEvents, eventsFileOf } from '../../../src/chronicle/events.ts'
import { governorates } from '../../../src/derive/governorates.ts'
import type { ExportSource } from '../../../src/ui/exports/contract.ts'
import { EXPORTS } from '../../../src/ui/exports/registry.ts'
import { frozen, frozenAtlas, frozenEvidence, frozenTable } from '../../fixtures/frozen.ts'
import { wordsOf } from '../words.ts'

const atlas = frozenAtlas()
const evidence = frozenEvidence()
const source = {
  app: {
    atlas,
    conflict: frozen('conflict.json'),
    factions: frozen('factions.json'),
    governorates: governorates(frozen('base/admin1.geojson')),
    words: wordsOf('en'),
    session: { clock: { changeDays: dayChanges(atlas).map(({ day }) => day) } },
  },
  day: atlas.start + 12,
  view: { with: null, where: null, count: 'places', by: null, span: 'all' },
  exactAtlas: async () => atlas,
  evidence: async () => evidence,
  events: async () => decodeEvents(eventsFileOf(frozenTable('events/events.csv'))),
} as unknown as ExportSource

describe.each(EXPORTS)('the export $id', ({ format, load }) => {
  it('says something of the day shown, under a name that a file may have', async () => {
    const made = await (await load()).default(source)
    expect(made?.name).toMatch(/^[a-z0-9-]+$/i)
    expect(made?.name).toContain('2024-')
    const rows = format === 'CSV' ? made!.text.split('\r\n').slice(1) : JSON.parse(made!.text).features
    expect(rows.length).toBeGreaterThan(3)
  })
})
