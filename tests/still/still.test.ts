import { beforeAll, describe, expect, it } from 'vitest'
import { indexFaces } from '../../src/chronicle/face-index.ts'
import { periodAt } from '../../src/chronicle/history.ts'
import { type Rgb, rgbOf } from '../../src/map/colour.ts'
import { lookOf } from '../../src/map/looks.ts'
import { PALETTES } from '../../src/map/palette.ts'
import { cameraFor, viewOf } from '../../src/still/camera.ts'
import { outlineText } from '../../src/still/outlines.ts'
import { drawStill } from '../../src/still/still.ts'
import type { Typesetter } from '../../src/still/typesetter.ts'
import { atlas, everybody, looks } from '../map/webgl/world.ts'
import { data, HEIGHT, options, outlines, pixelsOf, WIDTH } from './scene.ts'

const faces = indexFaces(atlas)
const PAPER = PALETTES.light.paper

/** Whole country, regions, villages; early, middle, late. */
const VIEWS = [
  [38.6, 34.85, 5.7, 0],
  [38.6, 34.85, 5.7, 9],
  [38.6, 34.85, 6.4, 17],
  [38.6, 34.85, 6.4, 399],
  [36.7, 35.8, 7.5, 3],
  [36.7, 35.4, 8, 8],
  [37.9, 36.4, 8.5, 10],
  [36.3, 33.2, 8, 11],
  [35.9, 33.0, 10, 40],
  [36.6, 32.7, 9, 231],
  [38.2, 36.3, 10, 60],
  [40.1, 35.3, 7.5, 12],
  [36.8, 36.2, 11, 5],
  [37.2, 36.6, 9, 4],
  [39.9, 36.7, 7, 100],
] as const

