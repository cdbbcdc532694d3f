import { describe, expect, it } from 'vitest'
import { dayOf } from '../../src/chronicle/day.ts'
import { KEYS, LINK_VERSION } from '../../src/link/keys.ts'
import {
  defaultState,
  formatLink,
  linkToAtlas,
  linkToComparison,
  parseLink,
  saysAView,
} from '../../src/link/link.ts'
import { MIGRATIONS } from '../../src/link/migrations.ts'
import type { LinkState } from '../../src/link/state.ts'
import { context, viewWith } from './context.ts'

describe('writing', () => {
  it('says little when little is to say', () => {
    expect(formatLink(defaultState(context), context)).toBe('?date=2024-11-26&v=1')
  })

  it('says everything in words that a person can read', () => {
    const state = viewWith({
      day: dayOf('2024-12-05'),
      with: dayOf('2024-11-29'),
      mode: 'tint',
      hidden: ['SNA', 'UN'],
      layers: ['events'],
      camera: { lon: 36.754321, lat: 35.13, zoom: 8.504, bearing: -15 },
      at: [36.7, 35.1],
      place: 'khan-shaykhun',
      panel: 'why',
      story: { id: 'twelve-days', step: 3 },
      speed: 0.25,
      range: { start: dayOf('2024-11-27'), end: dayOf('2024-12-08') },
      loop: 'range',
      changes: 'view',
      quiet: 'play',
      theme: 'dark',
      lang: 'ar',
    })
    const link = formatLink(state, context)
    expect(link).toBe(
      '?date=2024-12-05&with=2024-11-29&mode=tint&hide=SNA.UN&layers=events&view=36.7543_35.13_8.5_-15' +
        '&at=36.7_35.1&place=khan-shaykhun&panel=why&story=twelve-days.3&speed=0.25' +
        '&range=2024-11-27..2024-12-08&loop=range&changes=view&quiet=play&theme=dark&lang=ar&v=1',
    )
    expect(link.length).toBeLessThanOrEqual(260)
    expect(parseLink(link, context)).toEqual({
      state: { ...state, camera: { lon: 36.7543, lat: 35.13, zoom: 8.5, bearing: -15 } },
      notices: [],
      unknown: [],
    })
  })

  it('names the factions shown when that is shorter, and says it when there are none or all', () => {
    const { factions } = context
    const but = (...ids: string[]) => viewWith({ hidden: factions.filter((id) => !ids.includes(id)) })
    expect(formatLink(but('SDF', 'SAA'), context)).toBe('?date=2024-11-26&only=SAA.SDF&v=1')
    expect(formatLink(viewWith({ hidden: factions }), context)).toBe('?date=2024-11-26&hide=all&v=1')
    expect(formatLink(viewWith({ hidden: ['ISIS', 'SAA'] }), context)).toBe(
      '?date=2024-11-26&hide=SAA.ISIS&v=1',
    )
    expect(formatLink(viewWith({ layers: [] }), context)).toBe('?date=2024-11-26&layers=none&v=1')
  })

  it('always names the date, so that a link outlives a change of the first view', () => {
    const later = { ...context, day: dayOf('2024-12-08') }
    expect(parseLink(formatLink(defaultState(context), context), later).state.day).toBe(context.start)
    expect(parseLink('', later).state.day).toBe(dayOf('2024-12-08'))
  })

  it('leaves out numbers that are none', () => {
    const camera = { lon: Number.NaN, lat: 35, zoom: 7, bearing: 0 }
    expect(formatLink(viewWith({ camera, at: [1 / 0, 3] }), context)).toBe('?date=2024-11-26&v=1')
  })

  it('writes -0 as 0 and turns bearings into one round', () => {
    const camera = { lon: 36, lat: 35, zoom: 7, bearing: -0.01 }
    expect(formatLink(viewWith({ camera }), context)).toContain('view=36_35_7&')
    expect(formatLink(viewWith({ camera: { ...camera, bearing: 725 } }), context)).toContain(
      'view=36_35_7_5&',
    )
    expect(formatLink(viewWith({ camera: { ...camera, bearing: -180 } }), context)).toContain(
      'view=36_35_7_180&',
    )
  })
})

