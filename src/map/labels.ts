/**
 * Place labels of the base map, made from two lists when building: the dense base list (7,900 points, names as
 * transliterated by its origins) and the project's own gazetteer, whose spelling wins. Split in two files: what
 * the first picture shows, and villages that wait for a closer look.
 */
import type { Feature, FeatureCollection, MultiPolygon, Point, Polygon, Position } from 'geojson'
import { innermostPoint } from './innermost-point.ts'

/** `rank`: 0 country or sea, 1 city, 2 town, 3 large village, 4 village, 5 village with a rough position. */
export interface LabelProperties {
  name: string
  name_ar: string
  rank: number
  /** inhabitants, 0 when not known */
  pop: number
  /** 1 inside the mapped country, 0 abroad */
  home: 0 | 1
  kind: 'country' | 'sea' | 'place'
}
export type Labels = FeatureCollection<Point, LabelProperties>

export interface LabelSources {
  base: FeatureCollection
  /** the project's own gazetteer */
  named: FeatureCollection
  countries: FeatureCollection
  sea: FeatureCollection
}

/** A gazetteer place and a base place nearer than this, in km, with a name that agrees, are the same place. */
const SAME_PLACE_KM = 4
/** So near, the base place is the same one whatever its spelling. */
const SURELY_SAME_KM = 0.7
const HOME = 'SY'
const KIND_RANK: Record<string, number> = { city: 1, town: 2, village: 4 }

export function makeLabels({ base, named, countries, sea }: LabelSources): { major: Labels; minor: Labels } {
  const places: Feature<Point, LabelProperties>[] = base.features.map((feature) => {
    const p = feature.properties as Record<string, unknown>
    return label(feature.geometry as Point, {
      name: String(p.name ?? ''),
      name_ar: String(p.name_ar ?? ''),
      rank: Number(p.rank),
      pop: Number(p.pop ?? 0),
      home: p.cc === HOME ? 1 : 0,
      kind: 'place',
    })
  })
  const settlements = named.features.filter((feature) => KIND_RANK[String(feature.properties?.kind)] !== undefined)
  const kept = new Set(places)
  const added = settlements.map((feature) => {
    const geometry = feature.geometry as Point
    const p = feature.properties as { name: string; name_ar: string | null; variants?: string[]; kind: string }
    const spellings = new Set([p.name, ...(p.variants ?? [])].map(plainName))
    const same = [...kept]
      .map((place) => ({ place, km: kilometres(place.geometry.coordinates, geometry.coordinates) }))
      .filter(({ place, km }) => km < SURELY_SAME_KM || (km < SAME_PLACE_KM && spellings.has(plainName(place.properties.name))))
      .sort((a, b) => a.km - b.km)
    for (const { place } of same) kept.delete(place)
    return label(geometry, {
      name: p.name,
      name_ar: p.name_ar ?? same.find(({ place }) => place.properties.name_ar)?.place.properties.name_ar ?? '',
      rank: Math.min(KIND_RANK[p.kind], ...same.map(({ place }) => place.properties.rank)),
      pop: Math.max(0, ...same.map(({ place }) => place.properties.pop)),
      home: 1,
      kind: 'place',
    })
  })
  const all = [...kept, ...added].filter((place) => place.properties.name !== '')
  return {
    major: collection([
      ...areaLabels(countries, 'country'),
      ...areaLabels(sea, 'sea'),
      ...all.filter(({ properties }) => properties.rank <= 2),
    ]),
    minor: collection(all.filter(({ properties }) => properties.rank > 2)),
  }
}

function areaLabels(areas: FeatureCollection, kind: 'country' | 'sea'): Feature<Point, LabelProperties>[] {
  return areas.features
    .filter((area) => area.properties?.iso !== 'SYR')
    .map((area) => {
      const coordinates = innermostPoint(area.geometry as Polygon | MultiPolygon)
      const { name, name_ar } = area.properties as { name: string; name_ar: string }
      return label({ type: 'Point', coordinates }, { name, name_ar, rank: 0, pop: 0, home: 0, kind })
    })
}

function label(geometry: Point, properties: LabelProperties): Feature<Point, LabelProperties> {
  const coordinates = geometry.coordinates.slice(0, 2).map((degrees) => Math.round(degrees * 1e4) / 1e4)
  return { type: 'Feature', properties, geometry: { type: 'Point', coordinates } }
}

function collection(features: Feature<Point, LabelProperties>[]): Labels {
  return { type: 'FeatureCollection', features }
}

/** A name without marks, article and punctuation: `Al-Ḥasakah` and `Hasakah` agree. */
function plainName(name: string): string {
  return name
    .normalize('NFD')
    .toLowerCase()
    .replace(/[^a-z ]/g, (mark) => (mark === '-' ? ' ' : ''))
    .replace(/^(al|ar|as|ash|at|ath|an|ad|adh|az|tall|tell) /, '')
    .replace(/ /g, '')
    .replace(/(ah|a|h)$/, '')
}

/** Distance over short stretches, in km; coordinates as lon, lat. */
function kilometres([lonA, latA]: Position, [lonB, latB]: Position): number {
  const east = (lonB - lonA) * 111.32 * Math.cos(((latA + latB) / 2) * (Math.PI / 180))
  return Math.hypot(east, (latB - latA) * 110.9)
}
