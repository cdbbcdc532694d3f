/** What a link says: the view that a reader shares. */
import type { Day } from '../chronicle/day.ts'

export interface Camera {
  /** centre, degrees WGS 84 */
  lon: number
  lat: number
  /** MapLibre zoom level */
  zoom: number
  /** degrees clockwise that the top of the map points away from north */
  bearing: number
}

export const PANELS = [
  'why',
  'propose',
  'changes',
  'numbers',
  'events',
  'event',
  'position',
  'stories',
  'compare',
  'search',
  'method',
  'corrections',
  'data',
  'picture',
  'share',
  'about',
  'keys',
] as const
export type Panel = (typeof PANELS)[number]

export const COMPARE_MODES = ['swipe', 'tint', 'line'] as const
export type CompareMode = (typeof COMPARE_MODES)[number]

/** What the numbers count: ground, or places that stand for ground. */
export const COUNTS = ['area', 'places'] as const
export type Count = (typeof COUNTS)[number]

/** The stretch of time that the numbers show: all of it, the days around the one shown, or the stretch that is played first. */
export const SPANS = ['all', 'near', 'play'] as const
export type Span = (typeof SPANS)[number]

/** Where play begins again: nowhere, at the first day of the range, at the first day of all. */
export const LOOPS = ['none', 'range', 'all'] as const

/** Which changes count for going to the next one: all, or those of the ground in view. */
export const CHANGES = ['all', 'view'] as const
export type Changes = (typeof CHANGES)[number]

/** What play does with days on which nothing changes. */
export const QUIETS = ['skip', 'play'] as const

/** Whether the page stands in a frame of another one, without what is round the map. */
export const EMBEDS = ['on'] as const

/** Whether the map is the light one. */
export const LIGHTS = ['on', 'off'] as const
export type Light = (typeof LIGHTS)[number]

export const THEMES = ['light', 'dark'] as const
export type Theme = (typeof THEMES)[number]

export interface LinkState {
  /** the atlas that the rest of the link speaks of, `null` where there is only one and it has no name */
  atlas: string | null
  day: Day
  /** the day of this atlas to compare with, or `null` when no such day is */
  with: Day | null
  /** a day of another atlas of the build to compare with, or `null`; where `with` is a day too, that one counts */
  beside: DayOfAtlas | null
  mode: CompareMode
  /** where the divider of a comparison stands, per cent of the free width of the map from the start edge */
  split: number
  /** id of the one faction that comparison and numbers look at, `null`: all */
  by: string | null
  /** governorate that the numbers are limited to, ISO 3166-2 */
  where: string | null
  count: Count
  span: Span
  /** faction ids switched off, in the order of the legend */
  hidden: readonly string[]
  /** layers switched on besides control: positions, events … */
  layers: readonly string[]
  /** ids of factions whose ground is a matter of {@link hidden} and whose positions are switched off */
  hiddenPosts: readonly string[]
  /** kinds of events switched on */
  kinds: readonly string[]
  /** `null`: the whole conflict in view */
  camera: Camera | null
  /** the point asked about, degrees lon then lat */
  at: readonly [lon: number, lat: number] | null
  /** the place asked about, id as in places.geojson; whether it exists is for the reader of the evidence to say */
  place: string | null
  /** the event asked about, its id in small letters; likewise not checked here */
  event: string | null
  /** the site of positions asked about, likewise */
  site: string | null
  panel: Panel | null
  /** story and step, counted from 1 */
  story: { readonly id: string; readonly step: number } | null
  speed: number
  /** days that play keeps to, both inclusive, `start` never later than `end`; `null`: all */
  range: { readonly start: Day; readonly end: Day } | null
  loop: (typeof LOOPS)[number]
  changes: Changes
  quiet: (typeof QUIETS)[number]
  /** `null`: as the reader's browser prefers; likewise `theme` */
  lang: string | null
  theme: Theme | null
  /** `null`: as browser and device need it */
  light: Light | null
  /** in a frame of another page */
  embed: (typeof EMBEDS)[number] | null
}

/** A day of an atlas that is not the one shown. */
export interface DayOfAtlas {
  readonly atlas: string
  readonly day: Day
}

/** An atlas of the build: its id, its first and last day, inclusive. */
export interface AtlasSpan {
  readonly id: string
  readonly start: Day
  readonly end: Day
}

/** The pages that there are beside the first one. */
export interface Pages {
  /** days of the atlas shown that have one, ascending; other days are written as the one before and a date */
  days: readonly Day[]
  /** languages that have pages; the first one is not named in the path */
  languages: readonly string[]
  /** ids of the stories of the atlas shown */
  stories: readonly string[]
}

/** What can be in a link depends on the conflict; this is what the codec has to know of it. */
export interface LinkContext {
  /** the atlases of this build; the first one is shown when the link names none */
  atlases?: readonly AtlasSpan[]
  /** id of the one that the rest of this context describes */
  shown?: string
  /** pages of days and stories; absent: links are queries */
  pages?: Pages
  /** first and last day, inclusive */
  start: Day
  end: Day
  /** the day of a link that names none; `start` when absent */
  day?: Day
  /** ids in the order of the legend */
  factions: readonly string[]
  /** ISO 3166-2 */
  governorates?: readonly string[]
  languages: readonly string[]
  /** every layer there is, and those that are on unless the link says otherwise (all when absent) */
  layers: readonly string[]
  layersOn?: readonly string[]
  /** kinds of events that there are */
  kinds?: readonly string[]
  /** playing speeds on offer; 1 is the one of a link that names none */
  speeds: readonly number[]
  /** west, south, east, north: points asked about lie inside, cameras not further away than its own size */
  bbox: readonly [number, number, number, number]
}

/** Why a value was not taken as it stands. Stable: the interface has a sentence for each in every language. */
export type NoticeReason =
  | 'empty'
  | 'not-a-date'
  | 'not-a-number'
  | 'out-of-range'
  | 'unknown-value'
  | 'malformed'
  | 'duplicate'
  | 'too-long'
  | 'newer-version'

export interface LinkNotice {
  key: string
  /** as the link had it, cut to a length that can be shown */
  value: string
  reason: NoticeReason
}

/** Keys that this version does not know, decoded, in the order of the link. They are carried along. */
export type UnknownKeys = readonly (readonly [key: string, value: string])[]
