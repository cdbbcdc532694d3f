/** Rules on languages: a text for readers is there in each of their languages, and written in its letters. */
import type { Folder } from '../read/folder.ts'
import { itemsOf, lineOfProperty } from '../read/positions-in-text.ts'
import type { Problem } from '../read/problem.ts'
import { remember } from '../read/remember.ts'
import { idOf, readJson, readTable } from '../read/tables.ts'

const SCRIPTS: Record<string, RegExp> = {
  Arab: /\p{Script=Arabic}/u,
  Latn: /\p{Script=Latin}/u,
  Cyrl: /\p{Script=Cyrillic}/u,
  Hebr: /\p{Script=Hebrew}/u,
  Grek: /\p{Script=Greek}/u,
}

/** Letters of a language, or `null` where we do not know them. */
function lettersOf(language: string): RegExp | null {
  return SCRIPTS[new Intl.Locale(language).maximize().script ?? ''] ?? null
}

/** @returns texts of columns and properties named by a language (`title_ar`, `{"ar": …}`) in other letters than its own */
export function textsInWrongLetters(folder: Folder, languages: readonly string[]): Problem[] {
  // Names of one language often stand in a text of another as they are; a text without any letter of its own does not.
  const known = languages.flatMap((language) => {
    const letters = lettersOf(language)
    return letters ? [{ language, ending: `_${language}`, letters }] : []
  })
  const wrong = (name: string, text: string) =>
    known.find(
      ({ language, ending, letters }) =>
        (name === language || name.endsWith(ending)) && !letters.test(text) && /\p{L}/u.test(text),
    )
  // Where a text stands is worked out for the few that are wrong.
  const said = (
    id: string | null,
    file: string,
    lineOf: () => number,
    name: string,
    text: string,
  ): Problem[] => {
    const found = wrong(name, text)
    if (!found) return []
    const message = `${id ? `${id}: ` : ''}${name}: expected a text in ${found.language}, got "${text.slice(0, 40)}"`
    return [{ reason: 'wrong-script', severity: 'error', file, line: lineOf(), message }]
  }
  const tables = [
    'events/events.csv',
    'contradictions.csv',
    'headlines.csv',
    ...folder.list('claims', '.csv').map((name) => `claims/${name}`),
  ]
  const columns = ['title', 'summary', 'reason', 'headline'].flatMap((name) =>
    languages.map((one) => `${name}_${one}`),
  )
  const inTables = tables.flatMap((file) =>
    readTable(folder, file, [], []).flatMap((row) =>
      columns.flatMap((column) =>
        said(
          row.get('id') || row.get('claim') || row.get('date'),
          row.file,
          () => row.line,
          column,
          row.get(column),
        ),
      ),
    ),
  )
  const inDocument = (file: string, text: string): Problem[] => {
    const json = readJson(folder, file, [])
    const items = itemsOf(text)
    const whole = { from: 0, to: text.length }
    const list = Array.isArray(json) ? json : ((json as { features?: unknown[] } | null)?.features ?? [json])
    return list.flatMap((item, i) =>
      textsIn(item).flatMap(([name, value]) =>
        said(
          idOf(item),
          folder.nameOf(file),
          () => lineOfProperty(text, items[i] ?? whole, name),
          name,
          value,
        ),
      ),
    )
  }
  const documents = [
    ...documentsOf(folder),
    'places.geojson',
    'areas/areas.geojson',
    'positions/positions.geojson',
  ]
  const inDocuments = documents.flatMap((file) => {
    const text = folder.text(file)
    if (text === null) return []
    return wrongIn(`${folder.path} ${folder.nameOf(file)} ${languages}`, text, () => inDocument(file, text))
  })
  return [...inTables, ...inDocuments]
}

const documentsOf = (folder: Folder) => [
  'about.json',
  'conflict.json',
  'factions.json',
  'corrections.json',
  'weaknesses.json',
  ...folder.list('stories', '.json').map((name) => `stories/${name}`),
]

/** @returns texts that lack one of the languages of conflict.json: those are the ones in which everything is there */
export function missingTranslations(folder: Folder, languages: readonly string[]): Problem[] {
  return documentsOf(folder).flatMap((file) => {
    const text = folder.text(file)
    if (text === null) return []
    return missingIn(`${folder.path} ${folder.nameOf(file)} ${languages}`, text, () => {
      const json = readJson(folder, file, [])
      const items = itemsOf(text)
      return (Array.isArray(json) ? json : [json]).flatMap((item, i) =>
        lacking(item, languages, '').map(({ name, language }): Problem => {
          const line = lineOfProperty(text, items[i] ?? { from: 0, to: text.length }, name)
          const message = `${idOf(item) ? `${idOf(item)}: ` : ''}${name}: there is no text in "${language}"`
          return {
            reason: 'translation-missing',
            severity: 'error',
            file: folder.nameOf(file),
            line,
            message,
          }
        }),
      )
    })
  })
}

const missingIn = remember<Problem[]>()

/** Grammatical forms stand only where a language has them. */
const FORMS = new Set(['genitive'])

function lacking(
  value: unknown,
  languages: readonly string[],
  name: string,
): { name: string; language: string }[] {
  if (typeof value !== 'object' || value === null || FORMS.has(name)) return []
  const isText = !Array.isArray(value) && languages.some((language) => language in value)
  const missing = languages.filter((language) => isText && !(value as Record<string, unknown>)[language])
  return [
    ...missing.map((language) => ({ name, language })),
    ...Object.entries(value).flatMap(([key, inner]) =>
      lacking(inner, languages, /^\d+$/.test(key) ? name : key),
    ),
  ]
}

const wrongIn = remember<Problem[]>()

/** @returns all texts of a value, each with the name of its property */
function textsIn(value: unknown): [name: string, text: string][] {
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([name, inner]) =>
    typeof inner === 'string' ? [[name, inner]] : name === 'coordinates' ? [] : textsIn(inner),
  )
}
