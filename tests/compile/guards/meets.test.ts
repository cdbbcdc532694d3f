/** Two folders of one war agree where the one ends and the other begins, or say why not. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { decodeAtlas } from '../../../src/chronicle/atlas.ts'
import { dayOf } from '../../../src/chronicle/day.ts'
import { openFolder } from '../../../src/cli/open-folder.ts'
import { compile } from '../../../src/compile/compile.ts'
import { differences, meetingProblems, type Side } from '../../../src/compile/guards/meets.ts'
import type { Dataset } from '../../../src/compile/read/model.ts'
import type { Output } from '../../../src/compile/write/write.ts'
import { claim, smallCountry } from '../small-country.ts'

/** A place of red that blue holds at the end of the earlier folder. */
const TAKEN = 'westham'
const compiled = async (dataset: Dataset) => (await compile(dataset, [])) as Output
const sideOf = ({ atlas, evidence }: Output): Side => ({ atlas: decodeAtlas(atlas), evidence })

let root: string
let later: Output
let earlier: Side

beforeAll(async () => {
  root = mkdtempSync(join(tmpdir(), 'meets-'))
  later = await compiled(smallCountry())
  const dataset = smallCountry()
  const lost = claim('C1', TAKEN, '2025-01-10', 'captured', 'RED', 'BLUE')
  earlier = sideOf(await compiled({ ...dataset, claims: [...dataset.claims, lost] }))
  const write = (file: string, content: string) => {
    mkdirSync(dirname(join(root, file)), { recursive: true })
    writeFileSync(join(root, file), content)
  }
  write('conflict.json', '{}')
  for (const [file, text] of later.files) write(file, text)
  write('early/conflict.json', '{}')
})
afterAll(() => rmSync(root, { recursive: true, force: true }))

const reasons = (rows: string, meeting: { folder: string; day: string; with: string }) => {
  writeFileSync(join(root, 'early/differences.csv'), `place,here,there,reason_en,reason_ar\n${rows}`)
  return meetingProblems(
    openFolder(join(root, 'early'), []),
    { meets: meeting, languages: ['en', 'ar'] },
    earlier,
  ).map(({ reason }) => reason)
}
const meeting = () => ({
  folder: '..',
  day: smallCountry().conflict.end,
  with: smallCountry().conflict.start,
})

describe('folders that meet', () => {
  it('differ at the place that changed hands, on the days after it', () => {
    const { start, end } = smallCountry().conflict
    const found = differences(earlier, dayOf(end), sideOf(later), dayOf(start))
    expect(found).toEqual([{ place: TAKEN, here: 'BLUE', there: 'RED' }])
    expect(differences(earlier, dayOf(start), sideOf(later), dayOf(start))).toEqual([])
  })

  it('need a row for each difference, and for nothing else', () => {
    expect(reasons('', meeting())).toEqual(['meets-unexplained'])
    expect(reasons(`${TAKEN},BLUE,RED,why,لماذا\n`, meeting())).toEqual([])
    expect(reasons(`${TAKEN},BLUE,RED,why,\n`, meeting())).toEqual(['verdict-without-reason'])
    expect(reasons(`${TAKEN},BLUE,RED,why,لماذا\n${TAKEN},RED,BLUE,why,لماذا\n`, meeting())).toEqual([
      'meets-nothing-to-explain',
    ])
  })

  it('must be compiled, and name days', () => {
    expect(reasons('', { ...meeting(), day: 'spring' })).toEqual(['meets-unknown'])
    expect(reasons('', { ...meeting(), folder: '../early' })).toEqual(['meets-unknown'])
  })

  it('are not looked for where conflict.json names none', () => {
    expect(meetingProblems(openFolder(join(root, 'early'), []), { languages: [] }, earlier)).toEqual([])
  })
})
