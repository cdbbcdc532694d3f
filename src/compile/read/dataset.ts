/** The whole of geodata in memory, as people wrote it: typed, but not yet checked against each other. */
import type { LineString, MultiPolygon, Point, Polygon } from 'geojson'
import type { SourceRecord } from '../../chronicle/evidence.ts'
import { textOf } from '../../chronicle/text.ts'
import { AREA_COLUMNS, areaClaimOf, CLAIM_COLUMNS, claimOf } from './claim-rows.ts'
import { readConflict } from './conflict.ts'
import { type Folder, holdersOf } from './folder.ts'
import { leaveOutUnused } from './lent.ts'
import type { Area, Band, Barrier, ConflictFile, Dataset, Faction, Origin, Place } from './model.ts'
import { type Problem, usedTwice } from './problem.ts'
import { readReadings, withReadings } from './readings.ts'
import { readItems, readJson, readLayer, readTable } from './tables.ts'

/** Tables that only rules and the score ask: they are held to their columns with all others. */
const ASKED_LATER = ['assertions.csv', 'contradictions.csv', 'statements.csv']

/**
 * Reads a geodata folder, with what it lacks from the folder that it shares from. Places, areas and sources of the
 * two are taken together, but of the lent ones only those that something in this folder names.
 * @param problems receives everything that could not be read
 * @returns the dataset; incomplete when there are errors among the problems
 */
export function readDataset(folder: Folder, problems: Problem[]): Dataset {
  const conflict = readConflict(folder, problems)
  const factions = readItems<Faction>(folder, 'factions.json', problems).map(({ value, line }) => ({
    ...value,
    file: folder.nameOf('factions.json'),
    line,
  }))
  const files = folder.list('claims', '.csv')
  const claims = files
    .filter((file) => !file.startsWith('areas'))
    .flatMap((file) => readTable(folder, `claims/${file}`, CLAIM_COLUMNS, problems))
    .flatMap((row) => claimOf(row, problems))
  const areaClaims = files
    .filter((file) => file.startsWith('areas'))
    .flatMap((file) => readTable(folder, `claims/${file}`, AREA_COLUMNS, problems))
    .flatMap((row) => areaClaimOf(row, problems))
  const readings = readReadings(folder, problems)
  const dataset = {
    conflict,
    factions,
    sources: readSources(folder, problems),
    places: readPlaces(folder, problems),
    claims: withReadings(claims, readings),
    areaClaims: withReadings(areaClaims, readings),
    readings,
    areas: readAreas(folder, problems),
    barriers: readBarriers(folder, conflict.barriers ?? [], problems),
    bands: readBands(folder, problems),
    ...readBase(folder, conflict, problems),
  }
  for (const name of [
    'about.json',
    'atlases.json',
    'corrections.json',
    'weaknesses.json',
    ...folder.list('stories', '.json').map((story) => `stories/${story}`),
  ])
    if (folder.locate(name) !== null) readJson(folder, name, problems)
  for (const table of ASKED_LATER) readTable(folder, table, [], problems)
  for (const layer of drawnOnly(folder, conflict)) readLayer(folder, layer, problems)
  return folder.lender ? leaveOutUnused(dataset, folder) : dataset
}

/** @returns layers of base/ that only the map draws, as far as they are the folder's own; no compile reads them */
export function drawnOnly(folder: Folder, { parts = [] }: Pick<ConflictFile, 'parts'>): string[] {
  const read = ['admin1', 'countries', ...parts.map(({ layer }) => layer)].map((name) => `${name}.geojson`)
  return folder
    .list('base', '.geojson')
    .filter((name) => !read.includes(name))
    .map((name) => `base/${name}`)
    .filter((file) => !folder.nameOf(file).startsWith('../'))
}

const readBands = (folder: Folder, problems: Problem[]) =>
  folder.locate('bands.json') === null
    ? []
    : readItems<Band>(folder, 'bands.json', problems).map(({ value, line }) => ({
        ...value,
        file: folder.nameOf('bands.json'),
        line,
      }))

function readSources(folder: Folder, problems: Problem[]): Dataset['sources'] {
  const holders = holdersOf(folder, 'sources.json')
  const records = (holders.length ? holders : [folder]).flatMap((holder) =>
    readItems<SourceRecord>(holder, 'sources.json', problems).map(({ value, line }) => ({
      record: value,
      file: holder.nameOf('sources.json'),
      line,
    })),
  )
  const seen = new Map<string, (typeof records)[number]>()
  for (const { record, file, line } of records) {
    reportTwice(record.id, seen.get(record.id), { file, line }, problems)
    seen.set(record.id, { record, file, line })
  }
  return new Map([...seen].map(([id, { record, file, line }]) => [id, { ...record, file, line }]))
}

