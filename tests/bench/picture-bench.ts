/**
 * How long the still painter takes for the whole country with all that can be on it, beside reading the data that it is
 * drawn from (parsing the same files, decoding the atlas).
 * Run: npx tsx tests/bench/picture-bench.ts [pictures]
 * Exits with 1 when the median picture takes 50 ms of processor time or more.
 */
import { join } from 'node:path'
import { decodeAtlas } from '../../src/chronicle/atlas.ts'
import { decodeEvents, EVENT_KINDS } from '../../src/chronicle/events.ts'
import { readPositions } from '../../src/chronicle/positions.ts'
import { openFolder } from '../../src/cli/open-folder.ts'
import { readWorld } from '../../src/cli/world.ts'
import { atlasFiles } from '../../src/derive/atlas-files.ts'
import { OVERLAYS } from '../../src/map/overlays/registry.ts'
import { stillFiles, stillStyle } from '../../src/still/base-map.ts'
import { cameraFor } from '../../src/still/camera.ts'
import { plainText } from '../../src/still/plain-text.ts'
import { drawStill, type StillData, type StillOptions } from '../../src/still/still.ts'
import { factionLooks } from '../../src/ui/map/looks.ts'
import { ROOT } from '../architecture/modules.ts'

const LIMIT_MS = 50
const PICTURES = Number(process.argv[2] ?? 60)
const WARM = 15
const [WIDTH, HEIGHT] = [1280, 800]

const files = atlasFiles(openFolder(join(ROOT, 'geodata'), []), readWorld)
const base = stillFiles(6, 'en', ['en', 'ar'])
const names = [
  'atlas/atlas.json',
  'conflict.json',
  'factions.json',
  'events.json',
  'positions/positions.geojson',
]
const texts = new Map([...names, ...Object.values(base)].map((name) => [name, files.get(name)!()]))

/** Processor time: other programs do not count. @returns milliseconds */
function cost(work: () => void): number {
  const before = process.cpuUsage()
  work()
  const { user, system } = process.cpuUsage(before)
  return (user + system) / 1000
}
const median = (times: readonly number[]) => [...times].sort((a, b) => a - b)[times.length >> 1]

function readAll() {
  const json = (name: string) => JSON.parse(texts.get(name)!)
  const [atlas, conflict, factions] = [decodeAtlas(json(names[0])), json(names[1]), json(names[2])]
  const sources = Object.fromEntries(Object.entries(base).map(([name, file]) => [name, json(file)]))
  const ids: string[] = factions.map(({ id }: { id: string }) => id)
  const data: StillData = {
    atlas,
    factions: factionLooks(atlas.factions, factions, conflict.start),
    colours: new Map(factions.map(({ id, colour }: { id: string; colour: string }) => [id, colour])),
    sources,
    positions: readPositions(json(names[4])),
    events: decodeEvents(json(names[3])),
    bbox: conflict.bbox,
  }
  return { data, ids }
}

const reading = Array.from({ length: WARM }, () => cost(readAll))
const { data, ids } = readAll()
const all = new Set(ids)
const options = (day: number): StillOptions => ({
  width: WIDTH,
  height: HEIGHT,
  camera: cameraFor(data.bbox, WIDTH, HEIGHT),
  day,
  shown: {
    factions: all,
    posts: all,
    kinds: new Set(EVENT_KINDS),
    layers: new Set(OVERLAYS.map(({ id }) => id)),
  },
  theme: 'light',
  rtl: false,
  style: stillStyle('light', { first: 'en', second: 'ar' }),
  type: plainText,
  texts: null,
})
let bytes = 0
const drawing = Array.from({ length: WARM + PICTURES }, (_, i) =>
  cost(() => {
    bytes = drawStill(data, options(data.atlas.start + (i % 30))).length
  }),
).slice(WARM)
const [picture, read] = [median(drawing), median(reading)]
console.log(
  `the whole country, ${WIDTH} × ${HEIGHT}, ${Math.round(bytes / 1000)} kB: median ${picture.toFixed(1)} ms of processor time, ` +
    `${(picture / read).toFixed(2)} × reading its data (${read.toFixed(1)} ms)`,
)
if (picture >= LIMIT_MS) {
  console.error(`expected less than ${LIMIT_MS} ms`)
  process.exitCode = 1
}
