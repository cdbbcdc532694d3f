import { readdirSync, readFileSync } from 'node:fs'
import type { FeatureCollection } from 'geojson'
import Papa from 'papaparse'
import { describe, expect, it } from 'vitest'
import { decodeAtlas } from '../../src/chronicle/atlas.ts'
import { decodeEvents, EVENT_KINDS, eventsFileOf } from '../../src/chronicle/events.ts'
import { evidenceFrom } from '../../src/chronicle/evidence-records.ts'
import { readPositions } from '../../src/chronicle/positions.ts'
import type { Text } from '../../src/chronicle/text.ts'
import type { LinkContext } from '../../src/link/index.ts'
import { switchable } from '../../src/map/overlays/registry.ts'
import { refsOf, resolve, type Story, sentenceText, stepView } from '../../src/ui/panels/stories/story.ts'

const GEODATA = new URL('../../geodata/', import.meta.url)
const text = (path: string) => readFileSync(new URL(path, GEODATA), 'utf8')
const json = (path: string) => JSON.parse(text(path))

const atlas = decodeAtlas(json('atlas/atlas.json'))
const conflict = json('conflict.json')
const rows = Papa.parse<Record<string, string>>(text('events/events.csv'), {
  header: true,
  skipEmptyLines: true,
})
const records = {
  evidence: evidenceFrom(json('atlas/evidence.json'), atlas),
  events: decodeEvents(eventsFileOf(rows.data)),
  positions: readPositions(json('positions/positions.geojson') as FeatureCollection),
}
const context: LinkContext = {
  start: atlas.start,
  end: atlas.end,
  factions: (json('factions.json') as { id: string }[]).map(({ id }) => id),
  governorates: atlas.governorates,
  languages: conflict.languages,
  ...switchable(),
  kinds: EVENT_KINDS,
  speeds: [1],
  bbox: conflict.bbox,
}
const files = readdirSync(new URL('stories/', GEODATA)).filter((name) => name.endsWith('.json'))
const stories = files.map((name) => ({ name, story: json(`stories/${name}`) as Story }))
const steps = stories.flatMap(({ story }) =>
  story.steps.map((step, i) => ({ name: `${story.id}.${i + 1}`, story, step })),
)
const ARABIC = /[\u0600-\u06ff]/
const MOST_WORDS = 45
/** Words that judge, in a text that should only tell. */
const LOADED =
  /\b(regime|terrorist|liberat\w*|martyr\w*|heroic|brutal|barbaric|jihadi\w*|rebels? scum|puppet)\b/i

describe('stories', () => {
  it.each(steps)('$name rests on publications', ({ step }) => {
    const sources = refsOf(step).flatMap((id) => resolve(id, records)?.sources ?? [])
    expect(
      sources.filter((id) => records.evidence.sources.some((one) => one.id === id)).length,
    ).toBeGreaterThan(0)
  })

  it.each(steps)('$name shows a day of the range and a view of the country', ({ step }) => {
    const { named, notices } = stepView(step.link, context)
    expect(notices).toEqual([])
    const { day, camera } = named
    expect(day !== undefined && day >= atlas.start && day <= atlas.end).toBe(true)
    const [west, south, east, north] = conflict.bbox
    expect(camera && camera.lon > west && camera.lon < east && camera.lat > south && camera.lat < north).toBe(
      true,
    )
  })

  it.each(steps)('$name is short, in both languages, without words that judge', ({ story, step }) => {
    for (const both of [story.title, story.summary, step.title, ...step.sentences.map(sentenceText)]) {
      expect(both.en.trim()).not.toBe('')
      expect(both.en).not.toMatch(ARABIC)
      expect(both.ar).toMatch(ARABIC)
      expect(both.en).not.toMatch(LOADED)
    }
    for (const language of ['en', 'ar']) {
      const words = step.sentences.flatMap((sentence) => sentenceText(sentence)[language].split(/\s+/))
      expect(words.length).toBeLessThanOrEqual(MOST_WORDS)
    }
  })

  it.each(steps)(
    '$name rests on something that has happened by the day it shows, or says of what time it speaks',
    ({ step }) => {
      const { day = 0 } = stepView(step.link, context).named
      const starts = refsOf(step).map((id) => {
        const ref = resolve(id, records)
        if (ref?.kind === 'event') return ref.event.start
        if (ref?.kind === 'position') return ref.position.start
        return ref?.kind === 'claim' ? Date.parse(ref.claim.earliest) / 86_400_000 : 0
      })
      expect(Math.min(...starts)).toBeLessThanOrEqual(day)
    },
  )

  it('go on in time within a story, but for counts that look back', () => {
    for (const { story } of stories) {
      const days = story.steps.map(({ link }) => stepView(link, context).named.day ?? 0)
      expect(days[0], story.id).toBe(Math.min(...days))
      expect(days.at(-1), story.id).toBe(Math.max(...days))
    }
  })
})

describe('the weak stretches', () => {
  const weak = json('weaknesses.json') as Weaknesses
  const section = /## Known weaknesses\n([\s\S]*?)\n## /.exec(text('README.md'))?.[1] ?? ''

  it('are those of the table in README.md, with the same errors', () => {
    const table = [...section.matchAll(/^\| ([^|]+) \| ([^|]+) \| (\d+)–(\d+) \| ([^|]+) \|$/gm)].map(
      ([, name, when, low, high, why]) => ({ name, when, km: [Number(low), Number(high)], why }),
    )
    expect(table.length).toBeGreaterThan(0)
    expect(
      weak.stretches.map(({ name, when, km, why }) => ({ name: name.en, when: when.en, km, why: why.en })),
    ).toEqual(table)
  })

  it('come with the notes of README.md', () => {
    const named = [...section.matchAll(/^- \*\*(.+?)\*\*/gm)].map(([, title]) => title.replace(/\.$/, ''))
    expect(weak.notes.map(({ title }) => title.en)).toEqual(named)
  })

  it('are told in both languages, with links that can be read', () => {
    const both = [
      ...weak.stretches.flatMap(({ name, when, why }) => [name, when, why]),
      ...weak.notes.flatMap(({ title, text }) => [title, text]),
    ]
    for (const { en, ar } of both) {
      expect(en).not.toMatch(ARABIC)
      expect(ar, en).toMatch(ARABIC)
    }
    for (const { link } of [...weak.stretches, ...weak.notes])
      if (link) expect(stepView(link, context).notices, link).toEqual([])
  })
})

interface Weaknesses {
  stretches: { name: Text; when: Text; km: number[]; why: Text; link?: string }[]
  notes: { title: Text; text: Text; link?: string }[]
}
