/** The fronts of all days: the lines between the sides, keyed to dates, with what is known of each. */
import type { Feature, FeatureCollection, MultiLineString, Position } from 'geojson'
import { rounded } from '../geometry/rounded.ts'
import { ARC_KIND, type Atlas, type Period } from './atlas.ts'
import { isoOf } from './day.ts'
import { partedBy } from './front.ts'
import { periodAt } from './history.ts'

export interface FrontProperties {
  /** ids of the two sides, in the order of the atlas; one where the other is not known */
  between: string[]
  start_date: string
  end_date: string | null
  certainty: 'evidence' | 'inferred'
  /** metres to either side; 0 where nobody says */
  error_m: number
}

export type FrontLayer = FeatureCollection<MultiLineString, FrontProperties>

/** @returns lines in degrees, in steps of 1e-5; stretches that part the same two on the same days, known alike, are one feature */
export function frontLines({ arcs, faces, factions }: Atlas): FrontLayer {
  const found = new Map<string, { properties: FrontProperties; order: number[]; lines: Position[][] }>()
  for (const { coordinates, left, right, kind, error = 0 } of arcs) {
    const histories = [left, right].flatMap((face) => (face < 0 ? [] : [faces[face].history]))
    // The edge of the map, where it is no border: beyond it nobody says who is there.
    const edge = histories.length === 1
    if (histories.length === 0 || (edge && kind === ARC_KIND.border)) continue
    const line: Position[] = []
    for (let i = 0; i < coordinates.length; i += 2)
      line.push([rounded(coordinates[i], 5), rounded(coordinates[i + 1], 5)])
    const parts = edge ? alone(histories[0]) : stretches(histories[0], histories[1])
    for (const { start, end, parted } of parts) {
      const sides = parted.filter((side) => side >= 0).sort((a, b) => a - b)
      const certainty = kind === ARC_KIND.inferred ? 'inferred' : 'evidence'
      const key = [sides, start, end, certainty, error].join(' ')
      const front = found.get(key) ?? {
        properties: {
          between: sides.map((side) => factions[side]),
          start_date: isoOf(start),
          end_date: end === null ? null : isoOf(end),
          certainty,
          error_m: error,
        },
        order: [start, end ?? 1e9, ...sides, error],
        lines: [],
      }
      front.lines.push(line)
      found.set(key, front)
    }
  }
  const features = [...found.values()]
    .sort((a, b) => inOrder(a.order, b.order))
    .map(
      ({ properties, lines }): Feature<MultiLineString, FrontProperties> => ({
        type: 'Feature',
        properties,
        geometry: { type: 'MultiLineString', coordinates: lines },
      }),
    )
  return { type: 'FeatureCollection', features }
}

interface Stretch {
  start: number
  /** exclusive, null to the end */
  end: number | null
  parted: number[]
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

/** The same of ground with nothing known beyond. */
const alone = (history: readonly Period[]): Stretch[] =>
  history.map(({ start, holder }, i) => ({ start, end: history[i + 1]?.start ?? null, parted: [holder] }))

function inOrder(a: readonly number[], b: readonly number[]): number {
  for (let i = 0; i < Math.max(a.length, b.length); i++) {
    const difference = (a[i] ?? -1) - (b[i] ?? -1)
    if (difference !== 0) return difference
  }
  return 0
}
