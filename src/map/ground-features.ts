/** Faces and fronts of an atlas as GeoJSON for map sources. Built once; which day is shown is a matter of paint. */
import type { Feature, FeatureCollection, LineString, MultiPolygon } from 'geojson'
import { ARC_KIND, type Arc, type Atlas, type Period, STATE } from '../chronicle/atlas.ts'
import { partedBy } from '../chronicle/front.ts'
import { faceCoordinates } from '../chronicle/rings.ts'
import { LINE, type Line, lineBetween, PATTERN } from './looks.ts'
import type { FactionLook } from './painter.ts'

/** Ids are indexes into `Atlas.faces`; `p1` … `p4` tell which patterns the face needs on any day. */
export function faceFeatures(
  atlas: Atlas,
  factions: readonly FactionLook[],
): FeatureCollection<MultiPolygon> {
  return {
    type: 'FeatureCollection',
    features: atlas.faces.map((face, id): Feature<MultiPolygon> => {
      const properties: Record<string, boolean> = {}
      for (const period of face.history) {
        const pattern = patternOf(period, factions)
        if (pattern !== PATTERN.none) properties[`p${pattern}`] = true
        if (period.former !== undefined) properties[`p${PATTERN.dots}`] = true
      }
      return {
        type: 'Feature',
        id,
        properties,
        geometry: { type: 'MultiPolygon', coordinates: faceCoordinates(atlas, face) },
      }
    }),
  }
}

/** Ids are indexes into `Atlas.arcs`. Only arcs that are a line on some day are given. */
export function frontFeatures(atlas: Atlas, factions: readonly FactionLook[]): FeatureCollection<LineString> {
  const features: Feature<LineString>[] = []
  atlas.arcs.forEach((arc, id) => {
    if (!everDiffers(atlas, arc, factions)) return
    const coordinates: [number, number][] = []
    for (let i = 0; i < arc.coordinates.length; i += 2)
      coordinates.push([arc.coordinates[i], arc.coordinates[i + 1]])
    features.push({
      type: 'Feature',
      id,
      properties: { inferred: arc.kind === ARC_KIND.inferred },
      geometry: { type: 'LineString', coordinates },
    })
  })
  return { type: 'FeatureCollection', features }
}

/** What lies beyond the edge of the map, on every day. */
const BEYOND: Period = { start: Number.NEGATIVE_INFINITY, holder: -1, other: -1, state: STATE.held }

/**
 * @param periodOf what a face shows on the day
 * @returns what an arc shows: at the edge of the map a front, unless it is a coast or a border
 */
export function lineOn(
  { left, right, kind }: Pick<Arc, 'left' | 'right' | 'kind'>,
  periodOf: (face: number) => Period,
  factions: readonly FactionLook[],
): Line {
  if ((left < 0 || right < 0) && kind === ARC_KIND.border) return LINE.none
  return arcLine(left < 0 ? BEYOND : periodOf(left), right < 0 ? BEYOND : periodOf(right), factions)
}

/** @returns what the arc between two faces shows while these periods last */
export function arcLine(left: Period, right: Period, factions: readonly FactionLook[]): Line {
  const parted = partedBy(left, right)
  if (!parted) return LINE.none
  const [one, other] = parted
  // Shared with somebody unknown: its rim is a front all the same.
  return other < 0 && left.holder === right.holder ? LINE.front : lineBetween(one, other, factions)
}

function patternOf(period: Period, factions: readonly FactionLook[]) {
  if (period.state === STATE.contested) return PATTERN.contested
  if (period.state === STATE.passing) return PATTERN.passing
  return PATTERN[factions[period.holder].texture]
}

function everDiffers(atlas: Atlas, arc: Arc, factions: readonly FactionLook[]): boolean {
  const { left, right, kind } = arc
  if ((left < 0 || right < 0) && kind === ARC_KIND.border) return false
  const [a, b] = [left, right].map((face) => (face < 0 ? [BEYOND] : atlas.faces[face].history))
  // Every pair of periods that shares a day; histories are short.
  return a.some((one, i) =>
    b.some((two, j) => {
      const endOne = a[i + 1]?.start ?? Number.POSITIVE_INFINITY
      const endTwo = b[j + 1]?.start ?? Number.POSITIVE_INFINITY
      return one.start < endTwo && two.start < endOne && arcLine(one, two, factions) !== LINE.none
    }),
  )
}
