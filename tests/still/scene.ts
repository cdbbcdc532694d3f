/** The frozen atlas as the still painter takes it, without a base map; and what is needed to turn pictures into pixels. */
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { PNG } from 'pngjs'
import subset from 'subset-font'
import { ARABIC, LATIN, lettersOf } from '../../src/map/font-ranges.ts'
import { outlineText } from '../../src/still/outlines.ts'
import { plainText } from '../../src/still/plain-text.ts'
import { openRaster } from '../../src/still/raster.ts'
import type { StillData, StillOptions } from '../../src/still/still.ts'
import type { Typesetter } from '../../src/still/typesetter.ts'
import { frozen } from '../fixtures/frozen.ts'
import { atlas, looks } from '../map/webgl/world.ts'

const require = createRequire(import.meta.url)
const factions: { id: string; colour: string }[] = frozen('factions.json')

export const data: StillData = {
  atlas,
  factions: looks,
  colours: new Map(factions.map(({ id, colour }) => [id, colour])),
  sources: {},
  positions: [],
  events: [],
  bbox: frozen('conflict.json').bbox,
}

export const WIDTH = 720
export const HEIGHT = 540

export function options(more: Partial<StillOptions> = {}): StillOptions {
  return {
    width: WIDTH,
    height: HEIGHT,
    camera: { lon: 38.6, lat: 34.85, zoom: 5.7 },
    day: atlas.start,
    shown: {
      factions: new Set(factions.map(({ id }) => id)),
      posts: new Set(),
      kinds: new Set(),
      layers: new Set(),
    },
    theme: 'light',
    rtl: false,
    style: { ground: [], overlay: [], labels: [] },
    type: plainText,
    texts: null,
    ...more,
  }
}

export async function pixelsOf(svg: string, width = WIDTH): Promise<PNG> {
  const raster = await openRaster(async () =>
    readFileSync(require.resolve('@resvg/resvg-wasm/index_bg.wasm')),
  )
  return PNG.sync.read(Buffer.from(raster.png(svg, width)))
}

export async function outlines(): Promise<Typesetter> {
  const file = async (name: string, ranges: readonly string[], weight: number) => {
    const path = require.resolve(`@fontsource/${name}-${weight}-normal.woff2`)
    return new Uint8Array(await subset(readFileSync(path), lettersOf(ranges), { targetFormat: 'sfnt' }))
  }
  const latin = 'noto-sans/files/noto-sans-latin'
  const arabic = 'noto-sans-arabic/files/noto-sans-arabic-arabic'
  const [l4, a4, l6, a6] = await Promise.all([
    file(latin, LATIN, 400),
    file(arabic, ARABIC, 400),
    file(latin, LATIN, 600),
    file(arabic, ARABIC, 600),
  ])
  return outlineText({ regular: [l4, a4], bold: [l6, a6] })
}
