import { describe, expect, it } from 'vitest'
import { STATE } from '../../../src/chronicle/atlas.ts'
import type { Faction } from '../../../src/chronicle/conflict.ts'
import {
  aboutName,
  claimDate,
  eventWord,
  partiesOf,
  publicationDate,
  publicationFacts,
  shortName,
  stateWords,
} from '../../../src/ui/panels/why/claim-words.ts'
import { claim, evidence, place, START } from '../../chronicle/strip-of-squares.ts'
import { wordsOf } from '../words.ts'

const en = wordsOf('en')
const ar = wordsOf('ar')
const faction = (id: string, ...names: [from: string | null, name: string][]): Faction => ({
  id,
  role: 'ground',
  colour: '#123456',
  texture: 'none',
  names: names.map(([from, name]) => ({
    from,
    name: { en: `${name} in full`, ar: `${name} كاملًا` },
    short: { en: name, ar: `${name} ع` },
  })),
  lineage: [],
  dissolved: null,
})
const factions = [faction('RED', [null, 'Rebels'], ['2024-12-08', 'Rulers']), faction('BLUE', [null, 'Army'])]

describe('a claim in words', () => {
  it('tells a day from a range in which the day is unknown, and from a range that it lasted', () => {
    const known = claim('A', 'x', { earliest: '2024-12-06', latest: '2024-12-06' })
    expect(claimDate(known, en)).toBe('6 December 2024')
    const vague = { ...known, earliest: '2024-12-05' }
    expect(claimDate(vague, en)).toBe('some day from 5 December 2024 to 6 December 2024')
    expect(claimDate({ ...vague, scope: 'area', event: 'contested' }, en)).toBe(
      '5 December 2024 to 6 December 2024',
    )
  })

  it('has a word for every event of the data, in both languages, and leaves new ones as they are', () => {
    for (const event of ['captured', 'withdrawn', 'incursion', 'massacre', 'held', 'baseline']) {
      expect(eventWord(event, en)).not.toBe(event)
      expect(eventWord(event, ar)).toMatch(/[\u0600-\u06ff]/)
    }
    expect(eventWord('parley', en)).toBe('parley')
  })

  it('says from whom to whom only where ground changed hands', () => {
    expect(partiesOf(claim('A', 'x'))).toEqual({ kind: 'change', from: ['RED'], to: 'BLUE' })
    expect(partiesOf(claim('A', 'x', { event: 'attack', from: ['RED'], to: 'RED' }))).toEqual({
      kind: 'named',
      names: ['RED'],
    })
  })

  it('attributes no killing to anybody', () => {
    expect(partiesOf(claim('A', 'x', { event: 'massacre' }))).toEqual({ kind: 'named', names: [] })
  })

  it('calls factions by the name of the day', () => {
    expect(shortName(factions, 'RED', START, en)).toBe('Rebels')
    expect(shortName(factions, 'RED', START + 12, en)).toBe('Rulers')
    expect(shortName(factions, 'RED', START + 12, ar)).toBe('Rulers ع')
    expect(shortName(factions, 'GREY', START, en)).toBe('GREY')
  })

  it('names the place or area that it is about', () => {
    const book = {
      ...evidence({ places: [place('x', 38.5, 0, { name: { en: 'Ex', ar: 'إكس' } })] }),
      areas: [{ id: 'plain', name: { en: 'The plain' } }],
    }
    expect(aboutName({ about: 'x', scope: 'place' }, book, en)).toBe('Ex')
    expect(aboutName({ about: 'x', scope: 'place' }, book, ar)).toBe('إكس')
    expect(aboutName({ about: 'plain', scope: 'area' }, book, ar)).toBe('The plain')
    expect(aboutName({ about: 'x', scope: 'area' }, book, en)).toBe('x')
  })
})

describe('the state of ground in words', () => {
  it('names the other side where it is known', () => {
    expect(stateWords({ state: STATE.held, other: -1 }, null, en)).toBe('Held')
    expect(stateWords({ state: STATE.contested, other: 1 }, 'Army', en)).toBe('Contested by Army')
    expect(stateWords({ state: STATE.contested, other: -1 }, null, en)).toContain('not known')
    expect(stateWords({ state: STATE.passing, other: 1 }, 'Army', en)).toContain('Passing to Army')
    expect(stateWords({ state: STATE.passing, other: -1 }, null, en)).toContain('Changing hands')
  })
})

describe('a publication in words', () => {
  it('is dated as exactly as the record has it', () => {
    expect(publicationDate('2024-12-06', en)).toBe('6 December 2024')
    expect(publicationDate('2024-12', en)).toBe('December 2024')
    expect(publicationDate('2024', en)).toBe('2024')
    expect(publicationDate(null, en)).toBeNull()
    expect(publicationDate('soon', en)).toBeNull()
  })

  it('says kind, date, language, and whom it is aligned with', () => {
    const source = { kind: 'agency', date: null, language: 'ar', stance: ['RED', 'BLUE'] }
    expect(publicationFacts(source, factions, START, en)).toEqual([
      'news agency',
      'no date',
      'Arabic',
      'aligned with Rebels and Army',
    ])
    expect(publicationFacts({ ...source, stance: [] }, factions, START, en)).toHaveLength(3)
    expect(publicationFacts({ ...source, language: '!!' }, factions, START, en)[2]).toBe('!!')
  })
})
