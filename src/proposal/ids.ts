/** Ids of new rows, by the conventions of the data: the same proposal on the same data gets the same ones. */
import type { Row } from './proposal.ts'

/** @returns a name in small Latin letters with hyphens; empty where it has none */
export const slugOf = (name: string): string =>
  name
    .normalize('NFD')
    .replace(/\p{M}|['’‘ʿʾ`]/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, 60)

/** Ends of host names that stand before the country: `com.tr`. */
const SECOND_LEVEL = new Set(['co', 'com', 'net', 'org', 'gov', 'edu', 'ac', 'gob'])

/** @returns what a site is called: `sana` of `https://www.sana.sy/…`; empty when it is no address */
function siteOf(url: string): string {
  if (!URL.canParse(url)) return ''
  const parts = new URL(url).hostname.split('.')
  parts.pop()
  if (parts.length > 1 && SECOND_LEVEL.has(parts.at(-1) ?? '')) parts.pop()
  return slugOf(parts.at(-1) ?? '')
}

/** FNV-1a, 32 bits (Fowler, Noll, Vo 1991); tells texts apart that nobody chose to be alike. */
export function hashOf(text: string, seed = 0x811c9dc5): string {
  let hash = seed
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193)
  return (hash >>> 0).toString(16).padStart(8, '0')
}

/** @returns the first of `name`, `name-<code>`, `name-2`, `name-3` … that nobody has */
function free(name: string, code: string, taken: ReadonlySet<string>): string {
  const wanted = [name, code && `${name}-${code}`].filter(Boolean)
  const found = wanted.find((id) => !taken.has(id))
  if (found) return found
  let number = 2
  while (taken.has(`${name}-${number}`)) number++
  return `${name}-${number}`
}

/** @returns an id as those of places.geojson: its name, with the letters of its governorate where another place has it */
export const placeId = ({ name = '', governorate = '', lon, lat }: Row, taken: ReadonlySet<string>) =>
  free(
    slugOf(name) || `place-${hashOf(`${name} ${lon} ${lat}`).slice(0, 6)}`,
    slugOf(governorate.split('-')[1] ?? ''),
    taken,
  )

/** @returns an id as those of sources.json: the name of its site, and six letters that follow from its address */
export const sourceId = (
  { url = '', publisher = '', title = '', date = '' }: Row,
  taken: ReadonlySet<string>,
) =>
  free(
    `${siteOf(url) || slugOf(publisher) || 'source'}-${hashOf(url || `${publisher} ${title} ${date}`).slice(0, 6)}`,
    '',
    taken,
  )

export const areaId = ({ name = '', outline = '' }: Row, taken: ReadonlySet<string>) =>
  free(slugOf(name) || `area-${hashOf(outline).slice(0, 6)}`, '', taken)

/** Letters and number of an id: `OFF` and `451`; of `IL-067b` the letter after the number does not count. */
const NUMBERED = /^(.*?)(\d+)[a-z]?$/

/**
 * @param neighbours ids of the table that it goes into
 * @param taken all ids that were ever used
 * @returns the letters that most of its neighbours have, with the next number that nobody has
 */
export function claimId(neighbours: readonly string[], taken: ReadonlySet<string>): string {
  const counts = new Map<string, { count: number; digits: number }>()
  for (const id of neighbours) {
    const [, letters, digits] = NUMBERED.exec(id) ?? []
    if (letters === undefined) continue
    const before = counts.get(letters)?.count ?? 0
    counts.set(letters, { count: before + 1, digits: digits.length })
  }
  const [letters, { digits }] = [...counts].sort(
    (a, b) => b[1].count - a[1].count || (a[0] < b[0] ? -1 : 1),
  )[0] ?? ['PR', { digits: 3 }]
  const numbers = [...taken].flatMap((id) => {
    const [, other, number] = NUMBERED.exec(id) ?? []
    return other === letters ? [Number(number)] : []
  })
  return letters + String(numbers.reduce((most, n) => Math.max(most, n), 0) + 1).padStart(digits, '0')
}
