/** Everything that the compiler writes, as texts by path inside the geodata folder. */
import { type AtlasFile, decodeAtlas } from '../../chronicle/atlas.ts'
import type { EvidenceRecords } from '../../chronicle/evidence-records.ts'
import { frontLines } from '../../chronicle/front-lines.ts'
import type { Compiled } from '../guards/compiled.ts'
import { atlasOf } from './atlas.ts'
import { evidenceOf } from './evidence.ts'
import { quantize } from './quantize.ts'
import { type ZoneLayer, zonesOf } from './zones.ts'

export interface Output {
  compiled: Compiled
  atlas: AtlasFile
  evidence: EvidenceRecords
  /** by faction; made when asked for */
  zones: Map<string, ZoneLayer>
  /** texts by path in the folder; made when asked for */
  files: Map<string, string>
}

export function write(compiled: Compiled): Output {
  const { dataset, ledger, ground, lines } = compiled
  const quantized = quantize(lines, ground.plane, dataset.conflict.bbox)
  const atlas = atlasOf({ ...compiled, factions: ledger.factions }, quantized)
  const evidence = evidenceOf(compiled, atlas)
  let zones: Output['zones'] | undefined
  let files: Output['files'] | undefined
  return {
    compiled,
    atlas,
    evidence,
    get zones() {
      zones ??= zonesOf(compiled, quantized)
      return zones
    },
    get files() {
      files ??= filesOf(this)
      return files
    },
  }
}

function filesOf({ atlas, evidence, zones }: Omit<Output, 'files'>): Output['files'] {
  const fronts = frontLines(decodeAtlas(atlas))
  const files = new Map([
    ...atlasTexts({ atlas, evidence }),
    ['fronts/fronts.geojson', linesOf({ type: fronts.type, features: fronts.features })],
  ])
  for (const [faction, layer] of zones)
    files.set(`zones/${faction}.geojson`, linesOf({ type: layer.type, features: layer.features }))
  return files
}

/** @returns what a reader of the map needs of all files: texts by path */
export function atlasTexts({ atlas, evidence }: Pick<Output, 'atlas' | 'evidence'>): [string, string][] {
  return [
    ['atlas/atlas.json', linesOf(atlas)],
    ['atlas/evidence.json', linesOf(evidence)],
  ]
}

/** JSON with one array item a line, so that a change shows as a small diff. */
export function linesOf(record: object): string {
  const entries = Object.entries(record).map(([key, value]) => {
    if (!Array.isArray(value) || value.length === 0) return `${JSON.stringify(key)}:${JSON.stringify(value)}`
    return `${JSON.stringify(key)}:[\n${value.map((item) => JSON.stringify(item)).join(',\n')}\n]`
  })
  return `{${entries.join(',\n')}}\n`
}
