/** Place labels in two languages: the reader's own on top and larger, another one under it. */
import type { ExpressionSpecification, LayerSpecification, SymbolLayerSpecification } from 'maplibre-gl'
import { FIRST_LANGUAGE, languageRow, languagesFor } from '../chronicle/languages.ts'
import { nameField } from '../chronicle/text.ts'
import { BOLD, REGULAR } from './font-ranges.ts'
import { overlaySigns } from './overlays/registry.ts'
import type { Palette } from './palette.ts'
import { byZoom, type ZoomStops } from './zoom-stops.ts'

/** Languages of the labels, ISO 639-1. */
export interface LabelLanguages {
  first: string
  /** under the first, where a place has a name in it */
  second: string | null
}

/** @param written languages that the names of the map are written in: the last one that is not the reader's comes second */
export function labelLanguages(reader: string, written: readonly string[]): LabelLanguages {
  return { first: reader, second: written.findLast((language) => language !== reader) ?? null }
}

/**
 * @param written languages that everything of the atlas is written in
 * @returns file of the atlas's data that names countries, seas and towns: one for readers of these languages, and one
 *   for each other language, which holds its names besides
 */
export function majorLabelsFile(reader: string, written: readonly string[]): string {
  const common = written.includes(reader) || reader === FIRST_LANGUAGE
  return common ? 'labels-major.json' : `labels-major.${reader}.json`
}

export const LABEL_SOURCES = { major: 'labels-major', minor: 'labels-minor' } as const
/**
 * Marks of events and posts lie below the names of towns and cities, and above those of villages. Those names are placed
 * first: signs of events stand aside (event-slots.ts), posts that a name covers are left out until somebody looks closer.
 */
export const TOWN_NAMES = 'labels-towns'
/** Rank of `labels.ts`, as an expression for sorting and sizes. */
const RANK: ExpressionSpecification = ['get', 'rank']
/** From this level on a town may be named. */
export const NAMED_FROM_LEVEL = 6
/** From this level on villages are named; they are loaded a little before. */
export const MINOR_FROM_LEVEL = 7
export const MINOR_LOADED_FROM = 6.6
/**
 * Zoom levels from which places are named by their rank alone, see src/derive/label-levels.ts for the others. Whole
 * ones: the interactive map asks a filter once for each level of its tiles, pictures ask it for their very zoom.
 */
const LEVEL_OF_RANK = { 1: 0, 2: 7, 3: 8, 4: 10, 5: 11 } as const
export const levelOfRank = (rank: number): number => LEVEL_OF_RANK[rank as keyof typeof LEVEL_OF_RANK] ?? 0
const LEVEL = [
  'coalesce',
  ['get', 'from'],
  ['match', RANK, ...Object.entries(LEVEL_OF_RANK).flatMap(([rank, level]) => [Number(rank), level]), 0],
] as unknown as ExpressionSpecification

/** Sizes of the names of cities and towns by zoom, CSS pixels, and how far they stand from their points, of the size. */
export const CITY_SIZES: ZoomStops = [
  [5, 11.5],
  [10, 18],
]
export const TOWN_SIZES: ZoomStops = [
  [6.4, 10.5],
  [10, 14],
]
export const NAME_GAP = 0.45

/** @returns layers from quiet to loud; symbols placed last win no space from those before, so loud ones come last */
export function labelLayers(c: Palette, languages: LabelLanguages): LayerSpecification[] {
  const abroad = ['==', ['get', 'home'], 0] as ExpressionSpecification
  const home = ['==', ['get', 'home'], 1] as ExpressionSpecification
  const place = ['==', ['get', 'kind'], 'place'] as ExpressionSpecification
  return [
    labels('labels-villages', c, languages, {
      source: LABEL_SOURCES.minor,
      minzoom: MINOR_FROM_LEVEL,
      filter: ['all', place, home, ['>=', ['zoom'], LEVEL]] as unknown as ExpressionSpecification,
      size: ['interpolate', ['linear'], ['zoom'], 8, 10, 12, 12.5],
      dot: true,
    }),
    ...overlaySigns(c),
    labels('labels-water', c, languages, {
      source: LABEL_SOURCES.minor,
      minzoom: MINOR_FROM_LEVEL,
      filter: ['==', ['get', 'kind'], 'water'],
      size: ['interpolate', ['linear'], ['zoom'], 7, 10, 11, 12.5],
      colour: c.labelWater,
      haloed: true,
      apart: 14,
    }),
    labels('labels-towns-abroad', c, languages, {
      source: LABEL_SOURCES.minor,
      minzoom: 8.2,
      filter: ['all', place, abroad, ['==', RANK, 2]],
      size: 10.5,
      quiet: true,
    }),
    labels('labels-cities-abroad', c, languages, {
      source: LABEL_SOURCES.major,
      minzoom: 5.6,
      filter: ['all', place, abroad, ['==', RANK, 1]],
      size: ['interpolate', ['linear'], ['zoom'], 6, 10, 10, 13],
      quiet: true,
    }),
    labels('labels-sea', c, languages, {
      source: LABEL_SOURCES.major,
      filter: ['==', ['get', 'kind'], 'sea'],
      size: 12,
      colour: c.labelWater,
      spacing: 0.1,
    }),
    labels('labels-countries', c, languages, {
      source: LABEL_SOURCES.major,
      maxzoom: 9,
      filter: ['==', ['get', 'kind'], 'country'],
      size: ['interpolate', ['linear'], ['zoom'], 5, 11.5, 8, 16],
      quiet: true,
      spacing: 0.18,
      upper: true,
    }),
    labels(TOWN_NAMES, c, languages, {
      source: LABEL_SOURCES.major,
      minzoom: NAMED_FROM_LEVEL,
      filter: [
        'all',
        place,
        home,
        ['==', RANK, 2],
        ['>=', ['zoom'], LEVEL],
      ] as unknown as ExpressionSpecification,
      size: byZoom(TOWN_SIZES),
      dot: true,
    }),
    // Those that have one side to stand on only choose first.
    ...[false, true].map((west) =>
      labels(west ? 'labels-cities-west' : 'labels-cities', c, languages, {
        source: LABEL_SOURCES.major,
        filter: ['all', place, home, ['==', RANK, 1], west ? ['has', 'west'] : ['!', ['has', 'west']]],
        size: byZoom(CITY_SIZES),
        bold: true,
        dot: true,
        west,
      }),
    ),
  ]
}

