/**
 * What a reader of one atlas may ask for: files of its data folder as they are, and files derived from them because no
 * reader needs all that they are made from. Development server, build and tests take the same list. Free of Node: the
 * folder is read through its interface.
 */
import type { FeatureCollection } from 'geojson'
import Papa from 'papaparse'
import type { Topology } from 'topojson-specification'
import { decodeAtlas } from '../chronicle/atlas.ts'
import { eventsFileOf } from '../chronicle/events.ts'
import { evidenceFrom } from '../chronicle/evidence-records.ts'
import { headlinesFileOf } from '../chronicle/headlines.ts'
import { FIRST_LANGUAGE, LANGUAGES } from '../chronicle/languages.ts'
import type { Text } from '../chronicle/text.ts'
import { decodeTiles, ownArchives, TILES_FILE, type Tiles } from '../chronicle/tiles.ts'
import { readConflict } from '../compile/read/conflict.ts'
import { type Folder, holdersOf } from '../compile/read/folder.ts'
import type { ConflictFile } from '../compile/read/model.ts'
import { formatProblem, type Problem } from '../compile/read/problem.ts'
import { majorLabelsFile } from '../map/label-layers.ts'
import type { BaseOverlay, Overlay } from '../map/overlays/contract.ts'
import { baseOverlays, OVERLAYS } from '../map/overlays/registry.ts'
import { bundleOf } from '../proposal/bundle.ts'
import { markedBorders, markedCountries } from './base-marks.ts'
import { coarseAtlas } from './coarse-atlas.ts'
import { coarse } from './coarse-base.ts'
import { coarsePositions } from './coarse-positions.ts'
import { differencesOf } from './differences.ts'
import { farBase } from './far-base.ts'
import { governorates } from './governorates.ts'
import { labelsIn, makeLabels, townsOf } from './labels.ts'
import { pointsAlong } from './points-along.ts'
import { makeSurroundings } from './surroundings.ts'

/** Text of a file, made when it is asked for. */
export type MakeText = () => string

/** Served as they are; where a folder has none, readers get the empty one. */
const AS_THEY_ARE: Record<string, unknown> = {
  'atlas/score.json': null,
  'positions/positions.geojson': { type: 'FeatureCollection', features: [] },
  'about.json': {},
  'corrections.json': [],
  'weaknesses.json': { stretches: [], notes: [] },
}

/**
 * @param world TopoJSON of world-atlas (`countries-10m.json`), for the land beyond the base layers
 * @returns texts by path; each throws an Error with advice when a file that it needs is missing or damaged
 */
export function atlasFiles(
  folder: Folder,
  world: () => Topology,
  overlays: readonly Overlay[] = OVERLAYS,
): Map<string, MakeText> {
  const json = (make: () => unknown): MakeText => {
    return () => JSON.stringify(make())
  }
  const layer = (file: string) => layerOf(folder, file)
  const labels = once(() => {
    const { home = [], parts = [] } = conflictOf(folder)
    return makeLabels({
      base: layer('base/places.geojson'),
      named: together(holdersOf(folder, 'places.geojson').map((holder) => layerOf(holder, 'places.geojson'))),
      countries: layer('base/countries.geojson'),
      parts: together(parts.map((part) => layer(`base/${part.layer}.geojson`))),
      sea: layer('base/sea.geojson'),
      lakes: layer('base/lakes.geojson'),
      rivers: layer('base/rivers.geojson'),
      home,
    })
  })
  const base: Record<string, () => FeatureCollection> = {
    countries: () => markedCountries(layer('base/countries.geojson'), conflictOf(folder)),
    borders: () => markedBorders(layer('base/borders.geojson'), conflictOf(folder)),
    parts: () =>
      together((conflictOf(folder).parts ?? []).map((part) => layer(`base/${part.layer}.geojson`))),
    // Named by points among the labels of villages.
    lakes: () => nameless(layer('base/lakes.geojson')),
    rivers: () => nameless(layer('base/rivers.geojson')),
  }
  const majorLabels = LANGUAGES.map(({ code }): [string, MakeText] => {
    const { languages } = conflictOf(folder)
    const wanted = [...languages, FIRST_LANGUAGE, code]
    return [majorLabelsFile(code, languages), json(() => labelsIn(labels().major, wanted))]
  })
  const drawnFromBase: readonly BaseOverlay[] = baseOverlays(overlays)
  const overlayFiles = drawnFromBase.flatMap(({ file, fromAfar, signOf }): [string, MakeText][] => {
    const make = () => {
      const lines = layer(`base/${file}`)
      return signOf ? { ...lines, features: [...lines.features, ...pointsAlong(lines, signOf)] } : lines
    }
    const exact: [string, MakeText] = [`base/${file}`, json(make)]
    return fromAfar === 'coarse' ? [exact, [`coarse/${file}`, json(() => coarse(make()))]] : [exact]
  })
  const files: Map<string, MakeText> = new Map<string, MakeText>([
    // Completed by what it shares with another folder, by what can be switched on over it, and by what is said first.
    [
      'conflict.json',
      json(() => {
        const conflict = conflictOf(folder)
        const { start, end } = conflict
        const drawn = drawnFromBase.filter(({ file }) => layer(`base/${file}`).features.length > 0)
        const { intro }: { intro?: Text } = JSON.parse(folder.text('about.json') ?? '{}')
        return {
          play: { start, end },
          ...conflict,
          intro,
          overlays: drawn.map(({ id }) => id),
          proposals: hasClaims(folder),
          tiles: tilesOf(folder),
        }
      }),
    ],
    ['factions.json', () => needed(folder, 'factions.json')],
    ['atlas/atlas.json', () => readable(folder, 'atlas/atlas.json', decodeAtlas).text],
    ['coarse/atlas.json', json(() => coarseAtlas(JSON.parse(needed(folder, 'atlas/atlas.json'))))],
    [
      'atlas/evidence.json',
      json(() => {
        const { value: atlas } = readable(folder, 'atlas/atlas.json', decodeAtlas)
        return readable(folder, 'atlas/evidence.json', (stored) => evidenceFrom(stored, atlas)).value
      }),
    ],
    ...Object.entries(AS_THEY_ARE).map(([file, empty]): [string, MakeText] => [
      file,
      () => folder.text(file) ?? JSON.stringify(empty),
    ]),
    ...Object.entries(base).flatMap(([name, make]): [string, MakeText][] => [
      [`base/${name}.geojson`, json(make)],
      [`coarse/${name}.geojson`, json(() => coarse(make()))],
    ]),
    ...overlayFiles,
    [
      'coarse/positions.geojson',
      json(() => coarsePositions(JSON.parse(files.get('positions/positions.geojson')!()))),
    ],
    ...majorLabels,
    ['labels-minor.json', json(() => labels().minor)],
    ['towns.json', json(() => townsOf(labels()))],
    [
      'surroundings.json',
      json(() => makeSurroundings(world(), layer('base/countries.geojson'), conflictOf(folder).undivided)),
    ],
    ['governorates.json', json(() => governorates(layer('base/admin1.geojson')))],
    [
      'differences.json',
      json(() =>
        differencesOf(
          conflictOf(folder),
          folder.text('differences.csv') === null ? null : tableOf(folder, 'differences.csv'),
          holdersOf(folder, 'places.geojson').map((holder) => layerOf(holder, 'places.geojson')),
        ),
      ),
    ],
    ['events.json', json(() => eventsFileOf(tableOf(folder, 'events/events.csv')))],
    ['headlines.json', json(() => headlinesFileOf(tableOf(folder, 'headlines.csv')))],
    ['stories.json', json(() => storiesOf(folder))],
    [
      'coarse/base.json',
      json(() => farBase((file) => JSON.parse(files.get(file)!()), conflictOf(folder).languages, overlays)),
    ],
  ])
  // For those who propose a claim: what is left out of the list where nobody can.
  if (hasClaims(folder))
    files.set(
      'source.json',
      json(() => bundleOf(folder)),
    )
  return files
}

