import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { fold, hasWords, plainWords, sound, soundWords } from '../../../src/ui/search/normalise.ts'

const sounds = (text: string) => plainWords(text).map(sound).join(' ')

describe('Arabic', () => {
  it.each([
    ['vowel marks', 'سَرَاقِب', 'سراقب'],
    ['a lengthened letter', 'ســراقب', 'سراقب'],
    ['forms of alef', 'أعزاز', 'اعزاز'],
    ['hamza below', 'إدلب', 'ادلب'],
    ['ta marbuta', 'حماة', 'حماه'],
    ['alef maqsura', 'مصياف الكبرى', 'مصياف الكبري'],
    ['the article', 'السويداء', 'سويداء'],
    ['hamza on its seat', 'قائد', 'قايد'],
    ['hamza at the end', 'السويداء', 'السويدا'],
    ['Persian letters', 'کوباني', 'كوباني'],
  ])('is the same word with and without %s', (_, one, other) => {
    expect(plainWords(one)).toEqual(plainWords(other))
  })

  it('keeps letters that make a difference', () => {
    expect(plainWords('حمص')).not.toEqual(plainWords('حماة'))
    expect(plainWords('درعا')).not.toEqual(plainWords('دريا'))
    // Four letters that begin like an article are a word of their own.
    expect(plainWords('الباب')).toEqual(['باب'])
    expect(plainWords('ألب')).toEqual(['الب'])
  })
})

describe('romanizations', () => {
  it.each([
    ['Daraa', "Dera'a", 'Deraa', 'Dar‘a', "Dar'ā", 'Deraʿa'],
    ['Hama', 'Hamah', 'Ḥamāh'],
    ['Idlib', 'Edlib', 'Idleb'],
    ['Raqqa', 'Raqqah', 'Rakka', 'ar-Raqqa', 'Al Raqqah'],
    ['Suwayda', 'Sweida', 'Suweida', 'as-Suwayda', "Al-Suwaydā'"],
    ['Tel Rifaat', 'Tall Rifaat', "Tell Rif'at", 'Tal Rifat'],
    ['Deir ez-Zor', 'Dayr az-Zawr', 'Deir Ezzor'.replace('Ezzor', 'ez Zor'), 'Der al-Zor'],
    ['Saraqib', 'Saraqeb', 'Saraqeb'],
    ['Sheikh Maqsoud', 'Shaykh Maqsud', 'Cheikh Maksoud'],
    ['Homs', 'Hims', 'Ḥumṣ'],
    ['Qunaytra', 'Quneitra', 'Kuneitra'],
    ['Jabal al-Druze', 'Jebel Druze', 'Djebel Druse'.replace('Druse', 'Druze')],
  ])('%s sounds like its other spellings', (one, ...others) => {
    for (const other of others) expect(sounds(other), other).toBe(sounds(one))
  })

  it('tell different places apart', () => {
    const places = [
      'Hama',
      'Homs',
      'Aleppo',
      'Afrin',
      'Manbij',
      'Palmyra',
      'Latakia',
      'Tartus',
      'Daraa',
      'Dayr',
    ]
    expect(new Set(places.map(sounds)).size).toBe(places.length)
  })

  it('find a name without its gaps', () => {
    expect(soundWords('Tel Rifaat')).toContain(sound(plainWords('Telrifaat')[0]))
  })
})

describe('any text', () => {
  const text = fc.string({ unit: 'grapheme', maxLength: 40 })

  it('folds to itself when folded again', () => {
    fc.assert(
      fc.property(text, (any) => {
        expect(fold(fold(any))).toBe(fold(any))
        for (const word of plainWords(any)) expect(plainWords(word).length).toBe(1)
      }),
    )
  })

  it('holds each of its own words', () => {
    fc.assert(
      fc.property(text, (any) => {
        const words = plainWords(any)
        if (words.length > 0) expect(hasWords([any], words.join(' '))).toBe(true)
      }),
    )
  })

  it('has digits in one script', () => {
    expect(fold('٨ و ۱۲')).toBe('8 و 12')
  })
})

describe('words in texts', () => {
  it('may be unfinished, misspelt in vowels, in several texts', () => {
    const texts = ['Clashes begin in Suwayda', 'بدء الاشتباكات في السويداء']
    for (const typed of ['suw', 'Sweida clash', 'السويدا', 'اشتباكات'])
      expect(hasWords(texts, typed), typed).toBe(true)
    for (const typed of ['Hama', '', '   ', 'Suwayda Aleppo'])
      expect(hasWords(texts, typed), typed).toBe(false)
  })
})
