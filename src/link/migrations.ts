/**
 * Migrations: how links of earlier versions, and links that people write by hand, are read today. Each one turns
 * the entries of one version into those of the next; a published link is never broken.
 */
import { LINK_VERSION } from './keys.ts'

/** Keys and values of a link, decoded, in order. */
export type Entries = readonly (readonly [key: string, value: string])[]

interface Migration {
  from: number
  migrate(entries: Entries): Entries
}

/**
 * Version 0 is a link without `v`: typed by hand, or put together by another program. It may use the names of
 * version 1, or these older and more common spellings:
 * `day` for `date`, `compare` for `with`, `factions` for `only`, `language` for `lang`, `map=zoom/lat/lon` (as
 * OpenStreetMap writes it) or `lat`, `lon` or `lng`, and `zoom` for `view`.
 */
const handWritten: Migration = {
  from: 0,
  migrate(entries) {
    const names = new Map([
      ['day', 'date'],
      ['compare', 'with'],
      ['factions', 'only'],
      ['language', 'lang'],
    ])
    const has = (name: string) => entries.some(([key]) => key === name)
    const get = (name: string) => entries.find(([key]) => key === name)?.[1]
    const renamed = entries.map(([key, value]) => {
      const name = names.get(key)
      return name !== undefined && !has(name) ? ([name, value] as const) : ([key, value] as const)
    })
    if (has('view')) return renamed

    const osm = /^([\d.]+)\/(-?[\d.]+)\/(-?[\d.]+)$/.exec(get('map') ?? '')
    if (osm) return replace(renamed, ['map'], ['view', `${osm[3]}_${osm[2]}_${osm[1]}`])
    const [lat, lon, zoom] = [get('lat'), get('lon') ?? get('lng'), get('zoom')]
    if (lat === undefined || lon === undefined || zoom === undefined) return renamed
    return replace(renamed, ['lat', has('lon') ? 'lon' : 'lng', 'zoom'], ['view', `${lon}_${lat}_${zoom}`])
  },
}

/** @returns the entries with those of the given names taken out, and one put in the place of the first */
function replace(entries: Entries, names: readonly string[], entry: Entries[number]): Entries {
  const place = entries.findIndex(([key]) => names.includes(key))
  return entries.flatMap((old, index) => (index === place ? [entry] : names.includes(old[0]) ? [] : [old]))
}

/** Ascending by version, without gaps. */
export const MIGRATIONS: readonly Migration[] = [handWritten]

/** @returns the entries as the current version would have written them */
export function migrate(entries: Entries, version: number): Entries {
  let current = entries
  for (const migration of MIGRATIONS) {
    if (migration.from >= version && migration.from < LINK_VERSION) current = migration.migrate(current)
  }
  return current
}
