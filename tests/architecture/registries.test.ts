/** Adding a language, a panel, a layer or an export touches its own file and its row: nothing else knows its name. */
import { describe, expect, it } from 'vitest'
import { LANGUAGES } from '../../src/chronicle/languages.ts'
import { readModules } from './modules.ts'

const modules = ['src', 'vite'].flatMap(readModules)

/** @returns one line for each place that names one of the words otherwise than the allowed files do */
function namings(pattern: RegExp, allowed: Record<string, string>): string[] {
  return modules
    .filter(({ path }) => !(path in allowed))
    .flatMap(({ path, code }) => (code.match(pattern) ?? []).map((match) => `${path}: ${match}`))
}

describe('a language', () => {
  const codes = LANGUAGES.map(({ code }) => code).join('|')
  const NAMED_IN = {
    'src/chronicle/languages.ts': 'its row',
    'src/ui/words/catalogues.ts': 'the first catalogue says which messages there are',
    'src/compile/import/folder.ts':
      'a name that the import gives; it stands in other languages as any text of the data does',
    'src/ui/search/normalise.ts': 'articles in names, not languages',
  }

  it('is named in its row alone', () => {
    const pattern = new RegExp(
      `['"\`](?:${codes})['"\`]|_(?:${codes})\\b|\\b(?:${codes}): |\\.(?:${codes})\\b`,
      'g',
    )
    expect(namings(pattern, NAMED_IN)).toEqual([])
    for (const path of Object.keys(NAMED_IN))
      expect(modules.find((module) => module.path === path)?.code, path).toMatch(
        new RegExp(`\\b(${codes})\\b`),
      )
  })
})
