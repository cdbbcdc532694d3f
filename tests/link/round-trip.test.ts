import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { KEYS } from '../../src/link/keys.ts'
import { formatLink, parseLink } from '../../src/link/link.ts'
import {
  CHANGES,
  COMPARE_MODES,
  COUNTS,
  EMBEDS,
  LIGHTS,
  type LinkState,
  LOOPS,
  PANELS,
  QUIETS,
  SPANS,
  THEMES,
} from '../../src/link/state.ts'
import { context } from './context.ts'

const {
  atlases = [],
  start,
  end,
  factions,
  governorates = [],
  languages,
  layers,
  kinds = [],
  speeds,
  bbox,
} = context
const early = atlases[1]
const day = fc.integer({ min: start, max: end })
const slug = fc.stringMatching(/^[a-z0-9]([a-z0-9-]{0,30}[a-z0-9])?$/)
/** a number with so many decimals */
const fixed = (min: number, max: number, decimals: number) =>
  fc
    .integer({ min: min * 10 ** decimals, max: max * 10 ** decimals })
    .map((n) => Number((n / 10 ** decimals).toFixed(decimals)))

const state: fc.Arbitrary<LinkState> = fc.record({
  atlas: fc.constantFrom(...atlases.map(({ id }) => id)),
  day,
  with: fc.option(day),
  beside: fc.option(
    fc.record({ atlas: fc.constant(early.id), day: fc.integer({ min: early.start, max: early.end }) }),
  ),
  mode: fc.constantFrom(...COMPARE_MODES),
  split: fc.integer({ min: 0, max: 100 }),
  by: fc.option(fc.constantFrom(...factions)),
  where: fc.option(fc.constantFrom(...governorates)),
  count: fc.constantFrom(...COUNTS),
  span: fc.constantFrom(...SPANS),
  hidden: fc.subarray([...factions]),
  layers: fc.subarray([...layers]),
  hiddenPosts: fc.subarray([...factions]),
  kinds: fc.subarray([...kinds]),
  camera: fc.option(
    fc.record({
      lon: fixed(bbox[0], bbox[2], 4),
      lat: fixed(bbox[1], bbox[3], 4),
      zoom: fixed(0, 22, 2),
      bearing: fixed(-179, 180, 1),
    }),
  ),
  at: fc.option(fc.tuple(fixed(bbox[0], bbox[2], 4), fixed(bbox[1], bbox[3], 4))),
  place: fc.option(slug),
  event: fc.option(slug),
  site: fc.option(slug),
  panel: fc.option(fc.constantFrom(...PANELS)),
  story: fc.option(fc.record({ id: slug, step: fc.integer({ min: 1, max: 999 }) })),
  speed: fc.constantFrom(...speeds),
  range: fc.option(fc.tuple(day, day).map(([a, b]) => ({ start: Math.min(a, b), end: Math.max(a, b) }))),
  loop: fc.constantFrom(...LOOPS),
  changes: fc.constantFrom(...CHANGES),
  quiet: fc.constantFrom(...QUIETS),
  lang: fc.option(fc.constantFrom(...languages)),
  theme: fc.option(fc.constantFrom(...THEMES)),
  light: fc.option(fc.constantFrom(...LIGHTS)),
  embed: fc.option(fc.constantFrom(...EMBEDS)),
})
const known = new Set([...KEYS.map(({ name }) => name), 'v'])
const unknown = fc.array(
  fc.tuple(
    fc.string({ unit: 'grapheme', minLength: 1, maxLength: 12 }).filter((name) => !known.has(name)),
    fc.string({ unit: 'grapheme', maxLength: 20 }),
  ),
  { maxLength: 4 },
)

describe('round trip', () => {
  it('gives back ten thousand views as they were', () => {
    fc.assert(
      fc.property(state, unknown, (view, others) => {
        const link = formatLink(view, context, others)
        expect(parseLink(link, context)).toEqual({ state: view, notices: [], unknown: others })
        expect(link).toMatch(/^\?[A-Za-z0-9._%&=-]*[A-Za-z0-9]$/)
        const usual =
          ![view.place, view.event, view.site, view.story, view.where].some(Boolean) &&
          view.hiddenPosts.length === 0 &&
          view.kinds.length === kinds.length &&
          view.count === 'area' &&
          view.span === 'all' &&
          view.range === null &&
          view.changes === 'all' &&
          view.quiet === 'skip'
        if (others.length === 0 && usual) expect(link.length).toBeLessThanOrEqual(200)
      }),
      { numRuns: 10_000 },
    )
  })

  it('survives another program taking the link apart and putting it together', () => {
    fc.assert(
      fc.property(state, unknown, (view, others) => {
        const again = new URLSearchParams(formatLink(view, context, others)).toString()
        expect(parseLink(again, context)).toEqual({ state: view, notices: [], unknown: others })
      }),
    )
  })
})

describe('hostile links', () => {
  const names = fc.constantFrom(...known, 'map', 'lat', 'lon', 'zoom', '__proto__', 'x')
  const nasty = fc.constantFrom(
    'NaN',
    '1e9',
    '-1',
    '',
    '0',
    '<script>alert(1)</script>',
    '%',
    '%ff',
    '\u0000',
    '\ud800',
    '١٢',
    '..',
    '_',
    '9'.repeat(400),
    '2024-12-05',
    '2024-12-05..2024-11-30',
    '1999-01-01..2099-01-01',
    'SAA.SAA.SAA',
    'javascript:alert(1)',
    'null',
    'all',
    'none',
    '-0_-0_-0',
    '36.1_35.2_7_1e3',
  )
  const pair = fc.tuple(names, fc.oneof(nasty, fc.string({ unit: 'binary' }))).map(([k, v]) => `${k}=${v}`)

  it('are read without a throw, to a view that exists and writes a link that reads the same', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.array(pair).map((p) => p.join('&')),
          fc.string({ unit: 'binary' }),
        ),
        (search) => {
          const { state, unknown, notices } = parseLink(search, context)
          expect(state.day >= start && state.day <= end).toBe(true)
          if (state.range)
            expect(start <= state.range.start && state.range.start <= state.range.end).toBe(true)
          expect(state.hidden.every((id) => factions.includes(id))).toBe(true)
          for (const notice of notices) expect(notice.value.length).toBeLessThanOrEqual(61)
          const link = formatLink(state, context, unknown)
          expect(link).toMatch(/^\?[A-Za-z0-9._%&=-]*[A-Za-z0-9]$/)
          const again = parseLink(link, context)
          expect(again.unknown).toEqual(unknown)
          expect(again.notices).toEqual([])
          expect(formatLink(again.state, context, again.unknown)).toBe(link)
        },
      ),
      { numRuns: 5000 },
    )
  })
})
