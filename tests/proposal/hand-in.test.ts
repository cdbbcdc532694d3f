/** From a proposal to the data of a repository: the patch applies, the check is content, and what compiles is the preview. */
import { execFileSync } from 'node:child_process'
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, describe, expect, it } from 'vitest'
import { createPathCompiler } from '../../src/cli/build.ts'
import { openFolder } from '../../src/cli/open-folder.ts'
import { folderInMemory } from '../../src/compile/read/folder.ts'
import { bundleOf, openBundle } from '../../src/proposal/bundle.ts'
import { issueAddress } from '../../src/proposal/issue-link.ts'
import { type Proposal, proposalText } from '../../src/proposal/proposal.ts'
import { openProposalCompiler } from '../../src/proposal/proposal-compiler.ts'
import { readProposal } from '../../src/proposal/read-proposal.ts'
import { ROOT } from '../architecture/modules.ts'
import { eastferry, FOLDER, heldByGar, madeUpFiles, newPlace, openMadeUp, proposal } from './made-up.ts'

const whole: Partial<Proposal> = {
  title: 'Thornwick and Eastferry',
  sources: [
    {
      id: '',
      publisher: 'Herald, the "new" one',
      title: 'A day, and another',
      url: 'https://herald.example/2001/a',
      date: '2001-05-26',
      language: 'en',
      kind: 'newspaper',
      stance: '',
    },
  ],
  places: [newPlace()],
  areas: [
    {
      id: '',
      name: 'The cape',
      name_fr: 'Le cap',
      kind: 'zone',
      precision_m: '2000',
      outline:
        '{"type":"Polygon","coordinates":[[[-18.5,-30.6],[-18.2,-30.6],[-18.2,-30.45],[-18.5,-30.45],[-18.5,-30.6]]]}',
    },
  ],
  claims: [
    eastferry({ note: 'In the morning, by "ferry".' }),
    eastferry({ place: 'thornwick', latest: '2001-05-27' }),
  ],
  areaClaims: [heldByGar('the-cape')],
  amended: [{ id: 'RW002', latest: '2001-05-15', note: 'The second report has the day.' }],
}

let clone = ''
afterEach(() => clone && rmSync(clone, { recursive: true, force: true }))

const git = (...args: string[]) =>
  execFileSync(
    'git',
    ['-c', 'user.name=t', '-c', 'user.email=t@example.org', '-c', 'core.autocrlf=false', ...args],
    {
      cwd: clone,
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'pipe'],
    },
  )

/** A repository that holds the made-up country, as it is or with other line ends. */
function makeClone(endings: '\n' | '\r\n') {
  clone = mkdtempSync(join(tmpdir(), 'front-proposal-'))
  cpSync(join(ROOT, FOLDER), join(clone, FOLDER), { recursive: true })
  if (endings === '\r\n')
    for (const [name, text] of Object.entries(madeUpFiles()))
      writeFileSync(join(clone, FOLDER, name), text.replaceAll('\n', '\r\n'))
  git('init', '-q')
  git('add', '-A')
  git('commit', '-qm', 'data')
}

