/** What a conflict and its factions are: conflict.json and factions.json. See geodata/FORMATS.md. */
import { type Day, dayOf } from './day.ts'
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
} from './shape.ts'
import { type Text, textIn } from './text.ts'
import { TILES, type Tiles } from './tiles.ts'

export interface Conflict {
  id: string
  title: Text
  start: string
  end: string
  bbox: [west: number, south: number, east: number, north: number]
  /** that the names and texts of the data are written in, ISO 639-1 */
  languages: string[]
  /** PROJ string of an equal-area projection in metres; all areas and distances are measured in it */
  projection: string
  /** countries that the map is about, as base/countries.geojson (`iso3`) and base/places.geojson (`iso2`) call them */
  home?: { iso3: string; iso2: string }[]
  /** what the map is, and why it begins when it begins, in two sentences; readers' files have it from about.json */
  intro?: Text
  /** whose data the map is made from, in one line */
  attribution?: Text
  /** the stretch that the first button plays */
  play: { start: string; end: string }
  /** what the track can show as a whole, the first by default; without any it shows all */
  spans?: { id: string; title: Text; start: string; end: string }[]
  /** stretches that readers know by a name, in order of how many look for them; the track names them and plays each */
  chapters?: { id: string; title: Text; start: string; end: string }[]
  /** ids of the overlays that its base files hold something for */
  overlays: string[]
  /** whose daily maps the ground was taken from; absent where it comes from claims */
  imported?: { publisher: string; url: string | null }
  /** whether `source.json` lies beside the other files of the atlas: what the compiler needs for proposals */
  proposals?: boolean
  /** relief and streets that its host adds; absent in most */
  tiles?: Tiles
}

/** Two atlases tell of the same ground on both sides of a gap: where the one ends, the other begins. */
export interface Meeting {
  /** id of the other atlas */
  atlas: string
  /** of the atlas that names the other, `YYYY-MM-DD` */
  day: string
  /** of the other atlas */
  with: string
}

export interface DatedName {
  /** valid from that day; `null`: from the beginning */
  from: string | null
  name: Text
  short: Text
  /** what its positions go by, where that is not the name of its ground */
  posts?: Text
  /** the short name after a preposition or a noun, in the languages that write it otherwise there */
  genitive?: Text
}

/**
 * `lines` marks ground of a special status (under international watch, long-occupied ground), `dots` only helps to tell
 * two like colours apart.
 */
export type Texture = 'none' | 'lines' | 'dots'

export interface Faction {
  id: string
  role: 'ground' | 'position'
  /** CSS hex */
  colour: string
  texture: Texture
  /** stands for ground of which nothing is said: it is not painted, and has no row in legend and numbers */
  blank?: boolean
  names: DatedName[]
  lineage: { from: string; into: string | null; note: Text }[]
  dissolved: string | null
}

export interface Governorate {
  id: string
  name: Text
  /** west, south, east, north */
  bbox: [number, number, number, number]
}

/** @returns the names valid on that day */
export function namesOn({ names }: Faction, day: Day): DatedName {
  return names.findLast(({ from }) => from === null || dayOf(from) <= day) ?? names[0]
}

/** @returns the name valid on that day */
export function nameOn(
  faction: Faction,
  day: Day,
  language: string,
  form: 'full' | 'short' | 'posts' | 'genitive' = 'full',
): string {
  const valid = namesOn(faction, day)
  if (form === 'genitive') return textIn({ ...valid.short, ...valid.genitive }, language).text
  const wanted = form === 'full' ? valid.name : (form === 'posts' && valid.posts) || valid.short
  return textIn(wanted, language).text
}

/** @returns id of the faction that this one formally belongs to on that day, or `null` */
export function belongsTo(faction: Faction, day: Day): string | null {
  return faction.lineage.findLast(({ from }) => dayOf(from) <= day)?.into ?? null
}

const BOX = tuple(number, number, number, number)

const STRETCHES = listOf(record({ id: text, title: texts, start: day, end: day }))

const CONFLICT = record({
  id: text,
  title: texts,
  start: day,
  end: day,
  bbox: BOX,
  languages: listOf(text),
  projection: text,
  attribution: maybe(texts),
  play: record({ start: day, end: day }),
  spans: maybe(STRETCHES),
  chapters: maybe(STRETCHES),
  overlays: listOf(text),
  imported: maybe(record({ publisher: text })),
  tiles: maybe(TILES),
})

/** A list in which something has to be: a faction without a name could not be spoken of. */
const someOf =
  (shape: Shape): Shape =>
  (value) =>
    Array.isArray(value) && value.length === 0 ? '' : listOf(shape)(value)

const FACTIONS = someOf(
  record({
    id: text,
    role: text,
    colour: text,
    texture: text,
    names: someOf(record({ from: nullOr(day), name: texts, short: texts })),
    lineage: listOf(record({ from: day, into: nullOr(text), note: texts })),
    dissolved: nullOr(day),
  }),
)

const GOVERNORATES = listOf(record({ id: text, name: texts, bbox: BOX }))

/** @throws TypeError when the file, not trusted, is no conflict.json as it is served, or not that of the atlas, by id */
export function decodeConflict(file: unknown, needed: string): Conflict {
  assertShape(file, CONFLICT, 'conflict')
  const conflict = file as Conflict
  if (conflict.id !== needed)
    throw new TypeError(`conflict ${conflict.id} is not the one of the atlas, ${needed}`)
  return conflict
}

/** @throws TypeError when the file, not trusted, is no factions.json, or does not describe all factions of the atlas */
export function decodeFactions(file: unknown, needed: readonly string[]): Faction[] {
  assertShape(file, FACTIONS, 'factions')
  return assertAll(file as Faction[], needed)
}

/** @throws TypeError when the file, not trusted, is no governorates.json, or does not name all those of the atlas */
export function decodeGovernorates(file: unknown, needed: readonly string[]): Governorate[] {
  assertShape(file, GOVERNORATES, 'list of governorates')
  return assertAll(file as Governorate[], needed)
}

function assertAll<T extends { id: string }>(known: T[], needed: readonly string[]): T[] {
  const missing = needed.filter((id) => !known.some((one) => one.id === id))
  if (missing.length > 0) throw new TypeError(`${missing.join(', ')} of the atlas is not described`)
  return known
}
