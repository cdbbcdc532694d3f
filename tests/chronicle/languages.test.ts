import { expect, it } from 'vitest'
import { languageOfTags } from '../../src/chronicle/languages.ts'

it.each([
  [['ku-TR', 'tr'], 'ku'],
  // Kurmanji under its own code; Khmer begins with the same two letters.
  [['kmr-Latn', 'en'], 'ku'],
  [['km', 'FR-ca'], 'fr'],
  // Sorani is written in other letters, and few of its readers read Kurmanji.
  [['ckb', 'ar-IQ'], 'ar'],
  [['ja'], undefined],
  [[], undefined],
])('a browser that asks for %j gets %s', (tags, language) => {
  expect(languageOfTags(tags)).toBe(language)
})