describe('reading', () => {
  it('takes a query with or without its question mark, and none at all', () => {
    for (const search of ['?date=2024-12-01', 'date=2024-12-01', 'date=2024%2D12%2D01&v=1']) {
      expect(parseLink(search, context).state.day).toBe(dayOf('2024-12-01'))
    }
    for (const search of ['', '?', '&&', '?v=1', '=', '?=x']) {
      expect(parseLink(search, context)).toEqual({ state: defaultState(context), notices: [], unknown: [] })
    }
  })

  it.each([
    ['date=2025-02-30', 'not-a-date', { day: context.start }],
    ['date=yesterday', 'not-a-date', { day: context.start }],
    ['date=', 'empty', { day: context.start }],
    ['date=1999-01-01', 'out-of-range', { day: context.start }],
    ['date=2031-01-01', 'out-of-range', { day: context.end }],
    ['with=never', 'not-a-date', { with: null }],
    ['split=half', 'not-a-number', { split: 50 }],
    ['split=120', 'out-of-range', { split: 100 }],
    ['by=XYZ', 'unknown-value', { by: null }],
    ['in=SY-XX', 'unknown-value', { where: null }],
    ['hide=XYZ', 'unknown-value', { hidden: [] }],
    ['hide=SNA.XYZ', 'unknown-value', { hidden: ['SNA'] }],
    ['only=XYZ', 'unknown-value', { hidden: [] }],
    ['layers=rain', 'unknown-value', { layers: ['positions', 'events'] }],
    ['view=36_35', 'malformed', { camera: null }],
    ['view=36_35_NaN', 'not-a-number', { camera: null }],
    ['view=1e9_0_0', 'not-a-number', { camera: null }],
    ['view=36_35_99', 'out-of-range', { camera: null }],
    ['view=2.35_48.85_9', 'out-of-range', { camera: null }],
    ['view=36_35_-1', 'out-of-range', { camera: null }],
    ['at=0_0', 'out-of-range', { at: null }],
    ['at=36.7', 'malformed', { at: null }],
    ['at=Infinity_35', 'not-a-number', { at: null }],
    ['place=../../etc/passwd', 'malformed', { place: null }],
    ['place=hama-', 'malformed', { place: null }],
    ['panel=%3Cscript%3Ealert(1)%3C/script%3E', 'unknown-value', { panel: null }],
    ['story=twelve-days.0', 'out-of-range', { story: { id: 'twelve-days', step: 1 } }],
    ['story=.', 'malformed', { story: null }],
    ['speed=3', 'unknown-value', { speed: 1 }],
    ['speed=fast', 'not-a-number', { speed: 1 }],
    ['range=2024-12-05', 'malformed', { range: null }],
    ['range=2024-12-05..', 'malformed', { range: null }],
    ['range=2024-12-05..soon', 'malformed', { range: null }],
    ['range=2024-11-27..2024-12-08..2024-12-09', 'malformed', { range: null }],
    ['range=1999-01-01..1999-02-01', 'out-of-range', { range: null }],
    [
      'range=2024-12-05..2099-01-01',
      'out-of-range',
      { range: { start: dayOf('2024-12-05'), end: context.end } },
    ],
    ['loop=forever', 'unknown-value', { loop: 'none' }],
    ['changes=some', 'unknown-value', { changes: 'all' }],
    ['quiet=loud', 'unknown-value', { quiet: 'skip' }],
    ['theme=pink', 'unknown-value', { theme: null }],
    ['lang=tlh', 'unknown-value', { lang: null }],
    ['v=2', 'newer-version', {}],
    ['v=NaN', 'not-a-number', {}],
  ])('%s falls back, and says why: %s', (search, reason, fields) => {
    const { state, notices } = parseLink(search, context)
    expect(notices.map((notice) => notice.reason)).toEqual([reason])
    expect(state).toEqual(viewWith(fields as Partial<LinkState>))
    expect(search.startsWith(`${notices[0].key}=`)).toBe(true)
  })

  it('keeps the good parts of a link that is bad in others', () => {
    const { state, notices } = parseLink('?date=nonsense&hide=SNA&lang=ar&view=a_b_c', context)
    expect(state).toEqual(viewWith({ hidden: ['SNA'], lang: 'ar' }))
    expect(notices).toEqual([
      { key: 'date', value: 'nonsense', reason: 'not-a-date' },
      { key: 'view', value: 'a_b_c', reason: 'not-a-number' },
    ])
  })

  it('takes the first of two', () => {
    const { state, notices } = parseLink('?date=2024-12-01&date=2024-12-02&hide=UN&only=HTS', context)
    expect(state).toEqual(viewWith({ day: dayOf('2024-12-01'), hidden: ['UN'] }))
    expect(notices).toEqual([
      { key: 'date', value: '2024-12-02', reason: 'duplicate' },
      { key: 'only', value: 'HTS', reason: 'duplicate' },
    ])
  })

  it('says each thing once, and quotes nothing that would turn the words round it', () => {
    const { notices } = parseLink(`?${'date=x&'.repeat(300)}place=%E2%80%AEgo%20there%07`, context)
    expect(notices).toEqual([
      { key: 'date', value: 'x', reason: 'not-a-date' },
      { key: 'date', value: 'x', reason: 'duplicate' },
      { key: 'place', value: 'go there', reason: 'malformed' },
    ])
  })

  it('forgives capitals, commas and what chat programs make of a link', () => {
    const { state, notices } = parseLink('?hide=sna%2Cun&view=36.5%2C35%2C7&lang=AR', context)
    expect(notices).toEqual([])
    expect(state).toEqual(
      viewWith({ hidden: ['SNA', 'UN'], camera: { lon: 36.5, lat: 35, zoom: 7, bearing: 0 }, lang: 'ar' }),
    )
  })

  it('takes digits as keyboards for Arabic and Persian write them', () => {
    const { state, notices } = parseLink(
      '?date=٢٠٢٤-١٢-٠٥&view=۳۶.۵_۳۵_۸&range=٢٠٢٤-١١-٢٧..٢٠٢٤-١٢-٠٨',
      context,
    )
    const { state: same } = parseLink('?date=2024-12-05&view=36.5_35_8&range=2024-11-27..2024-12-08', context)
    expect(state).toEqual(same)
    expect(notices).toEqual([])
  })

  it('takes the ends of a range in either order, and as ISO 8601 writes them', () => {
    const range = { start: dayOf('2024-11-27'), end: dayOf('2024-12-08') }
    for (const text of ['2024-12-08..2024-11-27', '2024-11-27/2024-12-08', '2024-11-27%2F2024-12-08'])
      expect(parseLink(`?range=${text}`, context)).toMatchObject({ state: { range }, notices: [] })
  })

  it('is not fooled by names that every object has', () => {
    const { state, unknown } = parseLink('?__proto__=1&constructor=2&toString=3', context)
    expect(state).toEqual(defaultState(context))
    expect(unknown.map(([key]) => key)).toEqual(['__proto__', 'constructor', 'toString'])
  })

  it('cuts short what is very long, and says so', () => {
    const long = 'x'.repeat(100_000)
    expect(parseLink(`?date=${long}`, context).notices.map((n) => n.reason)).toEqual(['too-long', 'too-long'])
    expect(parseLink(`?foo=${'x'.repeat(600)}`, context)).toMatchObject({
      unknown: [],
      notices: [{ key: 'foo', value: `${'x'.repeat(40)}…`, reason: 'too-long' }],
    })
    const many = Array.from({ length: 40 }, (_, i) => `k${i}=1`).join('&')
    expect(parseLink(many, context).unknown).toHaveLength(32)
  })
})

