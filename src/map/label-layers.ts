/** Place labels in two scripts: the reader's own on top and larger, the other under it. */
import type { ExpressionSpecification, LayerSpecification, SymbolLayerSpecification } from 'maplibre-gl'
import type { Language } from '../chronicle/conflict.ts'
import { BOLD, REGULAR } from './font-ranges.ts'
import type { Palette } from './palette.ts'

export const LABEL_SOURCES = { major: 'labels-major', minor: 'labels-minor' } as const
/** From this zoom on villages are loaded and named. */
export const MINOR_FROM_ZOOM = 7.6

/** Rank of `labels.ts`, as an expression for sorting and sizes. */
const RANK: ExpressionSpecification = ['get', 'rank']

/** @returns layers from quiet to loud; symbols placed last win no space from those before, so loud ones come last */
export function labelLayers(c: Palette, language: Language): LayerSpecification[] {
  const abroad = ['==', ['get', 'home'], 0] as ExpressionSpecification
  const home = ['==', ['get', 'home'], 1] as ExpressionSpecification
  const place = ['==', ['get', 'kind'], 'place'] as ExpressionSpecification
  return [
    labels('labels-villages', c, language, {
      source: LABEL_SOURCES.minor,
      minzoom: MINOR_FROM_ZOOM,
      filter: [
        'all',
        home,
        ['>=', ['zoom'], ['match', RANK, 3, 7.6, 4, 9.2, 10.4]] as unknown as ExpressionSpecification,
      ],
      size: ['interpolate', ['linear'], ['zoom'], 8, 10, 12, 12.5],
      dot: true,
    }),
    labels('labels-towns-abroad', c, language, {
      source: LABEL_SOURCES.major,
      minzoom: 8.2,
      filter: ['all', place, abroad, ['==', RANK, 2]],
      size: 10.5,
      quiet: true,
    }),
    labels('labels-cities-abroad', c, language, {
      source: LABEL_SOURCES.major,
      minzoom: 5.6,
      filter: ['all', place, abroad, ['==', RANK, 1]],
      size: ['interpolate', ['linear'], ['zoom'], 6, 10, 10, 13],
      quiet: true,
    }),
    labels('labels-sea', c, language, {
      source: LABEL_SOURCES.major,
      filter: ['==', ['get', 'kind'], 'sea'],
      size: 12,
      colour: c.labelWater,
      spacing: 0.1,
    }),
    labels('labels-countries', c, language, {
      source: LABEL_SOURCES.major,
      maxzoom: 9,
      filter: ['==', ['get', 'kind'], 'country'],
      size: ['interpolate', ['linear'], ['zoom'], 5, 11.5, 8, 16],
      quiet: true,
      spacing: language === 'en' ? 0.18 : 0,
      upper: true,
    }),
    labels('labels-towns', c, language, {
      source: LABEL_SOURCES.major,
      minzoom: 6.4,
      filter: ['all', place, home, ['==', RANK, 2]],
      size: ['interpolate', ['linear'], ['zoom'], 6.4, 10.5, 10, 14],
      dot: true,
    }),
    labels('labels-cities', c, language, {
      source: LABEL_SOURCES.major,
      filter: ['all', place, home, ['==', RANK, 1]],
      size: ['interpolate', ['linear'], ['zoom'], 5, 11.5, 10, 18],
      bold: true,
      dot: true,
    }),
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
  upper?: boolean
  spacing?: number
  colour?: string
}

function labels(id: string, c: Palette, language: Language, o: LabelOptions): SymbolLayerSpecification {
  return {
    id,
    type: 'symbol',
    source: o.source,
    ...(o.minzoom === undefined ? {} : { minzoom: o.minzoom }),
    ...(o.maxzoom === undefined ? {} : { maxzoom: o.maxzoom }),
    filter: o.filter,
    layout: {
      'text-field': twoScripts(language),
      'text-font': [o.bold ? BOLD : REGULAR],
      'text-size': o.size,
      'text-max-width': 8,
      'text-line-height': 1.15,
      'text-letter-spacing': o.spacing ?? 0,
      'text-transform': o.upper && language === 'en' ? 'uppercase' : 'none',
      'symbol-sort-key': ['-', ['*', RANK, 1e8], ['get', 'pop']],
      'text-padding': o.bold ? 3 : 4,
      ...(o.dot
        ? {
            'icon-image': o.bold ? 'dot-city' : 'dot-town',
            'icon-allow-overlap': false,
            'icon-padding': 1,
            'text-optional': false,
            'text-variable-anchor': ['left', 'right', 'top', 'bottom'],
            'text-radial-offset': 0.45,
            'text-justify': 'auto',
          }
        : {}),
    },
    paint: {
      'text-color': o.colour ?? (o.quiet ? c.labelQuiet : c.label),
      'text-halo-color': o.quiet ? c.haloAbroad : c.halo,
      'text-halo-width': o.colour ? 0 : 1.4,
      'text-halo-blur': 0.4,
      ...(o.dot ? { 'icon-color': c.label, 'icon-halo-color': c.halo, 'icon-halo-width': 1 } : {}),
    },
  }
}

/** Below this zoom only the reader's own script is written: two lines each would push the other towns away. */
const BOTH_FROM_ZOOM = 5.5

/** One line in each script; a single line when one of the two names is missing. */
export function twoScripts(language: Language): ExpressionSpecification {
  const [first, second] = language === 'ar' ? ['name_ar', 'name'] : ['name', 'name_ar']
  const own = ['case', ['==', ['get', first], ''], ['get', second], ['get', first]]
  const both = [
    'case',
    ['any', ['==', ['get', first], ''], ['==', ['get', second], '']],
    own,
    [
      'format',
      ['get', first],
      {},
      '\n',
      {},
      ['get', second],
      // Never bold: the other script is the quieter one, and one file of it is enough.
      { 'font-scale': 0.82, 'text-font': ['literal', [REGULAR]] },
    ],
  ]
  return ['step', ['zoom'], own, BOTH_FROM_ZOOM, both] as unknown as ExpressionSpecification
}
