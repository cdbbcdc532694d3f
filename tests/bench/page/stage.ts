/** What every technique offers to the measurements, and what those built on MapLibre share. */
import { Map as MapLibreMap, type StyleSpecification } from 'maplibre-gl'
import type { Atlas } from '../../../src/chronicle/atlas.ts'
import type { Day } from '../../../src/chronicle/day.ts'
import type { FactionLook } from '../../../src/map/painter.ts'
import { LIGHT } from '../../../src/map/palette.ts'

export interface Scene {
  container: HTMLElement
  atlas: Atlas
  looks: readonly FactionLook[]
  day: Day
}

export interface Stage {
  setDay(day: Day): void
  /** Asks for a frame even when nothing has changed. */
  repaint(): void
  /** Called after each frame, while its pixels can be read. */
  onFrame: (() => void) | null
  /** Resolves when there is nothing left to do. */
  rest(): Promise<void>
  /** @returns pixels of a few lines of the picture; only inside `onFrame` */
  rows(): Uint8Array
}

export type Technique = (scene: Scene) => Promise<Stage>

export const VIEW = { lon: 39.05, lat: 34.85, zoom: 5.75 }
/** Lines of pixels that are compared, as shares of the height. */
export const ROWS = [0.2, 0.28, 0.36, 0.44, 0.52, 0.6, 0.68, 0.76]

/** Every step is a bare map: what is measured is the technique and as little else as possible. */
function emptyStyle(): StyleSpecification {
  const nothing = { type: 'background', paint: { 'background-opacity': 0 } } as const
  return {
    version: 8,
    sources: {},
    layers: [
      { id: 'background', type: 'background', paint: { 'background-color': LIGHT.water } },
      { id: 'above-ground', ...nothing },
      { id: 'above-fronts', ...nothing },
    ],
  }
}

export async function openMap({ container }: Scene): Promise<MapLibreMap> {
  const map = new MapLibreMap({
    container,
    style: emptyStyle(),
    center: [VIEW.lon, VIEW.lat],
    zoom: VIEW.zoom,
    attributionControl: false,
    interactive: false,
    fadeDuration: 0,
  })
  await new Promise((resolve) => map.once('style.load', resolve))
  return map
}

export function stageOf(map: MapLibreMap, setDay: (day: Day) => void): Stage {
  const gl = map.getCanvas().getContext('webgl2')!
  const stage: Stage = {
    setDay,
    repaint: () => map.triggerRepaint(),
    onFrame: null,
    rest: () =>
      new Promise((resolve) => {
        map.once('idle', () => resolve())
        map.triggerRepaint()
      }),
    rows: () => readRows(gl),
  }
  map.on('render', () => stage.onFrame?.())
  return stage
}

export function readRows(gl: WebGL2RenderingContext): Uint8Array {
  const [width, height] = [gl.drawingBufferWidth, gl.drawingBufferHeight]
  const pixels = new Uint8Array(4 * width * ROWS.length)
  ROWS.forEach((share, i) => {
    const row = height - 1 - Math.floor(share * height)
    gl.readPixels(0, row, width, 1, gl.RGBA, gl.UNSIGNED_BYTE, pixels.subarray(4 * width * i))
  })
  return pixels
}
