/** Words for tests: every language at hand, as it is written in its catalogue. */
import type { Language } from '../../src/chronicle/languages.ts'
import type { Calendar } from '../../src/ui/words/calendar.ts'
import type { Catalogue } from '../../src/ui/words/catalogues.ts'
import { createWords, type Words } from '../../src/ui/words/words.ts'

const catalogues = import.meta.glob<Catalogue>('../../src/ui/messages/*.json', {
  eager: true,
  import: 'default',
})

const calendars = import.meta.glob<Calendar>('../../src/ui/calendars/*.json', {
  eager: true,
  import: 'default',
})

export const wordsOf = (language: Language): Words =>
  createWords(
    language,
    catalogues[`../../src/ui/messages/${language}.json`],
    calendars[`../../src/ui/calendars/${language}.json`],
  )
