import gjv from 'geojson-validation'
import { describe, expect, it } from 'vitest'
import { areasOn } from '../../src/chronicle/areas.ts'
import { groundOn } from '../../src/chronicle/ground-geojson.ts'
import { periodAt } from '../../src/chronicle/history.ts'
import { frozen, frozenAtlas } from '../fixtures/frozen.ts'

const atlas = frozenAtlas()
const factions = frozen('factions.json')
const day = atlas.start + 12
const ground = groundOn(atlas, factions, day)

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

  it('says of every face who holds it, by the names of the day, and loses no ground', () => {
    expect(ground.features).toHaveLength(atlas.faces.length)
    ground.features.forEach(({ properties }, i) => {
      const { holder } = periodAt(atlas.faces[i].history, day)
      expect(properties?.faction).toBe(atlas.factions[holder])
      expect(properties?.name).toMatch(/\w/)
      expect(properties?.name_ar).toMatch(/[\u0600-\u06ff]/)
    })
    const bands = areasOn(atlas, day)
    atlas.factions.forEach((id, i) => {
      const km2 = ground.features
        .filter(({ properties }) => properties?.faction === id)
        .reduce((sum, { properties }) => sum + properties?.km2, 0)
      expect(km2).toBeGreaterThanOrEqual(bands[i].low - 1)
      expect(km2).toBeLessThanOrEqual(bands[i].high + 1)
    })
  })
})
