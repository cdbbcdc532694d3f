/** Words for tests: both languages at hand, as they are written in the catalogues. */
import type { Language } from '../../src/chronicle/languages.ts'
import ar from '../../src/ui/messages/ar.json'
import en from '../../src/ui/messages/en.json'
import { createWords, type Words } from '../../src/ui/words/words.ts'

export const wordsOf = (language: Language): Words => createWords(language, { en, ar }[language])
