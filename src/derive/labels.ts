/**
 * Place labels of the base map, made from two lists when building: the dense base list (7,900 points, names as
 * transliterated by its origins) and the project's own gazetteer, whose spelling wins. Split in two files: what
 * the first picture shows, and villages and towns abroad, which wait for a closer look.
 */
import type {
  Feature,
  FeatureCollection,
  GeoJsonProperties,
  Geometry,
  MultiPolygon,
  Point,
  Polygon,
} from 'geojson'
import { FIRST_LANGUAGE } from '../chronicle/languages.ts'
import { Nearest } from '../chronicle/nearest.ts'
import { nameFields, type Text, textIn, textOf } from '../chronicle/text.ts'
import { polygonsOf } from '../compile/read/dataset.ts'
import { inRings } from '../geometry/plane.ts'
import { levelOfRank, MINOR_FROM_LEVEL, NAMED_FROM_LEVEL } from '../map/label-layers.ts'
import { innermostPoint } from './innermost-point.ts'
import { labelLevels } from './label-levels.ts'
import { westward } from './label-sides.ts'
import { waterNames } from './water-labels.ts'

/** `rank`: 0 country or sea, 1 city, 2 town, 3 large village, 4 village, 5 village with a rough position. */
export interface LabelFacts {
  rank: number
  /** of towns and villages: whole zoom level from which they are named, where it is not that of the rank */
  from?: number
  /** 1: a city whose name stands to the left of its point, because another city lies where it would stand otherwise */
  west?: 1
  /** inhabitants, 0 when not known */
  pop: number
  /** 1 inside the mapped country, 0 abroad */
  home: 0 | 1
  kind: 'country' | 'sea' | 'place' | 'water'
}
/** The name stands in `name`, `name_ar` and so on, one for each language that has it. */
export type LabelProperties = LabelFacts & Record<string, string | number>
export type Labels = FeatureCollection<Point, LabelProperties>

export interface LabelSources {
  base: FeatureCollection
  /** the project's own gazetteer */
  named: FeatureCollection
  countries: FeatureCollection
  /** ground of the mapped country that the list of countries gives to another */
  parts: FeatureCollection
  sea: FeatureCollection
  /** lakes and rivers; unnamed ones and brooks are not written */
  lakes?: FeatureCollection
  rivers?: FeatureCollection
  /** codes of the mapped country or countries */
  home: readonly { iso3: string; iso2: string }[]
}

/** A gazetteer place and a base place nearer than this, in km, with a name that agrees, are the same place. */
const SAME_PLACE_KM = 4
/** So near, the base place is the same one whatever its spelling. */
const SURELY_SAME_KM = 0.7
const KIND_RANK: Record<string, number> = { city: 1, town: 2, village: 4 }

