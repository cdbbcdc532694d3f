import { describe, expect, it } from 'vitest'
import { EVENTS, effectOf } from '../../../src/compile/ledger/effects.ts'

const ground = (id: string) => id !== 'FLEET'
const effect = (
  event: string,
  to: string | null = 'RED',
  verdict: 'accepted' | 'contested' | 'rejected' = 'accepted',
) => effectOf({ event, to, verdict }, ground)

describe('what a claim does to ground', () => {
  it('holds, when it states or changes control', () => {
    for (const event of ['baseline', 'captured', 'recaptured', 'withdrawn', 'handover', 'uprising'])
      expect(effect(event)).toBe('hold')
  })

  it('does nothing, when it moves nobody', () => {
    for (const event of ['entered', 'attack', 'besieged', 'incursion', 'post', 'political', 'massacre'])
      expect(effect(event)).toBe('none')
  })

  it('casts doubt, when it or its verdict says contested', () => {
    expect(effect('contested')).toBe('doubt')
    expect(effect('captured', 'RED', 'contested')).toBe('doubt')
  })

  it('never moves ground when rejected', () => {
    for (const event of EVENTS) expect(effect(event, 'RED', 'rejected')).toBe('none')
  })

  it('never gives ground to a faction that holds none', () => {
    for (const event of EVENTS) expect(effect(event, 'FLEET')).toBe('none')
  })

  it('leaves ground vacated when nobody is said to have come', () => {
    expect(effect('withdrawn', null)).toBe('vacate')
    expect(effect('captured', null)).toBe('none')
  })
})
