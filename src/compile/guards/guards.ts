/**
 * Guards on the result: what must hold of any map that is published, whatever the claims say. They run after the
 * compile and before anything is written.
 */

import { areasOn } from '../../chronicle/areas.ts'
import { type Day, dayOf, isoOf } from '../../chronicle/day.ts'
import { inRings, ringArea } from '../../geometry/plane.ts'
import { ringPoints } from '../faces/rings.ts'
import { crossingLines } from '../faces/smooth.ts'
import type { Band } from '../read/model.ts'
import type { Problem } from '../read/problem.ts'
import type { Compiled } from './compiled.ts'

/** No face may be smaller (km²). */
export const LEAST_FACE_KM2 = 0.05
/** Area of all faces may differ from the country's by this share, the rounding of coordinates. */
const AREA_TOLERANCE = 1e-4
/** A day on which more ground than this changes hands needs a claim graded better than D behind it (km²). */
export const SWING_KM2 = 2_000

const error = (reason: string, file: string, message: string): Problem => ({
  reason,
  severity: 'error',
  file,
  line: 0,
  message,
})

export function* tilesTheCountry({ ground, faces, chains }: Compiled): Generator<Problem> {
  const outline = ground.country.reduce((sum, ring) => sum + Math.abs(ringArea(ring)), 0) / 1e6
  const covered = faces.reduce((sum, face) => sum + face.km2, 0)
  if (Math.abs(covered - outline) > outline * AREA_TOLERANCE) {
    yield error(
      'tiling-area',
      'atlas',
      `faces cover ${covered.toFixed(1)} km², the country ${outline.toFixed(1)} km²`,
    )
  }
  for (const [i, { left, right }] of chains.entries()) {
    if (left === right) yield error('tiling-sides', 'atlas', `arc ${i} has face ${left} on both sides`)
  }
}

export function* linesDoNotCross({ lines, ground: { plane } }: Compiled): Generator<Problem> {
  for (const line of crossingLines(lines)) {
    const [lon, lat] = plane.inverse(lines[line][0])
    yield error(
      'arcs-cross',
      'atlas',
      `arc ${line} near ${lon.toFixed(3)}, ${lat.toFixed(3)} (lon, lat) crosses another`,
    )
  }
}

export function* noSlivers({ faces, lines, ground: { plane } }: Compiled): Generator<Problem> {
  for (const [i, face] of faces.entries()) {
    if (face.km2 >= LEAST_FACE_KM2) continue
    const [lon, lat] = plane.inverse(ringPoints(face.polygons[0][0], lines)[0])
    yield error('sliver', 'atlas', `face ${i} near ${lon.toFixed(3)}, ${lat.toFixed(3)} has ${face.km2} km²`)
  }
}

export function* placesStayInTheirFaces({
  partition,
  faceOfPatch,
  faces,
  lines,
}: Compiled): Generator<Problem> {
  for (const [site, patch] of partition.home) {
    const { place, point } = partition.sites[site]
    if (!place) continue
    const rings = faces[faceOfPatch[patch]].polygons.flat().map((ring) => ringPoints(ring, lines))
    if (!inRings(point, rings))
      yield error('place-across-line', 'atlas', `smoothing moved a boundary across "${place}"`)
  }
}

export function* holdersExist({ ledger, ground, faces, lines }: Compiled): Generator<Problem> {
  const { factions, dissolved } = ledger
  for (const { history, polygons } of faces) {
    for (const [i, { holder }] of history.entries()) {
      const end = dissolved.get(factions[holder])
      const last = (history[i + 1]?.start ?? ground.last + 1) - 1
      if (end === undefined || last <= end) continue
      const [lon, lat] = ground.plane.inverse(ringPoints(polygons[0][0], lines)[0])
      yield error(
        'history-gap',
        'atlas',
        `${factions[holder]} still holds ground near ${lon.toFixed(3)}, ${lat.toFixed(3)} (lon, lat) on ${isoOf(last)}, after its end on ${isoOf(end)}`,
      )
    }
  }
}

export function* everybodyHasAHolder({ faces, lines, ground: { plane } }: Compiled): Generator<Problem> {
  for (const { history, polygons } of faces) {
    if (history.every(({ holder }) => holder >= 0)) continue
    const [lon, lat] = plane.inverse(ringPoints(polygons[0][0], lines)[0])
    yield error(
      'holder-missing',
      'atlas',
      `nobody holds the ground near ${lon.toFixed(3)}, ${lat.toFixed(3)} (lon, lat)`,
    )
  }
}

export function* swingsAreExplained(
  { ground: { first }, ledger, partition, histories }: Compiled,
  bound: number,
): Generator<Problem> {
  const published = new Set(
    [...[...ledger.places.values()].flat(), ...ledger.areas].flatMap(({ grade, index }) =>
      grade === 'D' ? [] : [index],
    ),
  )
  const days = new Map<Day, { km2: number; explained: boolean }>()
  for (const { site, area } of partition.mosaic.patches) {
    histories[site].forEach((period, i) => {
      if (i === 0 || period.start <= first || histories[site][i - 1].holder === period.holder) return
      const day = days.get(period.start) ?? { km2: 0, explained: false }
      day.km2 += area / 1e6
      day.explained ||= period.claims.some((claim) => published.has(claim))
      days.set(period.start, day)
    })
  }
  for (const [day, { km2, explained }] of days) {
    if (km2 > bound && !explained)
      yield error(
        'swing-unexplained',
        'atlas',
        `${Math.round(km2)} km² change hands on ${isoOf(day)} without one published claim`,
      )
  }
}

export function* sharesAgreeWithOutsideFigures(
  { faces, ledger: { factions } }: Compiled,
  bands: readonly Band[],
): Generator<Problem> {
  for (const band of bands) {
    const areas = areasOn({ factions, faces }, dayOf(band.date))
    const sum = (on: typeof areas, counts: (faction: string) => boolean) =>
      on.reduce((km2, { best }, i) => km2 + (counts(factions[i]) ? best : 0), 0)
    const own = (on: typeof areas) => sum(on, (faction) => band.factions.includes(faction))
    const figure = band.since
      ? own(areas) - own(areasOn({ factions, faces }, dayOf(band.since)))
      : (100 * own(areas)) / sum(areas, (faction) => !band.without.includes(faction))
    const unit = band.since ? `km² gained since ${band.since}` : '%'
    if (figure < band.low || figure > band.high) {
      yield error(
        'share-out-of-band',
        'bands.json',
        `${band.factions.join(' + ')} on ${band.date}: ${figure.toFixed(1)} ${unit}, expected ${band.low}–${band.high} (${band.publisher})`,
      )
    }
  }
}

/** All problems of a compiled map. `swing` in km² a day, see SWING_KM2. */
export function guard(compiled: Compiled, bands: readonly Band[], swing = SWING_KM2): Problem[] {
  return [
    ...everybodyHasAHolder(compiled),
    ...tilesTheCountry(compiled),
    ...linesDoNotCross(compiled),
    ...noSlivers(compiled),
    ...placesStayInTheirFaces(compiled),
    ...holdersExist(compiled),
    ...swingsAreExplained(compiled, swing),
    ...sharesAgreeWithOutsideFigures(compiled, bands),
  ]
}
