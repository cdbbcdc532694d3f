import { describe, expect, it } from 'vitest'
import { STATE } from '../../../src/chronicle/atlas.ts'
import { rgbOf } from '../../../src/map/colour.ts'
import { lookOf, PATTERN } from '../../../src/map/looks.ts'
import { DARK, LIGHT } from '../../../src/map/palette.ts'
import { frameOf, rgbaOf } from '../../../src/map/webgl/frame.ts'
import { LookTable } from '../../../src/map/webgl/look-table.ts'
import { StepPace } from '../../../src/map/webgl/step-pace.ts'
import { atlas, everybody, looks, origin } from './world.ts'

const segments = atlas.faces.flatMap(({ history }) => history)
const fillOf = (table: LookTable, id: number) => [...table.bytes.subarray(8 * id, 8 * id + 3)]

describe('the table of looks', () => {
  it('holds the colours and pattern of every segment, once', () => {
    const table = new LookTable(atlas, looks)
    table.repaint(everybody, 'dark', 0, 0)
    for (const segment of segments) {
      const { fill, stroke, pattern } = lookOf(segment, looks, everybody, DARK.paper)
      const at = 8 * table.idOf(segment)
      expect([...table.bytes.subarray(at, at + 7)]).toEqual([...rgbOf(fill), pattern, ...rgbOf(stroke)])
    }
    const distinct = new Set(
      segments.map(({ holder, other, state }) => `${holder} ${state && other} ${state}`),
    )
    expect(new Set(segments.map((segment) => table.idOf(segment))).size).toBe(distinct.size)
  })

  it('turns hidden factions to paper', () => {
    const table = new LookTable(atlas, looks)
    table.repaint(new Set(), 'light', 0, 0)
    const held = segments.find(({ state }) => state === STATE.held)!
    expect(fillOf(table, table.idOf(held))).toEqual([...rgbOf(LIGHT.paper)])
  })

  it('lets factions come and go gradually', () => {
    const table = new LookTable(atlas, looks)
    table.repaint(everybody, 'light', 0, 0)
    const textured = segments.find(
      ({ holder, state }) => state === STATE.held && looks[holder].texture !== 'none',
    )!
    const id = table.idOf(textured)
    const shown = fillOf(table, id)
    table.repaint(new Set(), 'light', 1000, 200)
    expect(fillOf(table, id)).toEqual(shown)
    expect(table.advance(1100)).toBe(true)
    const paper = rgbOf(LIGHT.paper)
    fillOf(table, id).forEach((part, i) => {
      expect(Math.abs(part - (shown[i] + paper[i]) / 2)).toBeLessThanOrEqual(1)
    })
    expect(table.bytes[8 * id + 3]).not.toBe(PATTERN.none)
    expect(table.advance(1200)).toBe(false)
    expect(fillOf(table, id)).toEqual([...paper])
    expect(table.bytes[8 * id + 3]).toBe(PATTERN.none)
    const { version } = table
    table.advance(1300)
    expect(table.version).toBe(version)
  })
})

describe('the pace of steps', () => {
  it('fades days that come alone, and shows at once those that fly by', () => {
    const pace = new StepPace()
    expect(pace.step(10_000)).toBe(220)
    expect(pace.isFast).toBe(false)
    expect(pace.step(10_016)).toBe(0)
    expect(pace.isFast).toBe(true)
    expect(pace.step(10_216)).toBe(160)
    expect(pace.step(20_000)).toBe(220)
    expect(pace.isFast).toBe(false)
  })

  it('never lets a fade outlast the time until the next day of the same pace', () => {
    for (const interval of [110, 125, 200, 250, 1000]) {
      const pace = new StepPace()
      pace.step(0)
      for (let i = 1; i < 4; i++) expect(pace.step(i * interval)).toBeLessThan(interval)
    }
  })
})

describe('a frame', () => {
  const camera = { matrix: new Float64Array(16), latitude: 35, width: 1000, height: 700 }

  it('keeps patterns at their size, give or take a fifth, at every zoom', () => {
    for (let zoom = 4; zoom <= 13; zoom += 0.07) {
      const { sharpness } = frameOf({ ...camera, zoom, ratio: 1 }, origin)
      expect(sharpness).toBeGreaterThan(0.83)
      expect(sharpness).toBeLessThan(1.2)
    }
  })

  it('draws fronts of the same width on every screen', () => {
    const half = (zoom: number, ratio: number) => frameOf({ ...camera, zoom, ratio }, origin).half.front
    expect(half(7, 1)).toBeCloseTo(1.05)
    expect(half(7, 3)).toBeCloseTo(3.15)
    expect(half(3, 1)).toBeCloseTo(0.8)
    expect(half(13, 1)).toBeCloseTo(1.3)
  })

  it('reads the colours of the palette', () => {
    expect(rgbaOf('#ff0080')).toEqual([1, 0, 128 / 255, 1])
    expect(rgbaOf('rgba(255,0,51,0.5)')).toEqual([1, 0, 0.2, 0.5])
    expect(() => rgbaOf('tomato')).toThrow('tomato')
  })
})
