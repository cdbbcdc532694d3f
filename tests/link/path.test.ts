/** Links as paths: every address that was ever written goes on meaning what it meant. */
import { describe, expect, it } from 'vitest'
import { dayOf } from '../../src/chronicle/day.ts'
import { formatLink, linkToAtlas, linkToComparison, parseLink, saysAView } from '../../src/link/link.ts'
import { entriesOfPath } from '../../src/link/path.ts'
import type { LinkState } from '../../src/link/state.ts'
import { context, viewWith } from './context.ts'

const pages = {
  days: ['2024-11-26', '2024-11-29', '2024-12-05', '2024-12-08'].map(dayOf),
  languages: ['en', 'ar'],
  stories: ['twelve-days'],
}
const paged = { ...context, pages }
const day = dayOf('2024-12-05')

/** What is written, and what it means. Never edit a row: a link out in the world cannot be edited either. Add rows. */
const CORPUS: [link: string, fields: Partial<LinkState>][] = [
  ['d/2024-12-05/', { day }],
  // A day on which nothing changed is the page of the day before it on which something did.
  ['d/2024-12-05/?date=2024-12-07&v=1', { day: dayOf('2024-12-07') }],
  ['ar/d/2024-12-05/', { day, lang: 'ar' }],
  // A language that has no pages is said by the query; so is the one of pages that name none.
  ['d/2024-12-05/?lang=en&v=1', { day, lang: 'en' }],
  [
    'd/2024-12-05/?hide=SNA&view=36.75_35.13_8.5&v=1',
    { day, camera: { lon: 36.75, lat: 35.13, zoom: 8.5, bearing: 0 }, hidden: ['SNA'] },
  ],
  [
    'd/2024-12-08/?with=2024-11-26&mode=tint&v=1',
    { day: dayOf('2024-12-08'), with: dayOf('2024-11-26'), mode: 'tint' },
  ],
  [
    's/twelve-days/?date=2024-11-27&v=1',
    { day: dayOf('2024-11-27'), story: { id: 'twelve-days', step: 1 }, panel: 'stories' },
  ],
  [
    'ar/s/twelve-days/?date=2024-12-05&story=twelve-days.3&v=1',
    { day, lang: 'ar', story: { id: 'twelve-days', step: 3 }, panel: 'stories' },
  ],
  [
    'd/2024-12-05/?panel=stories&story=unlisted.2&v=1',
    { day, story: { id: 'unlisted', step: 2 }, panel: 'stories' },
  ],
]

describe('links as paths', () => {
  it.each(CORPUS)('%s is written and read', (link, fields) => {
    expect(parseLink(link, paged)).toEqual({ state: viewWith(fields), notices: [], unknown: [] })
    expect(formatLink(viewWith(fields), paged)).toBe(link)
  })

  it.each([
    ['/d/2024-12-05', { day }],
    ['d/2024-12-05/index.html', { day }],
    ['d/2024-12-05/?day=2024-12-06', { day: dayOf('2024-12-06') }],
    ['s/twelve-days/', { story: { id: 'twelve-days', step: 1 }, panel: 'stories' }],
    ['ar/', { lang: 'ar' }],
    ['index.html?date=2024-12-05&v=1', { day }],
    ['', {}],
  ] as [string, Partial<LinkState>][])('%s is read, too', (link, fields) => {
    expect(parseLink(link, paged)).toEqual({ state: viewWith(fields), notices: [], unknown: [] })
    // Whether there are pages or not.
    expect(parseLink(link, context).state).toEqual(viewWith(fields))
  })

  it('lead to another atlas by its id', () => {
    const early = { ...paged, shown: 'early', start: dayOf('2019-05-01'), end: dayOf('2020-03-06') }
    const first = {
      ...early,
      pages: { ...pages, days: [dayOf('2019-05-01'), dayOf('2020-01-28')], stories: [] },
    }
    const { state, notices } = parseLink('ar/early/d/2020-01-28/', first)
    expect([state.atlas, state.day, state.lang, notices]).toEqual(['early', dayOf('2020-01-28'), 'ar', []])
    expect(formatLink(state, first)).toBe('ar/early/d/2020-01-28/')
    expect(linkToAtlas('early', { lang: 'ar', theme: 'dark', light: null }, paged)).toBe(
      'ar/early/?theme=dark&v=1',
    )
    const { theme, light } = state
    const both = { atlas: 'early', day: state.day, beside: { atlas: 'main', day }, lang: null, theme, light }
    expect(linkToComparison(both, paged)).toBe('early/?date=2020-01-28&beside=2024-12-05.main&v=1')
  })

  it('say whether they are of a view', () => {
    expect(['d/2024-12-05/', 's/twelve-days/', 'ar/early/d/2020-01-28/'].map(saysAView)).toEqual([
      true,
      true,
      true,
    ])
    expect(['', 'ar/', 'early/?theme=dark'].map(saysAView)).toEqual([false, false, false])
  })

  it.each([
    'd/',
    'd/../..',
    'x/y/z',
    'd/%2e%2e/',
    '//evil.example/d/2024-12-05/',
    'd/2024-12-05/d/2024-12-06/',
    '%',
  ])('of nonsense say nothing: %s', (path) => {
    expect(entriesOfPath(path).filter(([key]) => key !== 'atlas')).toEqual([])
    expect(() => parseLink(path, paged)).not.toThrow()
  })

  it('with a day that is none say so', () => {
    expect(parseLink('d/2024-13-45/', paged)).toMatchObject({
      state: viewWith({}),
      notices: [{ key: 'date', value: '2024-13-45', reason: 'not-a-date' }],
    })
  })
})
