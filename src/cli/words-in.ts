/** The messages of the interface, for commands that write what readers read. */
import { existsSync, readFileSync } from 'node:fs'
import { isLanguage, LANGUAGES, type Language } from '../chronicle/languages.ts'
import { createWords, type Words } from '../ui/words/words.ts'

/** @throws Error with the languages that there are when the code is none of them */
export function languageOf(code: string): Language {
  if (isLanguage(code)) return code
  throw new Error(
    `there is no language "${code}"; there are: ${LANGUAGES.map(({ code }) => code).join(', ')}`,
  )
}

export function wordsIn(language: Language): Words {
  const read = (folder: string) => {
    const file = new URL(`../ui/${folder}/${language}.json`, import.meta.url)
    return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : null
  }
  return createWords(language, read('messages'), read('calendars'))
}
