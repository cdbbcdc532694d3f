/** Reads what imports what, from the text of the sources. */
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { dirname, join, relative, sep } from 'node:path'
import { fileURLToPath } from 'node:url'

export const ROOT = fileURLToPath(new URL('../..', import.meta.url))

export interface Module {
  /** relative to the project, with `/` */
  path: string
  text: string
  /** the text without comments */
  code: string
  /** files of the project that it imports, relative to the project */
  imports: string[]
  /** packages that it imports, by name; `node:` for what comes with Node */
  packages: string[]
  /** those of them that leave no trace in the program, because only types are imported */
  typesOnly: string[]
}

/** @returns paths of all files below a folder of the project, relative to the project */
export function filesBelow(folder: string): string[] {
  const path = join(ROOT, folder)
  if (!existsSync(path)) return []
  return readdirSync(path, { recursive: true, encoding: 'utf8' })
    .map((name) => join(path, name))
    .filter((file) => statSync(file).isFile())
    .map((file) => relative(ROOT, file).split(sep).join('/'))
    .sort()
}

// Strings are matched first and kept, so that `'https://…'` is not taken for a comment.
const COMMENT_OR_STRING =
  /('(?:[^'\\\n]|\\.)*'|"(?:[^"\\\n]|\\.)*"|`(?:[^`\\]|\\.)*`)|\/\*[\s\S]*?\*\/|\/\/[^\n]*/g
const IMPORTS = [
  // Statements begin a line, and between the keyword and the name of the module no string can stand.
  /^\s*import\b(?<clause>[^'"`;()]*?)\bfrom\s*(['"])(?<target>[^'"]+)\2/gm,
  /^\s*export\b(?<clause>(?:\s+type)?\s*[*{][^'"`;()]*?)\bfrom\s*(['"])(?<target>[^'"]+)\2/gm,
  /^\s*import\s*(?<clause>)(['"])(?<target>[^'"]+)\2/gm,
  /\bimport\((?<clause>\s*)(['"])(?<target>[^'"]+)\2\s*\)/g,
]

export function readModules(folder: string): Module[] {
  return filesBelow(folder)
    .filter((path) => /\.(ts|tsx|mts|mjs)$/.test(path) && !path.endsWith('.d.ts'))
    .map(readModule)
}

export function readModule(path: string): Module {
  const text = readFileSync(join(ROOT, path), 'utf8')
  const code = text.replace(COMMENT_OR_STRING, (_, string) => string ?? '')
  const found = IMPORTS.flatMap((pattern) => [...code.matchAll(pattern)].map((match) => match.groups ?? {}))
  const targets = found.map(({ target }) => target.replace(/\?.*$/, ''))
  const types = found.filter(({ clause }) => /^\s+type\b/.test(clause)).map(({ target }) => target)
  const local = (target: string) => target.startsWith('.')
  return {
    path,
    text,
    code,
    imports: targets.filter(local).map((target) => join(dirname(path), target).split(sep).join('/')),
    packages: [...new Set(targets.filter((target) => !local(target)).map(packageOf))],
    typesOnly: types.filter((target) => !local(target) && targets.filter((t) => t === target).length === 1),
  }
}

function packageOf(target: string): string {
  if (target.startsWith('node:')) return 'node:'
  return target
    .split('/')
    .slice(0, target.startsWith('@') ? 2 : 1)
    .join('/')
}

/** @returns a ring of files that import each other, first and last the same, or `null` */
export function findCycle(modules: readonly Module[]): string[] | null {
  const byPath = new Map(modules.map((module) => [module.path, module]))
  const done = new Set<string>()
  const trail: string[] = []
  function visit(path: string): string[] | null {
    if (trail.includes(path)) return [...trail.slice(trail.indexOf(path)), path]
    if (done.has(path)) return null
    trail.push(path)
    for (const next of byPath.get(path)?.imports ?? []) {
      const cycle = visit(next)
      if (cycle) return cycle
    }
    trail.pop()
    done.add(path)
    return null
  }
  for (const { path } of modules) {
    const cycle = visit(path)
    if (cycle) return cycle
  }
  return null
}