describe('unknown keys', () => {
  it('survive, in their order, after the known ones', () => {
    const { state, unknown } = parseLink(
      '?note=a b&date=2024-12-01&x=%D8%AD%D9%85%D8%A7%D8%A9&empty&v=1',
      context,
    )
    expect(unknown).toEqual([
      ['note', 'a b'],
      ['x', 'حماة'],
      ['empty', ''],
    ])
    expect(formatLink(state, context, unknown)).toBe(
      '?date=2024-12-01&note=a%20b&x=%D8%AD%D9%85%D8%A7%D8%A9&empty=&v=1',
    )
  })

  it('never bring punctuation to the end or markup into the link', () => {
    const link = formatLink(defaultState(context), context, [['a', `<img src=x onerror="alert('1')">!).`]])
    expect(link).toMatch(/^\?[\w%.&=-]*[a-zA-Z0-9]$/)
  })
})

describe('the table', () => {
  it('names every key once, and no key before its version', () => {
    const names = KEYS.map(({ name }) => name)
    expect(new Set(names).size).toBe(names.length)
    for (const { name, since } of KEYS) {
      expect(name).toMatch(/^[a-z]+$/)
      expect(since).toBeGreaterThanOrEqual(1)
      expect(since).toBeLessThanOrEqual(LINK_VERSION)
    }
  })

  it('covers every field of the view', () => {
    expect(Object.keys(defaultState(context)).sort()).toEqual([
      'at',
      'atlas',
      'beside',
      'by',
      'camera',
      'changes',
      'count',
      'day',
      'embed',
      'event',
      'hidden',
      'hiddenPosts',
      'kinds',
      'lang',
      'layers',
      'light',
      'loop',
      'mode',
      'panel',
      'place',
      'quiet',
      'range',
      'site',
      'span',
      'speed',
      'split',
      'story',
      'theme',
      'where',
      'with',
    ])
  })

  it('has a migration from every earlier version', () => {
    expect(MIGRATIONS.map(({ from }) => from)).toEqual(Array.from({ length: LINK_VERSION }, (_, i) => i))
  })
})

