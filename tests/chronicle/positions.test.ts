import { describe, expect, it } from 'vitest'
import { dayOf } from '../../src/chronicle/day.ts'
import {
  FADE_DAYS,
  type MilitaryPosition,
  positionStrength,
  readPositions,
  STATUSES,
} from '../../src/chronicle/positions.ts'
import { iconName, icons, SHAPES, shapeOf } from '../../src/map/icons.ts'
import { frozen } from '../fixtures/frozen.ts'

const START = dayOf('2025-01-10')
const position = (over: Partial<MilitaryPosition>): MilitaryPosition => ({
  id: 'x',
  site: 'x',
  faction: 'RED',
  kind: 'base',
  name: { en: 'X' },
  status: 'active',
  start: START,
  end: null,
  verdict: 'accepted',
  reason: {},
  sources: [],
  precision_m: 100,
  lon: 38,
  lat: 35,
  ...over,
})

describe('a position', () => {
  it('is drawn from its first day to the day before its end', () => {
    const dated = position({ end: START + 5 })
    expect([-1, 0, 4, 5].map((days) => positionStrength(dated, START + days))).toEqual([0, 1, 1, 0])
    expect(positionStrength(position({}), START + 500)).toBe(1)
  })

  it('fades when it was left, and is gone after fourteen days', () => {
    const left = position({ status: 'left' })
    const strengths = Array.from({ length: 20 }, (_, days) => positionStrength(left, START + days))
    expect(strengths[0]).toBe(1)
    expect(strengths[7]).toBeCloseTo(0.5)
    expect(strengths.slice(FADE_DAYS)).toEqual(new Array(20 - FADE_DAYS).fill(0))
    expect(strengths).toEqual([...strengths].sort((a, b) => b - a))
  })
})

describe('reading', () => {
  const feature = (properties: object) => ({
    type: 'Feature' as const,
    geometry: { type: 'Point' as const, coordinates: [38, 35] },
    properties: {
      id: 'a',
      site: 'a',
      faction: 'RED',
      kind: 'base',
      status: 'active',
      start_date: '2025-01-10',
      end_date: null,
      verdict: 'accepted',
      ...properties,
    },
  })
  const read = (...properties: object[]) =>
    readPositions({ type: 'FeatureCollection', features: properties.map(feature) }).map(({ id }) => id)

  it('leaves out rejected rows, unknown states and days that do not exist', () => {
    expect(
      read({ id: 'good' }, { verdict: 'rejected' }, { status: 'rumoured' }, { start_date: '2025-02-30' }),
    ).toEqual(['good'])
  })

  it('takes in the positions of the project', () => {
    const all = frozen('positions/positions.geojson')
    const positions = readPositions(all)
    expect(positions.length).toBeGreaterThan(50)
    expect(positions.every(({ lon, lat }) => lon > 35 && lon < 43 && lat > 32 && lat < 38)).toBe(true)
  })
})

describe('icons', () => {
  it('exist for every status and shape, each with something to see', () => {
    const all = icons()
    for (const status of STATUSES) {
      for (const shape of SHAPES) {
        const icon = all.get(iconName(status, shape))!
        expect(icon.data.filter((_, i) => i % 4 === 3).some((alpha) => alpha > 192)).toBe(true)
      }
    }
  })

  it('differ between statuses', () => {
    const all = icons()
    const inks = STATUSES.map(
      (status) => all.get(iconName(status, 'circle'))!.data.filter((a, i) => i % 4 === 3 && a > 192).length,
    )
    expect(new Set(inks).size).toBe(STATUSES.length)
  })

  it('have a shape for any kind', () => {
    expect(['base', 'post', 'airfield', 'something new'].map(shapeOf)).toEqual([
      'square',
      'circle',
      'diamond',
      'circle',
    ])
  })
})
