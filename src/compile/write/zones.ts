/**
 * Writes the zones: for each faction a GeoJSON layer of the ground it held, keyed to dates. Ground with the same
 * holder, state and dates is one feature.
 */
import type { FeatureCollection, MultiPolygon } from 'geojson'
import { STATE } from '../../chronicle/atlas.ts'
import { isoOf } from '../../chronicle/day.ts'
import type { Grade } from '../../chronicle/evidence.ts'
import { assemblePolygons, chainsByFace } from '../faces/rings.ts'
import type { Compiled } from '../guards/compiled.ts'
import { type Quantized, ringPositions } from './quantize.ts'

export interface ZoneProperties {
  faction: string
  start_date: string
  end_date: string | null
  state: 'held' | 'contested'
  cause: null | 'fighting' | 'date'
  other: string | null
  grade: Grade
  claims: string[]
}

export type ZoneLayer = FeatureCollection<MultiPolygon, ZoneProperties>

interface Group {
  faces: number[]
  period: { start: number; end: number | null; holder: number; other: number; state: number }
}

/** @returns one layer for each faction that holds ground on any day, by faction id */
export function zonesOf(compiled: Compiled, quantized: Quantized): Map<string, ZoneLayer> {
  const {
    faces,
    ledger: { factions },
    ground: { last },
  } = compiled
  const groups = new Map<string, Group>()
  faces.forEach((face, index) => {
    face.history.forEach(({ start, holder, other, state }, i) => {
      const end = face.history[i + 1]?.start ?? null
      const key = `${holder} ${start} ${end} ${state} ${other}`
      const group = groups.get(key) ?? { faces: [], period: { start, end, holder, other, state } }
      group.faces.push(index)
      groups.set(key, group)
    })
  })
  const chainsOf = chainsByFace(compiled.chains, faces.length)
  const layers = new Map<string, ZoneLayer>()
  const sorted = [...groups.values()].sort(
    (a, b) =>
      a.period.start - b.period.start ||
      (a.period.end ?? 1e9) - (b.period.end ?? 1e9) ||
      a.period.state - b.period.state ||
      a.period.other - b.period.other,
  )
  for (const group of sorted) {
    const { start, end, holder, other, state } = group.period
    if (start > last) continue
    const faction = factions[holder]
    const layer = layers.get(faction) ?? { type: 'FeatureCollection', features: [] }
    const dates = { start_date: isoOf(start), end_date: end === null ? null : isoOf(end) }
    const cause = state === STATE.held ? null : state === STATE.passing ? 'date' : 'fighting'
    const challenger = other < 0 ? null : factions[other]
    layer.features.push({
      type: 'Feature',
      id: [faction, dates.start_date, dates.end_date ?? 'open', cause ?? 'held', challenger ?? 'none'].join(
        ' ',
      ),
      properties: {
        faction,
        ...dates,
        state: cause === null ? 'held' : 'contested',
        cause,
        other: challenger,
        ...behind(compiled, group),
      },
      geometry: { type: 'MultiPolygon', coordinates: outline(group.faces, compiled, chainsOf, quantized) },
    })
    layers.set(faction, layer)
  }
  return layers
}

/** Outline of several faces: the chains that have exactly one of them on a side. */
function outline(
  faces: readonly number[],
  { lines }: Compiled,
  chainsOf: readonly (readonly number[])[],
  quantized: Quantized,
): MultiPolygon['coordinates'] {
  const references = new Set(faces.flatMap((face) => chainsOf[face]))
  const chain = (reference: number) => (reference < 0 ? ~reference : reference)
  const outer = [...references]
    .filter((reference) => !references.has(~reference))
    .sort((a, b) => chain(a) - chain(b))
  return assemblePolygons(outer, lines).map((rings) => rings.map((ring) => ringPositions(ring, quantized)))
}

/** Claims behind a group, and the grade that covers most of its ground. */
function behind(compiled: Compiled, { faces, period }: Group): { grade: Grade; claims: string[] } {
  const { partition, histories, ledger, dataset } = compiled
  const area = new Map<Grade, number>()
  const claims = new Set<number>()
  for (const face of faces)
    for (const patch of compiled.faces[face].patches) {
      const { site, area: m2 } = partition.mosaic.patches[patch]
      const claimed = histories[site].find((own) => own.start === period.start) ?? histories[site][0]
      area.set(claimed.grade, (area.get(claimed.grade) ?? 0) + m2)
      for (const claim of claimed.claims) claims.add(claim)
    }
  const idOf = (index: number) =>
    index < dataset.claims.length
      ? dataset.claims[index].id
      : ledger.areas[index - dataset.claims.length].claim.id
  const grade = [...area].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))[0]?.[0] ?? 'D'
  return { grade, claims: [...claims].map(idOf).sort() }
}
