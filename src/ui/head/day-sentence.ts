/** The sentence under the date: what changed that day, made from the chronicle alone. */

import type { Atlas } from '../../chronicle/atlas.ts'
import { type Faction, type Governorate, nameOn } from '../../chronicle/conflict.ts'
import type { Day } from '../../chronicle/day.ts'
import type { DayChange, Gain } from '../../chronicle/day-changes.ts'
import type { EvidenceFile, PlaceRecord } from '../../chronicle/evidence.ts'
import { changeBefore } from '../../clock/index.ts'
import { about, type Words } from '../words/words.ts'

/** Smaller gains are left to the map: below this, km², and beside a gain ten times their size. */
const WORTH_NAMING_KM2 = 1
/** How many gains, governorates and places one sentence names. */
const MOST = { gains: 2, governorates: 2, placesAlone: 3, placesBeside: 2 }

export interface SentenceSources {
  words: Words
  changes: readonly DayChange[]
  changeDays: readonly Day[]
  start: Day
  /** faction index → short name valid on the day, in the genitive */
  factionName(index: number, day: Day): string
  /** whether a faction index stands for ground of which nothing is said */
  isBlank?(index: number): boolean
  /** governorate index → name */
  governorateName(index: number): string
  evidence: EvidenceFile | null
}

/** @returns a function that gives the sentence of any day in one language */
export function daySentenceOf(
  {
    atlas,
    changes,
    factions,
    governorates,
    evidence,
  }: {
    atlas: Atlas
    changes: readonly DayChange[]
    factions: readonly Faction[]
    governorates: readonly Governorate[]
    evidence: EvidenceFile | null
  },
  words: Words,
): (day: Day) => string {
  const cache = new Map<Day, string>()
  const sources: SentenceSources = {
    words,
    changes,
    changeDays: changes.map(({ day }) => day),
    start: atlas.start,
    factionName: (index, day) => {
      const faction = factions.find(({ id }) => id === atlas.factions[index])
      return faction ? nameOn(faction, day, words.language, 'genitive') : atlas.factions[index]
    },
    isBlank: (index) => factions.some(({ id, blank }) => blank && id === atlas.factions[index]),
    governorateName: (index) => {
      const governorate = governorates.find(({ id }) => id === atlas.governorates[index])
      return governorate ? words.text(governorate.name) : atlas.governorates[index]
    },
    evidence,
  }
  return (day) => {
    let text = cache.get(day)
    if (text === undefined) {
      text = daySentence(day, sources)
      cache.set(day, text)
    }
    return text
  }
}

export function daySentence(day: Day, sources: SentenceSources): string {
  const { words, changes, start } = sources
  const change = changes.find((entry) => entry.day === day)
  if (!change) {
    if (day === start) return words.say('day.first')
    const last = changeBefore(sources.changeDays, day)
    return last === null ? words.say('day.none') : words.say('day.none-since', { date: words.date(last) })
  }
  const named = change.gains.filter(
    ({ km2 }) => km2 >= WORTH_NAMING_KM2 && km2 * 10 >= (change.gains[0]?.km2 ?? 0),
  )
  const parts = named
    .slice(0, MOST.gains)
    .map((gain) => gainPart(gain, day, named.length > 1 ? MOST.placesBeside : MOST.placesAlone, sources))
  if (change.gains.length > parts.length && parts.length > 0) {
    const rest = change.gains.slice(parts.length).reduce((sum, { km2 }) => sum + km2, 0)
    if (rest >= WORTH_NAMING_KM2) parts.push(words.say('day.rest', { km2: words.number(about(rest)) }))
  }
  if (parts.length < MOST.gains && change.unsettled.km2 >= WORTH_NAMING_KM2) {
    parts.push(words.say('day.contested', ground(change.unsettled, sources)))
  }
  if (parts.length === 0 && change.settled.km2 >= WORTH_NAMING_KM2) {
    parts.push(words.say('day.settled', ground(change.settled, sources)))
  }
  return parts.length > 0 ? parts.join(' ') : words.say('day.slight')
}

function gainPart(gain: Gain, day: Day, most: number, sources: SentenceSources): string {
  const { words } = sources
  if (sources.isBlank?.(gain.faction)) return words.say('day.uncovered', ground(gain, sources))
  const faction = sources.factionName(gain.faction, day)
  const places = placesOf(gain.faces, sources.evidence)
  const values = { faction, ...ground(gain, sources) }
  if (places.length === 0) return words.say('day.gain', values)
  const names = places.slice(0, most).map(({ name }) => words.text(name))
  const more = places.length - names.length
  if (more > 0) names.push(words.say('day.more-places', { count: more }))
  return words.say('day.gain-places', { ...values, places: words.list(names) })
}

/** Values of a message: how much ground, and where, which not every folder of data can name. */
function ground(
  { km2, governorates }: { km2: number; governorates: readonly (readonly [number, number])[] },
  { words, governorateName }: SentenceSources,
) {
  const names = governorates
    .filter(([, part]) => part * 10 >= km2)
    .slice(0, MOST.governorates)
    .map(([index]) => governorateName(index))
  return { km2: words.number(about(km2)), named: names.length > 0 ? 'yes' : 'no', where: words.list(names) }
}

const WEIGHT: Record<string, number> = { city: 0, town: 1, base: 2, crossing: 3, dam: 3, village: 4 }

/** @returns the places on these faces, the best known kinds first */
export function placesOf(faces: readonly number[], evidence: EvidenceFile | null): PlaceRecord[] {
  if (!evidence) return []
  const wanted = new Set(faces)
  return evidence.places
    .filter(({ face }) => wanted.has(face))
    .sort((a, b) => (WEIGHT[a.kind] ?? 5) - (WEIGHT[b.kind] ?? 5))
}
