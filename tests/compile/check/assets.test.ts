/** Rules on positions, each with a fault it is there for. */
import { describe, expect, it } from 'vitest'
import { positionProblems } from '../../../src/compile/check/assets.ts'
import { smallCountry } from '../small-country.ts'

const post = (over: Partial<Parameters<typeof positionProblems>[0][number]> = {}) => ({
  id: 'P1',
  site: 'hill',
  line: 1,
  faction: 'FLEET',
  status: 'active',
  start_date: '2025-01-01',
  end_date: '2025-01-10',
  verdict: 'accepted',
  reason_en: '',
  reason_ar: '',
  sources: ['agency'],
  ...over,
})
const reasons = (...positions: ReturnType<typeof post>[]) =>
  positionProblems(positions, smallCountry()).map(({ reason }) => reason)

describe('positions', () => {
  it('may follow each other at a site', () => {
    expect(
      reasons(post(), post({ id: 'P2', status: 'left', start_date: '2025-01-10', end_date: null as never })),
    ).toEqual([])
  })

  it.each([
    ['duplicate-id', [post(), post({ site: 'other' })]],
    ['unknown-faction', [post({ faction: 'PINK' })]],
    ['source-missing', [post({ sources: [] })]],
    ['unknown-source', [post({ sources: ['hearsay'] })]],
    ['verdict-without-reason', [post({ verdict: 'contested' })]],
    ['date-malformed', [post({ start_date: '1 January' })]],
    ['date-range-reversed', [post({ end_date: '2025-01-01' })]],
    ['status-overlap', [post(), post({ id: 'P2', status: 'left', start_date: '2025-01-09' })]],
  ] as const)('%s', (reason, positions) => {
    expect(reasons(...positions)).toEqual([reason])
  })
})
