import { type MessageFormatElement, parse, TYPE } from '@formatjs/icu-messageformat-parser'
import { describe, expect, it } from 'vitest'
import { dayOf } from '../../src/chronicle/day.ts'
import ar from '../../src/ui/messages/ar.json'
import en from '../../src/ui/messages/en.json'
import trouble from '../../src/ui/messages/trouble.json'
import { about, type MessageId, threeFigures } from '../../src/ui/words/words.ts'
import { wordsOf } from './words.ts'

const ids = Object.keys(en) as MessageId[]
const EXACT: Record<string, string> = { '=0': 'zero', '=1': 'one', '=2': 'two' }
const ARABIC = /[\u0600-\u06ff]/

/** Names of the values that a message takes. */
function values(elements: MessageFormatElement[]): Set<string> {
  const names = new Set<string>()
  for (const element of elements) {
    if (element.type === TYPE.literal || element.type === TYPE.pound) continue
    names.add(element.value)
    if (element.type === TYPE.plural || element.type === TYPE.select) {
      for (const option of Object.values(element.options))
        for (const name of values(option.value)) names.add(name)
    }
  }
  return names
}

describe('messages', () => {
  it('are the same in both languages, in one order', () => {
    expect(Object.keys(ar)).toEqual(Object.keys(en))
    expect(ids).toEqual([...ids].sort())
  })

  it.each(ids)('%s is written in both, and takes the same values', (id) => {
    expect(en[id].trim()).not.toBe('')
    expect(en[id]).not.toMatch(ARABIC)
    const words = ar[id].replace(/\{[^}]*\}/g, '').replace(/[^\p{L}]/gu, '')
    if (words) expect(ar[id]).toMatch(ARABIC)
    expect(values(parse(ar[id]))).toEqual(values(parse(en[id])))
  })

  it.each(ids)('%s has every plural form that its language needs', (id) => {
    for (const [language, text] of Object.entries({ en: en[id], ar: ar[id] })) {
      for (const element of parse(text)) {
        if (element.type !== TYPE.plural) continue
        const needed = new Intl.PluralRules(language).resolvedOptions().pluralCategories
        // In both languages these categories stand for exactly one number, which may be named instead.
        const given = Object.keys(element.options).map((option) => EXACT[option] ?? option)
        expect(given).toEqual(expect.arrayContaining(needed))
      }
    }
  })
})

it('what is said without a connection is there in both languages, and needs no formatting', () => {
  expect(Object.keys(trouble.ar)).toEqual(Object.keys(trouble.en))
  for (const text of Object.values(trouble.en)) expect(text).toMatch(/^[^{}\u0600-\u06ff]+$/)
  for (const text of Object.values(trouble.ar)) expect(text).toMatch(/^[^{}]*[\u0600-\u06ff][^{}]*$/)
})

describe('words', () => {
  const day = dayOf('2024-12-05')

  it('write dates as readers of each language do', () => {
    const english = wordsOf('en')
    expect(english.dateLong(day).replace(',', '')).toBe('Thursday 5 December 2024')
    expect(english.dateShort(day)).toBe('5 Dec')
    const arabic = wordsOf('ar')
    // Syrian month names, European digits.
    expect(arabic.date(day)).toBe('5 كانون الأول 2024')
    expect(arabic.weekday(day)).toBe('الخميس')
  })

  it('count in Arabic', () => {
    const { say } = wordsOf('ar')
    const forms = [1, 2, 3, 11, 100].map((count) => say('day.more-places', { count }))
    expect(new Set(forms).size).toBe(5)
    expect(forms[2]).toContain('3')
  })

  it('round what is said with "about" to two figures', () => {
    const rounded: [number, number][] = [
      [0, 0],
      [0.2, 1],
      [7.4, 7],
      [43, 40],
      [96, 100],
      [1234, 1200],
      [18_730, 19_000],
    ]
    for (const [km2, said] of rounded) expect(about(km2)).toBe(said)
  })

  it('round areas of a table to three figures', () => {
    expect([0, 8.6, 512.4, 1234, 118_870].map(threeFigures)).toEqual([0, 9, 512, 1230, 119_000])
  })
})
