/** The words of each language, fetched when the language is first spoken. */
import type { Language } from '../../chronicle/languages.ts'
import type { Calendar } from './calendar.ts'
import type { Catalogue } from './catalogues.ts'
import { createWords, type Words } from './words.ts'

const catalogues = import.meta.glob<{ default: Catalogue }>('../messages/*.json')
const calendars = import.meta.glob<{ default: Calendar }>('../calendars/*.json')

/** @throws when a file does not arrive */
export async function loadWords(language: Language): Promise<Words> {
  const [catalogue, calendar] = await Promise.all([
    catalogues[`../messages/${language}.json`](),
    calendars[`../calendars/${language}.json`]?.(),
  ])
  return createWords(language, catalogue.default, calendar?.default)
}
