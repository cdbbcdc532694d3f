/** The ground on one day as GeoJSON (RFC 7946): a feature for each face, with its holder and the holder's names. */
import type { Feature, FeatureCollection, MultiPolygon } from 'geojson'
import { type Point, ringArea } from '../geometry/plane.ts'
import { rounded, roundedDeep } from '../geometry/rounded.ts'
import { type Atlas, STATE } from './atlas.ts'
import type { Faction } from './conflict.ts'
import { namesOn } from './conflict.ts'
import { type Day, isoOf } from './day.ts'
import { heldSince, periodAt } from './history.ts'
import { faceCoordinates } from './rings.ts'
import { nameFields } from './text.ts'

const STATE_NAMES = new Map<number, string>(Object.entries(STATE).map(([name, state]) => [state, name]))

/**
 * @returns a valid FeatureCollection, coordinates in steps of 1e-5 degrees. Properties: `faction` and its `name`,
 *   `name_<language>`; `state` as in the published zones' histories; `other`, the second side, or null; `since`, the first
 *   day of the holder, and `date`, the day shown; `km2`
 */
export function groundOn(
  atlas: Atlas,
  factions: readonly Faction[],
  day: Day,
): FeatureCollection<MultiPolygon> {
  const features = atlas.faces.map((face): Feature<MultiPolygon> => {
    const { holder, other, state } = periodAt(face.history, day)
    const faction = factions.find(({ id }) => id === atlas.factions[holder])
    return {
      type: 'Feature',
      properties: {
        date: isoOf(day),
        faction: atlas.factions[holder],
        ...(faction ? nameFields(namesOn(faction, day).name) : {}),
        state: STATE_NAMES.get(state),
        other: other < 0 ? null : atlas.factions[other],
        since: isoOf(heldSince(face.history, day)),
        km2: rounded(face.km2, 2),
      },
      geometry: {
        type: 'MultiPolygon',
        // Without the noise of sums of binary fractions.
        coordinates: roundedDeep(faceCoordinates(atlas, face), 5).map((rings) =>
          rings.map((ring, i) => wound(ring, i === 0)),
        ),
      },
    }
  })
  return { type: 'FeatureCollection', features }
}

/** Outer rings run against the clock, holes with it. */
const wound = (ring: Point[], outer: boolean): Point[] =>
  ringArea(ring) > 0 === outer ? ring : ring.reverse()
