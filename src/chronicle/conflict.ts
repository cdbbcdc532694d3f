/** What a conflict and its factions are: conflict.json and factions.json. See geodata/FORMATS.md. */
import { type Day, dayOf } from './day.ts'

export type Language = 'en' | 'ar'

export interface Conflict {
  id: string
  title: Record<Language, string>
  start: string
  end: string
  bbox: [west: number, south: number, east: number, north: number]
  languages: Language[]
  /** PROJ string of an equal-area projection in metres; all areas and distances are measured in it */
  projection: string
  /** the stretch that the first button plays */
  play: { start: string; end: string }
  /** what the track can show as a whole, the first by default; without any it shows all */
  spans?: { id: string; title: Record<Language, string>; start: string; end: string }[]
  /** whose daily maps the ground was taken from; absent where it comes from claims */
  imported?: { publisher: string; url: string | null }
}

export interface DatedName {
  /** valid from that day; `null`: from the beginning */
  from: string | null
  en: string
  ar: string
  short_en: string
  short_ar: string
  /** what its positions go by, where that is not the name of its ground */
  posts_en?: string
  posts_ar?: string
}

/**
 * `lines` marks ground of a special status (an area of the UN, long-occupied ground), `dots` only helps to tell
 * two like colours apart.
 */
export type Texture = 'none' | 'lines' | 'dots'

export interface Faction {
  id: string
  role: 'ground' | 'position'
  /** CSS hex */
  colour: string
  texture: Texture
  names: DatedName[]
  lineage: { from: string; into: string | null; note_en: string; note_ar: string }[]
  dissolved: string | null
}

export interface Governorate {
  id: string
  name: string
  name_ar: string
  /** west, south, east, north */
  bbox: [number, number, number, number]
}

/** @returns the name valid on that day */
export function nameOn(
  faction: Faction,
  day: Day,
  language: Language,
  form: 'full' | 'short' | 'posts' = 'full',
): string {
  const valid = faction.names.findLast(({ from }) => from === null || dayOf(from) <= day) ?? faction.names[0]
  if (form === 'full') return valid[language]
  return (form === 'posts' && valid[`posts_${language}`]) || valid[`short_${language}`]
}

/** @returns id of the faction that this one formally belongs to on that day, or `null` */
export function belongsTo(faction: Faction, day: Day): string | null {
  return faction.lineage.findLast(({ from }) => dayOf(from) <= day)?.into ?? null
}
