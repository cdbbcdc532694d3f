/** Adding a language, a panel, a layer or an export touches its own file and its row: nothing else knows its name. */
import { describe, expect, it } from 'vitest'
import { LANGUAGES } from '../../src/chronicle/languages.ts'
import { PANELS } from '../../src/link/state.ts'
import { EXPORTS } from '../../src/ui/exports/registry.ts'
import { PANEL_ENTRIES, PANEL_KEYS } from '../../src/ui/panels/registry.ts'
import { keyAction } from '../../src/ui/shell/key-actions.ts'
import { KEY_HELP } from '../../src/ui/shell/key-help.ts'
import { readModules } from './modules.ts'

const modules = ['src', 'vite'].flatMap(readModules)

/** @returns one line for each place that names one of the words otherwise than the allowed files do */
function namings(pattern: RegExp, allowed: Record<string, string>): string[] {
  return modules
    .filter(({ path }) => !(path in allowed))
    .flatMap(({ path, code }) => (code.match(pattern) ?? []).map((match) => `${path}: ${match}`))
}

describe('a panel', () => {
  it('has a row for each id that a link may name, and the other way round', () => {
    expect(PANEL_ENTRIES.map(({ id }) => id).sort()).toEqual([...PANELS].sort())
  })

  it('has a key that no other panel and nothing else has', () => {
    const shown = PANEL_KEYS.map((key) => key.shown)
    expect(shown.length).toBeGreaterThan(0)
    expect(new Set([...shown, ...KEY_HELP.flatMap(({ keys }) => keys)]).size).toBe(
      shown.length + KEY_HELP.flatMap(({ keys }) => keys).length,
    )
    for (const { id, key } of PANEL_ENTRIES) {
      const press = { code: '', shiftKey: false, ctrlKey: false, metaKey: false, altKey: false }
      for (const written of key?.writes ?? [])
        expect(keyAction({ ...press, key: written }, 'other', false)).toEqual({ do: 'panel', panel: id })
    }
  })
})

describe('an export', () => {
  it('is named in its row alone, and its own file is the one that the row loads', () => {
    const row = modules.find(({ path }) => path === 'src/ui/exports/registry.ts')!
    const own = EXPORTS.map(({ id }) => `src/ui/exports/${id}.ts`)
    expect(
      row.imports
        .filter((path) => path.startsWith('src/ui/exports/') && !path.endsWith('contract.ts'))
        .sort(),
    ).toEqual(own.sort())
    for (const path of own)
      expect(modules.filter(({ imports }) => imports.includes(path)).map((module) => module.path)).toEqual([
        row.path,
      ])
  })
})

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
