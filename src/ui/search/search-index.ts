/** What can be searched for by name, and how it is found: spelling aside, with unfinished words and typing errors. */
import MiniSearch, { type Query } from 'minisearch'
import type { Governorate } from '../../chronicle/conflict.ts'
import type { EventRecord } from '../../chronicle/events.ts'
import type { PlaceRecord } from '../../chronicle/evidence.ts'
import { kmBetween } from '../../chronicle/nearest.ts'
import type { MilitaryPosition } from '../../chronicle/positions.ts'
import { type Text, textsOf } from '../../chronicle/text.ts'
import { plainWords, sound, soundWords } from './normalise.ts'

/** As in towns.json: name, degrees lon and lat, rank (1 city to 5 village with a rough position). */
export type Town = readonly [name: Text, lon: number, lat: number, rank: number]

export type Found =
  | { kind: 'place'; place: PlaceRecord }
  | { kind: 'town'; id: string; town: Town }
  | { kind: 'event'; event: EventRecord }
  | { kind: 'site'; position: MilitaryPosition }
  | { kind: 'governorate'; governorate: Governorate }

export interface SearchSources {
  places: readonly PlaceRecord[]
  events: readonly EventRecord[]
  positions: readonly MilitaryPosition[]
  governorates: readonly Governorate[]
}

export interface SearchIndex {
  /** @returns what fits best first; nothing for a text without letters */
  find(text: string, most?: number): Found[]
  /** Adds places without claims of their own, bit by bit. They come after those with claims. */
  addTowns(towns: readonly Town[]): Promise<void>
}

interface Entry {
  id: string
  names: readonly string[]
  weight: number
  found: Found
}

/** A town this near to a place of the same name, km, is that place. */
const SAME_KM = 6
const PLACE_WEIGHT: Record<string, number> = { city: 2.2, town: 1.7, village: 1.4, site: 0.6 }
const TOWN_WEIGHT = [0, 1.1, 0.9, 0.7, 0.6, 0.5]
/** Towns added before the page gets a turn. */
const CHUNK = 400
/** A name that was typed as a whole, from its beginning or by its sound comes before all that only hold it. */
const LIKENESS = { exact: 1000, beginning: 700, sound: 600 }
const SEPARATOR = '\n'

export function createSearch({ places, events, positions, governorates }: SearchSources): SearchIndex {
  const entries = new Map<string, Entry>()
  const index = new MiniSearch<Entry>({
    fields: ['plain', 'sound'],
    extractField: (entry, field) => (field === 'id' ? entry.id : entry.names.join(SEPARATOR)),
    tokenize: (text, field) =>
      text.split(SEPARATOR).flatMap((name) => (field === 'sound' ? soundWords(name) : plainWords(name))),
    processTerm: (term) => term,
  })
  const named = new Map<string, PlaceRecord[]>()
  for (const place of places) {
    for (const key of keysOf(namesOf(place))) {
      named.set(key, [...(named.get(key) ?? []), place])
    }
  }

  function add(all: readonly Entry[]) {
    for (const entry of all) entries.set(entry.id, entry)
    index.addAll(all)
  }

  add([
    ...places.map((place) => ({
      id: `place:${place.id}`,
      names: namesOf(place),
      weight: (PLACE_WEIGHT[place.kind] ?? 1.2) * (place.face >= 0 ? 1.1 : 1),
      found: { kind: 'place' as const, place },
    })),
    ...governorates.map((governorate) => ({
      id: `governorate:${governorate.id}`,
      names: textsOf(governorate.name),
      // Below a city of its name, also where that is only named by its sound.
      weight: 1.1,
      found: { kind: 'governorate' as const, governorate },
    })),
    ...events.map((event) => ({
      id: `event:${event.id}`,
      names: [...textsOf(event.title), ...textsOf(event.place_name)],
      weight: 0.8,
      found: { kind: 'event' as const, event },
    })),
    ...sitesOf(positions).map((position) => ({
      id: `site:${position.site}`,
      names: textsOf(position.name),
      weight: 1,
      found: { kind: 'site' as const, position },
    })),
  ])

  return {
    find(text, most = 12) {
      const plain = plainWords(text)
      if (plain.length === 0) return []
      const joined = plain.join(' ')
      const sounding = sound(plain.join(''))
      return index
        .search(queryOf(plain), { boostDocument: (id) => entries.get(id)?.weight ?? 1 })
        .map(({ id, score }) => {
          const entry = entries.get(id) as Entry
          const bonus = entry.found.kind === 'event' ? 0 : likeness(entry.names, joined, sounding)
          return { entry, score: score + bonus * entry.weight }
        })
        .sort((a, b) => b.score - a.score)
        .slice(0, most)
        .map(({ entry }) => entry.found)
    },
    async addTowns(towns) {
      const news = towns.flatMap((town, i): Entry[] => {
        const [name, lon, lat, rank] = town
        const names = textsOf(name)
        const same = keysOf(names).some((key) =>
          named.get(key)?.some((place) => kmBetween(lon, lat, place.lon, place.lat) < SAME_KM),
        )
        if (same) return []
        const id = `town:${i}`
        return [{ id, names, weight: TOWN_WEIGHT[rank] ?? 0.5, found: { kind: 'town', id, town } }]
      })
      for (let from = 0; from < news.length; from += CHUNK) {
        add(news.slice(from, from + CHUNK))
        await new Promise((resolve) => setTimeout(resolve))
      }
    },
  }
}

