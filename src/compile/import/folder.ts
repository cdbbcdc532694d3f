/** The data folder of an imported conflict: all files that the viewer reads. */
import type { Topology } from 'topojson-specification'
import { type AtlasFile, decodeAtlas } from '../../chronicle/atlas.ts'
import { type Day, isoOf } from '../../chronicle/day.ts'
import { dayChanges } from '../../chronicle/day-changes.ts'
import { FIRST_LANGUAGE } from '../../chronicle/languages.ts'
import type { Text } from '../../chronicle/text.ts'
import { polygonsArea } from '../faces/rings.ts'
import { atlasOf } from '../write/atlas.ts'
import { quantize } from '../write/quantize.ts'
import { linesOf } from '../write/write.ts'
import { baseLayers, countriesIn, type Regions } from './base-layers.ts'
import { evidenceOf } from './evidence.ts'
import { type FoundFaction, UNKNOWN } from './faction-names.ts'
import type { Imported } from './import.ts'
import { GRID } from './ring-table.ts'
import { sharesByRegion } from './shares.ts'
import type { ImportTitle } from './title.ts'

/** Files of the out folder that an editor may have changed; what they say is kept. */
export interface EarlierFiles {
  conflict: Record<string, unknown> | null
  factions: readonly Record<string, unknown>[]
  /** base/admin1.geojson: the governorates in which ground is counted; without it, countries */
  regions: Regions | null
}

/** Longest stretch that the first button plays (days). */
const LONGEST_PLAY = 30
/** Told apart with every common kind of colour blindness (Okabe and Ito 2008), then darker ones. */
const COLOURS = [
  '#d55e00',
  '#009e73',
  '#e6c229',
  '#0072b2',
  '#cc79a7',
  '#56b4e9',
  '#8c564b',
  '#5b5ea6',
  '#4f7942',
  '#a23b2a',
]
const BLANK_COLOUR = '#9a958a'

export interface ImportedFolder {
  atlas: AtlasFile
  /** texts by path inside the folder */
  files: Map<string, string>
}

/**
 * @param imported a map
 * @param title what a person says about it
 * @param earlier files that lie in the folder already
 * @param world TopoJSON of world-atlas (`countries-10m.json`), for the countries round the map
 */
export function folderOf(
  imported: Imported,
  title: ImportTitle,
  earlier: EarlierFiles,
  world: Topology,
): ImportedFolder {
  const { days, bbox, projection, plane, lines } = imported
  const [start, end] = [isoOf(days[0]), isoOf(days[days.length - 1])]
  const id = slugOf(title.title)
  const factions = [
    ...imported.factions.map(factionRecord),
    ...(imported.blank ? [factionRecord(BLANK, -1)] : []),
  ].map((record) => ({ ...record, ...earlier.factions.find((known) => known.id === record.id) }))
  const countries = countriesIn(bbox, world)
  const regions = earlier.regions ?? countries
  const governorates = regions.features.map(({ properties }) => ({ id: properties.iso }))
  const dataset = { conflict: { id, start, end, bbox }, governorates }
  const shares = sharesByRegion(imported, regions)
  const faces = imported.faces.map((face, i) => ({
    ...face,
    governorates: shares[i],
    km2: Math.round(polygonsArea(face.polygons, lines) / 1e4) / 100,
  }))
  const content = { ...imported, faces, dataset, factions: factions.map((faction) => faction.id) }
  const atlas = atlasOf(content, quantize(lines, plane, bbox, GRID))
  const conflict = {
    id,
    title: { [FIRST_LANGUAGE]: title.title },
    start,
    end,
    bbox,
    // The snapshots have one name for everything; an editor adds others.
    languages: [FIRST_LANGUAGE],
    projection,
    // The ground of these countries looks as ground does that is not painted: nothing shows where somebody will be one day.
    ...(!earlier.regions && { home: homeOf(shares, countries) }),
    play: busiest(atlas, days[0], days[days.length - 1]),
    imported: { publisher: title.publisher, url: title.url },
  }
  const { title: ownTitle, languages, home } = earlier.conflict ?? {}
  const kept = Object.fromEntries(
    Object.entries({ title: ownTitle, languages, home }).filter(([, value]) => value !== undefined),
  )
  const files = new Map<string, string>([
    ['conflict.json', `${JSON.stringify({ ...conflict, ...kept }, null, 2)}\n`],
    ['factions.json', `${JSON.stringify(factions, null, 2)}\n`],
    ['places.geojson', linesOf({ type: 'FeatureCollection', features: [] })],
    ['atlas/atlas.json', linesOf(atlas as unknown as Record<string, unknown>)],
    [
      'atlas/evidence.json',
      linesOf(
        evidenceOf(
          imported,
          factions.map((faction) => faction.id),
          title,
          atlas,
        ) as unknown as Record<string, unknown>,
      ),
    ],
    ...baseLayers(countries),
  ])
  return { atlas, files }
}

/** Countries with a smaller share of the ground are only touched by a line drawn roughly. */
const LEAST_SHARE = 0.01

/** @param shares km² of each face in each country, as `sharesByRegion` gives them */
function homeOf(shares: readonly (readonly [number, number])[][], countries: Regions) {
  const areas = countries.features.map(() => 0)
  for (const [country, km2] of shares.flat()) areas[country] += km2
  const all = areas.reduce((sum, km2) => sum + km2, 0)
  return countries.features
    .filter((_, country) => areas[country] > 0 && areas[country] >= LEAST_SHARE * all)
    .map(({ properties: { iso } }) => ({ iso3: iso, iso2: iso }))
}

const NOT_COVERED: Text = { en: 'Not covered', ar: 'غير مشمول' }
const BLANK: FoundFaction = { id: UNKNOWN, name: NOT_COVERED[FIRST_LANGUAGE], colour: BLANK_COLOUR }

function factionRecord({ id, name, colour }: FoundFaction, index: number) {
  const blank = id === UNKNOWN
  const names: Text = blank ? NOT_COVERED : { [FIRST_LANGUAGE]: name }
  return {
    id,
    role: 'ground',
    colour: colour ?? COLOURS[index % COLOURS.length],
    ...(blank && { blank }),
    texture: index < 0 || index < COLOURS.length ? 'none' : 'lines',
    dissolved: null,
    names: [{ from: null, name: names, short: shortened(names) }],
    lineage: [],
  }
}

const shortened = (names: Text): Text =>
  Object.fromEntries(
    Object.entries(names).map(([language, name]) => [
      language,
      name.length > 22 ? `${name.slice(0, 21).trimEnd()}…` : name,
    ]),
  )

/** The stretch of at most LONGEST_PLAY days in which most ground changed hands. */
function busiest(atlas: AtlasFile, first: Day, last: Day): { start: string; end: string } {
  const length = Math.min(LONGEST_PLAY, last - first)
  const changes = dayChanges(decodeAtlas(atlas))
  let best = { start: first, km2: -1 }
  for (const { day } of changes) {
    const start = Math.min(day - 1, last - length)
    const km2 = changes.reduce(
      (sum, change) => (change.day > start && change.day <= start + length ? sum + change.km2 : sum),
      0,
    )
    if (km2 > best.km2) best = { start, km2 }
  }
  return { start: isoOf(best.start), end: isoOf(best.start + length) }
}

const slugOf = (text: string) =>
  text
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, 40) || 'imported'
