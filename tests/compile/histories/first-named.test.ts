import { describe, expect, it } from 'vitest'
import { STATE } from '../../../src/chronicle/atlas.ts'
import { dayOf } from '../../../src/chronicle/day.ts'
import { compile } from '../../../src/compile/compile.ts'
import { type Inside, withFirstNamed } from '../../../src/compile/histories/first-named.ts'
import type { ClaimedPeriod } from '../../../src/compile/histories/timeline.ts'
import { areaClaim, claim, smallCountry } from '../small-country.ts'
import { inShort, period } from './periods.ts'

const [RED, GREEN, BLUE] = [0, 1, 2]
const LAST = 30

const inside = (faction: number, day: number, lasts = false): Inside => ({
  claim: 100 + day,
  faction,
  day,
  lasts,
})
const told = (history: readonly ClaimedPeriod[], insiders: readonly Inside[]) =>
  inShort(withFirstNamed(history, insiders, LAST))

describe('who is named first on shared ground', () => {
  const shared = [period(0, RED), period(5, RED, STATE.contested, GREEN), period(15, RED)]

  it('is the holder of the day before, as long as nobody is placed inside', () => {
    expect(told(shared, [])).toEqual(
      shared.map(({ start, holder, other, state }) => [start, holder, other, state]),
    )
  })

  it('is whoever a source places inside, from that day until the ground is held again', () => {
    expect(told(shared, [inside(GREEN, 8)])).toEqual([
      [0, RED, -1, STATE.held],
      [5, RED, GREEN, STATE.contested],
      [8, GREEN, RED, STATE.contested],
      [15, RED, -1, STATE.held],
    ])
  })

  it('changes again when the other side is placed inside, and not when both are', () => {
    expect(told(shared, [inside(GREEN, 5), inside(RED, 9)])).toEqual([
      [0, RED, -1, STATE.held],
      [5, GREEN, RED, STATE.contested],
      [9, RED, GREEN, STATE.contested],
      [15, RED, -1, STATE.held],
    ])
    expect(told(shared, [inside(GREEN, 8), inside(RED, 8)])).toEqual(told(shared, []))
  })

  it('is not somebody who came before the ground was shared, unless it was to stay', () => {
    expect(told(shared, [inside(GREEN, 2)])).toEqual(told(shared, []))
    expect(told(shared, [inside(GREEN, 2, true)])[1]).toEqual([5, GREEN, RED, STATE.contested])
  })

  it('is never a third side', () => {
    expect(told(shared, [inside(BLUE, 8)])).toEqual(told(shared, []))
  })

  it('begins anew with a claim that the ground was taken', () => {
    const taken = [period(0, RED, STATE.contested, GREEN), period(6, BLUE, STATE.contested, GREEN)]
    expect(told(taken, [inside(GREEN, 3)])).toEqual([
      [0, RED, GREEN, STATE.contested],
      [3, GREEN, RED, STATE.contested],
      [6, BLUE, GREEN, STATE.contested],
    ])
  })

  it('rests on the claim that places it inside', () => {
    expect(withFirstNamed(shared, [inside(GREEN, 8)], LAST)[2].claims).toEqual([108, 5])
  })
})

describe('a compiled map', () => {
  it('names the newcomer first where an accepted claim says that it came in', () => {
    const country = smallCountry()
    country.claims.push(claim('C1', 'eastham', '2025-01-12', 'entered', 'BLUE', 'RED'))
    country.areaClaims = [
      areaClaim('A1', 'XX', '2025-01-10', ['BLUE'], 'RED', {
        state: 'contested',
        latest: dayOf('2025-01-20'),
      }),
    ]
    const output = compile(country, [])!
    const site = output.evidence.sites.find(({ place }) => place === 'eastham')!
    expect(site.history.map(([offset, holder, other]) => [offset, holder, other])).toEqual([
      [0, 'BLUE', null],
      [9, 'BLUE', 'RED'],
      [11, 'RED', 'BLUE'],
      [20, 'BLUE', null],
    ])
    const beside = output.evidence.sites.find(({ place }) => place === 'eastbury')!
    expect(beside.history[1].slice(0, 3)).toEqual([9, 'BLUE', 'RED'])
  })
})
