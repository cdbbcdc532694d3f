/** `claim add`, `claim review` and `diff-data`, on a copy of the made-up country in a repository of its own. */
import { execFileSync } from 'node:child_process'
import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { PNG } from 'pngjs'
import { afterAll, beforeAll, expect, it, vi } from 'vitest'
import { build } from '../../src/cli/build.ts'
import { claim } from '../../src/cli/claim.ts'
import { diffData } from '../../src/cli/diff-data.ts'
import { proposalText } from '../../src/proposal/proposal.ts'
import { ROOT } from '../architecture/modules.ts'
import { eastferry, FOLDER, newPlace, proposal } from '../proposal/made-up.ts'

const clone = mkdtempSync(join(tmpdir(), 'front-claim-'))
const data = join(clone, 'data')
const git = (...args: string[]) =>
  execFileSync('git', ['-c', 'user.name=t', '-c', 'user.email=t@example.org', ...args], { cwd: clone })

async function said(run: () => Promise<number>): Promise<{ code: number; text: string }> {
  const lines: string[] = []
  const spy = vi.spyOn(console, 'log').mockImplementation((...parts) => void lines.push(parts.join(' ')))
  try {
    return { code: await run(), text: lines.join('\n') }
  } finally {
    spy.mockRestore()
  }
}

beforeAll(async () => {
  cpSync(join(ROOT, FOLDER), data, { recursive: true })
  await said(() => build(data))
  git('init', '-q')
  git('add', '-A')
  git('commit', '-qm', 'before')
})
afterAll(() => rmSync(clone, { recursive: true, force: true }))

const file = (name: string, text: string) => {
  writeFileSync(join(clone, name), text)
  return join(clone, name)
}

it('reviews a proposal: what it does, its grade, and pictures that differ', async () => {
  const given = file(
    'given.json',
    proposalText(
      proposal({
        title: 'A village',
        places: [newPlace()],
        claims: [eastferry(), eastferry({ place: 'thornwick' })],
      }),
    ),
  )
  const pictures = join(clone, 'pictures')
  const { code, text } = await said(() => claim(['review', given, '--geodata', data, '--pictures', pictures]))
  expect(code).toBe(0)
  expect(text).toContain('RW008 [B] 2001-05-25 eastferry: captured LIG→GOV')
  expect(text).toMatch(/2001-05-25 to 2001-06-15: .*GOV \+/)
  const [before, after, difference] = ['before', 'after', 'difference'].map((name) =>
    PNG.sync.read(readFileSync(join(pictures, `${name}.png`))),
  )
  expect(before.data.equals(after.data)).toBe(false)
  expect(after.data.equals(difference.data)).toBe(false)
  // Nothing is written but what was asked for.
  expect(git('status', '--porcelain', 'data').toString()).toBe('')
})

it('refuses a hostile one, by row and field', async () => {
  const given = file('hostile.json', proposalText(proposal({ claims: [eastferry({ note: '=cmd|calc' })] })))
  const { code, text } = await said(() => claim(['review', given, '--geodata', data]))
  expect(code).toBe(1)
  expect(text).toContain('✗ claims 1, note  formula')
})

it('says what is missing when nobody can be asked', async () => {
  await expect(claim(['add', '--geodata', data, '--place', 'eastferry'])).rejects.toThrow(
    '--earliest is missing',
  )
})

it('adds a claim with its publication, and tells afterwards which ground changed because of it', async () => {
  const options = Object.entries({
    geodata: data,
    place: 'eastferry',
    earliest: '2001-05-25',
    event: 'captured',
    from: 'LIG',
    to: 'GOV',
    url: 'https://herald.example/2001/a',
    publisher: 'Herald',
    kind: 'newspaper',
    language: 'en',
  }).flatMap(([name, value]) => [`--${name}`, value])
  const { code } = await said(() => claim(['add', ...options]))
  expect(code).toBe(0)
  expect(readFileSync(join(data, 'claims/river-war.csv'), 'utf8')).toMatch(
    /\nRW008,eastferry,2001-05-25,2001-05-25,captured,LIG,GOV,accepted,.*herald-[0-9a-f]{6},likely,\n$/,
  )
  git('commit', '-qam', 'after')
  const told = await said(() => diffData(['HEAD~1', 'HEAD', '--geodata', data]))
  expect(told.code).toBe(0)
  expect(told.text).toContain('claims RW008: new')
  expect(told.text).toMatch(/km² near eastferry: LIG → GOV, because of RW008/)
  expect(existsSync(join(data, 'claims/proposed.csv'))).toBe(false)
})

it('knows no commit of that name', async () => {
  await expect(diffData(['nowhere', '--geodata', data])).rejects.toThrow('there is no commit "nowhere"')
})
