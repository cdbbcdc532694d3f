/** The repository that a data folder lies in, asked of git. */
import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { rootOf } from '../proposal/bundle.ts'

const git = (folder: string, ...args: string[]): Buffer =>
  execFileSync('git', ['-C', folder, ...args], { maxBuffer: 2 ** 30, stdio: ['ignore', 'pipe', 'pipe'] })

/** @returns way from the root of the repository to the folder; its name when it lies in none */
export function rootInRepository(folder: string): string {
  try {
    return git(folder, 'rev-parse', '--show-prefix').toString().trim().replace(/\/$/, '')
  } catch {
    return rootOf(folder)
  }
}

/**
 * Lays the data of a commit into a folder of its own for as long as the work takes.
 * @param folder data folder of a repository
 * @param work is given the same folder as it was then
 * @throws Error when there is no such commit, or it has no such folder
 */
export function atCommit<T>(folder: string, commit: string, work: (folder: string) => T): T {
  const made = mkdtempSync(join(tmpdir(), 'front-data-'))
  try {
    const root = git(folder, 'rev-parse', '--show-toplevel').toString().trim()
    const prefix = rootInRepository(folder)
    // What lends to the folder may lie beside it: the first step of the way holds both.
    const [top] = prefix.split('/')
    let names: string[]
    try {
      names = git(root, 'ls-tree', '-r', '-z', '--name-only', `${commit}^{commit}`, '--', top)
        .toString()
        .split('\0')
    } catch {
      throw new Error(`there is no commit "${commit}"`)
    }
    const wanted = names.filter((name) => /\.(csv|json|geojson)$/.test(name))
    if (!wanted.some((name) => name === `${prefix}/conflict.json`))
      throw new Error(`${commit} has no ${prefix}/conflict.json`)
    for (const name of wanted) {
      mkdirSync(join(made, name, '..'), { recursive: true })
      writeFileSync(join(made, name), git(root, 'cat-file', 'blob', `${commit}:${name}`))
    }
    return work(join(made, prefix))
  } finally {
    rmSync(made, { recursive: true, force: true })
  }
}