function likeness(names: readonly string[], joined: string, sounding: string): number {
  const plain = names.map((name) => plainWords(name).join(' '))
  if (plain.includes(joined)) return LIKENESS.exact
  if (plain.some((name) => name.startsWith(joined))) return LIKENESS.beginning
  return plain.some((name) => sound(name.replaceAll(' ', '')) === sounding) ? LIKENESS.sound : 0
}

/** Every word must be found: as it is written, or as it sounds; the gaps between words may be anywhere. */
function queryOf(plain: readonly string[]): Query {
  const asIs = { tokenize: (term: string) => [term], processTerm: (term: string) => term }
  const sounds = plain.map(sound)
  const whole = sound(plain.join(''))
  return {
    combineWith: 'OR',
    queries: [
      {
        ...asIs,
        queries: [...plain],
        combineWith: 'AND',
        fields: ['plain'],
        boost: { plain: 3 },
        prefix: true,
        fuzzy: errorsAllowed,
      },
      {
        ...asIs,
        queries: sounds,
        combineWith: 'AND',
        fields: ['sound'],
        prefix: (term) => term.length > 3,
        fuzzy: errorsAllowed,
      },
      { ...asIs, queries: [whole], fields: ['sound'], prefix: false, fuzzy: errorsAllowed },
      // Words of the reader's own, such as "Assad flees": what has some of them comes last, but it comes.
      { ...asIs, queries: plain.filter((word) => word.length > 3), combineWith: 'OR', fields: ['plain'] },
    ],
  }
}

/** @returns how many letters may be wrong in a word of this length */
function errorsAllowed(term: string): number | false {
  if (term.length < 4) return false
  return term.length < 8 ? 1 : 2
}

/** `Kobani (Ain al-Arab)` is two names. */
function namesOf({ name, variants }: PlaceRecord): string[] {
  return [...textsOf(name), ...variants]
    .flatMap((text) => text.split(/[()（）]/))
    .map((text) => text.trim())
    .filter(Boolean)
}

function keysOf(names: readonly string[]): string[] {
  return names.filter(Boolean).map((name) => plainWords(name).map(sound).join(''))
}

/** One position stands for its site: the last one known. */
function sitesOf(positions: readonly MilitaryPosition[]): MilitaryPosition[] {
  const sites = new Map<string, MilitaryPosition>()
  for (const position of positions) {
    const known = sites.get(position.site)
    if (!known || known.start < position.start) sites.set(position.site, position)
  }
  return [...sites.values()]
}