export function makeLabels({ base, named, countries, parts, sea, home, ...more }: LabelSources): {
  major: Labels
  minor: Labels
} {
  const { lakes = collectionOf([]), rivers = collectionOf([]) } = more
  const partRings = parts.features.flatMap(({ geometry }) =>
    polygonsOf(geometry as Polygon | MultiPolygon).flat(),
  )
  const homeCodes = new Set<unknown>(home.flatMap(({ iso2, iso3 }) => [iso2, iso3]))
  const places: Feature<Point, LabelProperties>[] = base.features.map((feature) => {
    const p = feature.properties as Record<string, unknown>
    const [lon, lat] = (feature.geometry as Point).coordinates
    return label(feature.geometry as Point, plainFirst(textOf(p, 'name')), {
      rank: Number(p.rank),
      pop: Number(p.pop ?? 0),
      home: homeCodes.has(p.cc) || inRings([lon, lat], partRings as [number, number][][]) ? 1 : 0,
      kind: 'place',
    })
  })
  const settlements = named.features
    .filter((feature) => KIND_RANK[String(feature.properties?.kind)] !== undefined)
    .map((feature) => {
      const p = feature.properties as { variants?: string[]; kind: string }
      const name = textOf(p, 'name')
      const geometry = feature.geometry as Point
      const [lon, lat] = geometry.coordinates
      return {
        geometry,
        lon,
        lat,
        p,
        name,
        spellings: new Set([...spellingsOf(name), ...(p.variants ?? []).map(plainName)]),
        same: [] as Feature<Point, LabelProperties>[],
      }
    })
  const index = new Nearest(settlements)
  const kept = places.filter((place) => {
    const [lon, lat] = place.geometry.coordinates
    const near = index.within(lon, lat, SAME_PLACE_KM)
    const own = spellingsOf(textOf(place.properties, 'name'))
    // An equal name decides; nearness alone decides for villages only, a city has other points beside it.
    const same =
      near.find(({ item }) => own.some((spelling) => item.spellings.has(spelling))) ??
      near.find(({ km }) => km < SURELY_SAME_KM && place.properties.rank > 2)
    same?.item.same.push(place)
    return !same
  })
  const added = settlements.map(({ geometry, p, name, same }) => {
    // What the gazetteer does not say in a language, the base list may.
    const others = Object.assign({}, ...same.map(({ properties }) => textOf(properties, 'name')).reverse())
    return label(geometry, eachText({ ...others, ...name }, bareName), {
      rank: Math.min(KIND_RANK[p.kind], ...same.map(({ properties }) => properties.rank)),
      pop: Math.max(0, ...same.map(({ properties }) => properties.pop)),
      home: 1,
      kind: 'place',
    })
  })
  const abroad = collectionOf(countries.features.filter(({ properties }) => !homeCodes.has(properties?.iso)))
  const all = [...kept, ...added].filter(({ properties }) => textIn(textOf(properties, 'name')).text)
  const levelled = withSides(withLevels(all))
  const isMajor = ({ properties: { rank, home } }: Labels['features'][number]) =>
    rank <= 1 || (rank === 2 && home === 1)
  return {
    major: collectionOf([
      ...areaLabels(abroad, 'country'),
      ...areaLabels(sea, 'sea'),
      ...levelled.filter(isMajor),
    ]),
    minor: collectionOf([
      ...waterNames(lakes, rivers).map(({ name, coordinates, rank, km2 }) =>
        label({ type: 'Point', coordinates }, eachText(name, bareName), {
          rank,
          pop: km2,
          home: 0,
          kind: 'water',
        }),
      ),
      ...levelled.filter((place) => !isMajor(place)),
    ]),
  }
}

/** @returns the places of the home country, those of sparse parts with the level from which they are named */
function withLevels(all: readonly Feature<Point, LabelProperties>[]): Feature<Point, LabelProperties>[] {
  const abroad = all.filter(({ properties }) => properties.home === 0)
  const byImportance = all
    .filter(({ properties }) => properties.home === 1)
    .sort((a, b) => a.properties.rank - b.properties.rank || b.properties.pop - a.properties.pop)
  const levels = labelLevels(
    byImportance.map(({ geometry: { coordinates }, properties: { rank } }) => ({
      lon: coordinates[0],
      lat: coordinates[1],
      level: levelOfRank(rank),
      least: rank > 2 ? MINOR_FROM_LEVEL : NAMED_FROM_LEVEL,
    })),
  )
  return [
    ...byImportance.map((place, i) =>
      levels[i] < levelOfRank(place.properties.rank)
        ? { ...place, properties: { ...place.properties, from: levels[i] } }
        : place,
    ),
    ...abroad,
  ]
}

/** @returns the places, cities marked that are better named on their other side */
function withSides(all: readonly Feature<Point, LabelProperties>[]): Feature<Point, LabelProperties>[] {
  const cities = all.filter(({ properties: { rank, home } }) => rank === 1 && home === 1)
  const sides = westward(
    cities.map(({ geometry: { coordinates }, properties }) => ({
      lon: coordinates[0],
      lat: coordinates[1],
      rank: 1,
      lines: [textIn(textOf(properties, 'name')).text],
    })),
  )
  const west = new Set(cities.filter((_, i) => sides[i]))
  return all.map((place) =>
    west.has(place) ? { ...place, properties: { ...place.properties, west: 1 } } : place,
  )
}

