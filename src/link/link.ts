/**
 * The address bar: a view to text and back. Pure functions on strings; whatever the text, reading it never throws.
 *
 *     ?date=2024-12-05&hide=RED.BLUE&view=36.75_35.13_8.5&place=northham&panel=why&lang=ar&v=1
 *     ar/d/2024-12-05/?hide=RED.BLUE&view=36.75_35.13_8.5&place=northham&panel=why&v=1
 *
 * The second form is written where there are pages of days (path.ts); both are read everywhere.
 * The version stands last, so that no link ends in punctuation that a chat program would cut off.
 */
import { latinDigits } from '../chronicle/text.ts'
import { KEYS, LINK_VERSION, type LinkKey } from './keys.ts'
import { type Entries, migrate } from './migrations.ts'
import { entriesOfPath, partsOf, pathOf, saidBy } from './path.ts'
import type { LinkContext, LinkNotice, LinkState, NoticeReason, Pages, UnknownKeys } from './state.ts'

const VERSION_KEY = 'v'
/** Longer than any link that means something; what comes after it is not read. */
const MAX_LENGTH = 16_384
const MAX_VALUE = 512
const MAX_UNKNOWN = 32
/** As much of a bad value as a notice shows. */
const SHOWN = 40

export interface ParsedLink {
  state: LinkState
  /** what could not be taken as it stands, in the order of the link */
  notices: LinkNotice[]
  unknown: UnknownKeys
}

/** @returns the view of a link that says nothing */
export function defaultState(context: LinkContext): LinkState {
  const state: Partial<LinkState> = {}
  for (const { field, fallback } of KEYS) Object.assign(state, { [field]: fallback(context) })
  return state as LinkState
}

/**
 * Reads a link.
 * @param link query of an address, with or without its `?`, or a path below the address of the map with or without a query; not trusted
 * @returns a complete view; values that are missing or bad are those of {@link defaultState}, bad ones with a notice
 */
export function parseLink(link: string, context: LinkContext): ParsedLink {
  const notices: LinkNotice[] = []
  function notice(key: string, value: string, reason: NoticeReason) {
    // What is said three hundred times is said once.
    if (notices.some((one) => one.key === shown(key) && one.reason === reason)) return
    notices.push({ key: shown(key), value: shown(value), reason })
  }
  if (link.length > MAX_LENGTH) notice('', '', 'too-long')

  const state = defaultState(context)
  const unknown: (readonly [string, string])[] = []
  const named = new Map<string, true>()
  for (const [name, value] of entriesOf(link.slice(0, MAX_LENGTH), notice)) {
    const key = KEYS.find((key) => key.name === name)
    if (!key) {
      if (value.length > MAX_VALUE || name.length > MAX_VALUE || unknown.length >= MAX_UNKNOWN) {
        notice(name, value, 'too-long')
      } else unknown.push([name, value])
      continue
    }
    // Two keys may speak of one field (`hide`, `only`): the first one counts.
    if (named.has(key.field)) {
      notice(name, value, 'duplicate')
      continue
    }
    named.set(key.field, true)
    const said = value || key.alone
    if (!said) notice(name, value, 'empty')
    else if (said.length > MAX_VALUE) notice(name, value, 'too-long')
    else {
      const decoded = key.codec.decode(latinDigits(said), context)
      if ('value' in decoded) Object.assign(state, { [key.field]: decoded.value })
      if (decoded.reason) notice(name, value, decoded.reason)
    }
  }
  return { state, notices, unknown }
}

/**
 * Writes a link.
 * @param unknown keys of the link that the reader came with; they are carried along
 * @returns `?…&v=1`, or where there are pages `d/…/?…&v=1`: to stand after the address of the map
 */
export function formatLink(state: LinkState, context: LinkContext, unknown: UnknownKeys = []): string {
  return linkOf(KEYS, state, context, unknown, context.pages)
}

/** @param pages that it may lead to */
function linkOf(
  keys: readonly LinkKey[],
  state: LinkState,
  context: LinkContext,
  unknown: UnknownKeys,
  pages: Pages | undefined,
): string {
  if (!pages) return written(keys, state, context, unknown)
  const { path, says } = pathOf(state, pages, context.atlases?.[0]?.id)
  const query = written(keys, state, context, unknown, says)
  // A path needs no version, and looks better without one.
  return path && query === `?${VERSION_KEY}=${LINK_VERSION}` ? path : path + query
}

