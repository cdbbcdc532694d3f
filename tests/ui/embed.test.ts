/** What pages round a frame may say to the map; that it is done is looked at in tests/browser/travel.test.ts. */
import { describe, expect, it } from 'vitest'
import { dayOf } from '../../src/chronicle/day.ts'
import { type EmbedRequest, readRequest, wantedBy } from '../../src/ui/embed/messages.ts'
import { context } from '../link/context.ts'

const set = (request: object) =>
  wantedBy({ frontMap: 1, do: 'set', ...request } as Extract<EmbedRequest, { do: 'set' }>, context)

describe('a message', () => {
  it.each([[null], ['text'], [{ type: 'webpackOk' }], [{ frontmap: 1 }], [[1, 2]]])(
    'that is meant for somebody else is left alone: %j',
    (data) => {
      expect(readRequest(data)).toBeNull()
    },
  )

  it.each([
    [{ frontMap: 2, do: 'get' }, 'version 1'],
    [{ frontMap: 1, do: 'eval' }, 'get, set, play or pause'],
    [{ frontMap: 1, do: 'set', day: 20241205 }, 'day must be'],
    [{ frontMap: 1, do: 'set', view: [36, 35] }, 'view must be'],
    [{ frontMap: 1, do: 'set', view: [36, 35, Number.NaN] }, 'view must be'],
    [{ frontMap: 1, do: 'set', factions: 'SDF' }, 'factions must be'],
    [{ frontMap: 1, do: 'set', link: {} }, 'link must be'],
  ])('that makes no sense says why: %j', (data, reason) => {
    expect(() => readRequest(data)).toThrow(reason)
  })

  it('changes what it names and nothing else', () => {
    expect(set({ day: '2024-12-05' })).toEqual({ named: { day: dayOf('2024-12-05') }, notices: [] })
    expect(set({ view: [36.300001, 1e-9 + 33.5, 8] }).named).toEqual({
      camera: { lon: 36.3, lat: 33.5, zoom: 8, bearing: 0 },
    })
    expect(set({ factions: 'all' }).named).toEqual({ hidden: [] })
    expect(set({ factions: [] }).named).toEqual({ hidden: context.factions })
    expect(set({ link: '?with=2024-11-26&mode=tint' }).named).toEqual({
      with: dayOf('2024-11-26'),
      mode: 'tint',
    })
    expect(set({ link: 'd/2024-12-05/' }).named).toEqual({ day: dayOf('2024-12-05') })
  })

  it('says of what it could not take', () => {
    expect(set({ day: '2031-01-01' }).notices).toMatchObject([{ key: 'date', reason: 'out-of-range' }])
    expect(set({ view: [120, 35, 8] })).toMatchObject({ named: {}, notices: [{ key: 'view' }] })
    expect(set({ day: 'yesterday' }).named).toEqual({})
    expect(set({ factions: ['NOBODY'] }).notices).toMatchObject([{ key: 'only', reason: 'unknown-value' }])
  })
})
