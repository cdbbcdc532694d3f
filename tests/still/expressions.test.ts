/** The expressions of pictures against the style specification's own package, on every layer of the style. */
import { isDeepStrictEqual } from 'node:util'
import {
  featureFilter,
  type LayerSpecification,
  latest,
  normalizePropertyExpression,
  type StylePropertyExpression,
} from '@maplibre/maplibre-gl-style-spec'
import { describe, expect, it } from 'vitest'
import { groundLayers, overlayLayers } from '../../src/map/basemap.ts'
import { labelLayers } from '../../src/map/label-layers.ts'
import { PALETTES } from '../../src/map/palette.ts'
import { compiled, type Evaluated } from '../../src/still/expressions.ts'
import { cssOf } from '../../src/still/style-layers.ts'

const LAYERS: LayerSpecification[] = [PALETTES.light, PALETTES.dark].flatMap((palette, i) => [
  ...groundLayers(palette),
  ...overlayLayers(palette),
  ...labelLayers(palette, i ? { first: 'ar', second: 'en' } : { first: 'en', second: 'ar' }),
  ...labelLayers(palette, { first: 'en', second: null }),
])
const ZOOMS = Array.from({ length: 14 }, (_, i) => 4.4 + i * 0.63).concat(5, 5.5, 7, 7.6, 8, 9.2, 10, 10.4)

const each = <T>(key: string, values: readonly T[]) => values.map((value) => ({ [key]: value }))
const together = (...lists: readonly Record<string, unknown>[][]) =>
  lists.reduce((all, list) => all.flatMap((one) => list.map((other) => ({ ...one, ...other }))))
const NAMES = [
  { name: 'Hama', name_ar: 'حماة' },
  { name: 'Hama' },
  { name_ar: 'حماة' },
  { name: 'Hama', name_ar: 'Hama' },
]
const FEATURES: Evaluated[] = [
  ...together(
    each('rank', [0, 1, 2, 3, 4, 5]),
    each('home', [0, 1]),
    each('pop', [0, 90_000]),
    NAMES,
  ).flatMap((properties) =>
    ['place', 'country', 'sea', 'water'].map(
      (kind): Evaluated => ({ type: 'Point', properties: { ...properties, kind } }),
    ),
  ),
  ...each('kind', ['home', 'abroad', 'ceasefire', 'land', 'coast', 'sabkha', 'lake']).flatMap((properties) =>
    (['LineString', 'Polygon'] as const).map((type): Evaluated => ({ type, properties })),
  ),
  ...together(each('rank', [1, 2, 3, 4]), each('class', ['motorway', 'trunk'])).map(
    (properties): Evaluated => ({ type: 'LineString', properties }),
  ),
  { type: 'Point', properties: { sign: 'M5' } },
  { type: 'Point', properties: { kind: 'place', home: 1, rank: 1, pop: 9, west: 1, name: 'Daraa' } },
  { type: 'Point', properties: { kind: 'place', home: 1, rank: 5, pop: 0, from: 8, name: 'Zalaf' } },
  { type: 'Polygon', properties: {} },
]

/** What the package makes of a value, in the words of pictures. */
function plain(value: unknown, ours: unknown): unknown {
  if (value !== null && typeof value === 'object' && !Array.isArray(value)) {
    if ('r' in value && 'a' in value) {
      const { r, g, b, a } = value as Record<'r' | 'g' | 'b' | 'a', number>
      const part = (share: number) => Math.round((a > 0 ? share / a : 0) * 255)
      return { css: `#${[r, g, b].map((v) => part(v).toString(16).padStart(2, '0')).join('')}`, opacity: a }
    }
    if ('sections' in value) {
      const { sections } = value as { sections: Record<'text' | 'scale' | 'fontStack', unknown>[] }
      const parts = sections.map(({ text, scale, fontStack }) => ({ text, scale, fontStack }))
      // A plain name is the same as one part of its own.
      return typeof ours === 'string' ? parts.map(({ text }) => text).join('') : { sections: parts }
    }
    if ('values' in value) return (value as { values: number[] }).values[0]
    if ('from' in value) return (value as { from: unknown }).from
    return String(value)
  }
  return value
}

function agree(a: unknown, b: unknown): boolean {
  if (typeof a === 'number' && typeof b === 'number') return Math.abs(a - b) < 1e-9
  return isDeepStrictEqual(a, b)
}

describe('expressions', () => {
  it.each(LAYERS.map((layer) => [layer.id, layer] as const))(
    'of %s are what MapLibre makes of them',
    (id, layer) => {
      const { filter, ...parts } = layer as unknown as Record<string, Record<string, unknown> | undefined>
      const official = featureFilter(filter as never, `layers.${id}.filter`)
      const own = filter ? compiled(filter) : () => true
      const shown = FEATURES.filter((feature) => ZOOMS.some((zoom) => own(zoom, feature) === true))
      const faults: string[] = []
      for (const feature of FEATURES)
        for (const zoom of ZOOMS)
          if ((own(zoom, feature) === true) !== official.filter({ zoom } as never, feature as never))
            faults.push(`${JSON.stringify(feature)} at ${zoom} is shown by one of the two`)
      expect(shown.length > 0 || layer.type === 'background').toBe(true)
      for (const group of ['paint', 'layout'] as const) {
        const specs = (latest as unknown as Record<string, Record<string, never>>)[`${group}_${layer.type}`]
        for (const [property, value] of Object.entries(parts[group] ?? {})) {
          const expression = normalizePropertyExpression(
            value as never,
            `layers.${id}.${property}`,
            specs[property],
          ) as StylePropertyExpression
          const ours = compiled(value)
          for (const feature of shown)
            for (const zoom of ZOOMS) {
              const mine = ours(zoom, feature)
              const theirs = plain(expression.evaluate({ zoom } as never, feature as never), mine)
              if (!agree(/color$/.test(property) ? cssOf(String(mine)) : mine, theirs))
                faults.push(`${property} at ${zoom}: ${JSON.stringify(mine)} for ${JSON.stringify(theirs)}`)
            }
        }
      }
      expect(faults.slice(0, 5)).toEqual([])
    },
  )

  it('that pictures do not know are refused', () => {
    expect(() => compiled(['interpolate', ['exponential', 2], ['zoom'], 5, 1, 10, 2])).toThrow('exponential')
  })
})
