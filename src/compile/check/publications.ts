/** Rules on the records of publications: each is one, is what it says it is, and speaks for whom it speaks. */

import type { Dataset, Origin } from '../read/model.ts'
import { error } from '../read/problem.ts'

interface About {
  dataset: Dataset
}

const sourcesOf = ({ sources }: Dataset) =>
  [...sources.values()].map((source) => ({
    source,
    at: { file: source.file ?? 'sources.json', line: source.line ?? 0 },
  }))

/** An official publisher speaks for somebody; one that speaks for no faction of the map says so in its note. */
export function* stanceMissing({ dataset }: About) {
  for (const { source, at } of sourcesOf(dataset)) {
    if (source.kind === 'official' && source.stance.length === 0 && source.note === '')
      yield error(
        'stance-missing',
        at,
        `"${source.id}" is official: name the faction that ${source.publisher} belongs to, or say in its note that it speaks for none`,
      )
  }
}

/** A publisher has one stance at a time: it may change once, with the power that owns it, but not from page to page. */
export function* stanceDiffers({ dataset }: About) {
  const spans = new Map<string, Map<string, { first: string; last: string; at: Origin }>>()
  for (const { source, at } of sourcesOf(dataset)) {
    const stances = spans.get(source.publisher) ?? new Map()
    spans.set(source.publisher, stances)
    const key = [...source.stance].sort().join(', ') || 'nobody'
    const span = stances.get(key)
    // A copy without a date belongs to no time of its own: it lies in that of the others of its stance.
    const [first, last] = source.date ? [source.date, `${source.date}~`] : ['~', '']
    stances.set(key, {
      first: span && span.first < first ? span.first : first,
      last: span && span.last > last ? span.last : last,
      at,
    })
  }
  for (const [publisher, stances] of spans) {
    const inOrder = [...stances].sort(([, a], [, b]) => (a.first < b.first ? -1 : 1))
    for (const [i, [stance, span]] of inOrder.entries()) {
      const next = inOrder[i + 1]
      if (next && next[1].first < span.last)
        yield error(
          'stance-differs',
          next[1].at,
          `${publisher} is aligned with ${stance} in one record and with ${next[0]} in another of the same time`,
        )
    }
  }
}

/** `URL` writes every IPv4 address as four numbers and puts IPv6 in brackets. */
const IP = /^(\d+(\.\d+){3}|\[.*\])$/

/** A copy at a bare address is not the publication. */
export function* bareAddress({ dataset }: About) {
  for (const { source, at } of sourcesOf(dataset)) {
    const host = source.url && URL.canParse(source.url) ? new URL(source.url).hostname : ''
    if (IP.test(host))
      yield error('bare-address', at, `"${source.id}" points to ${host}: name the publication itself`)
  }
}

/** Parameters of an address that say how somebody came to the page, or in which dress it is shown. */
const NO_PART_OF_PAGE = /^(so|amp|fbclid|gclid|utm_.*)$/

/** @returns what is one for all addresses of a page: without scheme, www, the way there and slash at the end, letters decoded */
export function pageOf(url: string): string {
  const { hostname, pathname, searchParams } = new URL(url)
  const asked = [...searchParams].filter(([name]) => !NO_PART_OF_PAGE.test(name))
  const query = asked.length > 0 ? `?${new URLSearchParams(asked)}` : ''
  return `${hostname.replace(/^www\./, '')}${decoded(pathname).replace(/\/$/, '')}${query}`
}

function decoded(path: string): string {
  try {
    return decodeURIComponent(path)
  } catch {
    // It was written by hand, and names the page all the same.
    return path
  }
}

/** One publication is one record, so that nobody takes it for two; a page that quotes several has one for each of them. */
export function* publicationTwice({ dataset }: About) {
  const first = new Map<string, string>()
  for (const { source, at } of sourcesOf(dataset)) {
    if (!source.url || !URL.canParse(source.url)) continue
    const key = `${pageOf(source.url)} ${source.publisher.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '')}`
    const before = first.get(key)
    if (before)
      yield error(
        'publication-twice',
        at,
        `"${source.id}" is the page of "${before}", which it may be cited by`,
      )
    else first.set(key, source.id)
  }
}