/** Imported maps have none. */
const hasClaims = (folder: Folder) => folder.list('claims', '.csv').length > 0

/** @throws Error with all that is wrong with conflict.json */
export function conflictOf(folder: Folder): ConflictFile {
  const problems: Problem[] = []
  const conflict = readConflict(folder, problems)
  if (problems.length) throw new Error(problems.map(formatProblem).join('\n'))
  return conflict
}

/** @returns relief and streets that the folder adds. @throws Error that says what is wrong with them */
export function tilesOf(folder: Folder): Tiles | undefined {
  const text = folder.text(TILES_FILE)
  if (text === null) return undefined
  try {
    const tiles = decodeTiles(JSON.parse(text))
    const missing = ownArchives(tiles).find((path) => folder.locate(path) === null)
    if (missing) throw new Error(`${TILES_FILE} names ${missing}, which is not in the folder`)
    return tiles
  } catch (error) {
    throw new Error(`${folder.path}: ${(error as Error).message}`)
  }
}

/** @returns what makes a value when it is first asked for, and keeps it */
export function once<T>(make: () => T): () => T {
  let made: { value: T } | null = null
  return () => {
    made ??= { value: make() }
    return made.value
  }
}

function needed(folder: Folder, file: string): string {
  const text = folder.text(file)
  if (text === null) throw new Error(`${folder.path} has no ${file}: compile it, or import into it, first`)
  return text
}

/** A page over an atlas that it cannot read would only say so to its readers. */
function readable<T>(folder: Folder, file: string, read: (json: unknown) => T): { text: string; value: T } {
  const text = needed(folder, file)
  try {
    return { text, value: read(JSON.parse(text)) }
  } catch (error) {
    throw new Error(`${folder.path}: ${file} cannot be read (${(error as Error).message}): compile it again`)
  }
}

/** @returns a layer, empty when there is no such file */
function layerOf(folder: Folder, file: string): FeatureCollection {
  const text = folder.text(file)
  if (text === null) return together([])
  try {
    return JSON.parse(text)
  } catch (error) {
    throw new Error(`${folder.path}: ${file} is no JSON (${(error as Error).message})`)
  }
}

const together = (layers: readonly FeatureCollection[]): FeatureCollection => ({
  type: 'FeatureCollection',
  features: layers.flatMap(({ features }) => features),
})

/** What is drawn of water: its shape alone. */
function nameless(layer: FeatureCollection): FeatureCollection {
  return {
    ...layer,
    features: layer.features.map((feature) => {
      const { rank, km2, kind } = feature.properties ?? {}
      return { ...feature, properties: JSON.parse(JSON.stringify({ rank, km2, kind })) }
    }),
  }
}

/** @returns rows of a CSV by column, none when there is no such file */
function tableOf(folder: Folder, file: string): Record<string, string>[] {
  const options = { header: true, skipEmptyLines: true } as const
  return Papa.parse<Record<string, string>>(folder.text(file) ?? '', options).data
}

/** @returns all stories, in the order of their `order` */
function storiesOf(folder: Folder): { order: number }[] {
  return folder
    .list('stories', '.json')
    .map((name) => JSON.parse(folder.text(`stories/${name}`)!))
    .sort((a, b) => a.order - b.order)
}
