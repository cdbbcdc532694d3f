import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { kmBetween, Nearest } from '../../src/chronicle/nearest.ts'

const point = fc.record({
  lon: fc.double({ min: 35, max: 43, noNaN: true }),
  lat: fc.double({ min: 32, max: 38, noNaN: true }),
})

describe('distance', () => {
  it('is the great circle', () => {
    // Damascus to Aleppo, as any gazetteer gives it: about 310 km.
    expect(kmBetween(36.2765, 33.5138, 37.1343, 36.2021)).toBeCloseTo(309, -1)
    expect(kmBetween(0, 0, 180, 0)).toBeCloseTo(Math.PI * 6371.0088, 3)
    expect(kmBetween(36, 34, 36, 34)).toBe(0)
  })
})

describe('the nearest of many points', () => {
  it('is the one that measuring them all finds', () => {
    fc.assert(
      fc.property(fc.array(point, { minLength: 1, maxLength: 60 }), point, (points, { lon, lat }) => {
        const near = new Nearest(points).find(lon, lat)!
        const least = Math.min(...points.map((other) => kmBetween(lon, lat, other.lon, other.lat)))
        expect(near.km).toBeCloseTo(least, 9)
      }),
    )
  })

  it('within a distance are all of them, in order', () => {
    fc.assert(
      fc.property(
        fc.array(point, { maxLength: 60 }),
        point,
        fc.double({ min: 0, max: 300, noNaN: true }),
        (points, { lon, lat }, km) => {
          const found = new Nearest(points).within(lon, lat, km).map((near) => near.km)
          const all = points.map((other) => kmBetween(lon, lat, other.lon, other.lat))
          expect(found).toEqual(all.filter((other) => other <= km).sort((a, b) => a - b))
        },
      ),
    )
  })

  it('is nothing where there is no point, or no place to ask from', () => {
    expect(new Nearest([]).find(36, 34)).toBeNull()
    expect(new Nearest([]).within(36, 34, 100)).toEqual([])
    expect(new Nearest([{ lon: 36, lat: 34 }]).find(Number.NaN, 34)).toBeNull()
  })
})
