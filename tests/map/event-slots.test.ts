import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { decodeEvents, eventsFileOf, hasMark } from '../../src/chronicle/events.ts'
import {
  levelAt,
  MARK_ROOM,
  NO_SLOT,
  SLOTS,
  type Slotted,
  sizeAt,
  slotsAt,
  slotsOf,
} from '../../src/map/event-slots.ts'
import { labelLanguages } from '../../src/map/label-layers.ts'
import { type NamedPoint, nameBox, namedPoints } from '../../src/map/name-boxes.ts'
import { frozen, frozenLabels, frozenTable } from '../fixtures/frozen.ts'

const WIDTH = 16
const mark: fc.Arbitrary<Slotted> = fc
  .record({
    lon: fc.double({ min: 36, max: 37, noNaN: true }),
    lat: fc.double({ min: 34, max: 35, noNaN: true }),
    from: fc.integer({ min: 0, max: 40 }),
    to: fc.integer({ min: 0, max: 40 }).map((more) => more),
    weight: fc.integer({ min: 0, max: 9 }),
  })
  .map((one) => ({ ...one, to: one.from + (one.to % 12) }))

/** Pixels from the corner of the world, as the map counts them. */
function pixel({ lon, lat }: Slotted, zoom: number): [number, number] {
  const scale = 512 * 2 ** zoom
  const y = Math.log(Math.tan(Math.PI / 4 + (lat * Math.PI) / 360))
  return [(lon / 360 + 0.5) * scale, (0.5 - y / (2 * Math.PI)) * scale]
}

describe('slots of marks', () => {
  it('never let two marks that are seen on one day overlap', () => {
    fc.assert(
      fc.property(fc.array(mark, { maxLength: 60 }), fc.integer({ min: 4, max: 9 }), (marks, zoom) => {
        const slots = slotsAt(marks, zoom, WIDTH, SLOTS.length)
        const at = marks.map((one, i) => {
          const [x, y] = pixel(one, zoom)
          const [dx, dy] = SLOTS[Math.max(0, slots[i])]
          return [x + dx * WIDTH, y + dy * WIDTH]
        })
        marks.forEach((a, i) => {
          for (let j = 0; j < i; j++) {
            const b = marks[j]
            if (slots[i] === NO_SLOT || slots[j] === NO_SLOT || a.from > b.to || b.from > a.to) continue
            expect(Math.hypot(at[i][0] - at[j][0], at[i][1] - at[j][1])).toBeGreaterThan(WIDTH * 0.97)
          }
        })
      }),
    )
  })

  it('leave the heaviest mark on its point, and all marks there when they are never seen together', () => {
    const here = { lon: 36.3, lat: 33.5 }
    const together: Slotted[] = [1, 5, 3].map((weight) => ({ ...here, from: 0, to: 5, weight }))
    expect(slotsAt(together, 6, WIDTH, 7)[1]).toBe(0)
    expect(new Set(slotsAt(together, 6, WIDTH, 7)).size).toBe(3)
    const apart: Slotted[] = [0, 10, 20].map((from) => ({ ...here, from, to: from + 5, weight: 1 }))
    expect(slotsAt(apart, 6, WIDTH, 7)).toEqual([0, 0, 0])
  })

  it('give up the lightest when there is no room', () => {
    const crowd: Slotted[] = Array.from({ length: 9 }, (_, weight) => ({
      lon: 36,
      lat: 34,
      from: 0,
      to: 1,
      weight,
    }))
    const slots = slotsAt(crowd, 5, WIDTH, 7)
    expect(slots.filter((slot) => slot === NO_SLOT)).toHaveLength(2)
    expect(slots.slice(0, 2)).toEqual([NO_SLOT, NO_SLOT])
  })
})

describe('signs beside the names of cities and towns', () => {
  const events = decodeEvents(eventsFileOf(frozenTable('events/events.csv'))).filter((event) =>
    hasMark(event, frozen('conflict.json').bbox),
  )
  const { major } = frozenLabels()

  /** @returns share of the marks on the map that lie on a name, at a zoom inside a level */
  function covered(names: readonly NamedPoint[], avoided: readonly NamedPoint[], zoom: number): number {
    const slots = slotsOf(events, levelAt(zoom), avoided)
    const size = sizeAt(zoom)
    const boxes = names.flatMap((name) => {
      const box = nameBox(name, zoom)
      if (!box) return []
      const [x, y] = pixel(name as unknown as Slotted, zoom)
      return [{ minX: x + box.minX, maxX: x + box.maxX, minY: y + box.minY, maxY: y + box.maxY }]
    })
    const drawn = slots.flatMap((slot, i) => (slot === NO_SLOT ? [] : [{ slot, event: events[i] }]))
    const on = drawn.filter(({ slot, event }) => {
      const [px, py] = pixel(event as unknown as Slotted, zoom)
      const [x, y] = [px + SLOTS[slot][0] * MARK_ROOM * size, py + SLOTS[slot][1] * MARK_ROOM * size]
      return boxes.some(({ minX, maxX, minY, maxY }) => {
        const [dx, dy] = [x - Math.min(Math.max(x, minX), maxX), y - Math.min(Math.max(y, minY), maxY)]
        // Its middle, or nearly: an edge of it under a letter does no harm.
        return Math.hypot(dx, dy) < 3 * size
      })
    })
    return on.length / drawn.length
  }

  it.each(['en', 'ar'])('lie on next to none of them, on any day and at any zoom (%s)', (language) => {
    const names = namedPoints(major, labelLanguages(language, ['en', 'ar']))
    for (const zoom of [5.6, 6.3, 7.4, 8.2, 9.3, 10.2, 11.5]) {
      expect(covered(names, [], zoom), `${zoom}`).toBeGreaterThan(0.1)
      expect(covered(names, names, zoom), `${zoom}`).toBeLessThan(0.08)
    }
  })
})
