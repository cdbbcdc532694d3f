/**
 * No war in the code: what src, vite and scripts say holds for any conflict. The words that they may not use are read
 * from the data, so that a new faction or country is refused without anybody adding it here.
 */
import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join, relative } from 'node:path'
import { describe, expect, it } from 'vitest'
import type { ConflictFile } from '../../src/compile/read/model.ts'
import { ROOT } from './modules.ts'

const SEARCHED = ['src', 'vite', 'scripts', 'index.html', 'public', 'vite.config.ts']
const TEXTS = /\.(ts|tsx|mts|mjs|js|css|html|json|svg)$/

/** What may stand although it is such a word: where, which, and why. */
const ALLOWED: { file: string; text: string; why: string }[] = [
  {
    file: 'src/chronicle/languages.ts',
    text: 'ar-SY',
    why: 'a locale: month names of the Levant, wherever the war is',
  },
]

const geodata = (file: string) => JSON.parse(readFileSync(join(ROOT, 'geodata', file), 'utf8'))
const propertiesOf = (file: string): Record<string, string>[] =>
  geodata(file).features.map((feature: { properties: Record<string, string> }) => feature.properties)

/** @returns all texts in a value, at any depth */
function textsIn(value: unknown): string[] {
  if (typeof value === 'string') return [value]
  return value && typeof value === 'object' ? Object.values(value).flatMap(textsIn) : []
}

/** Abbreviations are no names: they occur inside of other words. */
const isCode = (text: string) => /^[A-Z0-9-]{1,6}$/.test(text)

/** Codes are words of their own, in capitals: `AAA`, `AA`. */
function codes(): string[] {
  const { home = [], parts = [] } = geodata('conflict.json') as ConflictFile
  const factions: { id: string }[] = geodata('factions.json')
  return [
    ...factions.map(({ id }) => id),
    ...home.flatMap(({ iso2, iso3 }) => [iso2, iso3]),
    ...parts.map(({ id }) => id),
    ...propertiesOf('base/countries.geojson').map(({ iso }) => iso),
    ...propertiesOf('base/admin1.geojson').map(({ iso }) => iso),
    ...factions.flatMap((faction) => textsIn(faction)).filter(isCode),
  ]
}

/** Names are refused in every form of the word: a country, and who comes from it. */
function names(): string[] {
  const places = ['base/countries.geojson', 'base/admin1.geojson', 'base/sea.geojson'].flatMap((file) =>
    propertiesOf(file).flatMap(({ name, name_ar }) => [name, name_ar]),
  )
  const factions: { names: object[] }[] = geodata('factions.json')
  const called = factions.flatMap((faction) => faction.names.flatMap(textsIn))
  return [...places, ...called].filter((name) => name && !/^\d/.test(name) && !isCode(name))
}

const escaped = (text: string) => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
const unique = (words: readonly string[]) => [...new Set(words)].map(escaped).join('|')
const CODE = new RegExp(`(?<![\\p{L}\\p{N}_])(${unique(codes())})(?![\\p{L}\\p{N}_])`, 'gu')
const NAME = new RegExp(`(?<!\\p{L})(${unique(names())})`, 'giu')

function filesBelow(path: string): string[] {
  if (!statSync(path).isDirectory()) return TEXTS.test(path) ? [path] : []
  return readdirSync(path).flatMap((name) => filesBelow(join(path, name)))
}

/** @returns where a text uses such a word, one line for each */
function found(file: string, text: string): string[] {
  const allowed = ALLOWED.filter((entry) => entry.file === file)
  return text.split('\n').flatMap((line, i) => {
    const rest = allowed.reduce((left, entry) => left.replaceAll(entry.text, ''), line)
    const words = [...rest.matchAll(CODE), ...rest.matchAll(NAME)].map(([word]) => word)
    return words.map((word) => `${file}:${i + 1}: ${word}`)
  })
}

describe('the code', () => {
  const files = SEARCHED.flatMap((path) => filesBelow(join(ROOT, path)))

  it('is looked through for words of the data', () => {
    const { home = [] } = geodata('conflict.json') as ConflictFile
    expect(files.length).toBeGreaterThan(200)
    expect(home.length).toBeGreaterThan(0)
    for (const { iso3 } of home) expect(found('a file', `if (iso === '${iso3}')`)).toHaveLength(1)
    const [{ id, names }] = geodata('factions.json')
    expect(found('a file', `const first = "${id}"`)).toHaveLength(1)
    for (const text of textsIn(names[0]).filter(Boolean)) expect(found('a file', text)).not.toEqual([])
  })

  it('knows no country, place or faction of this war', () => {
    expect(files.flatMap((file) => found(relative(ROOT, file), readFileSync(file, 'utf8')))).toEqual([])
  })

  it('needs every exception', () => {
    for (const { file, text } of ALLOWED) expect(readFileSync(join(ROOT, file), 'utf8')).toContain(text)
  })
})
