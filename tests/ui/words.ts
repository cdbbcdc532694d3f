/** Words for tests: every language at hand, as it is written in its catalogue. */
import type { Language } from '../../src/chronicle/languages.ts'
import type { Catalogue } from '../../src/ui/words/catalogues.ts'
import { createWords, type Words } from '../../src/ui/words/words.ts'

const catalogues = import.meta.glob<Catalogue>('../../src/ui/messages/*.json', {
  eager: true,
  import: 'default',
})

export const wordsOf = (language: Language): Words =>
  createWords(language, catalogues[`../../src/ui/messages/${language}.json`])
