/** Measures one technique on one atlas; the query says which: `technique`, `size` (times the real atlas). */
import 'maplibre-gl/dist/maplibre-gl.css'
import { setWorkerUrl } from 'maplibre-gl'
import workerUrl from 'maplibre-gl/dist/maplibre-gl-worker.mjs?url'
import { decodeAtlas } from '../../../src/chronicle/atlas.ts'
import type { Day } from '../../../src/chronicle/day.ts'
import { factionLooks } from '../../../src/ui/map/looks.ts'
import { makeAtlas } from '../synthetic-atlas.ts'
import type { Stage, Technique } from './stage.ts'
import { featureState, floor, webgl } from './techniques/painters.ts'
import { globalState, setData, setFilter } from './techniques/sources.ts'

setWorkerUrl(workerUrl)

const techniques: Record<string, () => Promise<Technique>> = {
  floor: async () => floor,
  webgl: async () => webgl,
  'feature-state': async () => featureState,
  setData: async () => setData,
  setFilter: async () => setFilter,
  'global-state': async () => globalState,
  // Apart, so that nobody else carries their weight.
  deck: async () => (await import('./techniques/deck.ts')).deck,
  leaflet: async () => (await import('./techniques/leaflet.ts')).leaflet,
}

const query = new URLSearchParams(location.search)
const size = Number(query.get('size'))
const fetchJson = async (name: string) => (await fetch(`data/${name}`)).json()
const [conflict, factions, file] = await Promise.all(
  ['conflict.json', 'factions.json', 'atlas/atlas.json'].map(fetchJson),
)
const real = decodeAtlas(file)
const atlas =
  size === 1
    ? real
    : makeAtlas({
        faces: real.faces.length * size,
        days: (real.end - real.start + 1) * size,
        factions: real.factions,
        start: real.start,
      })
const looks = factionLooks(atlas.factions, factions, conflict.start)
const technique = await techniques[query.get('technique') ?? '']()

/** Longest wait for a picture, milliseconds: who takes longer has not shown it. */
const PATIENCE = 4000
/** A channel that differs by more than this makes a pixel wrong. */
const ROUNDING = 24
/** Pixels that may be wrong: on edges, some techniques blend in the order in which shapes came. */
const STRAY = 10

let stage: Stage
const pictures = new Map<Day, Uint8Array>()

const nextFrame = (after: () => void) =>
  new Promise<Uint8Array>((resolve) => {
    stage.onFrame = () => {
      stage.onFrame = null
      resolve(stage.rows())
    }
    after()
  })

function isRight(day: Day, seen: Uint8Array): boolean {
  const wanted = pictures.get(day)!
  let stray = 0
  for (let i = 0; i < wanted.length && stray <= STRAY; i += 4) {
    const differs = [0, 1, 2].some((channel) => Math.abs(seen[i + channel] - wanted[i + channel]) > ROUNDING)
    if (differs) stray++
  }
  return stray <= STRAY
}

const lab = {
  faces: atlas.faces.length,
  arcs: atlas.arcs.length,
  days: atlas.end - atlas.start + 1,
  start: atlas.start,

  /** @returns milliseconds until the first picture stands */
  async load(): Promise<number> {
    const began = performance.now()
    stage = await technique({ container: document.getElementById('map')!, atlas, looks, day: atlas.start })
    await stage.rest()
    return performance.now() - began
  },

  /** One step after the other, each with time to finish; a mark at the beginning of each and at the end. */
  async steps(days: readonly Day[]): Promise<void> {
    for (const day of days) {
      performance.mark('step')
      stage.setDay(day)
      stage.repaint()
      await stage.rest()
    }
    performance.mark('step')
  },

  /** Keeps the picture of each day as it looks at rest. @returns how many of them differ */
  async keepPictures(days: readonly Day[]): Promise<number> {
    for (const day of days) {
      stage.setDay(day)
      stage.repaint()
      await stage.rest()
      pictures.set(day, await nextFrame(() => stage.repaint()))
    }
    return new Set(days.map((day) => pictures.get(day)!.join())).size
  },

  /** @returns milliseconds from setting a day to its picture, `null` when it did not come */
  async waits(days: readonly Day[]): Promise<(number | null)[]> {
    const waits: (number | null)[] = []
    for (const day of days) {
      const began = performance.now()
      stage.setDay(day)
      let shown = false
      while (!shown && performance.now() - began < PATIENCE)
        shown = isRight(day, await nextFrame(() => stage.repaint()))
      waits.push(shown ? performance.now() - began : null)
      await stage.rest()
    }
    return waits
  },

  /** A day each frame, without waiting. @returns share of frames that showed the day that was set before them */
  async scrub(days: readonly Day[]): Promise<number> {
    let right = 0
    for (const day of days) {
      stage.setDay(day)
      if (isRight(day, await nextFrame(() => stage.repaint()))) right++
    }
    await stage.rest()
    return right / days.length
  },
}
export type Bench = typeof lab
declare global {
  var bench: Bench
}
globalThis.bench = lab
document.documentElement.dataset.ready = '1'
