import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { type Module, ROOT, readModule, readModules } from './modules.ts'

const manifest = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8'))
const declared: Record<string, string> = { ...manifest.dependencies, ...manifest.devDependencies }
const modules = [
  ...['src', 'tests', 'scripts', 'vite'].flatMap(readModules),
  ...['vite.config.ts', 'vitest.config.ts', 'vitest.browser.config.ts'].map(readModule),
]

/** @returns the modules that the page loads: those that an entry imports, and what they import in turn */
function reachedFrom(entry: string): Module[] {
  const reached = new Map<string, Module>()
  const visit = (path: string) => {
    const module = modules.find((module) => module.path === path)
    if (!module || reached.has(path)) return
    reached.set(path, module)
    module.imports.forEach(visit)
  }
  visit(entry)
  return [...reached.values()]
}

/** @returns the folders in which Node looks for what a package imports: its own, and those that it lies in */
function foldersAbove(path: string): string[] {
  if (path === '') return ['']
  const parts = path.split('node_modules/')
  return parts
    .map((_, i) => parts.slice(0, i + 1).join('node_modules/'))
    .map((folder) => (folder && !folder.endsWith('/') ? `${folder}/` : folder))
}

describe('dependencies', () => {
  it('have exact versions, the same as in the lockfile', () => {
    const lock = JSON.parse(readFileSync(join(ROOT, 'package-lock.json'), 'utf8'))
    for (const [name, version] of Object.entries(declared)) {
      expect(version, name).toMatch(/^\d+\.\d+\.\d+(-[\w.]+)?$/)
      expect(lock.packages[`node_modules/${name}`]?.version, name).toBe(version)
    }
  })

  it('are all in the lockfile, those of other platforms too', () => {
    // npm leaves them out when it writes the lockfile from an installed folder, and then refuses it on a bare clone.
    const { packages } = JSON.parse(readFileSync(join(ROOT, 'package-lock.json'), 'utf8'))
    const missing = Object.entries<Record<string, Record<string, string>>>(packages).flatMap(
      ([path, entry]) =>
        Object.keys({ ...entry.dependencies, ...entry.optionalDependencies })
          .filter((name) => !foldersAbove(path).some((folder) => `${folder}node_modules/${name}` in packages))
          .map((name) => `${path || 'package.json'}: ${name}`),
    )
    expect(missing).toEqual([])
  })

  it('are declared when imported', () => {
    const missing = modules.flatMap(({ path, packages }) =>
      packages
        .filter((name) => name !== 'node:' && !/^(virtual:|@fonts\/)/.test(name) && !(name in declared))
        // Types of a format, imported as types only.
        .filter((name) => !(`@types/${name}` in declared))
        .map((name) => `${path}: ${name}`),
    )
    expect(missing).toEqual([])
  })

  it('that the browser needs are no development dependencies', () => {
    const entry = /src="\/?(src\/[^"]+)"/.exec(readFileSync(join(ROOT, 'index.html'), 'utf8'))?.[1] ?? ''
    const workers = modules.map(({ path }) => path).filter((path) => /^src\/.*\.worker\.ts$/.test(path))
    expect(workers).toContain('src/proposal/compiler.worker.ts')
    const reached = [entry, ...workers].flatMap(reachedFrom)
    expect(reached.length).toBeGreaterThan(20)
    const wrong = reached.flatMap(({ path, packages, typesOnly }) =>
      packages
        .filter((name) => name in manifest.devDependencies && !typesOnly.includes(name))
        .map((name) => `${path}: ${name}`),
    )
    expect(wrong).toEqual([])
  })
})
