import { describe, expect, it } from 'vitest'
import { dayOf } from '../../../src/chronicle/day.ts'
import { firstBeside, meetingsOf } from '../../../src/ui/compare/meetings.ts'
import type { AtlasEntry } from '../../../src/ui/data/atlas-list.ts'

const atlases: AtlasEntry[] = [
  { id: 'main', title: { en: 'Main' }, start: '2024-11-26', end: '2025-12-31' },
  {
    id: 'early',
    title: { en: 'Early' },
    start: '2019-05-01',
    end: '2020-03-06',
    meets: { atlas: 'main', day: '2020-03-06', with: '2024-11-26' },
  },
  { id: 'alone', title: { en: 'Alone' }, start: '2001-01-01', end: '2001-12-31' },
]
const [earlier, later] = [
  { atlas: 'early', day: dayOf('2020-03-06') },
  { atlas: 'main', day: dayOf('2024-11-26') },
]

describe('where atlases meet', () => {
  it('is told in order of time, whichever of the two names the other', () => {
    expect(meetingsOf(atlases)).toEqual([{ earlier, later }])
    const turned = [
      { ...atlases[0], meets: { atlas: 'early', day: '2024-11-26', with: '2020-03-06' } },
      { ...atlases[1], meets: undefined },
    ]
    expect(meetingsOf(turned)).toEqual([{ earlier, later }])
    expect(meetingsOf(atlases.slice(0, 1))).toEqual([])
  })

  it('is what a comparison begins with; else the day nearest to the one shown', () => {
    const day = dayOf('2025-06-01')
    expect(firstBeside(atlases, 'main', day, 'early')).toEqual(earlier)
    expect(firstBeside(atlases, 'early', day, 'main')).toEqual(later)
    expect(firstBeside(atlases, 'main', day, 'alone')).toEqual({ atlas: 'alone', day: dayOf('2001-12-31') })
    expect(firstBeside(atlases, 'alone', dayOf('2001-05-05'), 'main')).toEqual(later)
    expect(firstBeside(atlases, 'main', day, 'never')).toBeNull()
  })
})