function areaLabels(areas: FeatureCollection, kind: 'country' | 'sea'): Feature<Point, LabelProperties>[] {
  return areas.features.map((area) => {
    const coordinates = innermostPoint(area.geometry as Polygon | MultiPolygon)
    const name = textOf(area.properties ?? {}, 'name')
    return label({ type: 'Point', coordinates }, name, { rank: 0, pop: 0, home: 0, kind })
  })
}

function eachText(name: Text, change: (text: string) => string): Text {
  return Object.fromEntries(Object.entries(name).map(([language, text]) => [language, change(text)]))
}

function label(geometry: Point, name: Text, facts: LabelFacts): Feature<Point, LabelProperties> {
  const properties = { ...nameFields(name), ...facts }
  const coordinates = geometry.coordinates.slice(0, 2).map((degrees) => Math.round(degrees * 1e4) / 1e4)
  return { type: 'Feature', properties, geometry: { type: 'Point', coordinates } }
}

/** @returns the labels with their names in these languages alone, so that no reader fetches those of all others */
export function labelsIn({ type, features }: Labels, languages: readonly string[]): Labels {
  return {
    type,
    features: features.map(({ properties, geometry }) => {
      const names = Object.entries(textOf(properties, 'name'))
      const { rank, pop, home, kind, from, west } = properties
      const kept = Object.fromEntries(names.filter(([language]) => languages.includes(language)))
      return label(geometry, kept, {
        rank,
        pop,
        home,
        kind,
        ...(from === undefined ? {} : { from }),
        ...(west === undefined ? {} : { west }),
      } as LabelFacts)
    }),
  }
}

/** Places of the home country that can be searched for: [name, lon, lat, rank]. */
export function townsOf({ major, minor }: { major: Labels; minor: Labels }) {
  return [...major.features, ...minor.features]
    .filter(({ properties }) => properties.home === 1 && properties.kind === 'place')
    .map(({ properties: p, geometry }) => [textOf(p, 'name'), ...geometry.coordinates, p.rank])
}

function collectionOf<G extends Geometry, P extends GeoJsonProperties>(
  features: Feature<G, P>[],
): FeatureCollection<G, P> {
  return { type: 'FeatureCollection', features }
}

/** @returns what two names of one place have in common in one of their languages at least */
function spellingsOf(name: Text): string[] {
  return Object.entries(name).map(([language, text]) =>
    language === FIRST_LANGUAGE ? plainName(text) : `${language} ${withoutMarks(text)}`,
  )
}

/** The letters of a name without vowel marks, hamza and article: `الرّاعي` and `راعي` agree. */
function withoutMarks(name: string): string {
  return bareName(name)
    .normalize('NFKD')
    .replace(/\p{M}|[\s\u200e]|^ال/gu, '')
    .replaceAll('ى', 'ي')
    .replaceAll('ة', 'ه')
}

/**
 * The consonants of a name without its article: transliterations differ in nearly everything else. `Qal'at` and
 * `Qalaat`, `Al-Qahirah` and `Qahira (old town)` agree.
 */
function plainName(name: string): string {
  return bareName(name)
    .normalize('NFD')
    .toLowerCase()
    .replace(/[^a-z -]/g, '')
    .replace(/^(al|ar|as|ash|at|ath|an|ad|adh|az|tall|tell|tal|tel)[ -]/, '')
    .replace(/[^a-z]/g, '')
    .replace(/h$/, '')
    .replace(/[aeiouyw]/g, '')
    .replace(/(.)\1+/g, '$1')
}

/**
 * Letters beyond Latin-1 lose their marks in the language of the most readers (Şırnak → Sirnak): there they occur in
 * the names of neighbours only, and would bring a further font along.
 */
function plainFirst(name: Text): Text {
  const first = name[FIRST_LANGUAGE]
  return first === undefined ? name : { ...name, [FIRST_LANGUAGE]: plainLetters(first) }
}

function plainLetters(name: string): string {
  return name
    .replaceAll('ı', 'i')
    .replace(/[^ -\u00ff]/g, (letter) => letter.normalize('NFD').replace(/[\u0300-\u036f]/g, ''))
}

/** A label names a place once: what stands in brackets is for the place's record. */
function bareName(name: string): string {
  return name.replace(/\s*[(（].*$/, '').trim()
}
