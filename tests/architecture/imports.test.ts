import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { findCycle, type Module, ROOT, readModules } from './modules.ts'

/** What each part may import besides itself. Imports go one way; a part that is not named here may not exist. */
const MAY_IMPORT: Record<string, string[]> = {
  geometry: [],
  chronicle: ['geometry'],
  compile: ['chronicle', 'geometry'],
  formats: ['chronicle', 'geometry'],
  proposal: ['chronicle', 'compile', 'geometry'],
  cli: ['chronicle', 'compile', 'derive', 'geometry', 'link', 'map', 'proposal', 'still', 'ui'],
  derive: ['chronicle', 'compile', 'formats', 'geometry', 'map', 'proposal'],
  clock: ['chronicle'],
  link: ['chronicle'],
  map: ['chronicle', 'clock', 'geometry'],
  still: ['chronicle', 'geometry', 'map'],
  light: ['chronicle', 'geometry', 'map', 'still'],
  library: ['chronicle', 'geometry', 'map', 'ui'],
  site: ['chronicle', 'link', 'still', 'ui'],
  ui: ['chronicle', 'clock', 'formats', 'light', 'link', 'map', 'proposal', 'still'],
}
/** The compiler from its source to its mouth: each folder imports only from those before it. */
const RIVER = [
  'read',
  'topology',
  'ledger',
  'ground',
  'partition',
  'histories',
  'faces',
  'fronts',
  'guards',
  'write',
]
/** Folders beside the river, and from where in it they draw. */
const BANKS: Record<string, string[]> = { check: ['read', 'ledger'], import: RIVER }
/** Packages that only some parts may use. */
const ONLY_IN: Record<string, string[]> = {
  'maplibre-gl': ['library', 'map'],
  react: ['ui'],
  'react-dom': ['ui'],
  'react-aria-components': ['ui'],
  'node:': ['cli'],
}
/** Parts that run wherever JavaScript runs, and the few packages that do so too. */
const PACKAGES_OF: Record<string, string[]> = {
  geometry: ['flatbush'],
  // Of geojson there are only types.
  chronicle: ['flatbush', 'geojson'],
  clock: [],
  link: [],
}
const WITHOUT_DOM = ['geometry', 'chronicle', 'compile', 'cli', 'derive', 'formats', 'proposal']
const MAX_LINES = 300
/** Longer files, each with the reason. */
const LONGER: Record<string, string> = {}

const modules = readModules('src')
/** The page's entry beside the parts, src/main.tsx, does nothing but mount the interface. */
const partOf = (path: string) => (path.split('/').length === 2 ? 'ui' : path.split('/')[1])

/** @returns one line for every breach, so that a failing test names them all */
function breaches(find: (module: Module) => string[]): string[] {
  return modules.flatMap((module) => find(module).map((what) => `${module.path}: ${what}`))
}

describe('the parts of the program', () => {
  it('are the ones that the rules know', () => {
    expect(modules.length).toBeGreaterThan(20)
    expect(
      breaches(({ path }) => (partOf(path) in MAY_IMPORT ? [] : ['is in a part without rules'])),
    ).toEqual([])
  })

  it('import in one direction', () => {
    const found = breaches(({ path, imports }) =>
      imports.filter((target) => {
        // The schemas are data, and the contract of those who read them.
        if (/^geodata\/(schema\/|datapackage)/.test(target)) return !path.startsWith('src/compile/read/')
        if (!target.startsWith('src/')) return true
        const [from, to] = [partOf(path), partOf(target)]
        return from !== to && !MAY_IMPORT[from]?.includes(to)
      }),
    )
    expect(found).toEqual([])
  })

  it('flow one way inside the compiler', () => {
    const roomOf = (path: string) => /^src\/compile\/([^/]+)\//.exec(path)?.[1]
    const found = breaches(({ path, imports }) => {
      const from = roomOf(path)
      return imports.filter((target) => {
        const to = roomOf(target)
        if (!from || from === to || !target.startsWith('src/compile/')) return false
        const upstream = BANKS[from] ?? RIVER.slice(0, RIVER.indexOf(from))
        return !to || !upstream.includes(to)
      })
    })
    expect(found).toEqual([])
    const rooms = new Set(modules.flatMap(({ path }) => roomOf(path) ?? []))
    expect([...rooms].sort()).toEqual([...RIVER, ...Object.keys(BANKS)].sort())
  })

  it('import files that exist, by their full name', () => {
    expect(breaches(({ imports }) => imports.filter((target) => !existsSync(join(ROOT, target))))).toEqual([])
  })

  it('never import each other in a ring', () => {
    expect(findCycle(modules)).toBeNull()
  })

  it('use packages only where they belong', () => {
    const found = breaches(({ path, packages }) =>
      packages.filter((name) => {
        const [of, only] = [PACKAGES_OF[partOf(path)], ONLY_IN[name]]
        return (of && !of.includes(name)) || (only && !only.includes(partOf(path)))
      }),
    )
    expect(found).toEqual([])
  })

  it('touch the page only where there is one', () => {
    const page = /\b(?:document|window|navigator|localStorage)\.\w+/g
    const found = breaches(({ path, code }) =>
      WITHOUT_DOM.includes(partOf(path)) ? (code.match(page) ?? []) : [],
    )
    expect(found).toEqual([])
  })
})

describe('files', () => {
  it(`hold one idea: ${MAX_LINES} lines at most`, () => {
    const lines = ({ text }: Module) => text.trimEnd().split('\n').length
    const found = breaches((module) =>
      lines(module) > MAX_LINES && !(module.path in LONGER) ? [`${lines(module)} lines`] : [],
    )
    expect(found).toEqual([])
    for (const path of Object.keys(LONGER)) expect(existsSync(join(ROOT, path)), path).toBe(true)
  })

  it('have names in small letters with hyphens', () => {
    const name = /^src(\/[a-z0-9]+(-[a-z0-9]+)*)+(\.test|\.worker)?\.(ts|tsx)$/
    expect(breaches(({ path }) => (name.test(path) ? [] : ['is not kebab-case']))).toEqual([])
  })
})

describe('the rules themselves', () => {
  const file = (path: string, ...imports: string[]) => ({
    path,
    text: '',
    code: '',
    imports,
    packages: [],
    typesOnly: [],
  })

  it('find a ring', () => {
    expect(findCycle([file('a', 'b'), file('b', 'c'), file('c', 'b')])).toEqual(['b', 'c', 'b'])
    expect(findCycle([file('a', 'b', 'c'), file('b', 'c'), file('c')])).toBeNull()
  })
})