/** The pages that are known of an atlas that is not shown: its first one. */
const pagesElsewhere = ({ pages }: LinkContext): Pages | undefined =>
  pages && { ...pages, days: [], stories: [] }

/** @param said what stands in the path already */
function written(
  keys: readonly LinkKey[],
  state: LinkState,
  context: LinkContext,
  unknown: UnknownKeys,
  said: Partial<LinkState> = {},
): string {
  const parts: string[] = []
  for (const { name, field, codec, fallback, always } of keys) {
    const text = write(codec, state[field], context)
    if (text === null || text === write(codec, said[field] ?? null, context)) continue
    if (always || text !== write(codec, fallback(context), context)) parts.push(`${name}=${encode(text)}`)
  }
  for (const [name, value] of unknown) parts.push(`${encode(name)}=${encode(value)}`)
  parts.push(`${VERSION_KEY}=${LINK_VERSION}`)
  return `?${parts.join('&')}`
}

/** All that makes sense in every atlas. */
const EVERYWHERE = KEYS.filter(({ field }) => ['atlas', 'lang', 'theme', 'light', 'embed'].includes(field))

/**
 * @param view that the reader comes from
 * @returns the link to another atlas as it opens, in the reader's language, theme and kind of map
 */
export function linkToAtlas(
  atlas: string,
  { lang, theme, light }: Pick<LinkState, 'lang' | 'theme' | 'light'>,
  context: LinkContext,
): string {
  const state = { ...defaultState(context), lang, theme, light, atlas }
  return linkOf(EVERYWHERE, state, context, [], pagesElsewhere(context))
}

/** All that a comparison of days of two atlases is opened with in either of them. */
const COMPARED = KEYS.filter(({ field }) =>
  ['atlas', 'day', 'beside', 'split', 'camera', 'panel', 'lang', 'theme', 'light'].includes(field),
)

/**
 * @param view the part of it that the reader keeps, with the two days
 * @returns the link to a day of one atlas beside a day of another one
 */
export function linkToComparison(
  view: Pick<LinkState, 'day' | 'beside' | 'lang' | 'theme' | 'light'> & {
    atlas: string
  } & Partial<LinkState>,
  context: LinkContext,
): string {
  return linkOf(COMPARED, { ...defaultState(context), ...view }, context, [], pagesElsewhere(context))
}

/** Keys that ask for no view of their own. */
export const QUIET_KEYS: readonly string[] = [VERSION_KEY, ...EVERYWHERE.map(({ name }) => name)]

/** @returns whether a link says more than which atlas is shown, in which language, theme and kind of map */
export function saysAView(link: string): boolean {
  return [...saidBy(link).keys()].some((name) => name !== '' && !QUIET_KEYS.includes(name))
}

function write(codec: (typeof KEYS)[number]['codec'], value: unknown, context: LinkContext): string | null {
  return value === null ? null : codec.encode(value as never, context)
}

/** Takes the version out and brings the rest up to date. */
function entriesOf(
  link: string,
  notice: (key: string, value: string, reason: NoticeReason) => void,
): Entries {
  const { path, query } = partsOf(link)
  const entries = entriesOfQuery(query, notice)
  return [...entries, ...entriesOfPath(path).filter(([name]) => !entries.some(([key]) => key === name))]
}

function entriesOfQuery(
  query: string,
  notice: (key: string, value: string, reason: NoticeReason) => void,
): Entries {
  const all = [...new URLSearchParams(query)].filter(([key]) => key !== '')
  const rest = all.filter(([key]) => key !== VERSION_KEY)
  const text = all.find(([key]) => key === VERSION_KEY)?.[1]
  if (text === undefined) return migrate(rest, 0)
  if (!/^\d{1,4}$/.test(text)) {
    notice(VERSION_KEY, text, 'not-a-number')
    return migrate(rest, 0)
  }
  if (Number(text) > LINK_VERSION) notice(VERSION_KEY, text, 'newer-version')
  return migrate(rest, Number(text))
}

/** Percent-encodes all but letters, digits, `-`, `.` and `_`. */
function encode(text: string): string {
  return encodeURIComponent(text).replace(
    /[!'()*~]/g,
    (c) => `%${c.charCodeAt(0).toString(16).toUpperCase()}`,
  )
}

/** @returns as much of a text as a notice quotes, without what would turn round or hide the text beside it */
function shown(all: string): string {
  const text = all.replace(/[\p{Cc}\p{Cf}]/gu, '')
  return text.length > SHOWN ? `${text.slice(0, SHOWN)}…` : text
}
