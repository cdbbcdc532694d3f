/** What the project stands on: under which licences, whether it arrives as it was published, and what it runs. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { ROOT } from './modules.ts'

interface Entry {
  version: string
  license?: string
  integrity?: string
  optional?: boolean
  os?: string[]
  cpu?: string[]
  hasInstallScript?: boolean
}
const lock: Record<string, Entry> = JSON.parse(readFileSync(join(ROOT, 'package-lock.json'), 'utf8')).packages
const packages = Object.entries(lock)
  .filter(([path]) => path !== '')
  .map(([path, entry]) => ({
    name: path.slice(path.lastIndexOf('node_modules/') + 13),
    ...entry,
    // An old manifest may name several.
    license: entry.license && String(entry.license),
  }))

/** Licences that ask for no more than to be named and given along. */
const FREE = [
  '0BSD',
  'Apache-2.0',
  'BSD-2-Clause',
  'BSD-3-Clause',
  'CC0-1.0',
  'ISC',
  'MIT',
  'OFL-1.1',
  'Python-2.0',
  'Unlicense',
  'Zlib',
]
/** Licences of single packages that are something else, or are written otherwise, each with why that is right. */
const NAMED: Record<string, [licence: string | undefined, why: string]> = {
  'geojson-validation': ['LGPL-3', 'runs in tests only, unchanged, and is not in the build'],
  '@resvg/resvg-wasm': ['MPL-2.0', 'given along unchanged, with its text in licences.txt'],
  '@turf/jsts': ['(EDL-1.0 OR EPL-1.0)', 'EDL is BSD-3-Clause by another name'],
  arc: [undefined, 'BSD-2-Clause, as its LICENSE.md says; the manifest forgets it'],
  jsts: ['(EDL-1.0 OR EPL-1.0)', 'EDL is BSD-3-Clause by another name'],
  lightningcss: ['MPL-2.0', 'part of Vite; runs while building, unchanged'],
  'axe-core': ['MPL-2.0', 'runs in tests only, unchanged'],
  mediabunny: ['MPL-2.0', 'given along unchanged, with its text in licences.txt'],
  'splaytree-ts': ['BDS-3-Clause', 'BSD-3-Clause, misspelt'],
}
/** Packages that run a script of their own when they are installed, with what it is for. None has to run. */
const SCRIPTS: Record<string, string> = {
  esbuild: 'checks that its program runs',
}

const isFree = (licence: string): boolean => {
  const words = licence.replace(/[()]/g, '')
  if (/ AND /i.test(words)) return words.split(/ AND /i).every(isFree)
  return words.split(' OR ').some((one) => FREE.includes(one.trim()))
}

describe('packages', () => {
  it('have licences that are allowed', () => {
    const wrong = packages.filter(({ name, license }) => {
      const known = NAMED[name.startsWith('lightningcss') ? 'lightningcss' : name]
      return known ? known[0] !== license : !license || !isFree(license)
    })
    expect(wrong.map(({ name, license }) => `${name}: ${license}`)).toEqual([])
  })

  it('and the list of exceptions names no package that is gone', () => {
    const names = new Set(packages.map(({ name }) => name))
    expect([...Object.keys(NAMED), ...Object.keys(SCRIPTS)].filter((name) => !names.has(name))).toEqual([])
  })

  it('arrive as they were published, but for those of other systems', () => {
    // Where this lock was written, packages compiled for other systems were not to be had, and so neither their sums.
    const unsure = packages.filter(({ integrity }) => !integrity)
    const unexplained = unsure.filter(({ optional, os, cpu }) => !optional || !(os || cpu))
    expect(unexplained.map(({ name }) => name)).toEqual([])
    for (const { integrity } of packages) if (integrity) expect(integrity).toMatch(/^sha512-/)
  })

  it('run nothing when they are installed but what is listed', () => {
    const found = packages.filter(({ hasInstallScript }) => hasInstallScript).map(({ name }) => name)
    expect(found.sort()).toEqual(Object.keys(SCRIPTS).sort())
  })
})
