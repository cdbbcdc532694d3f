/** The test set is fit to judge the map, and the published result is what the published map scores. */
import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { isoOf } from '../../src/chronicle/day.ts'
import { indexFaces } from '../../src/chronicle/face-index.ts'
import { judge, scoreOf } from '../../src/chronicle/score.ts'
import { readCompiled } from '../../src/cli/compiled-files.ts'
import { openFolder } from '../../src/cli/open-folder.ts'
import { readAssertions } from '../../src/cli/score.ts'
import { pageOf } from '../../src/compile/check/publications.ts'
import type { Problem } from '../../src/compile/read/problem.ts'
import { readTable } from '../../src/compile/read/tables.ts'

const FOLDER = 'geodata'
const problems: Problem[] = []
const folder = openFolder(FOLDER, problems)
const assertions = readAssertions(folder, problems)
const json = (file: string) => JSON.parse(readFileSync(`${FOLDER}/${file}`, 'utf8'))

describe('assertions.csv', () => {
  it('can be read, and lies in the range', () => {
    const { start, end } = json('conflict.json') as { start: string; end: string }
    expect(problems).toEqual([])
    expect(assertions.length).toBeGreaterThanOrEqual(150)
    expect(assertions.filter(({ day }) => isoOf(day) < start || isoOf(day) > end)).toEqual([])
  })

  it('names factions that exist', () => {
    const known = new Set((json('factions.json') as { id: string }[]).map(({ id }) => id))
    expect(assertions.filter(({ holders }) => holders.some((id) => !known.has(id)))).toEqual([])
  })

  it('uses no publication that the data use', () => {
    const sources = json('sources.json') as { url: string | null }[]
    const used = new Set(sources.flatMap(({ url }) => (url ? [pageOf(url)] : [])))
    const urls = readTable(folder, 'assertions.csv', ['url'], []).map((row) => row.get('url'))
    expect(urls.filter((url) => used.has(pageOf(url)))).toEqual([])
  })
})

describe('atlas/score.json', () => {
  it('is what the published map scores: "npm run compile" writes both', () => {
    const { atlas } = readCompiled(FOLDER)
    const { date, first, ...published } = json('atlas/score.json')
    expect(published).toEqual(
      scoreOf(judge(atlas, indexFaces(atlas), assertions), (day) => isoOf(day).slice(0, 7)),
    )
    expect(date).toMatch(/^\d{4}-\d{2}-\d{2}$/)
    expect(first.map(({ set }: { set: string }) => set)).toEqual(
      published.sets.map(({ set }: { set: string }) => set),
    )
  })
})
