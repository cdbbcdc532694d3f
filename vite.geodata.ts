/**
 * Serves parts of the data folder under `data/` while developing, and writes the same files into the build.
 * The data folder stays the single truth: nothing is copied into the sources. Some files are derived here
 * because no reader needs all that they are made from: two files of place labels (see src/map/labels.ts), the
 * names of the governorates, and the surroundings: the land beyond the base layers, cut from Natural Earth.
 */
import { createReadStream, existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join, resolve } from 'node:path'
import type { FeatureCollection } from 'geojson'
import type { Plugin } from 'vite'
import { makeLabels } from './src/map/labels.ts'
import { makeSurroundings } from './src/map/surroundings.ts'

/** What the browser may ask for: whole files, or all files of a folder with one of these endings. */
const SERVED = [
  'conflict.json',
  'factions.json',
  'places.geojson',
  'atlas/atlas.json',
  'atlas/evidence.json',
  'positions/positions.geojson',
  'events/events.csv',
]
const BASE_FOLDER = 'base'
const TYPES: Record<string, string> = {
  json: 'application/json',
  geojson: 'application/geo+json',
  csv: 'text/csv; charset=utf-8',
}

/** @param folder the data folder, relative to the working directory */
export function geodata(folder: string): Plugin {
  const root = resolve(folder)
  const derived: Record<string, () => string> = {
    'labels-major.json': () => JSON.stringify(labels().major),
    'labels-minor.json': () => JSON.stringify(labels().minor),
    'surroundings.json': () => JSON.stringify(surroundings(root)),
    'governorates.json': () => JSON.stringify(governorates(root)),
  }

  function labels() {
    const places = join(root, 'places.geojson')
    return makeLabels({
      base: read(join(root, 'base/places.geojson')),
      named: existsSync(places) ? read(places) : { type: 'FeatureCollection', features: [] },
      countries: read(join(root, 'base/countries.geojson')),
      occupied: read(join(root, 'base/golan_ne.geojson')),
      sea: read(join(root, 'base/sea.geojson')),
    })
  }

  /** Names under `data/` with the path of each. A file that does not exist yet is left out. */
  function served(): Map<string, string> {
    const base = readdirSync(join(root, BASE_FOLDER))
      .filter((name) => /\.(json|geojson)$/.test(name) && name !== 'places.geojson')
      .map((name) => `${BASE_FOLDER}/${name}`)
    return new Map(
      [...SERVED, ...base]
        .filter((name) => existsSync(join(root, name)))
        .map((name) => [name, join(root, name)]),
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
      for (const [name, make] of Object.entries(derived))
        this.emitFile({ type: 'asset', fileName: `data/${name}`, source: make() })
    },
  }
}

function read(file: string): FeatureCollection {
  return JSON.parse(readFileSync(file, 'utf8'))
}

function surroundings(root: string) {
  const world = JSON.parse(
    readFileSync(createRequire(import.meta.url).resolve('world-atlas/countries-10m.json'), 'utf8'),
  )
  return makeSurroundings(world, read(join(root, 'base/countries.geojson')))
}

/** Names by ISO 3166-2 code. */
function governorates(root: string) {
  return read(join(root, 'base/admin1.geojson')).features.map(({ properties }) => {
    const { iso, name, name_ar } = properties as Record<string, string>
    return { id: iso, name, name_ar }
  })
}
