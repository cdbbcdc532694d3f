import type { ScoreFile } from '../../../chronicle/score.ts'
import {
  assertShape,
  day,
  listOf,
  maybe,
  nullOr,
  number,
  record,
  type Shape,
  text,
  texts,
  tuple,
} from '../../../chronicle/shape.ts'
import type { Text } from '../../../chronicle/text.ts'
import { fetchOnce } from '../../data/load.ts'

/** As in geodata/weaknesses.json. */
export interface Weaknesses {
  stretches: { name: Text; when: Text; km: [from: number, to: number]; why: Text; link?: string }[]
  notes: { title: Text; text: Text; link?: string }[]
}

/** As in geodata/corrections.json. */
export interface Correction {
  date: string
  what: Text
  why: Text
  ids: string[]
}

const load = <T>(file: string, shape: Shape) =>
  fetchOnce(file, (json) => {
    assertShape(json, shape, file)
    return json as T
  })

export const loadWeaknesses = load<Weaknesses>(
  'weaknesses.json',
  record({
    stretches: listOf(
      record({ name: texts, when: texts, km: tuple(number, number), why: texts, link: maybe(text) }),
    ),
    notes: listOf(record({ title: texts, text: texts, link: maybe(text) })),
  }),
)
export const loadCorrections = load<Correction[]>(
  'corrections.json',
  listOf(record({ date: day, what: texts, why: texts, ids: listOf(text) })),
)
/** As in geodata/differences.csv, with the days that it speaks of. */
export interface Differences {
  /** of this atlas, `YYYY-MM-DD` */
  day: string
  /** of the one that it meets */
  with: string
  places: { id: string; name: Text; here: string; there: string; reason: Text }[]
}
/** `null` where the atlas meets no other one, or does not say how. */
export const loadDifferences = load<Differences | null>(
  'differences.json',
  nullOr(
    record({
      day,
      with: day,
      places: listOf(record({ id: text, name: texts, here: text, there: text, reason: texts })),
    }),
  ),
)
/** As in geodata/about.json: what is said of this conflict, and of nothing else. */
export interface About {
  /** how boundaries are drawn */
  boundaries?: Text
  /** whose data the map is made from */
  credits?: { name: string; licence: string; what: Text }[]
  /** what the map is, and why it begins when it begins, in two sentences */
  intro?: Text
  /** licence of the data */
  licence?: Text
  /** names of the regions that the score is counted by */
  regions?: Record<string, Text>
  searchExamples?: Text
}
export const loadAbout = load<About>(
  'about.json',
  record({
    boundaries: maybe(texts),
    credits: maybe(listOf(record({ name: text, licence: text, what: texts }))),
    intro: maybe(texts),
    licence: maybe(texts),
    regions: maybe(record({})),
    searchExamples: maybe(texts),
  }),
)

/** As in geodata/atlas/score.json; null where there is no test set. */
const TALLY = {
  right: number,
  shared: number,
  wrong: number,
  total: number,
  plain: record({ right: number, total: number }),
}
export const loadScore = load<ScoreFile | null>(
  'atlas/score.json',
  nullOr(
    record({
      date: text,
      all: record(TALLY),
      regions: listOf(record({ region: text, ...TALLY })),
      months: listOf(record({ month: text, ...TALLY })),
      worst: listOf(record({ region: text, month: text, ...TALLY })),
      sets: listOf(record({ set: text, ...TALLY })),
      first: listOf(record({ set: text, date: day, right: number, total: number })),
    }),
  ),
)
