/** Writes the atlas: geometry and histories, nothing else. Format: src/library/README.md. */
import {
  type ArcKind,
  ATLAS_FORMAT,
  ATLAS_VERSION,
  type AtlasFile,
  ERROR_STEP,
  type Period,
} from '../../chronicle/atlas.ts'
import { dayOf } from '../../chronicle/day.ts'
import type { Chain } from '../faces/chains.ts'
import type { Ring } from '../faces/rings.ts'
import { deltas, type Quantized } from './quantize.ts'

/** What an atlas is written from: a compiled map, or one that was imported. */
export interface AtlasContent {
  dataset: {
    conflict: { id: string; start: string; end: string }
    governorates: readonly { id: string }[]
  }
  /** ids of the ground factions, in the order of their indexes */
  factions: string[]
  faces: readonly {
    history: readonly Period[]
    polygons: Ring[][]
    km2: number
    governorates: [number, number][]
  }[]
  chains: readonly Pick<Chain, 'left' | 'right'>[]
  kinds: readonly ArcKind[]
  /** metres, of each chain; absent where nobody knows */
  errors?: readonly number[]
}

export function atlasOf(compiled: AtlasContent, quantized: Quantized): AtlasFile {
  const { dataset, faces, chains, kinds, errors, factions } = compiled
  const first = dayOf(dataset.conflict.start)
  const histories: AtlasFile['histories'] = []
  const numberOf = new Map<string, number>()
  const historyNumber = (face: AtlasContent['faces'][number]) => {
    const periods = face.history.map(
      ({ start, holder, other, state }): AtlasFile['histories'][number][number] => [
        start - first,
        holder,
        other,
        state,
      ],
    )
    const key = JSON.stringify(periods)
    let number = numberOf.get(key)
    if (number === undefined) {
      number = histories.push(periods) - 1
      numberOf.set(key, number)
    }
    return number
  }
  return {
    format: ATLAS_FORMAT,
    version: ATLAS_VERSION,
    conflict: dataset.conflict.id,
    start: dataset.conflict.start,
    end: dataset.conflict.end,
    factions,
    transform: quantized.transform,
    arcs: quantized.arcs.map(deltas),
    sides: chains.map((chain, i) => [chain.left, chain.right, kinds[i]]),
    ...(errors && { errors: errors.map((metres) => Math.round(metres / ERROR_STEP)) }),
    faces: faces.map((face) => ({
      polygons: face.polygons,
      km2: face.km2,
      history: historyNumber(face),
      governorates: face.governorates,
    })),
    governorates: dataset.governorates.map(({ id }) => id),
    histories,
  }
}
