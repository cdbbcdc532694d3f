/** Rules on languages: a text for readers of a language is written in its letters. */
import type { Folder } from '../read/folder.ts'
import { itemsOf, lineOfProperty } from '../read/positions-in-text.ts'
import type { Problem } from '../read/problem.ts'
import { readJson, readTable } from '../read/tables.ts'

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
    return letters && letters !== SCRIPTS.Latn ? [{ language, letters }] : []
  })
  const wrong = (name: string, text: string) =>
    known.find(
      ({ language, letters }) =>
        (name === language || name.endsWith(`_${language}`)) && /\p{L}/u.test(text) && !letters.test(text),
    )
  const problems: Problem[] = []
  const say = (file: string, line: number, name: string, text: string) => {
    const found = wrong(name, text)
    if (!found) return
    const message = `${name}: expected a text in ${found.language}, got "${text.slice(0, 40)}"`
    problems.push({ reason: 'wrong-script', severity: 'error', file, line, message })
  }
  const tables = ['events/events.csv', ...folder.list('claims', '.csv').map((name) => `claims/${name}`)]
  for (const file of tables)
    for (const row of readTable(folder, file, ['id'], []))
      for (const column of ['title', 'summary', 'reason'].flatMap((name) =>
        languages.map((one) => `${name}_${one}`),
      ))
        say(row.file, row.line, column, row.get(column))
  const documents = [
    'factions.json',
    'corrections.json',
    'weaknesses.json',
    'places.geojson',
    'areas/areas.geojson',
    'positions/positions.geojson',
    ...folder.list('stories', '.json').map((name) => `stories/${name}`),
  ]
  for (const file of documents.filter((name) => folder.locate(name) !== null)) {
    const json = readJson(folder, file, [])
    const text = folder.text(file) ?? ''
    const items = itemsOf(text)
    const whole = { from: 0, to: text.length }
    const list = Array.isArray(json) ? json : ((json as { features?: unknown[] } | null)?.features ?? [json])
    list.forEach((item, i) => {
      eachText(item, (name, value) =>
        say(folder.nameOf(file), lineOfProperty(text, items[i] ?? whole, name), name, value),
      )
    })
  }
  return problems
}

function eachText(value: unknown, visit: (name: string, text: string) => void): void {
  if (typeof value !== 'object' || value === null) return
  for (const [name, inner] of Object.entries(value)) {
    if (typeof inner === 'string') visit(name, inner)
    else if (name !== 'coordinates') eachText(inner, visit)
  }
}
