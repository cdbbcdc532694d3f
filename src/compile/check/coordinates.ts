/** Rules on where things lie: places, positions, events, and the shapes of areas. */
import proj4 from 'proj4'
import { textIn } from '../../chronicle/text.ts'
import { boxOf, inRings, lineLength, type Point, ringArea } from '../../geometry/plane.ts'
import type { Dataset, Origin } from '../read/model.ts'
import { duplicates, error, type Problem } from '../read/problem.ts'
import { isBeyond, LEAST_AREA, selfCrossing, sharedPoint } from './shapes.ts'

/** Degrees round the box of the conflict in which something may still lie. */
const MARGIN = 0.2

/** A point of a file: what it is called and where it lies (degrees). */
export interface Marked extends Origin {
  id: string
  lon: number
  lat: number
}

/** @returns true when a point lies in the country only after longitude and latitude changed places */
function isSwapped({ lon, lat }: Marked, { country }: Dataset): boolean {
  const rings = country as Point[][]
  // Of few points: the other question is only asked of these.
  return inRings([lat, lon], rings) && !inRings([lon, lat], rings)
}

function isFar({ lon, lat }: Marked, { conflict: { bbox } }: Dataset): boolean {
  const [west, south, east, north] = bbox
  return lon < west - MARGIN || lon > east + MARGIN || lat < south - MARGIN || lat > north + MARGIN
}

/**
 * @param mayBeFar events happen abroad, too
 * @returns points that are swapped or lie outside the country
 */
export function misplacedPoints(points: readonly Marked[], dataset: Dataset, mayBeFar: boolean): Problem[] {
  return points.flatMap((point) => {
    const at = `"${point.id}" at ${point.lon}, ${point.lat} (lon, lat)`
    if (isSwapped(point, dataset))
      return [error('coordinates-swapped', point, `${at}: longitude and latitude have changed places`)]
    if (mayBeFar || !isFar(point, dataset)) return []
    return [error('place-outside-country', point, `${at} is far outside`)]
  })
}

/** Places far away are errors; those a little over the outline may be right, and are warned of. */
export function* placeOutsideCountry(dataset: Dataset): Generator<Problem> {
  const rings = dataset.country as Point[][]
  const places = [...dataset.places.values()]
  const far = misplacedPoints(places, dataset, false)
  yield* far
  for (const place of places) {
    if (place.kind === 'site' || inRings([place.lon, place.lat], rings)) continue
    if (far.some(({ line, file }) => line === place.line && file === place.file)) continue
    const message = `"${place.id}" at ${place.lon}, ${place.lat} (lon, lat) is outside the outline`
    yield { ...error('place-outside-country', place, message), severity: 'warning' }
  }
}

export function* duplicatePlace(dataset: Dataset): Generator<Problem> {
  const seen = new Map<string, string>()
  for (const place of dataset.places.values()) {
    const key = `${textIn(place.name).text.toLowerCase()} ${place.lon.toFixed(2)} ${place.lat.toFixed(2)}`
    const before = seen.get(key)
    if (before)
      yield error('duplicate-place', place, `"${place.id}" and "${before}" have one name and one point`)
    seen.set(key, place.id)
  }
}

/** Box and projection of conflict.json, by which everything else is measured. */
export function* badFrame({ conflict: { bbox, projection } }: Dataset): Generator<Problem> {
  const at = { file: 'conflict.json', line: 0 }
  const [west, south, east, north] = bbox
  if (west >= east || south >= north)
    yield error('box-reversed', at, `bbox: ${bbox.join(', ')} is not west, south, east, north`)
  const middle = [(west + east) / 2, (south + north) / 2]
  if (!projects(projection, middle))
    yield error(
      'projection-unusable',
      at,
      `projection: "${projection}" gives no metres for the middle of the box: expected a PROJ string of an equal-area projection`,
    )
}

function projects(definition: string, lonLat: number[]): boolean {
  try {
    return proj4('WGS84', definition).forward(lonLat).every(Number.isFinite)
  } catch {
    return false
  }
}

/** Areas that no claim can speak of: without ground, outside the country, or crossing or overlapping themselves. */
export function* badAreas(dataset: Dataset): Generator<Problem> {
  const [west, south, east, north] = dataset.conflict.bbox
  const governorates = dataset.governorates.map(({ file = 'base/admin1.geojson', line = 0, ...rest }) => ({
    ...rest,
    file,
    line,
  }))
  for (const area of [...dataset.areas.values(), ...governorates]) {
    const rings = area.polygons.flat() as Point[][]
    const box = boxOf(rings.flat())
    const size = rings.reduce((sum, ring) => sum + Math.abs(ringArea(ring)), 0)
    if (size < LEAST_AREA) yield error('area-empty', area, `"${area.id}" has no ground`)
    else if (box[0] > east || box[2] < west || box[1] > north || box[3] < south)
      yield error('area-outside-country', area, `"${area.id}" lies outside the country`)
    else if (isBeyond(box, dataset.conflict.bbox))
      yield error(
        'area-outside-country',
        area,
        `"${area.id}" reaches to ${box.map((n) => n.toFixed(2)).join(', ')} (west, south, east, north), far outside the country`,
      )
    else {
      const crossing = rings.map(selfCrossing).find((point) => point !== null)
      if (crossing)
        yield error(
          'area-crosses-itself',
          area,
          `the outline of "${area.id}" crosses itself near ${crossing.map((n) => n.toFixed(3)).join(', ')} (lon, lat)`,
        )
      const shared = sharedPoint(area.polygons as Point[][][])
      if (shared)
        yield error(
          'area-overlaps',
          area,
          `parts of "${area.id}" overlap near ${shared.map((n) => n.toFixed(3)).join(', ')} (lon, lat)`,
        )
    }
  }
}

/** Barriers that lie elsewhere: a number with a digit too many, or the two of a point in the wrong order. */
export function* badBarriers(dataset: Dataset): Generator<Problem> {
  yield* duplicates(dataset.barriers)
  for (const barrier of dataset.barriers) {
    if (lineLength(barrier.coordinates as Point[]) === 0)
      yield error('barrier-empty', barrier, `"${barrier.id}" has no length`)
    if (isBeyond(boxOf(barrier.coordinates as Point[]), dataset.conflict.bbox))
      yield error('barrier-outside-country', barrier, `"${barrier.id}" reaches far outside the country`)
  }
}

/** An area is named to readers in each of their languages. */
export function* areaWithoutName({ areas, conflict }: Dataset): Generator<Problem> {
  for (const area of areas.values())
    for (const language of conflict.languages)
      if (!area.name[language])
        yield error('translation-missing', area, `the area "${area.id}" has no name in "${language}"`)
}
