/** Whether a reader finds names to go by, wherever people live: every view is drawn as a picture would draw it. */
import { describe, expect, it } from 'vitest'
import { LEAST_VIEW, labelLevels } from '../../src/derive/label-levels.ts'
import type { Labels } from '../../src/derive/labels.ts'
import { LABEL_SOURCES, labelLanguages } from '../../src/map/label-layers.ts'
import { stillStyle } from '../../src/still/base-map.ts'
import { type View, viewOf } from '../../src/still/camera.ts'
import { drawLabels } from '../../src/still/labels.ts'
import { plainText } from '../../src/still/plain-text.ts'
import { frozenLabels } from '../fixtures/frozen.ts'

const { major, minor } = frozenLabels()
const places = [...major.features, ...minor.features]
  .filter(({ properties }) => properties.kind === 'place' && properties.home === 1)
  .map(({ geometry }): Point => [geometry.coordinates[0], geometry.coordinates[1]])
const WANTED = 3
/** So many places have to be known in a view for it to count as inhabited, so far apart that each could be named (CSS pixels). */
const INHABITED = 4
const APART = 24
/** What a name takes of a view beside its point, share of the width and of the height. */
const ROOM = [1 / 8, 1 / 12] as const

type Point = readonly [lon: number, lat: number]

/** @returns how much can be named in a view; nothing where its middle, of half the size, is empty or abroad */
function knownIn({ bounds: [west, south, east, north], project, width, height }: View): number {
  const [roomX, roomY] = [(east - west) * ROOM[0], (north - south) * ROOM[1]]
  const apart: Point[] = []
  let inMiddle = false
  for (const [lon, lat] of places) {
    if (lon < west + roomX || lon > east - roomX || lat < south + roomY || lat > north - roomY) continue
    const [x, y] = project(lon, lat)
    inMiddle ||= Math.abs(x - width / 2) < width / 4 && Math.abs(y - height / 2) < height / 4
    if (apart.every((other) => Math.hypot(other[0] - x, other[1] - y) > APART)) apart.push([x, y])
    if (inMiddle && apart.length >= INHABITED) break
  }
  return inMiddle ? apart.length : 0
}

/** @returns how many places are named in each inhabited view of a grid over the country */
function namesInViews(zoom: number, language: string): { lon: number; lat: number; names: number }[] {
  const { labels } = stillStyle('light', labelLanguages(language, ['en', 'ar']))
  const named = labels.filter(({ id }) => !/countries|sea/.test(id))
  const { width, height } = LEAST_VIEW
  const [west, south, east, north] = viewOf({ lon: 38.5, lat: 35, zoom }, width, height).bounds
  const [dx, dy] = [east - west, north - south]
  const cells = new Set(places.map(([lon, lat]) => `${Math.floor(lon / dx)} ${Math.floor(lat / dy)}`))
  return [...cells].flatMap((cell) => {
    const [column, row] = cell.split(' ').map(Number)
    const [lon, lat] = [(column + 0.5) * dx, (row + 0.5) * dy]
    const view = viewOf({ lon, lat, zoom }, width, height)
    if (knownIn(view) < INHABITED) return []
    const [west, south, east, north] = view.bounds
    const near = ({ type, features }: Labels) => ({
      type,
      features: features.filter(({ geometry: { coordinates } }) => {
        const [lon, lat] = coordinates
        return lon > west && lon < east && lat > south && lat < north
      }),
    })
    const sources = { [LABEL_SOURCES.major]: near(major), [LABEL_SOURCES.minor]: near(minor) }
    const { under, towns } = drawLabels(named, sources, view, plainText, [], [], true)
    return [{ lon, lat, names: (under + towns).split('class="label"').length - 1 }]
  })
}

describe('names', () => {
  it.each(['en', 'ar'])('are found in every view where people live, from zoom 6 to 12 (%s)', (language) => {
    const poor: unknown[] = []
    let looked = 0
    for (let zoom = 6; zoom <= 12; zoom += 0.5) {
      const views = namesInViews(zoom, language)
      looked += views.length
      poor.push(...views.filter(({ names }) => names < WANTED).map((view) => ({ zoom, ...view })))
    }
    expect(looked).toBeGreaterThan(1000)
    expect(poor).toEqual([])
  })

  it('come by importance: a village of the steppe long before one beside a city', () => {
    const town = { lon: 37, lat: 36, level: 7, least: 6 }
    const beside = Array.from({ length: 40 }, (_, i) => ({
      lon: 37.001 + i / 1000,
      lat: 36,
      level: 11,
      least: 7,
    }))
    const alone = { lon: 40, lat: 34, level: 11, least: 7 }
    const levels = labelLevels([town, ...beside, alone])
    expect(levels[0]).toBe(6)
    expect(levels.at(-1)).toBe(7)
    // Room for some of those beside it, and none is named later than by its rank.
    expect(levels.filter((level) => level === 7).length).toBeLessThan(20)
    expect(Math.max(...levels)).toBe(11)
  })
})
