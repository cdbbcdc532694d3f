import gjv from 'geojson-validation'
import { describe, expect, it } from 'vitest'
import { areasOn } from '../../src/chronicle/areas.ts'
import { isoOf } from '../../src/chronicle/day.ts'
import { periodAt } from '../../src/chronicle/history.ts'
import { groundBetween, groundGeojson, groundOn } from '../../src/formats/ground.ts'
import { frozen, frozenAtlas } from '../fixtures/frozen.ts'

const atlas = frozenAtlas()
const naming = { factions: frozen('factions.json'), language: 'en' }
const day = atlas.start + 12
const ground = groundGeojson(atlas, groundOn(atlas, naming, day))

describe('the ground of a day as GeoJSON', () => {
  it('is valid, with outer rings against the clock and coordinates without noise', () => {
    expect(gjv.isFeatureCollection(ground, true)).toEqual([])
    for (const { geometry } of ground.features)
      for (const rings of geometry.coordinates)
        rings.forEach((ring, i) => {
          const twice = ring.slice(1).reduce((sum, [x, y], at) => sum + ring[at][0] * y - x * ring[at][1], 0)
          expect(twice > 0).toBe(i === 0)
        })
    for (const number of JSON.stringify(ground.features.map(({ geometry }) => geometry)).match(/\d+\.\d+/g)!)
      expect(number.split('.')[1].length).toBeLessThanOrEqual(5)
  })

  it('says of every face who holds it, by the names of the day in the language asked for, and loses no ground', () => {
    expect(ground.features).toHaveLength(atlas.faces.length)
    const arabic = groundOn(atlas, { ...naming, language: 'ar' }, day)
    ground.features.forEach(({ properties }, i) => {
      const { holder } = periodAt(atlas.faces[i].history, day)
      expect(properties.faction).toBe(atlas.factions[holder])
      expect(properties.name).toMatch(/[a-z]/)
      expect(arabic[i].properties.name).toMatch(/[\u0600-\u06ff]/)
      expect(properties.other === null).toBe(properties.other_name === null)
    })
    const bands = areasOn(atlas, day)
    atlas.factions.forEach((id, i) => {
      const km2 = ground.features
        .filter(({ properties }) => properties.faction === id)
        .reduce((sum, { properties }) => sum + properties.km2, 0)
      expect(km2).toBeGreaterThanOrEqual(bands[i].low - 1)
      expect(km2).toBeLessThanOrEqual(bands[i].high + 1)
    })
  })
})

describe('the ground of a stretch', () => {
  it('has on each of its days the same pieces as the ground of that day', () => {
    const stretch = { from: day - 6, to: day + 2 }
    const pieces = groundBetween(atlas, naming, stretch)
    for (let on = stretch.from; on <= stretch.to; on++) {
      const iso = isoOf(on)
      const valid = pieces.filter(
        ({ properties: { start_date, end_date } }) =>
          start_date! <= iso && (end_date === null || end_date! > iso),
      )
      const holders = (list: typeof pieces) => list.map(({ properties: p }) => [p.faction, p.state, p.other])
      expect(valid.map(({ face }) => face)).toEqual(atlas.faces)
      expect(holders(valid)).toEqual(holders(groundOn(atlas, naming, on)))
    }
  })
})
