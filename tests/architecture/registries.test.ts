/** Adding a language, a panel, a layer or an export touches its own file and its row: nothing else knows its name. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { LANGUAGES } from '../../src/chronicle/languages.ts'
import { PANELS } from '../../src/link/state.ts'
import { baseOverlays, OVERLAYS } from '../../src/map/overlays/registry.ts'
import { EXPORTS } from '../../src/ui/exports/registry.ts'
import { PANEL_ENTRIES, PANEL_KEYS } from '../../src/ui/panels/registry.ts'
import { keyAction } from '../../src/ui/shell/key-actions.ts'
import { KEY_HELP } from '../../src/ui/shell/key-help.ts'
import { ROOT, readModules } from './modules.ts'

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

describe('an overlay', () => {
  const REGISTRY = 'src/map/overlays/registry.ts'
  const fromBase = baseOverlays(OVERLAYS)
  const A_FIELD = 'a field of that name: the governorates themselves, not their borders'
  const NAMED_IN = {
    [REGISTRY]: 'the row',
    'src/chronicle/areas.ts': A_FIELD,
    'src/compile/read/schema.ts': 'the shape that a file of the base map has to have',
    'src/map/tiles/street-layers.ts': 'a layer of that name in the tiles of others',
    'src/ui/exports/contract.ts': A_FIELD,
    'src/ui/search/results.ts': A_FIELD,
    'src/ui/search/use-search.ts': A_FIELD,
  }

  it('from a file of the base map is named in its row alone, and so is the file', () => {
    const words = fromBase.flatMap(({ id, file }) => [id, file, file.replace(/\.\w+$/, '')])
    const quoted = new RegExp(`['"\`](?:[\\w/]*/|layer\\.)?(?:${words.join('|')})(?:-\\w+)?['"\`]`, 'g')
    expect(namings(quoted, NAMED_IN)).toEqual([])
    expect(modules.find(({ path }) => path === REGISTRY)?.code.match(quoted)).toHaveLength(
      fromBase.length * 2,
    )
  })

  it('is styled by its own file, which the row alone imports', () => {
    const own = modules.filter(
      ({ path }) => /^src\/map\/overlays\//.test(path) && !/\/(?:registry|contract)\.ts$/.test(path),
    )
    expect(own).toHaveLength(fromBase.length)
    for (const { path } of own)
      expect(modules.filter(({ imports }) => imports.includes(path)).map((module) => module.path)).toEqual([
        REGISTRY,
      ])
  })

  it('of marks is asked for by the name of its row', () => {
    const ids = OVERLAYS.map(({ id }) => id).join('|')
    expect(namings(new RegExp(`layers\\.(?:has|includes)\\(['"\`]|layer\\.(?:${ids})\\b`, 'g'), {})).toEqual(
      [],
    )
    for (const name of ['POSITIONS', 'EVENTS'])
      expect(modules.filter(({ code }) => code.includes(`layers.has(${name})`)).length, name).toBeGreaterThan(
        0,
      )
  })

  it('has its name in every catalogue', () => {
    for (const { code } of LANGUAGES) {
      const catalogue: Record<string, string> = JSON.parse(
        readFileSync(join(ROOT, `src/ui/messages/${code}.json`), 'utf8'),
      )
      const named = Object.keys(catalogue).flatMap((id) => /^layer\.(.+)/.exec(id)?.[1] ?? [])
      expect(named.sort(), code).toEqual(OVERLAYS.map(({ id }) => id).sort())
    }
  })
})
