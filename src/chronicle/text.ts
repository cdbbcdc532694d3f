/** Text of the data, in the languages that somebody wrote it in. */
import { FIRST_LANGUAGE, languagesFor } from './languages.ts'

/** Language (ISO 639-1) → text. A language that is missing, or whose text is empty, was not written. */
export type Text = Readonly<Record<string, string>>

/**
 * @returns the text in a language, or in the language that stands in for it. `language` says in which it is: where
 *   that is not the one asked for, whoever shows it says so. No text at all: an empty one, in the language asked for.
 */
export function textIn(text: Text, language: string = FIRST_LANGUAGE): { text: string; language: string } {
  const found = [...languagesFor(language), ...Object.keys(text)].find((code) => text[code])
  return found === undefined ? { text: '', language } : { text: text[found], language: found }
}

/**
 * Reads the columns of a table, or the properties of a feature, that hold one text: `title_en`, `title_ar`, …; a bare
 * `title` is in the first language of src/chronicle/languages.ts.
 */
export function textOf(fields: Readonly<Record<string, unknown>>, name: string): Text {
  const text: Record<string, string> = {}
  for (const [key, value] of Object.entries(fields)) {
    if (typeof value !== 'string' || !value.trim() || !key.startsWith(name)) continue
    const language = key === name ? FIRST_LANGUAGE : /^_([a-z]{2,3})$/.exec(key.slice(name.length))?.[1]
    if (language) text[language] = value.trim()
  }
  return text
}

/** @returns the property of a feature that holds its name in a language: `name`, `name_ar`, … */
export function nameField(language: string): string {
  return language === FIRST_LANGUAGE ? 'name' : `name_${language}`
}

/** @returns a name as properties of a feature, as {@link textOf} reads them */
export function nameFields(name: Text): Record<string, string> {
  return Object.fromEntries(Object.entries(name).map(([language, text]) => [nameField(language), text]))
}

/** @returns all that it is called, whatever the language */
export function textsOf(text: Text): string[] {
  return Object.values(text).filter(Boolean)
}

/** @returns the text with its digits as 0–9, whether they were written as in Arabic or in Persian */
export function latinDigits(text: string): string {
  return text.replace(/[\u0660-\u0669\u06f0-\u06f9]/g, (digit) => String(digit.charCodeAt(0) & 0xf))
}
