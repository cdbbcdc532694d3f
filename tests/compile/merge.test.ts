/** Two corrections that have nothing to do with each other: what is compiled of them merges line by line. */
import { execFileSync, spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openFolder } from '../../src/cli/open-folder.ts'
import { createCompiler } from '../../src/compile/compile.ts'
import { readDataset } from '../../src/compile/read/dataset.ts'
import type { Dataset } from '../../src/compile/read/model.ts'
import type { Problem } from '../../src/compile/read/problem.ts'

const FOLDER = 'examples/made-up'
const EVIDENCE = 'atlas/evidence.json'

const compile = createCompiler()
/** @returns what is compiled when the claims of these ids are a day later */
function filesWith(dataset: Dataset, ...later: string[]): ReadonlyMap<string, string> {
  const problems: Problem[] = []
  const claims = dataset.claims.map((claim) =>
    later.includes(claim.id) ? { ...claim, earliest: claim.earliest + 1, latest: claim.latest + 1 } : claim,
  )
  const output = compile({ ...dataset, claims }, problems)
  if (!output) throw new Error(JSON.stringify(problems))
  return output.files
}

let folder: string
let dataset: Dataset
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'merge-'))
  dataset = readDataset(openFolder(FOLDER, []), [])
})
afterAll(() => rmSync(folder, { recursive: true }))

const at = (name: string, text: string) => {
  writeFileSync(join(folder, name), text)
  return join(folder, name)
}

describe('what is compiled', () => {
  it('changes in few lines when one claim changes', () => {
    const [before, after] = [filesWith(dataset), filesWith(dataset, 'RW001')]
    const old = new Set(before.get(EVIDENCE)!.split('\n'))
    const changed = after
      .get(EVIDENCE)!
      .split('\n')
      .filter((line) => !old.has(line))
    // The claim itself, and the cell of the place that it speaks of.
    expect(changed.map((line) => /"(?:place|id)":"([^"]+)"/.exec(line)?.[1])).toEqual(['westferry', 'RW001'])
  })

  it('merges, as git merges it, to what both corrections together compile to', () => {
    const [base, ours, theirs, both] = [[], ['RW001'], ['RW005'], ['RW001', 'RW005']].map((ids) =>
      filesWith(dataset, ...ids),
    )
    for (const [name, expected] of both) {
      if (name === 'atlas/atlas.json') continue
      const paths = [ours, base, theirs].map((files, i) => at(String(i), files.get(name)!))
      const { status, stdout } = spawnSync('git', ['merge-file', '-p', ...paths], { encoding: 'utf8' })
      expect(status, name).toBe(0)
      expect(stdout === expected, name).toBe(true)
    }
  })

  it('is left as ours where both sides changed one line, by the driver that CONTRIBUTING.md names', () => {
    const git = (...args: string[]) => execFileSync('git', args, { cwd: folder, encoding: 'utf8' })
    const commit = (name: string, text: string, message: string) => {
      at(name, text)
      git('add', '.')
      git('-c', 'user.name=a', '-c', 'user.email=a@b', 'commit', '-qm', message)
    }
    git('init', '-q', '-b', 'one')
    git('config', 'merge.compiled.driver', 'git merge-file --ours %A %O %B')
    commit('.gitattributes', '*.json merge=compiled\n', 'attributes')
    commit('atlas.json', 'a\nb\nc\nd\ne\n', 'base')
    git('checkout', '-qb', 'two')
    commit('atlas.json', 'a\ntheirs\nc\nd\nelsewhere\n', 'theirs')
    git('checkout', '-q', 'one')
    commit('atlas.json', 'a\nours\nc\nd\ne\n', 'ours')
    git('-c', 'user.name=a', '-c', 'user.email=a@b', 'merge', '-q', 'two', '-m', 'both')
    expect(git('show', 'HEAD:atlas.json')).toBe('a\nours\nc\nd\nelsewhere\n')
  })
})
