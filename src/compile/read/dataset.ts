/** The whole of geodata in memory, as people wrote it: typed, but not yet checked against each other. */
import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import type { LineString, MultiPolygon, Point, Polygon } from 'geojson'
import type { SourceRecord } from '../../chronicle/evidence.ts'
import { AREA_COLUMNS, areaClaimOf, CLAIM_COLUMNS, claimOf } from './claim-rows.ts'
import type { Area, Barrier, Conflict, Dataset, Faction, Place } from './model.ts'
import type { Problem } from './problem.ts'
import { readJson, readLayer, readTable } from './tables.ts'

/**
 * Reads a geodata folder.
 * @param folder path of the folder
 * @param problems receives everything that could not be read
 * @returns the dataset; incomplete when there are errors among the problems
 */
export function readDataset(folder: string, problems: Problem[]): Dataset {
  const conflict = readJson(folder, 'conflict.json', problems) as Conflict
  const factions = (readJson(folder, 'factions.json', problems) ?? []) as Faction[]
  const sources = indexById(
    (readJson(folder, 'sources.json', problems) ?? []) as SourceRecord[],
    'sources.json',
    problems,
  )
  const files = existsSync(join(folder, 'claims'))
    ? readdirSync(join(folder, 'claims'))
        .filter((f) => f.endsWith('.csv'))
        .sort()
    : []
  const claims = files
    .filter((file) => !file.startsWith('areas'))
    .flatMap((file) => readTable(folder, `claims/${file}`, CLAIM_COLUMNS, problems))
    .flatMap((row) => claimOf(row, problems))
  const areaClaims = files
    .filter((file) => file.startsWith('areas'))
    .flatMap((file) => readTable(folder, `claims/${file}`, AREA_COLUMNS, problems))
    .flatMap((row) => areaClaimOf(row, problems))
  const barriers = readdirSync(join(folder, 'barriers'))
    .filter((file) => file.endsWith('.geojson'))
    .sort()
    .flatMap((file) =>
      readLayer<LineString, Omit<Barrier, 'coordinates' | 'file' | 'line'>>(
        folder,
        `barriers/${file}`,
        problems,
      ).map((feature, i) => ({
        ...feature.properties,
        coordinates: feature.geometry.coordinates,
        file: `barriers/${file}`,
        line: i + 1,
      })),
    )
  return {
    conflict,
    factions,
    sources,
    places: readPlaces(folder, problems),
    claims,
    areaClaims,
    areas: readAreas(folder, problems),
    barriers,
    ...readBase(folder, problems),
  }
}

function readPlaces(folder: string, problems: Problem[]): Map<string, Place> {
  const features = readLayer<Point, Omit<Place, 'lon' | 'lat' | 'line'>>(folder, 'places.geojson', problems)
  const places = features.map((feature, i) => ({
    ...feature.properties,
    lon: feature.geometry.coordinates[0],
    lat: feature.geometry.coordinates[1],
    line: i + 1,
  }))
  return indexById(places, 'places.geojson', problems)
}

function readAreas(folder: string, problems: Problem[]): Map<string, Area> {
  const features = readLayer<Polygon | MultiPolygon, Omit<Area, 'polygons' | 'line'>>(
    folder,
    'areas/areas.geojson',
    problems,
  )
  const areas = features.map((feature, i) => ({
    ...feature.properties,
    polygons: polygonsOf(feature.geometry),
    line: i + 1,
  }))
  return indexById(areas, 'areas/areas.geojson', problems)
}

function readBase(folder: string, problems: Problem[]) {
  const countries = readLayer<Polygon, { iso: string }>(folder, 'base/countries.geojson', problems)
  const golan = readLayer<Polygon, object>(folder, 'base/golan_ne.geojson', problems)
  const own = countries.find((feature) => feature.properties.iso === 'SYR')
  const admin = readLayer<Polygon | MultiPolygon, { iso: string; name: string; name_ar: string }>(
    folder,
    'base/admin1.geojson',
    problems,
  )
  return {
    // The Golan is Syrian territory, but the outline that we have of the country leaves it out: it is added as a part.
    country: [
      ...(own ? own.geometry.coordinates : []),
      ...golan.flatMap((feature) => feature.geometry.coordinates),
    ],
    golan: golan.map((feature) => feature.geometry.coordinates),
    governorates: admin.map(({ properties, geometry }) => ({
      id: properties.iso,
      name: properties.name,
      name_ar: properties.name_ar,
      polygons: polygonsOf(geometry),
    })),
  }
}

export const polygonsOf = (geometry: Polygon | MultiPolygon): number[][][][] =>
  geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.coordinates

function indexById<T extends { id: string }>(
  items: readonly T[],
  file: string,
  problems: Problem[],
): Map<string, T> {
  const index = new Map<string, T>()
  items.forEach((item, i) => {
    if (index.has(item.id)) {
      problems.push({
        reason: 'duplicate-id',
        severity: 'error',
        file,
        line: i + 1,
        message: `the id "${item.id}" is used twice`,
      })
    }
    index.set(item.id, item)
  })
  return index
}