describe('a patch', () => {
  it.each(['\n', '\r\n'] as const)(
    'applies, checks without an error, and compiles to the preview (line ends %j)',
    (endings) => {
      makeClone(endings)
      const path = join(clone, FOLDER)
      const compiler = openProposalCompiler(openFolder(path, []), FOLDER)
      const given = proposal(whole)
      const { patch, files, text } = compiler.handIn(given)
      const preview = compiler.compile(given)
      expect(files).toEqual([
        `${FOLDER}/areas/areas.geojson`,
        `${FOLDER}/claims/areas-proposed.csv`,
        `${FOLDER}/claims/river-war.csv`,
        `${FOLDER}/places.geojson`,
        `${FOLDER}/sources.json`,
      ])
      writeFileSync(join(clone, 'proposal.patch'), patch)
      git('apply', '--check', 'proposal.patch')
      git('apply', 'proposal.patch')
      // Nothing but the rows: every line that was there is there still, but for the one that is amended.
      const lines = git('diff', '--numstat')
        .trim()
        .split('\n')
        .map((line) => line.split('\t'))
      expect(lines.map(([added, removed, file]) => [Number(added) > 0, Number(removed), file])).toEqual([
        [true, 1, `${FOLDER}/claims/river-war.csv`],
        // The last item of a list gets a comma.
        [true, 1, `${FOLDER}/places.geojson`],
        [true, expect.any(Number), `${FOLDER}/sources.json`],
      ])
      const { output, problems } = createPathCompiler()(path)
      expect(problems.filter(({ severity }) => severity === 'error')).toEqual([])
      expect(preview?.size).toBeGreaterThan(4)
      for (const [name, made] of preview!) expect(output!.files.get(name), name).toBe(made)
      // The file that is sent says the same, with its ids.
      expect(openMadeUp().handIn(readProposal(text).proposal!).files).toEqual(files)
    },
  )

  it('is empty while there are errors', () => {
    expect(openMadeUp().handIn(proposal({ claims: [eastferry({ to: 'XYZ' })] }))).toMatchObject({
      patch: '',
      files: [],
    })
  })

  it('ends a last line that has no end', () => {
    makeClone('\n')
    const file = join(clone, FOLDER, 'claims/river-war.csv')
    writeFileSync(file, readFileSync(file, 'utf8').trimEnd())
    git('commit', '-qam', 'cut')
    const compiler = openProposalCompiler(openFolder(join(clone, FOLDER), []), FOLDER)
    writeFileSync(join(clone, 'p.patch'), compiler.handIn(proposal({ claims: [eastferry()] })).patch)
    git('apply', 'p.patch')
    expect(readFileSync(file, 'utf8')).toMatch(/RW007.*\nRW008,eastferry,.*\n$/)
  })
})

describe('the folder as one file', () => {
  it('compiles to the same, byte for byte', () => {
    const bundle = bundleOf(openFolder(FOLDER, []))
    expect(bundle.root).toBe(FOLDER)
    const { folder, root } = openBundle(JSON.parse(JSON.stringify(bundle)))
    expect(openProposalCompiler(folder, root).compile(proposal(whole))).toEqual(
      openMadeUp().compile(proposal(whole)),
    )
  })

  it('holds what is borrowed, by the way to it', () => {
    const files = madeUpFiles()
    const lent = Object.fromEntries(Object.entries(files).filter(([name]) => !name.startsWith('claims/')))
    const chapter = {
      id: 'later',
      title: { en: 'Later', fr: 'Plus tard' },
      start: '2001-05-01',
      end: '2001-06-15',
      shares: '../..',
    }
    const own = Object.fromEntries(Object.entries(files).filter(([name]) => name.startsWith('claims/')))
    const folder = folderInMemory({
      ...Object.fromEntries(Object.entries(lent).map(([name, text]) => [`../../${name}`, text])),
      ...own,
      'conflict.json': JSON.stringify(chapter),
    })
    const { folder: opened } = openBundle({ ...bundleOf(folder), root: 'data/chapters/later' })
    const compiler = openProposalCompiler(opened, 'data/chapters/later')
    expect(compiler.opened.faults).toEqual([])
    const handed = compiler.handIn({ ...proposal(whole), atlas: 'later' })
    expect(handed.files).toContain('data/places.geojson')
    expect(handed.files).toContain('data/chapters/later/claims/river-war.csv')
  })

  it('is refused when it is another file', () => {
    expect(() => openBundle({ format: 'front-atlas', version: 1 })).toThrow('front-line-source')
  })
})

describe('a prefilled issue', () => {
  const page = 'https://git.example.org/map/issues/new'
  const given = proposal({ title: 'Eastferry & more', claims: [eastferry({ note: 'a ``` b' })] })

  it('holds the proposal, whatever is in it', () => {
    const url = new URL(issueAddress(page, given)!)
    expect(url.origin + url.pathname).toBe(page)
    expect(url.searchParams.get('title')).toBe('Eastferry & more')
    const [, fence, text] = /^(`+)json\n([\s\S]*)\1\n$/.exec(url.searchParams.get('body')!) ?? []
    expect(fence).toBe('````')
    expect(readProposal(text).proposal).toEqual(given)
  })

  it('asks for the file of one that is too long for an address', () => {
    const long = proposal({ claims: Array.from({ length: 60 }, () => eastferry({ note: 'x'.repeat(200) })) })
    expect(issueAddress(page, long)).not.toContain('eastferry')
    expect(proposalText(long)).toContain('eastferry')
  })

  it.each([undefined, 'javascript:alert(1)', 'nowhere'])('is none without a page for it: %s', (page) => {
    expect(issueAddress(page, given)).toBeNull()
  })
})