describe('several atlases', () => {
  it('are named in the link, except the first', () => {
    const early = { ...defaultState(context), atlas: 'early' }
    expect(formatLink(early, context)).toBe('?atlas=early&date=2024-11-26&v=1')
    expect(formatLink(defaultState(context), context)).toBe('?date=2024-11-26&v=1')
    expect(parseLink('?atlas=early&v=1', context).state.atlas).toBe('early')
    expect(parseLink('?v=1', context).state.atlas).toBe('main')
  })

  it('that do not exist give way to the first, with a notice', () => {
    const { state, notices } = parseLink('?atlas=late&v=1', context)
    expect(state.atlas).toBe('main')
    expect(notices).toEqual([{ key: 'atlas', value: 'late', reason: 'unknown-value' }])
  })

  it('are changed with language and theme, and nothing else of the view', () => {
    const view = viewWith({ lang: 'ar', theme: 'dark', hidden: ['SNA'], panel: 'why', place: 'hama' })
    expect(linkToAtlas('early', view, context)).toBe('?atlas=early&theme=dark&lang=ar&v=1')
    expect(linkToAtlas('main', { lang: null, theme: null, light: null }, context)).toBe('?v=1')
    expect(saysAView('?atlas=early&theme=dark&lang=ar&v=1')).toBe(false)
    expect(saysAView('?atlas=early&date=2024-12-01&v=1')).toBe(true)
  })

  it('stand beside each other by a day of each', () => {
    const beside = { atlas: 'early', day: dayOf('2020-03-06') }
    const search = '?date=2024-12-01&beside=2020-03-06.early&v=1'
    expect(parseLink(search, context)).toMatchObject({ state: { beside, with: null }, notices: [] })
    expect(formatLink(viewWith({ day: dayOf('2024-12-01'), beside }), context)).toBe(search)
    const { notices, state } = parseLink('?beside=2024-12-01.early&v=1', context)
    expect(state.beside).toEqual(beside)
    expect(notices).toEqual([{ key: 'beside', value: '2024-12-01.early', reason: 'out-of-range' }])
  })

  it.each([
    ['2020-03-06.late', 'unknown-value'],
    ['2024-12-01.main', 'unknown-value'],
    ['2020-03-06', 'malformed'],
    ['2020-03-06.early.main', 'malformed'],
    ['2020-02-30.early', 'not-a-date'],
    ['early', 'malformed'],
  ])('beside=%s compares nothing, with a notice', (value, reason) => {
    const { state, notices } = parseLink(`?beside=${value}&v=1`, context)
    expect(state.beside).toBeNull()
    expect(notices).toEqual([{ key: 'beside', value, reason }])
  })

  it('change places with the view, in language and theme, and without what only one of them knows', () => {
    const view = viewWith({
      lang: 'ar',
      split: 30,
      hidden: ['SNA'],
      place: 'hama',
      with: dayOf('2024-12-01'),
    })
    const there = { atlas: 'early', day: dayOf('2020-03-06') }
    const here = { atlas: 'main', day: dayOf('2024-11-26') }
    const { lang, theme, light, split } = view
    expect(linkToComparison({ ...there, beside: here, lang, theme, light, split }, context)).toBe(
      '?atlas=early&date=2020-03-06&beside=2024-11-26.main&split=30&lang=ar&v=1',
    )
  })
})
