/**
 * Commands that are killed while they write leave what was there before, whole, or what they were to write, whole;
 * replace-folders.test.ts kills what they write with at every single change of a file.
 */
import { spawnSync } from 'node:child_process'
import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterAll, afterEach, beforeAll, beforeEach, expect, it } from 'vitest'
import { finishReplacing } from '../../src/cli/replace-folders.ts'
import { builtProgram } from './built-program.ts'

let program: string
beforeAll(async () => {
  program = await builtProgram('src/cli/main.ts')
}, 60_000)
afterAll(() => rmSync(dirname(program), { recursive: true }))

let root: string
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'killed-'))
})
afterEach(() => rmSync(root, { recursive: true, force: true }))

/** Runs a command of the command line, killed at its nth change of a file; never when there are fewer. */
function run(args: readonly string[], dieAt = Number.POSITIVE_INFINITY) {
  const { signal, status, stderr } = spawnSync(
    process.execPath,
    ['--import', './tests/cli/die.mjs', program, ...args],
    { env: { ...process.env, DIE_AT: String(dieAt) }, encoding: 'utf8' },
  )
  return { killed: signal !== null, status, stderr }
}

/** @returns every file of a folder with its content */
function content(folder: string): Record<string, string> {
  const names = readdirSync(folder, { recursive: true, encoding: 'utf8' }).sort()
  return Object.fromEntries(
    names.flatMap((name) => {
      const path = join(folder, name)
      return statSync(path).isFile() ? [[name, readFileSync(path, 'utf8')]] : []
    }),
  )
}

/** A copy of the small example in which a claim is of another day than in the one that was compiled before. */
function compiledAndChanged(folder: string) {
  cpSync('examples/made-up', folder, { recursive: true })
  expect(run(['build', '--geodata', folder]).status).toBe(0)
  const claims = join(folder, 'claims/river-war.csv')
  writeFileSync(claims, readFileSync(claims, 'utf8').replaceAll('2001-05-10', '2001-05-11'))
}

function imported(folder: string, size: number) {
  const ring = [[30, 10], [30 + size, 10], [30 + size, 11], [30, 11], [30, 10]] // biome-ignore format: a ring
  const features = [
    { type: 'Feature', properties: { status: 'Red' }, geometry: { type: 'Polygon', coordinates: [ring] } },
  ]
  mkdirSync(join(root, 'snapshots'), { recursive: true })
  writeFileSync(
    join(root, 'snapshots/2025-01-01.geojson'),
    JSON.stringify({ type: 'FeatureCollection', features }),
  )
  return ['import', join(root, 'snapshots'), '--out', folder]
}

const COMMANDS: [name: string, arrange: (folder: string) => string[]][] = [
  [
    'build',
    (folder) => {
      compiledAndChanged(folder)
      return ['build', '--geodata', folder]
    },
  ],
  [
    'import',
    (folder) => {
      expect(run(imported(folder, 1)).status).toBe(0)
      return imported(folder, 2)
    },
  ],
]

it.each(COMMANDS)('%s', { timeout: 120_000 }, (_, arrange) => {
  const folder = join(root, 'folder')
  const args = arrange(folder)
  const old = content(folder)
  cpSync(folder, join(root, 'kept'), { recursive: true })
  expect(run(args).status).toBe(0)
  const wanted = content(folder)
  expect(wanted).not.toEqual(old)
  let killed = 0
  // While it writes beside, as it says that all is there, and while folders change places.
  for (const at of [1, 3, 9, 14, 20]) {
    rmSync(folder, { recursive: true })
    cpSync(join(root, 'kept'), folder, { recursive: true })
    const died = run(args, at)
    if (died.killed) killed++
    else expect(died.status, died.stderr).toBe(0)
    finishReplacing(folder)
    expect([old, wanted], `killed at change ${at}`).toContainEqual(content(folder))
  }
  expect(killed).toBeGreaterThan(2)
})
