/** Files that a server gives out damaged, or of another version, are refused by whoever reads them first. */
import { describe, expect, it } from 'vitest'
import { decodeAtlas } from '../../src/chronicle/atlas.ts'
import { decodeConflict, decodeFactions, decodeGovernorates } from '../../src/chronicle/conflict.ts'
import { decodeEvents, eventsFileOf } from '../../src/chronicle/events.ts'
import { decodeEvidence } from '../../src/chronicle/evidence.ts'
import { readPositions } from '../../src/chronicle/positions.ts'
import { governorates } from '../../src/derive/governorates.ts'
import { decodeStories } from '../../src/ui/panels/stories/story.ts'
import { frozen, frozenEvidence, frozenTable } from '../fixtures/frozen.ts'

type Json = ReturnType<typeof JSON.parse>

/** What the readers can do without; a field that is new has to be needed, or named here. */
const CONFLICT_OPTIONAL = [
  'description',
  'chapters',
  'home',
  'parts',
  'attribution',
  'spans',
  'undivided',
  'ceasefire',
  'imported',
]
const EVIDENCE_OPTIONAL = [
  'sources[].language',
  'sources[].kind',
  'sources[].note',
  'claims[].confidence',
  'claims[].note',
]
const POSITION_OPTIONAL = [
  'name',
  'name_ar',
  'status',
  'start_date',
  'end_date',
  'verdict',
  'reason_en',
  'reason_ar',
  'sources',
  'precision_m',
  'note',
]

const atlas = frozen('atlas/atlas.json')
const readers: [file: string, whole: Json, read: (json: unknown) => unknown, optional: string[]][] = [
  ['atlas/atlas.json', atlas, decodeAtlas, []],
  ['atlas/evidence.json', frozenEvidence(), decodeEvidence, EVIDENCE_OPTIONAL.map((name) => `.${name}`)],
  ['events.json', eventsFileOf(frozenTable('events/events.csv')), decodeEvents, ['.events[].confidence']],
  [
    'conflict.json',
    { overlays: [], play: { start: '2024-11-27', end: '2024-12-08' }, ...frozen('conflict.json') },
    (json) => decodeConflict(json, atlas.conflict),
    CONFLICT_OPTIONAL.map((name) => `.${name}`),
  ],
  [
    'factions.json',
    frozen('factions.json'),
    (json) => decodeFactions(json, atlas.factions),
    ['[].names[].posts'],
  ],
  [
    'governorates.json',
    governorates(frozen('base/admin1.geojson')),
    (json) => decodeGovernorates(json, atlas.governorates),
    [],
  ],
  [
    'positions/positions.geojson',
    frozen('positions/positions.geojson'),
    readPositions,
    [
      '.type',
      '.features[].type',
      '.features[].geometry.type',
      ...POSITION_OPTIONAL.map((name) => `.features[].properties.${name}`),
    ],
  ],
  ['stories.json', [frozen('stories/twelve-days.json')], decodeStories, ['[].order']],
]

/** Ways to a value within a file: names of fields and indexes. */
type Way = (string | number)[]

/** @returns one way to each kind of value in a file: of a list only the first item that has it */
function waysOf(json: Json): Map<string, Way> {
  const found = new Map<string, Way>()
  const visit = (value: Json, name: string, way: Way) => {
    if (name && !found.has(name)) found.set(name, way)
    // Texts by language are one thing.
    if (name && value && typeof value === 'object' && 'en' in value) return
    if (Array.isArray(value)) {
      for (const [index, item] of value.slice(0, 40).entries()) visit(item, `${name}[]`, [...way, index])
    } else if (value && typeof value === 'object') {
      for (const [key, item] of Object.entries(value)) visit(item, `${name}.${key}`, [...way, key])
    }
  }
  visit(json, '', [])
  return found
}

/** @returns a copy in which the value at the end of the way is another one; `undefined` takes it out */
function spoilt(json: Json, way: Way, value: unknown): Json {
  const copy = Array.isArray(json) ? [...json] : { ...json }
  const [first, ...rest] = way
  if (rest.length > 0) copy[first] = spoilt(json[first], rest, value)
  else if (value === undefined && !Array.isArray(copy)) delete copy[first]
  else copy[first] = value
  return copy
}

describe.each(readers)('%s', (file, whole, read, optional) => {
  it('is read as it should be', () => {
    expect(() => read(whole)).not.toThrow()
  })

  it.each([[{}], [[]], [null], ['<!doctype html>'], [7], [true]])('is refused when it is %j', (json) => {
    // A map need not have stories; that nobody describes its factions is a fault.
    if (file === 'stories.json' && Array.isArray(json)) return
    expect(() => read(json)).toThrow()
  })

  it('is refused when a field that is needed is missing, or something else', () => {
    const kept: string[] = []
    for (const [name, way] of waysOf(whole)) {
      if (optional.some((one) => name === one || name.startsWith(`${one}.`) || name.startsWith(`${one}[`)))
        continue
      for (const value of [undefined, { wrong: true }, 'x'.repeat(3)]) {
        // One text is as good as another, or as none where there may be none.
        const right = at(whole, way)
        if (typeof value === 'string' && (typeof right === 'string' || right === null)) continue
        try {
          read(spoilt(whole, way, value))
          kept.push(`${name} = ${JSON.stringify(value)}`)
        } catch {}
      }
    }
    expect(kept).toEqual([])
  })
})

const at = (json: Json, way: Way): Json => way.reduce((value, key) => value[key], json)

it('a file that says of another version that it is one is refused', () => {
  for (const [file, whole, read] of readers.slice(0, 3))
    expect(() => read({ ...whole, version: 99 }), file).toThrow(/99|version/)
})

it('an atlas and what describes it have to be of one conflict', () => {
  const [, , , conflict, factions, governorates] = readers
  expect(() => decodeConflict(conflict[1], 'another')).toThrow('another')
  expect(() => factions[2](factions[1].slice(1))).toThrow('not described')
  expect(() => governorates[2](governorates[1].slice(1))).toThrow('not described')
})