interface LabelOptions {
  source: string
  filter: ExpressionSpecification
  size: number | ExpressionSpecification
  minzoom?: number
  maxzoom?: number
  bold?: boolean
  quiet?: boolean
  dot?: boolean
  /** the text stands on the other side of its dot first */
  west?: boolean
  upper?: boolean
  spacing?: number
  colour?: string
  /** of another colour than names of places, and yet on painted ground */
  haloed?: boolean
  /** room around it, CSS pixels */
  apart?: number
}

function labels(
  id: string,
  c: Palette,
  languages: LabelLanguages,
  o: LabelOptions,
): SymbolLayerSpecification {
  const { script, locale } = languageRow(languages.first)
  // The map makes capitals as English has them: İ of Turkish it does not know.
  const cased = script === 'Latin' && 'i'.toLocaleUpperCase(locale) === 'I'
  return {
    id,
    type: 'symbol',
    source: o.source,
    ...(o.minzoom === undefined ? {} : { minzoom: o.minzoom }),
    ...(o.maxzoom === undefined ? {} : { maxzoom: o.maxzoom }),
    filter: o.filter,
    layout: {
      'text-field': twoLines(languages),
      'text-font': [o.bold ? BOLD : REGULAR],
      'text-size': o.size,
      'text-max-width': 8,
      'text-line-height': 1.15,
      // MapLibre leaves out what would tear joined letters apart.
      'text-letter-spacing': o.spacing ?? 0,
      'text-transform': o.upper && cased ? 'uppercase' : 'none',
      'symbol-sort-key': ['-', ['*', RANK, 1e8], ['get', 'pop']],
      'text-padding': o.apart ?? (o.bold ? 1 : 4),
      ...(o.dot
        ? {
            'icon-image': o.bold ? 'dot-city' : 'dot-town',
            'icon-allow-overlap': false,
            'icon-padding': 1,
            'text-optional': false,
            'text-variable-anchor': o.west
              ? ['right', 'left', 'top', 'bottom']
              : ['left', 'right', 'top', 'bottom'],
            'text-radial-offset': NAME_GAP,
            'text-justify': 'auto',
          }
        : {}),
    },
    paint: {
      'text-color': o.colour ?? (o.quiet ? c.labelQuiet : c.label),
      'text-halo-color': o.quiet ? c.haloAbroad : c.halo,
      'text-halo-width': o.colour && !o.haloed ? 0 : 1.4,
      'text-halo-blur': 0.4,
      ...(o.dot ? { 'icon-color': c.label, 'icon-halo-color': c.halo, 'icon-halo-width': 1 } : {}),
    },
  }
}

/** Below this zoom only the reader's own script is written: two lines each would push the other towns away. */
export const BOTH_FROM_ZOOM = 5.5

/** One line in each language; a single line where the second would say nothing new. */
export function twoLines({ first, second }: LabelLanguages): ExpressionSpecification {
  const own = ownName(first)
  if (second === null) return own
  const other = ['get', nameField(second)]
  const both = [
    'case',
    ['any', ['!', ['has', nameField(second)]], ['==', own, other]],
    own,
    [
      'format',
      own,
      {},
      '\n',
      {},
      other,
      // Never bold: the other script is the quieter one, and one file of it is enough.
      { 'font-scale': 0.82, 'text-font': ['literal', [REGULAR]] },
    ],
  ]
  return ['step', ['zoom'], own, BOTH_FROM_ZOOM, both] as unknown as ExpressionSpecification
}

/** The name of a feature in a language, or in the one that stands in for it. */
export function ownName(language: string): ExpressionSpecification {
  const fields = languagesFor(language).map((code) => ['get', nameField(code)])
  return ['coalesce', ...fields] as unknown as ExpressionSpecification
}
