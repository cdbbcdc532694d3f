import { dayOf } from '../../src/chronicle/day.ts'
import { defaultState } from '../../src/link/link.ts'
import type { LinkContext, LinkState } from '../../src/link/state.ts'

/** A conflict as the link sees it. */
export const context: LinkContext = {
  atlases: [
    { id: 'main', start: dayOf('2024-11-26'), end: dayOf('2025-12-31') },
    { id: 'early', start: dayOf('2019-05-01'), end: dayOf('2020-03-06') },
  ],
  shown: 'main',
  start: dayOf('2024-11-26'),
  end: dayOf('2025-12-31'),
  factions: ['HTS', 'SAA', 'SDF', 'SNA', 'IDF', 'UN', 'SFA', 'SOR', 'DRUZE', 'COASTAL', 'LOCAL', 'ISIS'],
  governorates: ['SY-HL', 'SY-ID', 'SY-HM'],
  languages: ['en', 'ar'],
  layers: ['positions', 'events'],
  kinds: ['battle', 'strike', 'deal'],
  speeds: [0.25, 0.5, 1, 2, 4, 8, 16],
  bbox: [35.5, 32.2, 42.5, 37.4],
}

/** @returns the default view with some fields of another value */
export function viewWith(fields: Partial<LinkState>): LinkState {
  return { ...defaultState(context), ...fields }
}
