/** A process that is killed while it writes leaves all of the old output or all of the new one. */
import { spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterAll, afterEach, beforeAll, beforeEach, expect, it } from 'vitest'
import { finishReplacing, replaceFolders } from '../../src/cli/replace-folders.ts'
import { builtProgram } from './built-program.ts'

const OLD = 'old: 0123456789'
const NEW = 'new: abcdefghij'
/** More changes of files than one replacement makes. */
const MOST_CHANGES = 60
let program: string
let root: string

const files = (text: string) =>
  new Map(['zones/one.txt', 'zones/two.txt', 'atlas/atlas.txt', 'single.txt'].map((path) => [path, text]))
function content(): string[] {
  return readdirSync(root, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.txt'))
    .sort()
    .map((name) => `${name} ${readFileSync(join(root, name), 'utf8')}`)
}
function dying(at: number) {
  return spawnSync(process.execPath, ['--import', './tests/cli/die.mjs', program, root, NEW], {
    env: { ...process.env, DIE_AT: String(at) },
  })
}

beforeAll(async () => {
  program = await builtProgram('tests/cli/replace-program.ts')
}, 60_000)
afterAll(() => rmSync(dirname(program), { recursive: true }))
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'replace-'))
})
afterEach(() => rmSync(root, { recursive: true, force: true }))

it('replaces folders as a whole: what the new ones lack is gone', () => {
  replaceFolders(root, ['zones'], new Map([['zones/a.txt', OLD]]))
  replaceFolders(root, ['zones'], new Map([['zones/b.txt', NEW]]))
  expect(content()).toEqual([`zones/b.txt ${NEW}`])
})

it('leaves what it does not name alone', () => {
  writeFileSync(join(root, 'own.txt'), OLD)
  replaceFolders(root, ['zones'], files(NEW))
  expect(content()).toContain(`own.txt ${OLD}`)
})

it('survives a kill at every change of a file', () => {
  const all = (text: string) => [...files(text).keys()].sort().map((path) => `${path} ${text}`)
  let survived = 0
  for (let at = 1; at < MOST_CHANGES; at++) {
    rmSync(root, { recursive: true, force: true })
    replaceFolders(root, ['zones', 'atlas'], files(OLD))
    const { signal, status, stderr } = dying(at)
    finishReplacing(root)
    expect([all(OLD), all(NEW)], `killed at change ${at}: ${stderr}`).toContainEqual(content())
    expect(existsSync(join(root, '.writing'))).toBe(false)
    if (signal === null) {
      expect(status).toBe(0)
      expect(content()).toEqual(all(NEW))
      break
    }
    survived++
  }
  expect(survived).toBeGreaterThan(10)
  expect(survived).toBeLessThan(MOST_CHANGES - 1)
}, 300_000)
