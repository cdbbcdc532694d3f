import { describe, expect, it } from 'vitest'
import { dayOf } from '../../src/chronicle/day.ts'
import { parseLink } from '../../src/link/link.ts'
import type { LinkState } from '../../src/link/state.ts'
import { context, viewWith } from './context.ts'

/** Links as they have been published. Never edit a row: a link out in the world cannot be edited either. Add rows. */
const CORPUS: [search: string, fields: Partial<LinkState>][] = [
  // version 0: written by hand, or by other programs
  ['?day=2024-12-05', { day: dayOf('2024-12-05') }],
  ['?date=2024-12-05', { day: dayOf('2024-12-05') }],
  ['?day=2024-12-05&compare=2024-11-29', { day: dayOf('2024-12-05'), with: dayOf('2024-11-29') }],
  ['?map=8.5/35.13/36.75', { camera: { lon: 36.75, lat: 35.13, zoom: 8.5, bearing: 0 } }],
  ['?lat=35.13&lon=36.75&zoom=8', { camera: { lon: 36.75, lat: 35.13, zoom: 8, bearing: 0 } }],
  ['?zoom=8&lng=36.75&lat=35.13', { camera: { lon: 36.75, lat: 35.13, zoom: 8, bearing: 0 } }],
  ['?factions=SDF,ISIS', { hidden: context.factions.filter((id) => id !== 'SDF' && id !== 'ISIS') }],
  ['?language=ar', { lang: 'ar' }],
  ['?view=36.75,35.13,8', { camera: { lon: 36.75, lat: 35.13, zoom: 8, bearing: 0 } }],
  // version 1
  ['?date=2024-12-05&v=1', { day: dayOf('2024-12-05') }],
  ['?date=2024-11-30&hide=SNA.UN&v=1', { day: dayOf('2024-11-30'), hidden: ['SNA', 'UN'] }],
  [
    '?date=2024-12-09&view=36.3_33.5_10.25_45&place=damascus&panel=why&lang=ar&v=1',
    {
      day: dayOf('2024-12-09'),
      camera: { lon: 36.3, lat: 33.5, zoom: 10.25, bearing: 45 },
      place: 'damascus',
      panel: 'why',
      lang: 'ar',
    },
  ],
  [
    '?date=2024-12-08&with=2024-11-26&mode=tint&layers=none&speed=4&theme=dark&v=1',
    {
      day: dayOf('2024-12-08'),
      with: dayOf('2024-11-26'),
      mode: 'tint',
      layers: [],
      speed: 4,
      theme: 'dark',
    },
  ],
  [
    '?date=2024-12-01&at=37.16_36.2&story=twelve-days.2&v=1',
    { day: dayOf('2024-12-01'), at: [37.16, 36.2], story: { id: 'twelve-days', step: 2 } },
  ],
]

describe('links of earlier days', () => {
  it.each(CORPUS)('%s', (search, fields) => {
    expect(parseLink(search, context)).toEqual({ state: viewWith(fields), notices: [], unknown: [] })
  })

  it('never lets an old spelling win over a new one', () => {
    const { state } = parseLink('?day=2024-12-05&date=2024-12-06&lat=1&lon=1&zoom=1&view=36_35_7', context)
    expect(state).toEqual(
      viewWith({ day: dayOf('2024-12-06'), camera: { lon: 36, lat: 35, zoom: 7, bearing: 0 } }),
    )
  })

  it('does not read old spellings in a link that has a version', () => {
    const { state, unknown } = parseLink('?day=2024-12-05&lat=35&lon=36&zoom=7&v=1', context)
    expect(state).toEqual(viewWith({}))
    expect(unknown.map(([key]) => key)).toEqual(['day', 'lat', 'lon', 'zoom'])
  })

  it('leaves half a position alone', () => {
    expect(parseLink('?lat=35&lon=36', context).unknown).toHaveLength(2)
    expect(parseLink('?map=somewhere', context).unknown).toEqual([['map', 'somewhere']])
  })
})
