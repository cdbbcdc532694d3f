import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { createClock } from '../../src/clock/index.ts'
import type { LinkHistory } from '../../src/link/index.ts'
import { createSession } from '../../src/ui/session.ts'
import { createFakeSchedule } from '../clock/fake-schedule.ts'

const START = 20_053
const CONTEXT = {
  start: START,
  end: START + 100,
  factions: ['RED', 'BLUE'],
  languages: ['en', 'ar'],
  layers: ['positions', 'roads'],
  speeds: [0.5, 1, 2],
  bbox: [35, 32, 42, 37] as const,
}

function setUp(search = '') {
  const log: string[] = []
  let goBack: (search: string) => void = () => {}
  const bar: LinkHistory = {
    push: (text) => log.push(`push ${text}`),
    gesture: (text) => log.push(`gesture ${text}`),
    replace: (text) => log.push(`replace ${text}`),
    endGesture: () => log.push('endGesture'),
    dispose: () => log.push('dispose'),
  }
  const schedule = createFakeSchedule()
  const session = createSession({
    context: CONTEXT,
    search,
    createClock: ({ day, speed, range, loop, quiet }) =>
      createClock({
        start: CONTEXT.start,
        end: CONTEXT.end,
        changeDays: [START + 3, START + 9],
        day,
        speed,
        range,
        loop,
        skipQuiet: quiet === 'skip',
        schedule,
      }),
    history: (onReturn) => {
      goBack = onReturn
      return bar
    },
  })
  return { session, log, schedule, goBack: (text: string) => goBack(text) }
}

beforeEach(() => {
  vi.stubGlobal('location', new URL('https://example.org/map/?x=1#y'))
  vi.stubGlobal('document', { baseURI: 'https://example.org/map/' })
})
afterEach(() => vi.unstubAllGlobals())

describe('the session', () => {
  it('begins with what the link says', () => {
    const { session, log } = setUp('?date=2024-12-05&hide=BLUE&panel=keys&v=1')
    expect(session.clock.getSnapshot().day).toBe(20_062)
    expect(session.getView()).toMatchObject({ hidden: ['BLUE'], panel: 'keys' })
    expect(session.notices).toEqual([])
    expect(log).toEqual([])
  })

  it('tells what it could not take from the link', () => {
    expect(setUp('?date=yesterday&v=1').session.notices).toMatchObject([
      { key: 'date', reason: 'not-a-date' },
    ])
  })

  it('makes an entry for a deliberate step, and none for a step that changes nothing', () => {
    const { session, log } = setUp()
    const seen = vi.fn()
    session.subscribe(seen)
    session.change({ panel: 'about' })
    session.change({ panel: 'about' })
    expect(log).toEqual([expect.stringMatching(/^push .*panel=about/)])
    expect(seen).toHaveBeenCalledTimes(1)
    session.clock.step(1)
    expect(log[1]).toMatch(/^push .*date=2024-11-27/)
  })

  it('rewrites the entry while the map moves', () => {
    const { session, log } = setUp()
    session.replace({ camera: { lon: 38, lat: 35, zoom: 7, bearing: 0 } })
    expect(log).toEqual([expect.stringMatching(/^replace .*view=38_35_7/)])
  })

  it('takes a whole drag for one step', () => {
    const { session, log } = setUp()
    session.holdDay()
    for (let i = 1; i <= 3; i++) session.clock.setDay(START + i)
    session.releaseDay()
    session.clock.setDay(START + 9)
    expect(log.map((line) => line.split(' ')[0])).toEqual([
      'gesture',
      'gesture',
      'gesture',
      'endGesture',
      'push',
    ])
  })

  it('takes a whole stretch of play for one step', () => {
    const { session, log, schedule } = setUp()
    session.clock.play()
    for (let i = 0; i < 30; i++) schedule.frame(100)
    session.clock.pause()
    const kinds = log.map((line) => line.split(' ')[0])
    expect(kinds.filter((kind) => kind === 'gesture').length).toBeGreaterThan(2)
    expect(kinds.at(-1)).toBe('endGesture')
    expect(kinds).not.toContain('push')
  })

  it('follows the address bar back without writing to it', () => {
    const { session, log, goBack } = setUp('?date=2024-12-05&v=1')
    const returned = vi.fn()
    session.onReturn(returned)
    goBack('?date=2024-11-28&hide=RED&speed=2&v=1')
    expect(session.clock.getSnapshot()).toMatchObject({ day: START + 2, speed: 2 })
    expect(session.getView().hidden).toEqual(['RED'])
    expect(returned).toHaveBeenCalledTimes(1)
    expect(log).toEqual([])
  })

  it('tells range, loop and quiet days, and follows the address bar back to them', () => {
    const { session, log, goBack } = setUp('?range=2024-11-28..2024-12-02&loop=range&quiet=play&v=1')
    const { clock } = session
    const range = { start: START + 2, end: START + 6 }
    expect(clock.getSnapshot()).toMatchObject({ range, loop: 'range', skipQuiet: false })
    clock.setRange(null)
    clock.setSkipQuiet(true)
    expect(log.map((line) => line.replace(/date=[^&]*&/, ''))).toEqual([
      'push ?loop=all&quiet=play&v=1',
      'replace ?loop=all&v=1',
    ])
    goBack('?range=2024-11-28..2024-12-02&loop=range&quiet=play&v=1')
    expect(clock.getSnapshot()).toMatchObject({ range, loop: 'range', skipQuiet: false })
    expect(log).toHaveLength(2)
  })

  it('tells which changes count, as a step, and follows the address bar back', () => {
    const { session, log, goBack } = setUp()
    session.clock.setCounting('view')
    expect(log).toEqual(['push ?date=2024-11-26&changes=view&v=1'])
    goBack('?v=1')
    expect(session.clock.getSnapshot().counting).toBe('all')
    expect(log).toHaveLength(1)
  })

  it('keeps telling after a listener has thrown while the address bar was followed', () => {
    const { session, log, goBack } = setUp()
    const leave = session.clock.subscribe(() => {
      throw new Error('a listener')
    })
    expect(() => goBack('?date=2024-11-30&v=1')).toThrow('a listener')
    leave()
    session.clock.setDay(START + 5)
    expect(log).toEqual([expect.stringMatching(/^push /)])
  })

  it('takes a whole drag of an end of the range for one step', () => {
    const { session, log } = setUp()
    session.holdDay()
    for (let i = 1; i <= 3; i++) session.clock.setRange({ start: START + i, end: START + 9 })
    session.releaseDay()
    expect(log.map((line) => line.split(' ')[0])).toEqual(['gesture', 'gesture', 'gesture', 'endGesture'])
  })

  it('does not tell of the stretch that is played first: it is no choice of the reader', () => {
    const { session, log } = setUp('?speed=2&v=1')
    session.clock.playStretch({ start: START, end: START + 5 }, 0.5)
    expect(session.address()).toBe('https://example.org/map/?date=2024-11-26&speed=2&v=1')
    session.clock.pause()
    expect(log).toEqual(['endGesture'])
  })

  it('gives the address of exactly this view, with the keys it did not know', () => {
    const { session } = setUp('?date=2024-12-05&from=friend&v=1')
    session.change({ hidden: ['RED'] })
    expect(session.address()).toBe('https://example.org/map/?date=2024-12-05&hide=RED&from=friend&v=1')
  })
})
