/**
 * One map with a painter and nothing else of the program, for tests that read pixels. The query says what it shows:
 * `painter` (webgl, feature-state, refused), `day`, `view` (lon_lat_zoom), `theme`, `base` (1: with rivers, borders, labels),
 * `still` (1: no motion), `hide` (faction ids, separated by dots).
 */
import 'maplibre-gl/dist/maplibre-gl.css'
import { Map as MapLibreMap, restoreNow, type StyleSpecification, setNow, setWorkerUrl } from 'maplibre-gl'
import workerUrl from 'maplibre-gl/dist/maplibre-gl-worker.mjs?url'
import { decodeAtlas } from '../../../src/chronicle/atlas.ts'
import { dayOf } from '../../../src/chronicle/day.ts'
import { baseSources, groundLayers, overlayLayers } from '../../../src/map/basemap.ts'
import { createFeatureStatePainter, type PainterOptions } from '../../../src/map/feature-state-painter.ts'
import { fontFaces } from '../../../src/map/fonts.ts'
import { ICON_RATIO, icons } from '../../../src/map/icons.ts'
import { LABEL_SOURCES, labelLayers } from '../../../src/map/label-layers.ts'
import type { Painter } from '../../../src/map/painter.ts'
import { PALETTES, type Theme } from '../../../src/map/palette.ts'
import { createPainter } from '../../../src/map/webgl/choose-painter.ts'
import { preparePainter } from '../../../src/map/webgl/prepare-painter.ts'
import { createWebglPainter } from '../../../src/map/webgl/webgl-painter.ts'
import { factionLooks } from '../../../src/ui/map/looks.ts'

setWorkerUrl(workerUrl)

const query = new URLSearchParams(location.search)
const data = new URL('data/', document.baseURI).href
const fetchJson = async (name: string) => (await fetch(data + name)).json()
const [conflict, factions, atlasFile] = await Promise.all(
  ['conflict.json', 'factions.json', 'atlas/atlas.json'].map(fetchJson),
)
const atlas = decodeAtlas(atlasFile)
const [lon, lat, zoom] = (query.get('view') ?? '38.4_34.9_5.9').split('_').map(Number)
const theme = (query.get('theme') ?? 'light') as Theme
const hidden = (query.get('hide') ?? '').split('.')

function style(): StyleSpecification {
  const c = PALETTES[theme]
  if (query.get('base') !== '1') {
    const background = {
      id: 'background',
      type: 'background',
      paint: { 'background-color': c.water },
    } as const
    const empty = { type: 'background', paint: { 'background-opacity': 0 } } as const
    return {
      version: 8,
      sources: {},
      layers: [background, { id: 'above-ground', ...empty }, { id: 'above-fronts', ...empty }],
    }
  }
  return {
    version: 8,
    'font-faces': fontFaces,
    sources: {
      ...baseSources(data),
      [LABEL_SOURCES.major]: { type: 'geojson', data: `${data}labels-major.json`, maxzoom: 10 },
      [LABEL_SOURCES.minor]: { type: 'geojson', data: `${data}labels-minor.json` },
    },
    layers: [...groundLayers(c), ...overlayLayers(c), ...labelLayers(c, { first: 'en', second: 'ar' })],
  } as StyleSpecification
}

const map = new MapLibreMap({
  container: 'map',
  style: style(),
  center: [lon, lat],
  zoom,
  attributionControl: false,
  fadeDuration: 0,
})
await new Promise((resolve) => map.once('style.load', resolve))
for (const [name, image] of icons()) map.addImage(name, image, { sdf: true, pixelRatio: ICON_RATIO })
const gl = map.getCanvas().getContext('webgl2')!
const options: PainterOptions = {
  map,
  atlas,
  factions: factionLooks(atlas.factions, factions, conflict.start),
  theme,
  day: dayOf(query.get('day') ?? conflict.start),
  visible: new Set(atlas.factions.flatMap((id, i) => (hidden.includes(id) ? [] : [i]))),
  below:
    query.get('base') === '1'
      ? { ground: 'governorates', fronts: 'labels-villages' }
      : { ground: 'above-ground', fronts: 'above-fronts' },
  reducedMotion: () => query.get('still') === '1',
}

