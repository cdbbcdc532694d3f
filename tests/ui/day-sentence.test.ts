import { describe, expect, it } from 'vitest'
import { STATE } from '../../src/chronicle/atlas.ts'
import { dayChanges } from '../../src/chronicle/day-changes.ts'
import { LANGUAGES } from '../../src/chronicle/languages.ts'
import { daySentence, placesOf, type SentenceSources } from '../../src/ui/head/day-sentence.ts'
import { FACTIONS, history, place, START, squares } from '../chronicle/strip-of-squares.ts'
import { wordsOf } from './words.ts'

const atlas = squares([
  history([0, 0], [2, 1], [20, 1, 0, STATE.contested], [25, 1]),
  history([0, 0], [2, 1]),
  history([0, 0], [2, 2]),
  history([0, 0], [5, 0, 1, STATE.passing], [7, 1]),
])
const changes = dayChanges(atlas)
const evidence = {
  places: [
    place('village', 38.5, 0),
    place('City', 38.6, 0, { kind: 'city', name: { en: 'City', ar: 'مدينة' } }),
    place('Town', 39.5, 1, { kind: 'town' }),
    place('Other', 40.5, 2),
  ],
} as unknown as NonNullable<SentenceSources['evidence']>

function say(offset: number, over: Partial<SentenceSources> = {}) {
  return daySentence(START + offset, {
    words: wordsOf('en'),
    changes,
    changeDays: changes.map(({ day }) => day),
    start: START,
    factionName: (index) => FACTIONS[index],
    governorateName: (index) => `Area ${index}`,
    evidence: null,
    ...over,
  })
}

describe('the sentence of a day', () => {
  it('names who gained, how much, and where', () => {
    expect(say(2)).toBe('BLUE gained about 20 km² in Area 0 and Area 1. GREEN gained about 10 km² in Area 1.')
  })

  it('names places, the best known first, once the evidence is there', () => {
    expect(say(2, { evidence })).toBe(
      'BLUE gained City, Town and 1 more place (about 20 km² in Area 0 and Area 1). GREEN gained Other (about 10 km² in Area 1).',
    )
  })

  it('tells of ground that became contested, and of ground that no longer is', () => {
    expect(say(5)).toBe('Newly contested: about 10 km² in Area 1 and Area 2.')
    expect(say(25)).toBe('No longer contested: about 10 km² in Area 0.')
  })

  it('says that nothing changed, and when something last did', () => {
    expect(say(0)).toBe('The first day of the map.')
    expect(say(1)).toBe('No change of control is known for this day.')
    expect(say(10)).toBe('No change of control is known for this day. The last one: 3 December 2024.')
  })

  it('says nothing of where in a folder without governorates, in every language', () => {
    const nowhere = changes.map((change) => ({
      ...change,
      gains: change.gains.map((gain) => ({ ...gain, governorates: [] })),
      unsettled: { ...change.unsettled, governorates: [] },
      settled: { ...change.settled, governorates: [] },
    }))
    expect(say(2, { changes: nowhere, evidence })).toBe(
      'BLUE gained City, Town and 1 more place (about 20 km²). GREEN gained Other (about 10 km²).',
    )
    expect(say(5, { changes: nowhere })).toBe('Newly contested: about 10 km².')
    for (const { code } of LANGUAGES)
      for (const offset of [2, 5, 25])
        for (const known of [evidence, null]) {
          const sentence = say(offset, { words: wordsOf(code), changes: nowhere, evidence: known })
          // A word or a bracket that waits for a name would stand before the stop, or alone.
          expect(sentence).toMatch(/\d [^ ]+(\)| kazandı| bi dest xist)?\.$/)
          expect(sentence).not.toMatch(/\(\s*\)|,\s*\)|\s{2}|\s[.)]/)
        }
  })

  it('is Arabic in Arabic', () => {
    const sentence = say(2, { words: wordsOf('ar'), evidence })
    expect(sentence).toContain('مدينة')
    expect(sentence).toMatch(/^مكاسب BLUE: /)
  })
})

describe('places of faces', () => {
  it('are none without the evidence', () => {
    expect(placesOf([0], null)).toEqual([])
    expect(placesOf([0], evidence).map(({ name }) => name.en)).toEqual(['City', 'village'])
  })
})
