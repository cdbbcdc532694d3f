/**
 * Where the names of cities and towns stand on the map, worked out without drawing it: signs of events keep off them
 * (event-slots.ts). A name stands to the right of its point unless another one is there.
 */
import type { FeatureCollection, Point } from 'geojson'
import type { BBox } from 'rbush'
import { textIn, textOf } from '../chronicle/text.ts'
import {
  BOTH_FROM_ZOOM,
  CITY_SIZES,
  LABEL_SOURCES,
  type LabelLanguages,
  NAME_GAP,
  TOWN_SIZES,
} from './label-layers.ts'
import { valueAt } from './zoom-stops.ts'

export interface NamedPoint {
  /** degrees */
  lon: number
  lat: number
  /** 1: a city, 2: a town */
  rank: 1 | 2
  /** it stands to the left of its point */
  west?: boolean
  /** as the map writes them */
  lines: readonly string[]
}

/** From this zoom on most towns are named, before only some. */
const TOWNS_FROM_ZOOM = 8
/** Of the font size: a letter on average, the second line, and what a line takes in height where letters are. */
const LETTER = 0.58
const SECOND = 0.82
const LINE = 0.95
/** Radius of the dot of a place, CSS pixels. */
const DOT = 3.5

/** @param labels features of the major labels, see src/derive/labels.ts */
export function namedPoints(labels: FeatureCollection, { first, second }: LabelLanguages): NamedPoint[] {
  return labels.features.flatMap(({ geometry, properties }) => {
    const { rank, home, kind, west } = properties ?? {}
    if (kind !== 'place' || home !== 1 || (rank !== 1 && rank !== 2)) return []
    const [lon, lat] = (geometry as Point).coordinates
    const name = textOf(properties ?? {}, 'name')
    const own = textIn(name, first).text
    const other = second === null ? undefined : name[second]
    return [{ lon, lat, rank, west: west === 1, lines: other && other !== own ? [own, other] : [own] }]
  })
}

const known = new WeakMap<FeatureCollection, { languages: LabelLanguages; names: NamedPoint[] }>()

/** @returns the names among the sources of a style; the same list for the same sources and languages */
export function namesIn(
  sources: Readonly<Record<string, FeatureCollection | undefined>>,
  languages: LabelLanguages | undefined,
): readonly NamedPoint[] {
  const labels = sources[LABEL_SOURCES.major]
  if (!labels || !languages) return NONE
  const before = known.get(labels)
  if (before?.languages.first === languages.first && before.languages.second === languages.second)
    return before.names
  const names = namedPoints(labels, languages)
  known.set(labels, { languages, names })
  return names
}
const NONE: readonly NamedPoint[] = []

/** @returns the box of the name with its dot at a zoom, CSS pixels from its point; `null`: it may not be named there */
export function nameBox({ rank, lines, west = false }: NamedPoint, zoom: number): BBox | null {
  if (rank === 2 && zoom < TOWNS_FROM_ZOOM) return null
  const size = valueAt(rank === 1 ? CITY_SIZES : TOWN_SIZES, zoom)
  const shown = zoom < BOTH_FROM_ZOOM ? lines.slice(0, 1) : lines
  const width = Math.max(...shown.map((line, i) => line.length * LETTER * size * (i === 0 ? 1 : SECOND)))
  const half = (LINE * size * (shown.length === 1 ? 1 : 1 + SECOND)) / 2
  const far = NAME_GAP * size + width
  return { minX: west ? -far : -DOT, minY: -half, maxX: west ? DOT : far, maxY: half }
}
