/**
 * What a page that shows the map in a frame may ask of it, and what it is told. Version 1 of the messages, described for
 * readers in README.md; nothing is told that the address of the frame does not tell. Free of React and of the page.
 */
import { type Day, isoOf } from '../../chronicle/day.ts'
import {
  KEYS,
  type LinkContext,
  type LinkNotice,
  type LinkState,
  parseLink,
  saidBy,
} from '../../link/index.ts'

/** Asked by the page round the frame. */
export type EmbedRequest = {
  frontMap: 1
  /** comes back with the answer */
  id?: string | number
} & (
  | { do: 'get' | 'play' | 'pause' }
  | {
      do: 'set'
      /** `YYYY-MM-DD` */
      day?: string
      /** degrees, and zoom as in links */
      view?: readonly [lon: number, lat: number, zoom: number]
      /** ids of the factions shown, or `all` */
      factions?: readonly string[] | 'all'
      /** anything else, as a link has it */
      link?: string
    }
)

/** What the map shows. */
export interface EmbedState {
  day: string
  view: readonly [lon: number, lat: number, zoom: number] | null
  /** ids of the factions shown */
  factions: string[]
  playing: boolean
  /** address of this view outside of a frame */
  link: string
}

/** Told to the page round the frame. */
export type EmbedReport = { frontMap: 1; id?: string | number } & (
  | ({ event: 'ready' | 'change' | 'state' } & EmbedState)
  | { event: 'asked'; lon: number; lat: number; place: string | null }
  | { event: 'error'; reason: string }
)

/** @returns the request in a message, `null` when it is meant for somebody else. @throws TypeError when it makes no sense */
export function readRequest(data: unknown): EmbedRequest | null {
  if (typeof data !== 'object' || data === null || !('frontMap' in data)) return null
  const request = data as Record<string, unknown>
  if (request.frontMap !== 1)
    throw new TypeError(`this map understands messages of version 1, not ${request.frontMap}`)
  if (!['get', 'set', 'play', 'pause'].includes(String(request.do)))
    throw new TypeError(`"do" must be get, set, play or pause, not ${String(request.do)}`)
  const { day, view, factions, link } = request
  const wrong = [
    day === undefined || typeof day === 'string' ? null : 'day must be a text such as 2024-12-05',
    view === undefined || (Array.isArray(view) && view.length === 3 && view.every(Number.isFinite))
      ? null
      : 'view must be [longitude, latitude, zoom]',
    factions === undefined ||
    factions === 'all' ||
    (Array.isArray(factions) && factions.every((id) => typeof id === 'string'))
      ? null
      : 'factions must be a list of ids, or "all"',
    link === undefined || typeof link === 'string' ? null : 'link must be a text',
  ].filter((text) => text !== null)
  if (wrong.length) throw new TypeError(wrong.join('; '))
  return request as unknown as EmbedRequest
}

/** @returns only what a request names, and what of it could not be taken as it stands */
export function wantedBy(
  { day, view, factions, link = '' }: Extract<EmbedRequest, { do: 'set' }>,
  context: LinkContext,
): { named: Partial<LinkState>; notices: readonly LinkNotice[] } {
  const said = saidBy(link)
  const set = (key: string, text: string) => said.set(key, text)
  if (day !== undefined) set('date', day)
  // Links have no more decimals, and no powers of ten.
  if (view) set('view', view.map((number) => Number(number.toFixed(4)).toString()).join('_'))
  if (factions !== undefined) {
    said.delete('hide')
    set('only', factions === 'all' ? 'all' : factions.join('.') || 'none')
  }
  said.set('v', '1')
  const { state, notices } = parseLink(`?${said}`, context)
  const taken = KEYS.filter(
    // What could not be read at all changes nothing.
    ({ name, field, fallback }) =>
      said.has(name) && !(notices.some(({ key }) => key === name) && state[field] === fallback(context)),
  )
  const fields = taken.map(({ field }) => field)
  return { named: Object.fromEntries(fields.map((field) => [field, state[field]])), notices }
}

export function stateOf(
  { camera, hidden }: Pick<LinkState, 'camera' | 'hidden'>,
  { day, playing }: { day: Day; playing: boolean },
  { factions }: LinkContext,
  link: string,
): EmbedState {
  return {
    day: isoOf(day),
    view: camera && [camera.lon, camera.lat, camera.zoom],
    factions: factions.filter((id) => !hidden.includes(id)),
    playing,
    link,
  }
}
