/** Writes the fronts: the lines between the sides, keyed to dates, with what is known of each. */
import type { Feature, FeatureCollection, MultiLineString } from 'geojson'
import { ARC_KIND, type Period } from '../../chronicle/atlas.ts'
import { isoOf } from '../../chronicle/day.ts'
import { partedBy } from '../../chronicle/front.ts'
import { periodAt } from '../../chronicle/history.ts'
import type { Compiled } from '../guards/compiled.ts'
import { type Quantized, ringPositions } from './quantize.ts'

export interface FrontProperties {
  /** ids of the two sides, in the order of factions.json; one where the other is not known */
  between: string[]
  start_date: string
  end_date: string | null
  certainty: 'evidence' | 'inferred'
  error_m: number
}

export type FrontLayer = FeatureCollection<MultiLineString, FrontProperties>

/** @returns all lines of all days; stretches that part the same two on the same days, known alike, are one feature */
export function frontsOf(compiled: Compiled, quantized: Quantized): FrontLayer {
  const {
    chains,
    faces,
    kinds,
    errors,
    ledger: { factions },
  } = compiled
  const found = new Map<string, { properties: FrontProperties; order: number[]; arcs: number[] }>()
  chains.forEach(({ left, right }, arc) => {
    if (left < 0 || right < 0) return
    for (const { start, end, parted } of stretches(faces[left].history, faces[right].history)) {
      const sides = parted.filter((side) => side >= 0).sort((a, b) => a - b)
      const certainty = kinds[arc] === ARC_KIND.inferred ? 'inferred' : 'evidence'
      const key = [sides, start, end, certainty, errors[arc]].join(' ')
      const front = found.get(key) ?? {
        properties: {
          between: sides.map((side) => factions[side]),
          start_date: isoOf(start),
          end_date: end === null ? null : isoOf(end),
          certainty,
          error_m: errors[arc],
        },
        order: [start, end ?? 1e9, ...sides, errors[arc]],
        arcs: [],
      }
      front.arcs.push(arc)
      found.set(key, front)
    }
  })
  const features = [...found.values()]
    .sort((a, b) => inOrder(a.order, b.order))
    .map(
      ({ properties, arcs }): Feature<MultiLineString, FrontProperties> => ({
        type: 'Feature',
        properties,
        geometry: {
          type: 'MultiLineString',
          coordinates: arcs.map((arc) => ringPositions([arc], quantized)),
        },
      }),
    )
  return { type: 'FeatureCollection', features }
}

interface Stretch {
  start: number
  /** exclusive, null to the end */
  end: number | null
  parted: [number, number]
}

/** Days on which a line runs between two histories; neighbouring ones that part the same two are one stretch. */
function stretches(left: readonly Period[], right: readonly Period[]): Stretch[] {
  const days = [...new Set([...left, ...right].map(({ start }) => start))].sort((a, b) => a - b)
  const found: Stretch[] = []
  days.forEach((start, i) => {
    const end = days[i + 1] ?? null
    const parted = partedBy(periodAt(left, start), periodAt(right, start))
    if (!parted) return
    const before = found.at(-1)
    if (before?.end === start && `${[...before.parted].sort()}` === `${[...parted].sort()}`) before.end = end
    else found.push({ start, end, parted })
  })
  return found
}

function inOrder(a: readonly number[], b: readonly number[]): number {
  for (let i = 0; i < Math.max(a.length, b.length); i++) {
    const difference = (a[i] ?? -1) - (b[i] ?? -1)
    if (difference !== 0) return difference
  }
  return 0
}
