/**
 * Every chapter, that is every folder of geodata/chapters, against the rules that hold for the main folder too: it
 * compiles, meets the folder that it says it meets, and its stories, events and positions rest on what exists.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { Ajv } from 'ajv'
import type { FeatureCollection } from 'geojson'
import Papa from 'papaparse'
import { beforeAll, describe, expect, it } from 'vitest'
import { decodeAtlas } from '../../src/chronicle/atlas.ts'
import { dayOf } from '../../src/chronicle/day.ts'
import { decodeEvents, EVENT_KINDS, eventsFileOf } from '../../src/chronicle/events.ts'
import { evidenceFrom } from '../../src/chronicle/evidence-records.ts'
import { readPositions } from '../../src/chronicle/positions.ts'
import { openFolder } from '../../src/cli/open-folder.ts'
import { checkFolder } from '../../src/compile/check/check.ts'
import { compile } from '../../src/compile/compile.ts'
import { meetingProblems } from '../../src/compile/guards/meets.ts'
import type { Problem } from '../../src/compile/read/problem.ts'
import type { Output } from '../../src/compile/write/write.ts'
import { openAtlases } from '../../src/derive/atlases.ts'
import type { LinkContext } from '../../src/link/index.ts'
import { switchable } from '../../src/map/overlays/registry.ts'
import { refsOf, resolve, type Story, sentenceText, stepView } from '../../src/ui/panels/stories/story.ts'

const HOME = 'geodata/chapters'
const ARABIC = /[\u0600-\u06ff]/
const MOST_WORDS = 45

describe.each(readdirSync(HOME))('chapter %s', (id) => {
  const folder = join(HOME, id)
  const text = (path: string) => readFileSync(join(folder, path), 'utf8')
  const json = (path: string) => JSON.parse(text(path))
  const rows = (path: string) =>
    Papa.parse<Record<string, string>>(text(path), { header: true, skipEmptyLines: true }).data
  const problems: Problem[] = []
  let output: Output

  beforeAll(async () => {
    const opened = openFolder(folder, problems)
    const dataset = checkFolder(opened, problems)
    const compiled = await compile(dataset, problems)
    if (!compiled) throw new Error(`${folder} does not compile: ${JSON.stringify(problems.slice(-3))}`)
    output = compiled
    const here = { atlas: decodeAtlas(output.atlas), evidence: output.evidence }
    problems.push(...meetingProblems(opened, dataset.conflict, here))
  }, 120_000)

  it('keeps every rule and guard, and meets the folder it names but for the differences it explains', () => {
    expect(problems.filter(({ severity }) => severity === 'error')).toEqual([])
  })

  it('compiles to exactly what is committed', () => {
    for (const [file, expected] of output.files)
      expect(
        existsSync(join(folder, file)) && text(file) === expected,
        `${file} differs: run "npm run compile -- --geodata ${folder}" and commit the result`,
      ).toBe(true)
  })

  const records = () => ({
    evidence: evidenceFrom(output.evidence, decodeAtlas(output.atlas)),
    events: decodeEvents(eventsFileOf(rows('events/events.csv'))),
    positions: readPositions(json('positions/positions.geojson') as FeatureCollection),
  })
  const stories = readdirSync(join(folder, 'stories')).map((name) => json(`stories/${name}`) as Story)

  it('tells stories whose sentences rest on ids that exist, in both languages and few words', () => {
    const known = records()
    for (const { title, summary, steps } of stories)
      for (const step of steps) {
        for (const id of refsOf(step))
          expect(resolve(id, known), `${id} in “${step.title.en}”`).not.toBeNull()
        for (const sentence of step.sentences)
          expect(sentence.refs.length, sentenceText(sentence).en).toBeGreaterThan(0)
        for (const both of [title, summary, step.title, ...step.sentences.map(sentenceText)]) {
          expect(both.en).not.toMatch(ARABIC)
          expect(both.ar, both.en).toMatch(ARABIC)
        }
        for (const language of ['en', 'ar']) {
          const words = step.sentences.flatMap((sentence) => sentenceText(sentence)[language].split(/\s+/))
          expect(words.length, step.title.en).toBeLessThanOrEqual(MOST_WORDS)
        }
      }
  })

  it('links stories and weak stretches to days of its range, going on in time', () => {
    const atlas = decodeAtlas(output.atlas)
    const { conflict, factions } = output.compiled.dataset
    const context: LinkContext = {
      start: atlas.start,
      end: atlas.end,
      factions: factions.map((faction) => faction.id),
      governorates: atlas.governorates,
      languages: ['en', 'ar'],
      ...switchable(),
      kinds: EVENT_KINDS,
      speeds: [1],
      bbox: conflict.bbox,
      // A step may put a day of another atlas of the build beside its own.
      atlases: openAtlases(openFolder('geodata', []), (way) => openFolder(join('geodata', way), [])).map(
        ({ id, conflict: { start, end } }) => ({ id, start: dayOf(start), end: dayOf(end) }),
      ),
      shown: conflict.id,
    }
    const dayIn = (link: string) => {
      const { named, notices } = stepView(link, context)
      expect(notices, link).toEqual([])
      return named.day ?? Number.NaN
    }
    for (const { steps } of stories) {
      const days = steps.map(({ link }) => dayIn(link))
      expect(days).toEqual([...days].sort((a, b) => a - b))
    }
    const weak = json('weaknesses.json') as { stretches: { link: string }[] }
    for (const { link } of weak.stretches) dayIn(link)
  })

  it('keeps to the schemas of its data package', () => {
    const ajv = new Ajv({ allErrors: true })
    const { resources } = json('datapackage.json') as {
      resources: { path: string; jsonSchema?: string; schema?: { fields: { name: string }[] } }[]
    }
    for (const { path, jsonSchema, schema } of resources) {
      if (jsonSchema) {
        const description = json(jsonSchema)
        const validate = ajv.getSchema(description.$id) ?? ajv.compile(description)
        expect(validate(json(path)) ? [] : validate.errors?.slice(0, 3), path).toEqual([])
      }
      if (schema) expect(Object.keys(rows(path)[0]), path).toEqual(schema.fields.map(({ name }) => name))
    }
    const listed = new Set(resources.map(({ path }) => path))
    for (const file of ['claims', 'zones', 'barriers'].flatMap((part) =>
      readdirSync(join(folder, part)).map((name) => `${part}/${name}`),
    ))
      expect(listed, file).toContain(file)
  })
})
