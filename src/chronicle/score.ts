/**
 * The map held against assertions of others: who was at a point on a day, said by publications that the data do not use.
 * It measures the map; nothing of the map is made from it.
 */
import { type Atlas, STATE } from './atlas.ts'
import type { Day } from './day.ts'
import type { FaceIndex } from './face-index.ts'
import { periodAt } from './history.ts'
import { withinDoubt } from './near-front.ts'

export interface Assertion {
  id: string
  /** of the assertions that were gathered together: `1`, `2`, … */
  set: string
  place: string
  /** degrees WGS 84 */
  lon: number
  lat: number
  day: Day
  /** faction ids; more than one when the publication names several there, or leaves open which of them it was */
  holders: readonly string[]
  region: string
}

/**
 * - `right`: the side that the map names (first) is among those asserted.
 * - `shared`: an asserted side is named second, on ground shown as shared or passing.
 * - `wrong`: the map names none of them; a point outside the country is wrong too.
 */
export type Outcome = 'right' | 'shared' | 'wrong'

export interface Judged {
  assertion: Assertion
  outcome: Outcome
  /** the faction that the map names (first), null outside the country */
  shown: string | null
  /** the second faction of shared or passing ground, else null */
  other: string | null
  /** the map shows the ground as held by one side, without doubt: neither shared nor passing, nor in the band of a front */
  plain: boolean
}

/** How many of each; `plain` counts what the map shows without doubt, and how much of that is right. */
export interface Tally {
  right: number
  shared: number
  wrong: number
  total: number
  plain: { right: number; total: number }
}

export interface Score {
  all: Tally
  /** by set, in the order in which they were gathered */
  sets: ({ set: string } & Tally)[]
  /** by region, in order of name */
  regions: ({ region: string } & Tally)[]
  /** by month `YYYY-MM`, ascending */
  months: ({ month: string } & Tally)[]
  /** region and month together, the worst first: where the smallest part is right */
  worst: ({ region: string; month: string } & Tally)[]
}

/** As in geodata/atlas/score.json. */
export interface ScoreFile extends Score {
  /** `YYYY-MM-DD`, on which this result first came out */
  date: string
  /** what the map scored when a set was asked for the first time; later corrections never change it */
  first: ({ set: string; date: string } & Omit<Tally, 'plain'>)[]
}

/** @returns what the map says of each assertion, in their order */
export function judge(atlas: Atlas, faces: FaceIndex, assertions: readonly Assertion[]): Judged[] {
  return assertions.map((assertion) => {
    const face = faces.faceAt(assertion.lon, assertion.lat)
    if (face < 0) return { assertion, outcome: 'wrong', shown: null, other: null, plain: false }
    const { holder, other, state } = periodAt(atlas.faces[face].history, assertion.day)
    const shown = atlas.factions[holder] ?? null
    const second = state === STATE.held || other < 0 ? null : atlas.factions[other]
    const says = (faction: string | null) => faction !== null && assertion.holders.includes(faction)
    const outcome = says(shown) ? 'right' : says(second) ? 'shared' : 'wrong'
    const { day, lon, lat } = assertion
    const plain = state === STATE.held && !withinDoubt(atlas, day, lon, lat)
    return { assertion, outcome, shown, other: second, plain }
  })
}

/** @param monthOf the month of a day as `YYYY-MM` */
export function scoreOf(judged: readonly Judged[], monthOf: (day: Day) => string): Score {
  const region = ({ assertion }: Judged) => assertion.region
  const month = ({ assertion }: Judged) => monthOf(assertion.day)
  const both = groups(judged, (one) => `${region(one)}|${month(one)}`)
  return {
    all: tally(judged),
    sets: groups(judged, ({ assertion }) => assertion.set).map(([set, some]) => ({ set, ...tally(some) })),
    regions: groups(judged, region).map(([name, some]) => ({ region: name, ...tally(some) })),
    months: groups(judged, month).map(([name, some]) => ({ month: name, ...tally(some) })),
    worst: both
      .map(([, some]) => ({ region: region(some[0]), month: month(some[0]), ...tally(some) }))
      .filter(({ right, total }) => right < total)
      .sort((a, b) => a.right / a.total - b.right / b.total || b.total - a.total)
      .slice(0, 10),
  }
}

function groups(judged: readonly Judged[], key: (one: Judged) => string): [string, Judged[]][] {
  const found = new Map<string, Judged[]>()
  for (const one of judged) found.set(key(one), [...(found.get(key(one)) ?? []), one])
  return [...found].sort(([a], [b]) => (a < b ? -1 : 1))
}

function tally(judged: readonly Judged[]): Tally {
  const count = (outcome: Outcome) => judged.filter((one) => one.outcome === outcome).length
  const plain = judged.filter((one) => one.plain)
  return {
    right: count('right'),
    shared: count('shared'),
    wrong: count('wrong'),
    total: judged.length,
    plain: { right: plain.filter(({ outcome }) => outcome === 'right').length, total: plain.length },
  }
}
