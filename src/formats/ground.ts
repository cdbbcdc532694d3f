/** Who held which ground on a day, or on the days of a stretch: what the files that people take away are made of. */
import type { FeatureCollection, MultiPolygon } from 'geojson'
import { type Atlas, type Face, type Period, STATE } from '../chronicle/atlas.ts'
import { type Faction, nameOn } from '../chronicle/conflict.ts'
import { type Day, isoOf } from '../chronicle/day.ts'
import { heldSince, periodAt } from '../chronicle/history.ts'
import { faceCoordinates } from '../chronicle/rings.ts'
import { type Point, ringArea } from '../geometry/plane.ts'
import { rounded, roundedDeep } from '../geometry/rounded.ts'

const STATE_NAMES = Object.fromEntries(Object.entries(STATE).map(([name, state]) => [state, name]))

export interface GroundProperties {
  /** the day shown; only of ground on one day */
  date?: string
  /** only of ground in a stretch: first day of this state, and first day after it, null where it lasts to the end of the map */
  start_date?: string
  end_date?: string | null
  /** id of the holder, and its name on that day in the language asked for */
  faction: string
  name: string
  state: string
  /** the second side likewise; null where there is none, or nobody knows it */
  other: string | null
  other_name: string | null
  /** first day of the holder */
  since: string
  km2: number
}

/** Properties are flat, and the same for every piece, because most formats are tables. */
export interface GroundPiece {
  face: Face
  properties: GroundProperties
}

/** First and last day, both inclusive. */
export interface Stretch {
  from: Day
  to: Day
}

/** Whose names, and in which language (ISO 639-1); where there is none in it, another one stands in. */
export interface Naming {
  factions: readonly Faction[]
  language: string
}

/** @returns a piece for each face; they tile the ground of the atlas */
export function groundOn(atlas: Atlas, naming: Naming, day: Day): GroundPiece[] {
  const date = isoOf(day)
  return atlas.faces.map((face) => ({
    face,
    properties: { date, ...propertiesOf(atlas, naming, face, day) },
  }))
}

/** @returns a piece for each face and each period of its history that touches the stretch, with all days of that period */
export function groundBetween(atlas: Atlas, naming: Naming, { from, to }: Stretch): GroundPiece[] {
  return atlas.faces.flatMap((face) =>
    periodsBetween(face.history, from, to).map(({ start, end }) => ({
      face,
      properties: {
        start_date: isoOf(start),
        end_date: end === null ? null : isoOf(end),
        ...propertiesOf(atlas, naming, face, Math.max(start, from)),
      },
    })),
  )
}

/** @returns periods that touch a stretch: first day, and first day after it, null for the last one */
export function periodsBetween(
  history: readonly Period[],
  from: Day,
  to: Day,
): { start: Day; end: Day | null }[] {
  return history
    .map(({ start }, i) => ({ start, end: history[i + 1]?.start ?? null }))
    .filter(({ start, end }) => start <= to && (end === null || end > from))
}

/** @returns what is told of a period by its state, holder and second side, with names of that day */
export function holdersOf(
  atlas: Atlas,
  { factions, language }: Naming,
  history: readonly Period[],
  day: Day,
): Pick<GroundProperties, 'faction' | 'name' | 'state' | 'other' | 'other_name' | 'since'> {
  const { holder, other, state } = periodAt(history, day)
  const name = (index: number) => {
    const faction = factions.find(({ id }) => id === atlas.factions[index])
    return faction ? nameOn(faction, day, language) : atlas.factions[index]
  }
  const alone = state === STATE.held || other < 0
  return {
    faction: atlas.factions[holder],
    name: name(holder),
    state: STATE_NAMES[state],
    other: alone ? null : atlas.factions[other],
    other_name: alone ? null : name(other),
    since: isoOf(heldSince(history, day)),
  }
}

const propertiesOf = (atlas: Atlas, naming: Naming, face: Face, day: Day) => ({
  ...holdersOf(atlas, naming, face.history, day),
  km2: rounded(face.km2, 2),
})

/** @returns GeoJSON by RFC 7946, coordinates in steps of 1e-5 degrees */
export function groundGeojson(
  atlas: Atlas,
  pieces: readonly GroundPiece[],
): FeatureCollection<MultiPolygon, GroundProperties> {
  return {
    type: 'FeatureCollection',
    features: pieces.map(({ face, properties }) => ({
      type: 'Feature',
      properties,
      geometry: {
        type: 'MultiPolygon',
        // Without the noise of sums of binary fractions.
        coordinates: roundedDeep(faceCoordinates(atlas, face), 5).map((rings) =>
          rings.map((ring, i) => wound(ring, i === 0)),
        ),
      },
    })),
  }
}

/** Outer rings run against the clock, holes with it. */
const wound = (ring: Point[], outer: boolean): Point[] =>
  ringArea(ring) > 0 === outer ? ring : ring.reverse()