const idle = () =>
  new Promise<void>((resolve) => {
    map.once('idle', () => resolve())
    map.triggerRepaint()
  })

/** A graphics card that compiles nothing from now on; the map itself has what it needs. */
async function refusing<T>(work: () => Promise<T>): Promise<T> {
  await idle()
  Object.assign(gl, { getProgramParameter: (_: WebGLProgram, name: number) => name !== gl.LINK_STATUS })
  try {
    return await work()
  } finally {
    Reflect.deleteProperty(gl, 'getProgramParameter')
  }
}

const makers: Record<string, () => Painter | Promise<Painter>> = {
  webgl: () => createWebglPainter(options),
  'feature-state': () => createFeatureStatePainter(options),
  prepared: async () => createPainter(options, await preparePainter(map, atlas)),
  refused: () => refusing(async () => createPainter(options, await preparePainter(map, atlas))),
}
const painter = await makers[query.get('painter') ?? 'webgl']()

type Rgb = [number, number, number]
/** Reads pixels before the browser takes the picture away. @param points CSS pixels */
function readNow(points: readonly (readonly [x: number, y: number])[]): Rgb[] {
  const [width, height] = [gl.drawingBufferWidth, gl.drawingBufferHeight]
  const ratio = width / map.getCanvas().clientWidth
  // One reading of everything: each reading waits for the graphics card.
  const pixels = new Uint8Array(4 * width * height)
  gl.readPixels(0, 0, width, height, gl.RGBA, gl.UNSIGNED_BYTE, pixels)
  return points.map(([x, y]) => {
    const at = 4 * ((height - 1 - Math.floor(y * ratio)) * width + Math.floor(x * ratio))
    return [pixels[at], pixels[at + 1], pixels[at + 2]]
  })
}

const lab = {
  map,
  painter,
  setNow,
  restoreNow,
  project: (points: [number, number][]) =>
    points.map((point): [number, number] => {
      const { x, y } = map.project(point)
      return [x, y]
    }),
  idle,
  /** @returns colours at pixels in the next frame */
  read: (points: readonly (readonly [number, number])[]) =>
    new Promise<Rgb[]>((resolve) => {
      map.once('render', () => resolve(readNow(points)))
      map.triggerRepaint()
    }),
  /** Sets one day after the other, as fast as frames come. @returns colours at pixels in the very next frame of each */
  async scrub(days: readonly number[], points: readonly (readonly [number, number])[]): Promise<Rgb[][]> {
    const seen: Rgb[][] = []
    for (const day of days) {
      painter.setDay(day)
      seen.push(await lab.read(points))
    }
    return seen
  },
  /** Gives the painter an atlas in which everything happens some days later, and in which faces have other numbers. */
  async postpone(days: number) {
    const numbered = (face: number) => (face < 0 ? face : atlas.faces.length - 1 - face)
    painter.setAtlas({
      ...atlas,
      arcs: atlas.arcs.map((arc) => ({ ...arc, left: numbered(arc.left), right: numbered(arc.right) })),
      faces: atlas.faces.toReversed().map((face) => ({
        ...face,
        history: face.history.map((period, i) =>
          i > 0 ? { ...period, start: period.start + days } : period,
        ),
      })),
    })
    await lab.idle()
  },
  extension: gl.getExtension('WEBGL_lose_context'),
  /** @param bundle text of a data folder as one file */
  async openCompiler(bundle: string) {
    const { openCompiler } = await import('../../../src/proposal/open-compiler.ts')
    return openCompiler(URL.createObjectURL(new Blob([bundle])))
  },
}
export type Lab = typeof lab
Object.assign(window, { lab })
document.documentElement.dataset.ready = '1'
