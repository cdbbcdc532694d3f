import { describe, expect, it } from 'vitest'
import { doesNotTake } from '../../../src/compile/ledger/raids.ts'

const area = { to: 'RED', earliest: 10, latest: 40, state: 'held' } as const
const raid = { event: 'incursion', verdict: 'accepted', from: 'BLUE', to: 'RED', latest: 44 } as const

describe('a raid', () => {
  it('speaks against the taking of all the area in the week before it', () => {
    expect(doesNotTake(area, raid)).toBe(true)
    expect(doesNotTake(area, { ...raid, latest: 48 })).toBe(false)
    expect(doesNotTake(area, { ...raid, latest: 39 })).toBe(false)
  })

  it('speaks against the sharing of the area while it is said to be shared', () => {
    const shared = { ...area, state: 'contested' } as const
    expect(doesNotTake(shared, { ...raid, latest: 20 })).toBe(true)
    expect(doesNotTake(shared, raid)).toBe(false)
    expect(doesNotTake(shared, { ...raid, latest: 9 })).toBe(false)
  })

  it('says nothing about others, when doubted, or on ground that the raider holds', () => {
    expect(doesNotTake(area, { ...raid, to: 'GREEN' })).toBe(false)
    expect(doesNotTake(area, { ...raid, verdict: 'contested' })).toBe(false)
    expect(doesNotTake(area, { ...raid, from: 'RED' })).toBe(false)
  })
})
