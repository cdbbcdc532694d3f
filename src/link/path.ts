/**
 * The path of a link, below the address of the map: `[language/][atlas/]` and `d/<date>/` or `s/<story>/`. Each such path is
 * a page of its own, which tells programs that cannot draw what it shows (src/site). What the query says comes first.
 */
import { isoOf } from '../chronicle/day.ts'
import type { LinkState, Pages, UnknownKeys } from './state.ts'

/**
 * @param path below the address of the map; not trusted. Free of imports: the head of the page has a copy
 * @returns what it says, as keys and values of a query; nothing when it is no such path
 */
export function entriesOfPath(path: string): UnknownKeys {
  const form =
    /^\/?(?:([a-z]{2})(?:\/|$))?(?:([a-z0-9][a-z0-9-]+)(?:\/|$))?(?:([ds])\/([a-z0-9-]+)\/?)?(?:index\.html)?$/
  const [, language, atlas, kind, value] = form.exec(path) ?? []
  const entries: [string, string][] = []
  if (atlas) entries.push(['atlas', atlas])
  if (kind === 'd') entries.push(['date', value])
  if (kind === 's') entries.push(['story', value], ['panel', 'stories'])
  if (language) entries.push(['lang', language])
  return entries
}

/** @returns path and query of a link, which may be a query alone, with or without its question mark */
export function partsOf(link: string): { path: string; query: string } {
  const at = link.indexOf('?')
  if (at >= 0) return { path: link.slice(0, at), query: link.slice(at + 1) }
  return link.includes('/') && !link.includes('=') ? { path: link, query: '' } : { path: '', query: link }
}

/** @returns all that a link says, as keys and values */
export function saidBy(link: string): URLSearchParams {
  const { path, query } = partsOf(link)
  const said = new URLSearchParams(query)
  for (const [key, value] of entriesOfPath(path)) if (!said.has(key)) said.set(key, value)
  return said
}

/**
 * @param first id of the atlas that is shown when a path names none
 * @returns the path of the page that comes nearest to a view, and what it says of it
 */
export function pathOf(
  { lang, atlas, day, story, panel }: LinkState,
  { languages, days, stories }: Pages,
  first: string | undefined,
): { path: string; says: Partial<LinkState> } {
  const says: Partial<LinkState> = {}
  let path = ''
  if (lang !== null && languages.indexOf(lang) > 0) {
    path = `${lang}/`
    says.lang = lang
  }
  if (atlas !== null && atlas !== first) {
    path += `${atlas}/`
    says.atlas = atlas
  }
  if (story && panel === 'stories' && stories.includes(story.id))
    return { path: `${path}s/${story.id}/`, says: { ...says, story: { id: story.id, step: 1 }, panel } }
  const at = days.findLast((one) => one <= day)
  return at === undefined ? { path, says } : { path: `${path}d/${isoOf(at)}/`, says: { ...says, day: at } }
}
