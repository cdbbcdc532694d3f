import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { dayOf, isoOf } from '../../../src/chronicle/day.ts'
import { LANGUAGES } from '../../../src/chronicle/languages.ts'
import { daysMeant, monthsOf } from '../../../src/ui/search/dates.ts'
import { wordsOf } from '../words.ts'

const [START, END] = [dayOf('2024-11-26'), dayOf('2025-12-31')]
const meant = (text: string) => daysMeant(text, START, END).map(isoOf)

describe('a date', () => {
  it.each([
    ['8 Dec', ['2024-12-08', '2025-12-08']],
    ['8 December 2024', ['2024-12-08']],
    ['December 8, 2024', ['2024-12-08']],
    ['dec 8th', ['2024-12-08', '2025-12-08']],
    ['8 dec. 2024', ['2024-12-08']],
    ['2024-12-08', ['2024-12-08']],
    ['2025-3-7', ['2025-03-07']],
    ['8.12.2024', ['2024-12-08']],
    ['8/12/24', ['2024-12-08']],
    ['08/12/2024', ['2024-12-08']],
    ['7.3.', ['2025-03-07']],
    ['7 March', ['2025-03-07']],
    ['8. December 2024', ['2024-12-08']],
    ['Sept 2025', ['2025-09-01']],
    ['2025-07', ['2025-07-01']],
    ['November 2024', ['2024-11-26']],
    ['December', ['2024-12-01', '2025-12-01']],
    ['كانون الأول', ['2024-12-01', '2025-12-01']],
    ['٨ كانون الأول', ['2024-12-08', '2025-12-08']],
    ['٨ كانون الأول ٢٠٢٤', ['2024-12-08']],
    ['8 كانون اول 2024', ['2024-12-08']],
    ['8 ك1 2024', ['2024-12-08']],
    ['٨ ك١', ['2024-12-08', '2025-12-08']],
    ['8 ديسمبر 2024', ['2024-12-08']],
    ['13 تموز', ['2025-07-13']],
    ['1 آذار 2025', ['2025-03-01']],
    ['1 ت2 2025', ['2025-11-01']],
  ])('is understood: %s', (text, days) => {
    expect(meant(text)).toEqual(days)
  })

  it.each([
    '',
    'Saraqib',
    '8',
    '2024',
    'Dec',
    '31 Feb 2025',
    '8 Dec 2023',
    '8 Dec 2024 Homs',
    '40.1.2025',
    '13/13/2025',
    '8 ma',
  ])('is not made of “%s”', (text) => {
    expect(meant(text)).toEqual([])
  })

  it('is read back as it is written, in every language', () => {
    const writers = LANGUAGES.map(({ code }) => ({ words: wordsOf(code), months: monthsOf(wordsOf(code)) }))
    fc.assert(
      fc.property(fc.integer({ min: START, max: END }), (day) => {
        expect(daysMeant(isoOf(day), START, END)).toEqual([day])
        for (const { words, months } of writers) {
          expect(daysMeant(words.date(day), START, END, months)).toEqual([day])
          expect(daysMeant(words.dateShort(day), START, END, months)).toContain(day)
        }
      }),
    )
  })

  it('is taken with the ending that a case gives a month', () => {
    const months = monthsOf(wordsOf('ku'))
    expect(daysMeant('8ê berfanbarê', START, END, months).map(isoOf)).toContain('2024-12-08')
  })

  it('is never made up: whatever is typed, the days lie in the range', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 24 }), (text) => {
        for (const day of daysMeant(text, START, END)) expect(day >= START && day <= END).toBe(true)
      }),
    )
  })
})
