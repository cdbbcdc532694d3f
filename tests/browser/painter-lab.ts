/** Opens the page that holds one map with one painter, and knows what its pixels should be. */
import { type Browser, chromium, type Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, expect, inject } from 'vitest'
import { STATE } from '../../src/chronicle/atlas.ts'
import type { Day } from '../../src/chronicle/day.ts'
import { indexFaces } from '../../src/chronicle/face-index.ts'
import { periodAt } from '../../src/chronicle/history.ts'
import { type Rgb, rgbOf } from '../../src/map/colour.ts'
import { lookOf } from '../../src/map/looks.ts'
import { PALETTES, type Theme } from '../../src/map/palette.ts'
import { mercatorX, mercatorY } from '../../src/map/webgl/local-plane.ts'
import { atlas, everybody, looks } from '../map/webgl/world.ts'
import { paceFrames } from './pace.ts'
import type { Lab } from './painter-page/main.ts'

export const WIDTH = 720
export const HEIGHT = 540
/** Channels may differ by this much: colours are rounded on their way through the graphics card. */
const ROUNDING = 2

export interface View {
  lon: number
  lat: number
  zoom: number
  /** CSS pixels, where it is not {@link WIDTH} by {@link HEIGHT} */
  width?: number
  height?: number
}
export const COUNTRY: View = { lon: 38.6, lat: 34.85, zoom: 5.7 }

declare global {
  var lab: Lab
}

const faces = indexFaces(atlas)
let browser: Browser
let pages: Page[] = []
let errors: string[] = []

/** Call once in each file of tests. */
export function givePainterPage() {
  beforeAll(async () => {
    browser = await chromium.connect(inject('browserUrl'))
  })
  afterEach(async () => {
    await Promise.all(pages.map((page) => page.close()))
    const broken = errors
    pages = []
    errors = []
    expect(broken, 'errors of the page').toEqual([])
  })
  afterAll(async () => {
    await browser?.close()
  })
}

/** @returns a page whose map is drawn */
export async function openLab(view: View, query = 'still=1'): Promise<Page> {
  const { width, height } = sizeOf(view)
  const page = await browser.newPage({ viewport: { width, height }, deviceScaleFactor: 1 })
  pages.push(page)
  await page.addInitScript(paceFrames)
  page.on('pageerror', (error) => errors.push(error.stack ?? error.message))
  page.on('console', (message) => {
    if (message.type() === 'error' && !/favicon|404/.test(message.text())) errors.push(message.text())
  })
  await page.goto(`${inject('painterUrl')}?view=${view.lon}_${view.lat}_${view.zoom}&${query}`)
  await page.waitForFunction(() => document.documentElement.dataset.ready === '1', undefined, {
    timeout: 60_000,
  })
  await page.evaluate(() => lab.idle())
  return page
}

const sizeOf = ({ width = WIDTH, height = HEIGHT }: View) => ({ width, height })

export type Pixel = [x: number, y: number]

/** @returns where a place (degrees) appears, CSS pixels from the top left corner */
export function pixelOf(view: View, lon: number, lat: number): Pixel {
  const world = 512 * 2 ** view.zoom
  const { width, height } = sizeOf(view)
  return [
    (mercatorX(lon) - mercatorX(view.lon)) * world + width / 2,
    (mercatorY(lat) - mercatorY(view.lat)) * world + height / 2,
  ]
}

export interface Spot {
  lon: number
  lat: number
  face: number
  pixel: Pixel
}

/**
 * @param count of spots wanted
 * @param margin least distance from every edge of a face, pixels: fronts reach that far
 * @returns spots spread over the view, the same at every call
 */
export function spotsIn(view: View, count: number, margin: number): Spot[] {
  const edges = arcsOn(view)
  const { width, height } = sizeOf(view)
  const spots: Spot[] = []
  // Halton's sequence fills the view evenly.
  for (let i = 1; spots.length < count; i++) {
    if (i > 20_000) throw new Error(`only ${spots.length} spots of ${count} found`)
    const [x, y] = [halton(i, 2) * width, halton(i, 3) * height]
    const { lon, lat } = placeOf(view, x, y)
    const face = faces.faceAt(lon, lat)
    if (face < 0 || edges.some((line) => isNear(x, y, line, margin))) continue
    spots.push({ lon, lat, face, pixel: [Math.floor(x), Math.floor(y)] })
  }
  return spots
}

/** @returns the arcs (all, or those that are accepted) as pixels */
export function arcsOn(view: View, accept: (arc: number) => boolean = () => true): Pixel[][] {
  return atlas.arcs.flatMap(({ coordinates }, arc) => {
    if (!accept(arc)) return []
    const pixels: Pixel[] = []
    for (let i = 0; i < coordinates.length; i += 2)
      pixels.push(pixelOf(view, coordinates[i], coordinates[i + 1]))
    return [pixels]
  })
}

function placeOf(view: View, x: number, y: number): { lon: number; lat: number } {
  const world = 512 * 2 ** view.zoom
  const { width, height } = sizeOf(view)
  const mx = mercatorX(view.lon) + (x - width / 2) / world
  const my = mercatorY(view.lat) + (y - height / 2) / world
  return {
    lon: mx * 360 - 180,
    lat: (Math.atan(Math.sinh((0.5 - my) * 2 * Math.PI)) * 180) / Math.PI,
  }
}

function halton(index: number, base: number): number {
  let [result, part] = [0, 1]
  for (let i = index; i > 0; i = Math.floor(i / base)) {
    part /= base
    result += part * (i % base)
  }
  return result
}

/** @returns whether a line comes closer to a pixel than a margin */
export function isNear(x: number, y: number, line: readonly Pixel[], margin: number): boolean {
  for (let i = 1; i < line.length; i++) {
    const [ax, ay] = line[i - 1]
    const [bx, by] = line[i]
    if ((ax < x - margin && bx < x - margin) || (ax > x + margin && bx > x + margin)) continue
    const [dx, dy] = [bx - ax, by - ay]
    const share = Math.min(1, Math.max(0, ((x - ax) * dx + (y - ay) * dy) / (dx * dx + dy * dy)))
    if (Math.hypot(x - ax - share * dx, y - ay - share * dy) < margin) return true
  }
  return false
}

export interface Wanted {
  fill: Rgb
  stroke: Rgb
  patterned: boolean
  contested: boolean
}

/** @returns the colours of a face, from the atlas and the factions alone */
export function wantedOf(face: number, day: Day, visible = everybody, theme: Theme = 'light'): Wanted {
  const segment = periodAt(atlas.faces[face].history, day)
  const { fill, stroke, pattern } = lookOf(segment, looks, visible, PALETTES[theme].paper)
  return {
    fill: rgbOf(fill),
    stroke: rgbOf(stroke),
    patterned: pattern !== 0,
    contested: segment.state !== STATE.held,
  }
}

/** @returns whether a pixel is the fill, or on hatched ground anything between fill and stroke */
export function fits(rgb: Rgb, { fill, stroke, patterned }: Wanted): boolean {
  const span = rgb.map((_, i) => stroke[i] - fill[i])
  const length = span.reduce((sum, part) => sum + part * part, 0)
  const offset = rgb.map((part, i) => part - fill[i])
  const share =
    patterned && length > 0 ? offset.reduce((sum, part, i) => sum + part * span[i], 0) / length : 0
  const clamped = Math.min(1, Math.max(0, share))
  return offset.every((part, i) => Math.abs(part - clamped * span[i]) <= ROUNDING)
}
