/** A country of our own making: squares in a row, one face and one site each. Face i covers lon 38 + i … 39 + i. */
import * as fc from 'fast-check'
import { type Atlas, type Period, STATE, type State } from '../../src/chronicle/atlas.ts'
import { dayOf, isoOf } from '../../src/chronicle/day.ts'
import type {
  ClaimRecord,
  EvidenceFile,
  Grade,
  PlaceRecord,
  SiteRecord,
} from '../../src/chronicle/evidence.ts'

export const START = dayOf('2024-11-26')
export const END = START + 60
export const FACTIONS = ['RED', 'BLUE', 'GREEN']

/** One stretch: [days since start, holder, other, state]. */
export type Piece = [offset: number, holder: number, other?: number, state?: State]

export const history = (...pieces: Piece[]): Period[] =>
  pieces.map(([offset, holder, other = -1, state = STATE.held]) => ({
    start: START + offset,
    holder,
    other,
    state,
  }))

/** @param histories one for each square; squares have 10 km² and lie in governorates in pairs, the last also in the next */
export function squares(histories: Period[][]): Atlas {
  const arcs = histories.map((_, i) => ({
    coordinates: Float64Array.from([38 + i, 35, 39 + i, 35, 39 + i, 36, 38 + i, 36, 38 + i, 35]),
    left: i,
    right: -1,
    kind: 0 as const,
  }))
  return {
    conflict: 'test',
    start: START,
    end: END,
    factions: FACTIONS,
    governorates: ['XX-0', 'XX-1', 'XX-2', 'XX-3', 'XX-4', 'XX-5'],
    arcs,
    faces: histories.map((segments, i) => ({
      polygons: [[[i]]],
      km2: 10,
      history: segments,
      governorates:
        i % 2 === 0
          ? [[i >> 1, 10]]
          : [
              [i >> 1, 6],
              [(i >> 1) + 1, 4],
            ],
    })),
  }
}

export const place = (
  id: string,
  lon: number,
  face: number,
  over: Partial<PlaceRecord> = {},
): PlaceRecord => ({
  id,
  name: { en: id },
  variants: [],
  kind: 'village',
  governorate: `XX-${face >> 1}`,
  lon,
  lat: 35.5,
  precision_m: 500,
  face,
  claims: [],
  ...over,
})

export const claim = (id: string, about: string, over: Partial<ClaimRecord> = {}): ClaimRecord => ({
  id,
  about,
  scope: 'place',
  earliest: isoOf(START),
  latest: isoOf(START),
  event: 'captured',
  from: ['RED'],
  to: 'BLUE',
  verdict: 'accepted',
  grade: 'A',
  reason: {},
  conflicts: [],
  sources: [],
  confidence: 'confirmed',
  note: '',
  ...over,
})

/** @param behind indexes of the claims behind each stretch */
export const site = (
  face: number,
  lon: number,
  segments: Period[],
  placeId: string | null,
  behind: number[][] = [],
  grade: Grade = 'B',
): SiteRecord => ({
  lon,
  lat: 35.5,
  face,
  place: placeId,
  history: segments.map(({ start, holder, other, state }, i) => [
    start - START,
    holder,
    other,
    state,
    grade,
    behind[i] ?? [],
  ]),
})

export const evidence = (
  parts: Partial<Pick<EvidenceFile, 'sites' | 'places' | 'claims'>>,
): EvidenceFile => ({
  format: 'front-evidence',
  version: 3,
  sites: [],
  places: [],
  claims: [],
  sources: [],
  areas: [],
  ...parts,
})

/** Any history: ascending days, neighbours that look different. */
export const anyHistory: fc.Arbitrary<Period[]> = fc
  .array(
    fc.record({
      gap: fc.integer({ min: 1, max: 20 }),
      holder: fc.nat(2),
      turn: fc.integer({ min: 1, max: 2 }),
      state: fc.constantFrom<State>(STATE.held, STATE.contested, STATE.passing),
    }),
    { minLength: 1, maxLength: 6 },
  )
  .map((steps) => {
    let offset = 0
    const pieces = steps.map(({ gap, holder, turn, state }, i): Piece => {
      if (i > 0) offset += gap
      return [offset, holder, state === STATE.held ? -1 : (holder + turn) % 3, state]
    })
    return history(...pieces).filter((segment, i, all) => {
      const before = all[i - 1]
      return (
        segment.start <= END &&
        !(
          before &&
          before.holder === segment.holder &&
          before.other === segment.other &&
          before.state === segment.state
        )
      )
    })
  })

export const anyDay = fc.integer({ min: START, max: END })
