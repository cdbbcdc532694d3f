import { describe, expect, it } from 'vitest'
import { FIRST_LANGUAGE, LANGUAGES, languageRow, languagesFor } from '../../src/chronicle/languages.ts'
import { nameFields, textIn, textOf, textsOf } from '../../src/chronicle/text.ts'

describe('a text of the data', () => {
  const both = { en: 'Town', ar: 'بلدة' }

  it('is read from the columns of a table, one for each language', () => {
    const row = {
      title_en: 'Town',
      title_ar: 'بلدة',
      title_ckb: ' شار ',
      title_fr: '',
      title_note_en: 'no',
      date: 'x',
    }
    expect(textOf(row, 'title')).toEqual({ en: 'Town', ar: 'بلدة', ckb: 'شار' })
  })

  it('is in the first language where the column names none, and goes back into the same columns', () => {
    expect(textOf({ name: 'Town', name_ar: null, names: 'no' }, 'name')).toEqual({ [FIRST_LANGUAGE]: 'Town' })
    expect(nameFields(both)).toEqual({ name: 'Town', name_ar: 'بلدة' })
    expect(textOf(nameFields(both), 'name')).toEqual(both)
  })

  it('is told in the language asked for, else in another one that is named', () => {
    expect(textIn(both, 'ar')).toEqual({ text: 'بلدة', language: 'ar' })
    expect(textIn({ en: 'Town', ar: '' }, 'ar')).toEqual({ text: 'Town', language: 'en' })
    expect(textIn({ tr: 'Kasaba' }, 'ar')).toEqual({ text: 'Kasaba', language: 'tr' })
    expect(textIn({}, 'ar')).toEqual({ text: '', language: 'ar' })
    expect(textIn(both, 'ku').language).toBe(FIRST_LANGUAGE)
  })

  it('is all that it is called, for a search', () => {
    expect(textsOf({ ...both, tr: '' })).toEqual(['Town', 'بلدة'])
  })
})

describe('the languages', () => {
  it('have codes of their own, and fallbacks and locales that exist', () => {
    const codes = LANGUAGES.map(({ code }) => code)
    expect(new Set(codes).size).toBe(codes.length)
    for (const code of codes) {
      const { locale, direction } = languageRow(code)
      expect(Intl.DateTimeFormat.supportedLocalesOf(locale)).toEqual([locale])
      expect(new Intl.Locale(locale).language).toBe(code)
      const order = languagesFor(code)
      expect(order[0]).toBe(code)
      expect([...order].sort()).toEqual([...codes].sort())
      expect(direction).toBe(new Intl.Locale(locale).maximize().script === 'Arab' ? 'rtl' : 'ltr')
    }
  })
})
