/**
 * Serves parts of the data folder under `data/` while developing, and writes the same files into the build.
 * The data folder stays the single truth: nothing is copied into the sources. Some files are derived here
 * because no reader needs all that they are made from: two files of place labels (see src/map/labels.ts), towns to
 * search for, events and stories, the names of the governorates, and the surroundings: the land beyond the base
 * layers, cut from Natural Earth.
 */
import { createReadStream, readFileSync, statSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { FeatureCollection, MultiPolygon, Polygon, Position } from 'geojson'
import Papa from 'papaparse'
import type { Plugin } from 'vite'
import { eventsFileOf } from '../src/chronicle/events.ts'
import { readConflict } from '../src/compile/read/conflict.ts'
import { type Folder, holdersOf, openFolder } from '../src/compile/read/folder.ts'
import { formatProblem, type Problem } from '../src/compile/read/problem.ts'
import { coarse } from '../src/map/coarse-base.ts'
import { makeLabels } from '../src/map/labels.ts'
import { makeSurroundings } from '../src/map/surroundings.ts'

/** What the browser may ask for: whole files, or all files of a folder with one of these endings. */
const SERVED = [
  'factions.json',
  'places.geojson',
  'atlas/atlas.json',
  'atlas/evidence.json',
  'atlas/score.json',
  'positions/positions.geojson',
  'corrections.json',
  'weaknesses.json',
]
const BASE_FOLDER = 'base'
/** Base layers that the first picture shows in a lighter form. */
const COARSE = [
  'countries.geojson',
  'borders.geojson',
  'admin1_lines.geojson',
  'golan_ne.geojson',
  'lakes.geojson',
  'rivers.geojson',
]
const TYPES: Record<string, string> = {
  json: 'application/json',
  geojson: 'application/geo+json',
  csv: 'text/csv; charset=utf-8',
}

/**
 * @param path of the data folder, relative to the working directory
 * @throws Error when it is no data folder
 */
export function geodata(path: string): Plugin {
  const problems: Problem[] = []
  const folder = openFolder(path, problems)
  const conflict = readConflict(folder, problems)
  if (problems.length) throw new Error(problems.map(formatProblem).join('\n'))
  /** Made once for each state of the files that they come from: three of the derived files need them. */
  const labels = (() => {
    let made: { of: string; labels: ReturnType<typeof makeLabels> } | null = null
    return () => {
      const names = ['base/places', 'places', 'base/countries', 'base/golan_ne', 'base/sea']
      const files = names.map((name) => `${name}.geojson`)
      const of = files
        .flatMap((file) => holdersOf(folder, file).map((holder) => statSync(holder.locate(file)!).mtimeMs))
        .join()
      if (made?.of !== of) {
        const [base, named, countries, occupied, sea] = files.map((file) => ({
          type: 'FeatureCollection' as const,
          features: holdersOf(folder, file).flatMap((holder) => read(holder, file).features),
        }))
        made = { of, labels: makeLabels({ base, named, countries, occupied, sea }) }
      }
      return made.labels
    }
  })()

  const derived: Record<string, () => string> = {
    'labels-major.json': () => JSON.stringify(labels().major),
    'labels-minor.json': () => JSON.stringify(labels().minor),
    // Completed by what it shares with another folder.
    'conflict.json': () => JSON.stringify(conflict),
    'surroundings.json': () => JSON.stringify(surroundings(folder)),
    'governorates.json': () => JSON.stringify(governorates(folder)),
    'towns.json': () => JSON.stringify(towns()),
    'events.json': () => JSON.stringify(eventsFileOf(table(folder, 'events/events.csv'))),
    ...Object.fromEntries(
      COARSE.map((name) => [
        `coarse/${name}`,
        () => JSON.stringify(coarse(read(folder, `${BASE_FOLDER}/${name}`))),
      ]),
    ),
    // A conflict may have no test set, and no positions at all.
    'atlas/score.json': () => 'null',
    'positions/positions.geojson': () => JSON.stringify({ type: 'FeatureCollection', features: [] }),
    'stories.json': () => JSON.stringify(stories(folder)),
  }

  /** Places of the home country that can be searched for: [name, Arabic name, lon, lat, rank]. */
  function towns() {
    const { major, minor } = labels()
    return [...major.features, ...minor.features]
      .filter(({ properties }) => properties.home === 1 && properties.kind === 'place')
      .map(({ properties: p, geometry }) => [p.name, p.name_ar, ...geometry.coordinates, p.rank])
  }

  /** Names under `data/` with the path of each. A file that does not exist yet is left out. */
  function served(): Map<string, string> {
    const base = folder
      .list(BASE_FOLDER, 'json')
      .filter((name) => name !== 'places.geojson')
      .map((name) => `${BASE_FOLDER}/${name}`)
    return new Map(
      [...SERVED, ...base].flatMap((name) => {
        const file = folder.locate(name)
        return file === null ? [] : [[name, file] as const]
      }),
    )
  }

  return {
    name: 'geodata',
    configureServer(server) {
      server.middlewares.use((request, response, next) => {
        const name = /^\/data\/([^?]+)/.exec(request.url ?? '')?.[1]
        if (!name) return next()
        const file = served().get(name)
        if (file) {
          response.setHeader('Content-Type', TYPES[name.split('.').pop() ?? ''])
          response.setHeader('Content-Length', statSync(file).size)
          createReadStream(file).pipe(response)
        } else if (derived[name]) {
          response.setHeader('Content-Type', TYPES.json)
          response.end(derived[name]())
        } else {
          response.statusCode = 404
          response.end()
        }
      })
    },
    generateBundle() {
      for (const [name, file] of served())
        this.emitFile({ type: 'asset', fileName: `data/${name}`, source: readFileSync(file) })
      for (const [name, make] of Object.entries(derived).filter(([name]) => !served().has(name)))
        this.emitFile({ type: 'asset', fileName: `data/${name}`, source: make() })
    },
  }
}

/** @returns a layer, empty when there is no such file */
function read(folder: Folder, file: string): FeatureCollection {
  return JSON.parse(folder.text(file) ?? '{"type":"FeatureCollection","features":[]}')
}

/** @returns rows of a CSV by column, none when there is no such file */
function table(folder: Folder, file: string): Record<string, string>[] {
  const { data } = Papa.parse<Record<string, string>>(folder.text(file) ?? '', {
    header: true,
    skipEmptyLines: true,
  })
  return data
}

/** @returns all stories, in the order of their `order` */
function stories(folder: Folder): { order: number }[] {
  return folder
    .list('stories', '.json')
    .map((name) => JSON.parse(folder.text(`stories/${name}`)!))
    .sort((a, b) => a.order - b.order)
}

function surroundings(folder: Folder) {
  const world = JSON.parse(
    readFileSync(createRequire(import.meta.url).resolve('world-atlas/countries-10m.json'), 'utf8'),
  )
  return makeSurroundings(world, read(folder, 'base/countries.geojson'))
}

/** Names by ISO 3166-2 code, and the box around each: west, south, east, north. */
function governorates(folder: Folder) {
  return read(folder, 'base/admin1.geojson').features.map(({ properties, geometry }) => {
    const { iso, name, name_ar } = properties as Record<string, string>
    const points = (geometry as Polygon | MultiPolygon).coordinates.flat(
      geometry.type === 'Polygon' ? 1 : 2,
    ) as Position[]
    const ends = (axis: 0 | 1) =>
      points.reduce(([least, most], p) => [Math.min(least, p[axis]), Math.max(most, p[axis])], [180, -180])
    const [[west, east], [south, north]] = [ends(0), ends(1)]
    return {
      id: iso,
      name,
      name_ar,
      bbox: [west, south, east, north].map((degrees) => Math.round(degrees * 1e3) / 1e3),
    }
  })
}
