/** Relief and streets that whoever hosts the map may add to it: tiles.json of a data folder, see geodata/FORMATS.md. */
import { assertShape, listOf, maybe, record, text, texts } from './shape.ts'
import type { Text } from './text.ts'

export const TILES_FILE = 'tiles.json'

export interface TileLayer {
  /** a PMTiles archive: a path in the data folder (below the page, in a build), or an address */
  pmtiles?: string
  /** address of a MapLibre style, instead of an archive */
  style?: string
  /** how tiles of relief write heights; without it they are pictures */
  encoding?: 'terrarium' | 'mapbox'
  /** origins that a style asks besides its own, such as `https://tiles.example` */
  hosts?: string[]
  /** whose it is, in one line */
  attribution: Text
}

/** Relief lies under streets, both over the painted ground and under fronts and names. */
export interface Tiles {
  relief?: TileLayer
  streets?: TileLayer
}

const LAYER = maybe(
  record({
    pmtiles: maybe(text),
    style: maybe(text),
    encoding: maybe((value) => (value === 'terrarium' || value === 'mapbox' ? null : '')),
    hosts: maybe(listOf((value) => (typeof value === 'string' && isAddress(value) ? null : ''))),
    attribution: texts,
  }),
)
export const TILES = record({ relief: LAYER, streets: LAYER })

const isAddress = (where: string): boolean => /^https?:\/\//.test(where) && URL.canParse(where)

/** @throws TypeError that says what is wrong with tiles.json */
export function decodeTiles(file: unknown): Tiles {
  assertShape(file, TILES, TILES_FILE)
  const tiles = file as Tiles
  for (const [name, layer] of Object.entries(tiles)) {
    if (name !== 'relief' && name !== 'streets')
      throw new TypeError(`${TILES_FILE} has "${name}"; it may have "relief" and "streets"`)
    if ((layer.pmtiles === undefined) === (layer.style === undefined))
      throw new TypeError(`${TILES_FILE}: "${name}" needs either "pmtiles" or "style"`)
    if (layer.style !== undefined && !isAddress(layer.style))
      throw new TypeError(`${TILES_FILE}: "style" of "${name}" is no address of a style (https://…)`)
  }
  return tiles
}

export const tileLayers = ({ relief, streets }: Tiles = {}): TileLayer[] =>
  [relief, streets].filter((layer) => layer !== undefined)

/** @returns paths of archives that lie in the data folder */
export const ownArchives = (tiles?: Tiles): string[] =>
  tileLayers(tiles).flatMap(({ pmtiles }) => (pmtiles && !isAddress(pmtiles) ? [pmtiles] : []))

/** @returns origins that pages with these tiles have to be allowed to ask */
export function tileHosts(tiles?: Tiles): string[] {
  const named = tileLayers(tiles).flatMap(({ pmtiles = '', style = '', hosts = [] }) => [
    pmtiles,
    style,
    ...hosts,
  ])
  return [...new Set(named.filter(isAddress).map((where) => new URL(where).origin))].sort()
}
