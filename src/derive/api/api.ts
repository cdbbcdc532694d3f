/**
 * The interface for programs: plain files below `api/v1/`, for any server. What each file is, and how to use it, is told
 * in docs/api.md. A change that breaks programs makes a folder `v2`, and leaves this one as it is.
 */
import type { FeatureCollection, Point } from 'geojson'
import { type Atlas, decodeAtlas } from '../../chronicle/atlas.ts'
import type { Faction } from '../../chronicle/conflict.ts'
import { isoOf } from '../../chronicle/day.ts'
import type { EventsFile } from '../../chronicle/events.ts'
import type { EvidenceFile, PlaceRecord } from '../../chronicle/evidence.ts'
import { FIRST_LANGUAGE } from '../../chronicle/languages.ts'
import { type Text, textIn } from '../../chronicle/text.ts'
import { groundGeojson, groundOn } from '../../formats/ground.ts'
import { type MakeText, once } from '../atlas-files.ts'
import { type AtlasFolder, entryOf } from '../atlases.ts'
import { frontsOf, zonesOf } from './layers.ts'
import { publishedSchemas, type SchemaName } from './schemas.ts'
import { changesOf, daysOf } from './tables.ts'

export const API_VERSION = 1
/** Where it lies below a site. */
export const API_PATH = `api/v${API_VERSION}/`

export interface ApiAtlas extends AtlasFolder {
  /** what readers of this atlas are served, see src/derive/atlas-files.ts */
  files: ReadonlyMap<string, MakeText>
}

/**
 * @param daily with a file for the ground of every single day: some hundred times as much
 * @returns texts by path below {@link API_PATH}; each is made when it is asked for, and throws as the files of the atlas do
 */
export function apiFiles(atlases: readonly ApiAtlas[], daily: boolean): Map<string, MakeText> {
  const index = {
    api: 'front-atlas',
    version: API_VERSION,
    atlases: atlases.map((atlas) => ({ ...entryOf(atlas), path: `${atlas.id}/index.json` })),
  }
  return new Map<string, MakeText>([
    ['index.json', () => JSON.stringify(index)],
    ...publishedSchemas().map(([name, schema]): [string, MakeText] => [
      `schema/${name}.json`,
      () => JSON.stringify(schema),
    ]),
    ...atlases.flatMap((atlas) =>
      filesOf(atlas, daily).map(([path, make]): [string, MakeText] => [
        `${atlas.id}/${path}`,
        () => JSON.stringify(make()),
      ]),
    ),
  ])
}

interface Resource {
  name: SchemaName
  title: string
  format: 'json' | 'geojson'
  make(): unknown
}

function filesOf({ id, conflict, folder, files }: ApiAtlas, daily: boolean): [string, () => unknown][] {
  const json = (name: string) => JSON.parse(files.get(name)!())
  const atlas = once(() => decodeAtlas(json('atlas/atlas.json')))
  const evidence = once((): EvidenceFile => json('atlas/evidence.json'))
  const factions = once((): Faction[] => json('factions.json'))
  const resources: Resource[] = [
    row('days', 'Area of each faction on each day of change', 'json', () => daysOf(atlas())),
    row('changes', 'What changed from day to day', 'json', () => changesOf(atlas())),
    row('zones', 'Ground of each faction, with dates', 'geojson', () => zonesOf(folder, atlas(), factions())),
    row('fronts', 'Lines between the sides, with dates', 'geojson', () => frontsOf(folder, atlas())),
    row('claims', 'Claims that the map rests on', 'json', () =>
      evidence().claims.map((claim) => ({ ...claim, to: claim.to || null })),
    ),
    row('sources', 'Publications behind the claims', 'json', () => evidence().sources),
    row('places', 'Places that claims speak of', 'geojson', () => placesOf(evidence().places)),
    row('positions', 'Bases and posts, with dates', 'geojson', () => json('positions/positions.geojson')),
    row('events', 'Events that move no line', 'json', () => (json('events.json') as EventsFile).events),
    row('factions', 'Factions, their names and colours', 'json', factions),
  ]
  const { title, start, end, bbox, projection, languages, imported } = conflict
  const about = (): { licence?: Text } => json('about.json')
  const descriptor = () => ({
    // A data package as on datapackage.org, with what an atlas has besides.
    name: id,
    title: textIn(title).text,
    profile: 'data-package',
    titles: title,
    ...{ start, end, bbox, projection, languages },
    attribution: (json('conflict.json') as { attribution?: Text }).attribution ?? {},
    licence: about().licence ?? {},
    ...(imported && { imported }),
    daily: daily ? 'days/{date}.geojson' : null,
    resources: resources.map(({ name, title, format }) => ({
      ...{ name, path: `${name}.${format}`, title, format, profile: 'data-resource' },
      jsonSchema: `../schema/${name}.json`,
    })),
  })
  return [
    ['index.json', descriptor],
    ...resources.map(({ name, format, make }): [string, () => unknown] => [`${name}.${format}`, make]),
    ...(daily ? dailyFiles(atlas, factions) : []),
  ]
}

const row = (name: SchemaName, title: string, format: Resource['format'], make: () => unknown): Resource => ({
  ...{ name, title, format, make },
})

function dailyFiles(atlas: () => Atlas, factions: () => Faction[]): [string, () => unknown][] {
  const { start, end } = atlas()
  return Array.from({ length: end - start + 1 }, (_, i) => [
    `days/${isoOf(start + i)}.geojson`,
    () =>
      groundGeojson(
        atlas(),
        groundOn(atlas(), { factions: factions(), language: FIRST_LANGUAGE }, start + i),
      ),
  ])
}

const placesOf = (places: readonly PlaceRecord[]): FeatureCollection<Point> => ({
  type: 'FeatureCollection',
  features: places.map(({ id, name, kind, governorate, precision_m, lon, lat }) => ({
    type: 'Feature',
    properties: { id, name: textIn(name).text || id, names: name, kind, governorate, precision_m },
    geometry: { type: 'Point', coordinates: [lon, lat] },
  })),
})
