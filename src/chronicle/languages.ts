/**
 * The languages that the map speaks: one row each. A language is its row here and its catalogue of messages,
 * src/ui/messages/<code>.json; menus, links, fonts, fallbacks and what a build fetches first follow from these two.
 */
export interface LanguageRow {
  /** ISO 639-1, as in the link, in `<html lang>` and in the names of columns */
  code: string
  /** what its speakers call it */
  name: string
  direction: 'ltr' | 'rtl'
  /** letters that it is written in: their fonts are in src/map/font-ranges.ts */
  script: 'Latin' | 'Arabic'
  /**
   * BCP 47: plural forms, dates, numbers, the order of names. Where browsers do not know it, a file in src/ui/calendars
   * has what they lack.
   */
  locale: string
  /** further codes that browsers call it by */
  also?: readonly string[]
  /** languages whose text stands in where there is none in this one, the best first; the others follow */
  fallback?: readonly string[]
  /** `unread`: no native speaker has read the messages yet, and the menu says so */
  state?: 'unread'
}

/** The first one is for readers who prefer a language that is not here, and for columns that name no language. */
export const LANGUAGES = [
  { code: 'en', name: 'English', direction: 'ltr', script: 'Latin', locale: 'en-GB' },
  // Month names of the Levant; European digits, as in the texts of the data and in most of its media.
  { code: 'ar', name: 'العربية', direction: 'rtl', script: 'Arabic', locale: 'ar-SY-u-nu-latn' },
  // Kurmanji, in the letters of Hawar.
  {
    code: 'ku',
    name: 'Kurmancî',
    direction: 'ltr',
    script: 'Latin',
    locale: 'ku',
    also: ['kmr'],
    state: 'unread',
  },
  { code: 'tr', name: 'Türkçe', direction: 'ltr', script: 'Latin', locale: 'tr', state: 'unread' },
  { code: 'fr', name: 'Français', direction: 'ltr', script: 'Latin', locale: 'fr', state: 'unread' },
] as const satisfies readonly LanguageRow[]

export type Language = (typeof LANGUAGES)[number]['code']

/** Language of the first row. */
export const FIRST_LANGUAGE: Language = LANGUAGES[0].code

/** @returns whether the map has messages in it */
export function isLanguage(code: string | null): code is Language {
  return LANGUAGES.some((row) => row.code === code)
}

/** @returns codes by which a browser may ask for a language, and the language */
export function codesOfBrowsers(): Record<string, Language> {
  const rows: readonly (LanguageRow & { code: Language })[] = LANGUAGES
  return Object.fromEntries(rows.flatMap(({ code, also = [] }) => [code, ...also].map((tag) => [tag, code])))
}

/** @returns the language that the first known one of these BCP 47 tags stands for, the best first; or none */
export function languageOfTags(tags: readonly string[]): Language | undefined {
  const codes = codesOfBrowsers()
  return tags.map((tag) => codes[tag.split('-')[0].toLowerCase()]).find(Boolean)
}

/** @returns the languages in which a reader of one is told something, the best first: it, its fallbacks, the others */
export function languagesFor(code: string): string[] {
  return [...new Set([code, ...(languageRow(code).fallback ?? []), ...LANGUAGES.map((row) => row.code)])]
}

/** @returns the row of a language; of one without a row only what its code tells */
export function languageRow(code: string): LanguageRow {
  const known = LANGUAGES.find((row) => row.code === code)
  return known ?? { code, name: code, direction: 'ltr', script: 'Latin', locale: code }
}
