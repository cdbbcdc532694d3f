import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { filesBelow, ROOT } from '../architecture/modules.ts'

const manifest = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8'))
/** Every page of documentation that is part of the project. */
const pages = [
  ...readdirSync(ROOT).filter((name) => name.endsWith('.md')),
  ...['geodata', 'docs', 'src', 'tests'].flatMap(filesBelow).filter((path) => path.endsWith('.md')),
]
/** Folders of the project that a path may begin with; other words with a slash are no paths. */
const FOLDERS = [
  'src',
  'tests',
  'vite',
  'examples',
  'geodata',
  'scripts',
  'public',
  'docs',
  'LICENSES',
  '.ci',
  '.github',
]
/** Made by a command, and not there in a fresh clone. */
const MADE = ['dist', '.cache', 'node_modules']
/** Commands of npm that are no scripts of ours. */
const NPM = ['ci', 'install', 'i', 'run', 'pack', 'view']

interface Mention {
  page: string
  line: number
  text: string
}

/** @returns all matches of a pattern's first group, with where they stand */
function mentions(page: string, pattern: RegExp): Mention[] {
  return readFileSync(join(ROOT, page), 'utf8')
    .split('\n')
    .flatMap((text, i) => [...text.matchAll(pattern)].map((match) => ({ page, line: i + 1, text: match[1] })))
}

function show({ page, line, text }: Mention): string {
  return `${page}:${line}: ${text}`
}

/** @returns whether a path, in which `*` and `<…>` stand for anything, names at least one file or folder */
function exists(path: string): boolean {
  const parts = path.replace(/\/$/, '').split('/')
  let found = ['']
  for (const part of parts) {
    const pattern = new RegExp(
      `^${part
        .replace(/<[^>]*>|…/g, '*')
        .replace(/[.+^${}()|[\]\\]/g, '\\$&')
        .replaceAll('*', '.*')}$`,
    )
    found = found.flatMap((folder) => {
      const here = join(ROOT, folder)
      if (!statSync(here, { throwIfNoEntry: false })?.isDirectory()) return []
      return readdirSync(here, { withFileTypes: true })
        .filter(({ name }) => pattern.test(name))
        .map(({ name }) => join(folder, name))
    })
  }
  return found.length > 0
}

describe('the documentation', () => {
  it('is there', () => {
    expect(pages).toEqual(
      expect.arrayContaining([
        'README.md',
        'CONTRIBUTING.md',
        'ARCHITECTURE.md',
        'CHANGELOG.md',
        'geodata/FORMATS.md',
      ]),
    )
  })

  it('names files that exist', () => {
    const missing = pages
      .flatMap((page) => mentions(page, /`([\w.@<>*…-]+(?:\/[\w.@<>*…-]*)+)`/g))
      .filter(({ text }) => FOLDERS.includes(text.split('/')[0]) && !MADE.includes(text.split('/')[0]))
      .filter(({ text }) => !exists(text))
    expect(missing.map(show)).toEqual([])
  })

  it('links to pages that exist', () => {
    const missing = pages
      .flatMap((page) => mentions(page, /\]\((?!https?:|mailto:|#)([^)#\s]+)[^)]*\)/g))
      .filter(({ page, text }) => !existsSync(join(ROOT, dirname(page), text)))
    expect(missing.map(show)).toEqual([])
  })

  it('names npm scripts that exist', () => {
    // In running text "npm packages" is no command; in code it would be.
    const commands = pages.flatMap((page) => [
      ...mentions(page, /\bnpm (run [\w:-]+)/g),
      ...mentions(page, /(?:`|^\s*\$?\s*)npm (?!run )([\w:-]+)/g),
    ])
    const missing = commands.filter(({ text }) => {
      const name = text.replace('run ', '')
      return !(name in manifest.scripts) && !NPM.includes(name)
    })
    expect(commands.length).toBeGreaterThan(0)
    expect(missing.map(show)).toEqual([])
  })

  it('tells of every npm script that a reader would call', () => {
    const all = pages.map((page) => readFileSync(join(ROOT, page), 'utf8')).join('\n')
    const untold = Object.keys(manifest.scripts).filter(
      (name) => !new RegExp(`npm (run )?${name}\\b`).test(all),
    )
    expect(untold).toEqual([])
  })
})
