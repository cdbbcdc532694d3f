/** The ground on one day as GeoJSON (RFC 7946): a feature for each face, with its holder and the holder's names. */
import type { Feature, FeatureCollection, MultiPolygon, Position } from 'geojson'
import { type Atlas, STATE } from '../../chronicle/atlas.ts'
import type { Faction } from '../../chronicle/conflict.ts'
import { namesOn } from '../../chronicle/conflict.ts'
import { type Day, isoOf } from '../../chronicle/day.ts'
import { heldSince, periodAt } from '../../chronicle/history.ts'
import { faceCoordinates } from '../../chronicle/rings.ts'
import { nameFields } from '../../chronicle/text.ts'
import type { MakeExport } from './contract.ts'

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
        km2: Math.round(face.km2 * 100) / 100,
      },
      geometry: {
        type: 'MultiPolygon',
        coordinates: faceCoordinates(atlas, face).map((rings) =>
          rings.map((ring, i) => wound(ring.map(plain), i === 0)),
        ),
      },
    }
  })
  return { type: 'FeatureCollection', features }
}

const make: MakeExport = async ({ app: { atlas, factions }, day }) => ({
  name: `ground-${isoOf(day)}`,
  text: `${JSON.stringify(groundOn(atlas, factions, day))}\n`,
})
export default make

/** Without the noise of sums of binary fractions. */
const plain = (point: readonly number[]): Position => point.map((degrees) => Math.round(degrees * 1e5) / 1e5)

/** Outer rings run against the clock, holes with it. */
function wound(ring: Position[], outer: boolean): Position[] {
  const twice = ring.reduce((sum, [x, y], i) => {
    const [nextX, nextY] = ring[(i + 1) % ring.length]
    return sum + x * nextY - nextX * y
  }, 0)
  return twice > 0 === outer ? ring : ring.reverse()
}