describe('a picture of the ground', () => {
  it.each(VIEWS)('at %f %f, zoom %f, day %i shows who holds it', async (lon, lat, zoom, offset) => {
    const day = atlas.start + offset
    const view = viewOf({ lon, lat, zoom }, WIDTH, HEIGHT)
    const { data: pixels } = await pixelsOf(drawStill(data, options({ camera: { lon, lat, zoom }, day })))
    const [west, south, east, north] = view.bounds
    let [asked, right] = [0, 0]
    for (let i = 0; i < 3000; i++) {
      // A Halton sequence: even, and the same at every run.
      const at = [
        west + halton(i + 1, 2) * (east - west),
        south + halton(i + 1, 3) * (north - south),
      ] as const
      const face = faces.faceAt(...at)
      if (face < 0) continue
      const [x, y] = view.project(...at).map(Math.floor)
      const { fill, stroke } = lookOf(periodAt(atlas.faces[face].history, day), looks, everybody, PAPER)
      const p = 4 * (y * WIDTH + x)
      const seen: Rgb = [pixels[p], pixels[p + 1], pixels[p + 2]]
      if (isNearLine(pixels, x, y)) continue
      asked++
      if (between(seen, rgbOf(fill), rgbOf(stroke))) right++
    }
    expect(asked).toBeGreaterThan(300)
    expect(right / asked).toBeGreaterThan(0.99)
  })

  it('of a hidden faction shows paper, and the others as before', async () => {
    const shown = options().shown
    const without = { ...shown, factions: new Set([...shown.factions].filter((id) => id !== 'SAA')) }
    const svg = drawStill(data, options({ shown: without }))
    expect(svg).toContain(PAPER)
    expect(svg).not.toContain(lookOf(holds('SAA'), looks, everybody, PAPER).fill)
    expect(svg).toContain(lookOf(holds('SDF'), looks, everybody, PAPER).fill)
  })

  it('is the same at every drawing', () => {
    expect(drawStill(data, options())).toBe(drawStill(data, options()))
  })

  it('names no pattern that it does not define, for two days side by side either', () => {
    for (const mode of ['swipe', 'tint', 'line'] as const) {
      const comparison = { older: atlas.start + 5, newer: atlas.start + 12, mode, split: 0.4, by: null }
      const svg = drawStill(data, options({ comparison }))
      const defined = new Set([...svg.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id))
      const named = [...svg.matchAll(/url\(#([^)]+)\)/g)].map(([, id]) => id)
      expect(named.filter((id) => !defined.has(id))).toEqual([])
      expect(defined.size).toBeGreaterThan(0)
    }
  })

  it('shows the older day on one side of the divider and the newer on the other', async () => {
    const [older, newer] = [atlas.start, atlas.end]
    const draw = (more: object) => pixelsOf(drawStill(data, options(more)))
    const both = await draw({ comparison: { older, newer, mode: 'swipe', split: 0.5, by: null } })
    const [before, after] = [await draw({ day: older }), await draw({ day: newer })]
    const same = (one: typeof both, from: number, to: number) => {
      let differing = 0
      for (let y = 0; y < HEIGHT; y++)
        for (let x = from; x < to; x++) {
          const p = 4 * (y * WIDTH + x)
          // Edges are smoothed against the ground of their own half.
          if ([0, 1, 2].some((i) => Math.abs(both.data[p + i] - one.data[p + i]) > 40)) differing++
        }
      return differing
    }
    expect(same(before, 0, WIDTH / 2 - 3)).toBe(0)
    expect(same(after, WIDTH / 2 + 3, WIDTH)).toBe(0)
    expect(same(before, WIDTH / 2 + 3, WIDTH)).toBeGreaterThan(1000)
  })
})

describe('the camera of a picture', () => {
  it('brings a box into what is left of the picture', () => {
    const camera = cameraFor(data.bbox, 1200, 630, [20, 30, 40, 400])
    const view = viewOf(camera, 1200, 630)
    const [x0, y1] = view.project(data.bbox[0], data.bbox[1])
    const [x1, y0] = view.project(data.bbox[2], data.bbox[3])
    expect(Math.min(x0 - 400, y0 - 20, 1170 - x1, 590 - y1)).toBeGreaterThanOrEqual(-0.01)
    expect(Math.min(x1 - x0 - 769, y1 - y0 - 569)).toBeLessThanOrEqual(1.01)
  })
})

describe('text as outlines', () => {
  let type: Typesetter
  beforeAll(async () => {
    type = await outlines()
  })
  const look = { size: 20, colour: '#000' }

  it('is as wide as its letters', () => {
    expect(type.width('', look)).toBe(0)
    expect(type.width('Hama', look)).toBeCloseTo(type.width('H', look) + type.width('ama', look), 0)
    expect(type.width('حلب', look)).toBeGreaterThan(20)
    expect(type.width('حلب', { ...look, bold: true })).toBeGreaterThan(type.width('حلب', look))
  })

  it('joins Arabic letters: three in a row are narrower than each by itself', () => {
    const apart = [...'حلب'].reduce((sum, letter) => sum + type.width(letter, look), 0)
    expect(type.width('حلب', look)).toBeLessThan(apart)
  })

  it('orders numbers and Latin words inside Arabic as it is read', async () => {
    const inkOf = async (text: string) => {
      const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="300" height="40">${type.draw(5, 28, text, look)}</svg>`
      return await pixelsOf(svg, 300)
    }
    const width = type.width('2024', look)
    const [line, number] = [await inkOf('كانون الأول 2024'), await inkOf('2024')]
    // Read from the right, so the year comes last: at the left.
    for (let y = 0; y < 40; y++)
      for (let x = 0; x < 5 + width - 1; x++)
        expect(line.data[4 * (y * 300 + x) + 3]).toBe(number.data[4 * (y * 300 + x) + 3])
  })

  it('is refused without a font, or with a damaged one', () => {
    expect(() => outlineText({ regular: [], bold: [] })).toThrow('no fonts')
    const damaged = [new Uint8Array([0, 1, 0, 0, 9, 9, 9])]
    expect(() => outlineText({ regular: damaged, bold: damaged })).toThrow('damaged')
  })

  it('needs no font and can hold no markup', () => {
    const svg = type.draw(0, 0, '<script>alert(1)</script>&', look)
    expect(svg).not.toContain('script')
    expect(svg).not.toContain('<text')
  })
})

function holds(id: string) {
  return { start: atlas.start, holder: atlas.factions.indexOf(id), other: -1, state: 0 as const }
}

/** On the way from one colour to another, edges of hatching are smoothed. */
function between(seen: Rgb, a: Rgb, b: Rgb): boolean {
  return seen.every((part, i) => part >= Math.min(a[i], b[i]) - 6 && part <= Math.max(a[i], b[i]) + 6)
}

/** Fronts and their casing cover a few pixels along the ground, which belong to neither side: dark or light as no ground is. */
function isNearLine(pixels: Uint8Array, x: number, y: number): boolean {
  for (let row = Math.max(0, y - 3); row <= Math.min(HEIGHT - 1, y + 3); row++)
    for (let column = Math.max(0, x - 3); column <= Math.min(WIDTH - 1, x + 3); column++) {
      const p = 4 * (row * WIDTH + column)
      const light = (pixels[p] + pixels[p + 1] + pixels[p + 2]) / 3
      if (light < 80 || light > 232) return true
    }
  return false
}

function halton(index: number, base: number): number {
  let [result, fraction] = [0, 1]
  for (let i = index; i > 0; i = Math.floor(i / base)) {
    fraction /= base
    result += fraction * (i % base)
  }
  return result
}