function readPlaces(folder: Folder, problems: Problem[]): Map<string, Place> {
  const places = holdersOf(folder, 'places.geojson').flatMap((holder) =>
    readLayer<Point, Omit<Place, 'lon' | 'lat' | keyof Origin>>(holder, 'places.geojson', problems).map(
      (feature) => ({
        ...feature.properties,
        name: textOf(feature.properties, 'name'),
        lon: feature.geometry.coordinates[0],
        lat: feature.geometry.coordinates[1],
        file: holder.nameOf('places.geojson'),
        line: feature.line,
      }),
    ),
  )
  return indexById(places, problems)
}

function readAreas(folder: Folder, problems: Problem[]): Map<string, Area> {
  const file = 'areas/areas.geojson'
  const areas = holdersOf(folder, file).flatMap((holder) =>
    readLayer<Polygon | MultiPolygon, Omit<Area, 'polygons' | keyof Origin>>(holder, file, problems).map(
      (feature) => ({
        ...feature.properties,
        name: textOf(feature.properties, 'name'),
        polygons: polygonsOf(feature.geometry),
        file: holder.nameOf(file),
        line: feature.line,
      }),
    ),
  )
  return indexById(areas, problems)
}

/** @param taken ids of barriers of the lender that join the folder's own */
function readBarriers(folder: Folder, taken: readonly string[], problems: Problem[]): Barrier[] {
  const own = barriersIn(folder, problems)
  if (taken.length === 0) return own
  const lent = folder.lender ? barriersIn(folder.lender, problems) : []
  for (const id of taken) {
    if (!lent.some((barrier) => barrier.id === id))
      problems.push({
        reason: 'unknown-barrier',
        severity: 'error',
        file: 'conflict.json',
        line: 0,
        message: `barriers: the folder that this one shares from has no barrier "${id}"`,
      })
  }
  return [...lent.filter(({ id }) => taken.includes(id)), ...own]
}

function barriersIn(folder: Folder, problems: Problem[]): Barrier[] {
  return folder.list('barriers', '.geojson').flatMap((name) =>
    readLayer<LineString, Omit<Barrier, 'coordinates' | keyof Origin>>(
      folder,
      `barriers/${name}`,
      problems,
    ).map((feature) => ({
      ...feature.properties,
      coordinates: feature.geometry.coordinates,
      file: folder.nameOf(`barriers/${name}`),
      line: feature.line,
    })),
  )
}

/** Home is the ground of its countries in base/countries.geojson, with the parts that this layer gives to others. */
function readBase(folder: Folder, { home, parts, imported }: ConflictFile, problems: Problem[]) {
  const file = 'base/countries.geojson'
  const countries = readLayer<Polygon | MultiPolygon, { iso: string }>(folder, file, problems)
  const partOutlines = (parts ?? []).map(({ id, layer, of }) => ({
    id,
    of,
    polygons: readLayer<Polygon | MultiPolygon, object>(folder, `base/${layer}.geojson`, problems).flatMap(
      ({ geometry }) => polygonsOf(geometry),
    ),
  }))
  const homeOutlines = (home ?? []).map(({ iso2, iso3 }) => {
    const own = countries.filter(({ properties }) => properties.iso === iso3)
    if (own.length === 0)
      problems.push({
        reason: 'home-missing',
        severity: 'error',
        file: folder.nameOf(file),
        line: 0,
        message: `no country has the iso "${iso3}" that conflict.json names as home`,
      })
    const added = partOutlines.filter(({ of }) => of === iso2).flatMap(({ polygons }) => polygons)
    return { id: iso2, polygons: [...own.flatMap(({ geometry }) => polygonsOf(geometry)), ...added] }
  })
  if (homeOutlines.length === 0 && !imported)
    problems.push({
      reason: 'home-missing',
      severity: 'error',
      file: 'conflict.json',
      line: 0,
      message: 'home: name the country or countries that the claims are about',
    })
  const admin = readLayer<Polygon | MultiPolygon, { iso: string; name: string }>(
    folder,
    'base/admin1.geojson',
    problems,
  )
  return {
    country: homeOutlines.flatMap(({ polygons }) => polygons.flat()),
    outlines: [...homeOutlines, ...partOutlines.map(({ id, polygons }) => ({ id, polygons }))],
    governorates: admin.map(({ properties, geometry, line }) => ({
      file: folder.nameOf('base/admin1.geojson'),
      line,
      id: properties.iso,
      name: textOf(properties, 'name'),
      polygons: polygonsOf(geometry),
    })),
  }
}

export const polygonsOf = (geometry: Polygon | MultiPolygon): number[][][][] =>
  geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.coordinates

function indexById<T extends { id: string } & Origin>(
  items: readonly T[],
  problems: Problem[],
): Map<string, T> {
  const index = new Map<string, T>()
  for (const item of items) {
    reportTwice(item.id, index.get(item.id), item, problems)
    index.set(item.id, item)
  }
  return index
}

function reportTwice(id: string, before: Origin | undefined, at: Origin, problems: Problem[]): void {
  if (!before) return
  problems.push(usedTwice(id, before, at))
}
