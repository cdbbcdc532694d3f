/** Relief and streets from elsewhere, where the data folder names any: fetched with the first of them, never before the first picture. */
import {
  addProtocol,
  type LayerSpecification,
  type Map as MapLibreMap,
  type StyleSpecification,
} from 'maplibre-gl'
import { PMTiles, Protocol, TileType } from 'pmtiles'
import { type TileLayer, type Tiles, tileLayers } from '../../chronicle/tiles.ts'
import { PALETTES, type Theme } from '../palette.ts'
import { streetLayers } from './street-layers.ts'

/** How strongly a picture of relief covers the colours of the ground. */
const RELIEF_OPACITY = 0.3
/** What is drawn of a style of somebody else: names and backgrounds are ours. */
const TAKEN = new Set(['fill', 'line', 'raster', 'hillshade'])

type Added = (LayerSpecification & { source: string })[]

let protocol: Protocol | null = null

/**
 * @param map whose style stands
 * @param below id of the layer under which they are drawn
 * @returns what gives them the colours of another theme
 * @throws Error when a style does not arrive or an archive cannot be read; what was added before stays
 */
export async function addTiles(
  map: MapLibreMap,
  tiles: Tiles,
  below: string,
  theme: Theme,
): Promise<(theme: Theme) => void> {
  for (const layer of tileLayers(tiles)) {
    const name = layer === tiles.relief ? 'relief' : 'streets'
    const added = layer.style
      ? await ofStyle(map, layer.style, name)
      : await ofArchive(map, layer, name, theme)
    for (const one of added) map.addLayer(one, below)
  }
  return (theme) => {
    // Of another one's style the colours are its own.
    for (const { id, paint } of streetLayers('streets', PALETTES[theme]))
      if (map.getLayer(id)) map.setPaintProperty(id, 'line-color', paint['line-color'])
  }
}

/** @throws Error when the archive does not arrive, or is none */
async function ofArchive(
  map: MapLibreMap,
  { pmtiles = '', encoding }: TileLayer,
  name: string,
  theme: Theme,
): Promise<Added> {
  if (!protocol) {
    protocol = new Protocol()
    addProtocol('pmtiles', protocol.tile)
  }
  const archive = new PMTiles(new URL(pmtiles, document.baseURI).href)
  protocol.add(archive)
  const { tileType, maxZoom } = await archive.getHeader()
  const url = `pmtiles://${archive.source.getKey()}`
  if (tileType === TileType.Mvt) {
    map.addSource(name, { type: 'vector', url })
    return streetLayers(name, PALETTES[theme])
  }
  if (encoding) {
    map.addSource(name, { type: 'raster-dem', url, encoding, tileSize: 256, maxzoom: maxZoom })
    return [{ id: name, type: 'hillshade', source: name, paint: { 'hillshade-exaggeration': 0.35 } }]
  }
  map.addSource(name, { type: 'raster', url, tileSize: 256, maxzoom: maxZoom })
  return [{ id: name, type: 'raster', source: name, paint: { 'raster-opacity': RELIEF_OPACITY } }]
}

/** @throws Error when it does not arrive, or is no style */
async function ofStyle(map: MapLibreMap, address: string, name: string): Promise<Added> {
  const response = await fetch(address)
  if (!response.ok) throw new Error(`${address}: ${response.status}`)
  const { sources, layers }: StyleSpecification = await response.json()
  const taken = layers
    .filter((layer) => TAKEN.has(layer.type) && 'source' in layer && layer.source in sources)
    // Pictures of patterns are in a file of the style that is not fetched.
    .filter(({ paint = {} }) => !Object.keys(paint).some((key) => key.endsWith('-pattern'))) as Added
  const used = new Set(taken.map(({ source }) => source))
  for (const source of used) map.addSource(`${name}-${source}`, sources[source])
  return taken.map((layer) => ({ ...layer, id: `${name}-${layer.id}`, source: `${name}-${layer.source}` }))
}
