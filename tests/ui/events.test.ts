import { describe, expect, it } from 'vitest'
import type { Faction } from '../../src/chronicle/conflict.ts'
import { dayOf } from '../../src/chronicle/day.ts'
import { decodeEvents, EVENT_KINDS, eventsFileOf } from '../../src/chronicle/events.ts'
import { eventDays } from '../../src/ui/dock/event-ticks.tsx'
import { answerTo } from '../../src/ui/map/answer.ts'
import { shownPosts } from '../../src/ui/map/looks.ts'
import { byDay, eventsListed, neighbours } from '../../src/ui/panels/events/event-list.ts'
import { frozen, frozenTable } from '../fixtures/frozen.ts'

const events = decodeEvents(eventsFileOf(frozenTable('events/events.csv')))
const day = dayOf('2024-12-08')
const list = (over: Partial<Parameters<typeof eventsListed>[1]>) =>
  eventsListed(events, { day, reach: 3, text: '', kinds: EVENT_KINDS, ...over })

describe('the list of events', () => {
  it('holds what touches the days around the one shown', () => {
    for (const reach of [3, 7, 30] as const) {
      const shown = list({ reach })
      expect(shown).toEqual(events.filter(({ start, end }) => start <= day + reach && end >= day - reach))
      expect(shown.length).toBeGreaterThan(reach)
    }
    expect(list({ reach: null })).toEqual(events)
  })

  it('finds words of all days, in both languages, of the kinds that are on', () => {
    const ids = (text: string) => list({ text }).map(({ id }) => id)
    expect(ids('saydnaya')).toContain('EV056')
    expect(ids('صيدنايا')).toContain('EV056')
    expect(ids('tishrin drone').length).toBeGreaterThan(0)
    expect(ids('EV217')).toEqual(['EV217'])
    expect(ids('xyzzy')).toEqual([])
    expect(list({ text: 'saydnaya', kinds: ['strike'] })).toEqual([])
    expect(list({ kinds: [] })).toEqual([])
  })

  it('is grouped by first day without losing any', () => {
    const groups = byDay(events)
    expect(groups.flatMap((group) => group.events)).toEqual(events)
    expect(new Set(groups.map((group) => group.day)).size).toBe(groups.length)
  })

  it('leads from one event to the next', () => {
    expect(neighbours(events, events[0]).before).toBeNull()
    expect(neighbours(events, events[3])).toEqual({ before: events[2], after: events[4] })
    expect(neighbours(events, events[events.length - 1]).after).toBeNull()
  })
})

describe('events on the track', () => {
  it('are all marked where there is room, the weighty ones where there is not', () => {
    const [all, few] = [eventDays(events, 20), eventDays(events, 2)]
    expect(few.length).toBeLessThan(all.length / 2)
    expect(few.every((one) => all.includes(one))).toBe(true)
    for (const key of ['2024-11-27', '2024-12-08', '2025-03-06', '2025-03-10', '2025-07-13']) {
      expect(few, key).toContain(dayOf(key))
    }
    expect(all).toEqual([...all].sort((a, b) => a - b))
  })
})

describe('a click', () => {
  const ground = { lon: 36, lat: 35, event: null, position: null }

  it('asks for the event, else for the position, else for the ground', () => {
    expect(answerTo({ ...ground, event: events[0] }, 'why')).toMatchObject({
      event: events[0].id.toLowerCase(),
      panel: 'event',
      at: null,
    })
    expect(answerTo(ground, 'why')).toEqual({ at: [36, 35], place: null, panel: 'why' })
  })
})

describe('switches of positions', () => {
  const factions = frozen('factions.json') as Faction[]
  const shown = (hidden: string[], hiddenPosts: string[]) => shownPosts(factions, hidden, hiddenPosts)

  it.each(['RUS', 'TUR', 'USA', 'IRN'])('%s has only positions: one switch', (id) => {
    expect(shown([], []).has(id)).toBe(true)
    expect(shown([id], []).has(id)).toBe(false)
    expect(shown([id], []).size).toBe(factions.length - 1)
  })

  it.each(['IDF', 'UN'])('%s has ground too: its posts have a switch of their own', (id) => {
    expect(shown([id], []).has(id)).toBe(true)
    expect(shown([], [id]).has(id)).toBe(false)
  })
})
