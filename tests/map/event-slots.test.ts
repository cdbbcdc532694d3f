import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { NO_SLOT, SLOTS, type Slotted, slotsAt } from '../../src/map/event-slots.ts'

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
