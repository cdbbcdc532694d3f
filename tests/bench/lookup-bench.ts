/**
 * How long one question to the map takes: which face, who holds it, since when, on what claims.
 * Run: npx tsx tests/bench/lookup-bench.ts [questions]
 * Exits with 1 when the slowest hundredth of the questions takes a millisecond or more.
 */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { decodeAtlas } from '../../src/chronicle/atlas.ts'
import { evidenceFrom } from '../../src/chronicle/evidence-records.ts'
import { Explainer } from '../../src/chronicle/explain.ts'
import { indexFaces } from '../../src/chronicle/face-index.ts'

const LIMIT_MS = 1
const QUESTIONS = Number(process.argv[2] ?? 20_000)
const read = (name: string) =>
  JSON.parse(readFileSync(join(import.meta.dirname, '../../geodata/atlas', name), 'utf8'))

/** A fixed sequence of numbers in 0…1 (mulberry32), so that runs ask the same questions. */
function randomFrom(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let t = Math.imul(state ^ (state >>> 15), 1 | state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32
  }
}

function timed<T>(what: string, work: () => T): T {
  const start = performance.now()
  const result = work()
  console.log(`${what}: ${(performance.now() - start).toFixed(1)} ms`)
  return result
}

const atlas = timed('decode the atlas', () => decodeAtlas(read('atlas.json')))
const evidence = timed('read the evidence', () => evidenceFrom(read('evidence.json'), atlas))
const faces = timed('index the faces', () => indexFaces(atlas))
const explainer = timed('build the explainer', () => new Explainer(evidence, atlas))

const random = randomFrom(2024)
const [west, east] = [35.5, 42.4]
const [south, north] = [32.3, 37.4]
const times: number[] = []
let answered = 0
for (let i = -1000; i < QUESTIONS; i++) {
  const lon = west + random() * (east - west)
  const lat = south + random() * (north - south)
  const day = atlas.start + Math.floor(random() * (atlas.end - atlas.start + 1))
  const start = performance.now()
  const face = faces.faceAt(lon, lat)
  const answer = face < 0 ? null : explainer.explain(face, lon, lat, day)
  const took = performance.now() - start
  // The first thousand warm the engine up.
  if (i < 0) continue
  times.push(took)
  if (answer) answered++
}
times.sort((a, b) => a - b)
const at = (share: number) => times[Math.min(times.length - 1, Math.floor(share * times.length))]
console.log(
  `${QUESTIONS} questions, ${answered} inside the country: median ${at(0.5).toFixed(4)} ms, ` +
    `99 of 100 within ${at(0.99).toFixed(4)} ms, slowest ${at(1).toFixed(2)} ms`,
)
if (at(0.99) >= LIMIT_MS) {
  console.error(`expected 99 of 100 within ${LIMIT_MS} ms`)
  process.exitCode = 1
}
