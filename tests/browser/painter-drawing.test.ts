import { describe, expect, it } from 'vitest'
import { ARC_KIND, STATE } from '../../src/chronicle/atlas.ts'
import { periodAt } from '../../src/chronicle/history.ts'
import { type Rgb, rgbOf } from '../../src/map/colour.ts'
import { arcLine } from '../../src/map/ground-features.ts'
import { LINE } from '../../src/map/looks.ts'
import { LIGHT } from '../../src/map/palette.ts'
import { rgbaOf } from '../../src/map/webgl/frame.ts'
import { atlas, looks } from '../map/webgl/world.ts'
import {
  arcsOn,
  COUNTRY,
  fits,
  givePainterPage,
  HEIGHT,
  isNear,
  openLab,
  type Pixel,
  pixelOf,
  spotsIn,
  type View,
  WIDTH,
  wantedOf,
} from './painter-lab.ts'

givePainterPage()

const away = (a: Rgb | readonly number[], b: Rgb | readonly number[]) =>
  Math.max(...[0, 1, 2].map((i) => Math.abs(a[i] - b[i])))
const segmentOn = (face: number, day: number) => periodAt(atlas.faces[face].history, day)

/** Stretches of arcs that are longer than `least` pixels and in view: their middle and direction. */
function stretches(view: View, least: number, accept: (arc: number) => boolean) {
  return atlas.arcs.flatMap(({ coordinates }, arc) => {
    if (!accept(arc)) return []
    const found: { arc: number; middle: Pixel; ahead: Pixel; length: number }[] = []
    for (let i = 2; i < coordinates.length; i += 2) {
      const from = pixelOf(view, coordinates[i - 2], coordinates[i - 1])
      const to = pixelOf(view, coordinates[i], coordinates[i + 1])
      const length = Math.hypot(to[0] - from[0], to[1] - from[1])
      const middle: Pixel = [(from[0] + to[0]) / 2, (from[1] + to[1]) / 2]
      const inView = middle[0] > 40 && middle[0] < WIDTH - 40 && middle[1] > 40 && middle[1] < HEIGHT - 40
      if (length > least && inView)
        found.push({
          arc,
          middle,
          ahead: [(to[0] - from[0]) / length, (to[1] - from[1]) / length],
          length,
        })
    }
    return found
  })
}

function lineOf(arc: number, day: number) {
  const { left, right } = atlas.arcs[arc]
  if (left < 0 || right < 0) return LINE.none
  const [a, b] = [segmentOn(left, day), segmentOn(right, day)]
  return arcLine(a, b, looks)
}

const NORTH: View = { lon: 37.6, lat: 36.1, zoom: 8.4 }
const EAST: View = { lon: 40.3, lat: 35.2, zoom: 8.4 }
const day = atlas.start + 9

describe('hatching', () => {
  it('holds both colours in equal parts on shared ground, contested or passing', async () => {
    const view: View = { lon: 37.2, lat: 35.3, zoom: 9 }
    const page = await openLab(view)
    const shares: Record<number, number[]> = { [STATE.contested]: [], [STATE.passing]: [] }
    for (const date of [day, day + 2, day + 3]) {
      const inside = ([x, y]: Pixel) => x > 16 && x < WIDTH - 16 && y > 16 && y < HEIGHT - 16
      const spots = spotsIn(view, 100, 30).filter(({ face, pixel }) => {
        const { state, other } = segmentOn(face, date)
        return state !== STATE.held && other >= 0 && inside(pixel)
      })
      const squares = spots.flatMap(({ pixel: [x, y] }) =>
        Array.from({ length: 1024 }, (_, i): Pixel => [x - 16 + (i % 32), y - 16 + Math.floor(i / 32)]),
      )
      const read = await page.evaluate(
        ([date, pixels]) => {
          lab.painter.setDay(date)
          return lab.read(pixels)
        },
        [date, squares] as const,
      )
      spots.forEach(({ face }, i) => {
        const seen = read.slice(1024 * i, 1024 * (i + 1))
        const wanted = wantedOf(face, date)
        expect(seen.every((rgb) => fits(rgb, wanted))).toBe(true)
        expect(seen.some((rgb) => away(rgb, wanted.stroke) <= 3)).toBe(true)
        expect(seen.some((rgb) => away(rgb, wanted.fill) <= 3)).toBe(true)
        const isStroke = (rgb: Rgb) => away(rgb, wanted.stroke) < away(rgb, wanted.fill)
        shares[segmentOn(face, date).state].push(seen.filter(isStroke).length / 1024)
      })
    }
    expect(Math.min(shares[STATE.contested].length, shares[STATE.passing].length)).toBeGreaterThan(2)
    for (const share of Object.values(shares).flat()) expect(share).toBeCloseTo(0.5, 1)
  })

  it('stays on its ground while the map moves', async () => {
    const view: View = { lon: 37.2, lat: 35.3, zoom: 9 }
    const page = await openLab(view, `still=1&day=2024-12-05`)
    const rows = Array.from({ length: 80 * 40 }, (_, i): Pixel => [600 + (i % 80), 300 + Math.floor(i / 80)])
    const before = await page.evaluate((pixels) => lab.read(pixels), rows)
    const after = await page.evaluate(
      ([pixels]) => {
        lab.map.panBy([37, -52], { duration: 0 })
        return lab.read(pixels)
      },
      [rows.map(([x, y]): Pixel => [x - 37, y + 52])] as const,
    )
    expect(new Set(before.map(String)).size).toBeGreaterThan(10)
    const moved = before.filter((rgb, i) => away(rgb, after[i]) > 24)
    expect(moved.length / before.length).toBeLessThan(0.01)
  })
})

describe('edges', () => {
  it('do not show between faces of one look', async () => {
    for (const view of [COUNTRY, NORTH]) {
      const page = await openLab(view)
      await page.evaluate((day) => lab.painter.setDay(day), day)
      const plain = (arc: number) => {
        const { left, right } = atlas.arcs[arc]
        if (left < 0 || right < 0) return false
        const [a, b] = [wantedOf(left, day), wantedOf(right, day)]
        return !a.patterned && !b.patterned && `${a.fill}` === `${b.fill}` && lineOf(arc, day) === LINE.none
      }
      // Away from lines that lie near for reasons of their own.
      const others = arcsOn(view, (arc) => !plain(arc))
      const seams = stretches(view, 2, plain).filter(
        ({ middle: [x, y] }) => !others.some((line) => isNear(x, y, line, 7)),
      )
      expect(seams.length).toBeGreaterThan(60)
      const cross = seams.flatMap(({ arc, middle: [x, y], ahead: [dx, dy] }) =>
        [-1, -0.5, 0, 0.5, 1].map((offset) => ({
          arc,
          pixel: [Math.floor(x - dy * offset), Math.floor(y + dx * offset)] as Pixel,
        })),
      )
      const seen = await page.evaluate(
        (pixels) => lab.read(pixels),
        cross.map(({ pixel }) => pixel),
      )
      const broken = cross.flatMap(({ arc, pixel }, i) => {
        const wanted = wantedOf(atlas.arcs[arc].left, day)
        return fits(seen[i], wanted) ? [] : [`arc ${arc} at ${pixel}: ${seen[i]} for ${wanted.fill}`]
      })
      expect(broken).toEqual([])
    }
  })

  it('are smooth where two colours meet without a line', async () => {
    const view: View = { lon: 37.2, lat: 35.3, zoom: 9 }
    const page = await openLab(view)
    const paper = rgbOf(LIGHT.paper)
    // With all factions hidden but one, colour meets paper along slanting edges.
    const seen = await page.evaluate(
      ([day, one]) => {
        lab.painter.setDay(day)
        lab.painter.setVisibleFactions(new Set([one]))
        const all: [number, number][] = []
        for (let y = 150; y < 390; y++) for (let x = 300; x < 700; x++) all.push([x, y])
        return lab.read(all)
      },
      [day, atlas.factions.indexOf('HTS')] as const,
    )
    const { fill } = wantedOf(
      spotsIn(view, 200, 10).find(
        ({ face }) => segmentOn(face, day).holder === atlas.factions.indexOf('HTS'),
      )!.face,
      day,
    )
    const shades = new Set(
      seen
        .filter(
          (rgb) =>
            away(rgb, fill) > 6 &&
            away(rgb, paper) > 6 &&
            fits(rgb, { fill, stroke: paper, patterned: true, contested: false }),
        )
        .map(String),
    )
    expect(shades.size).toBeGreaterThan(15)
  })
})

describe('fronts', () => {
  it('are drawn where the rule puts them, and only there', async () => {
    const front = rgbOf(LIGHT.front)
    const counts = { solid: 0, bare: 0, crossed: 0 }
    for (const view of [NORTH, EAST]) {
      const page = await openLab(view)
      await page.evaluate((day) => lab.painter.setDay(day), day)
      const all = stretches(view, 4, (arc) => atlas.arcs[arc].left >= 0 && atlas.arcs[arc].right >= 0)
      const seen = await page.evaluate(
        (pixels) => lab.read(pixels),
        all.map(({ middle: [x, y] }): Pixel => [Math.floor(x), Math.floor(y)]),
      )
      all.forEach(({ arc }, i) => {
        const isDark = away(seen[i], front) < 60
        if (lineOf(arc, day) === LINE.front && atlas.arcs[arc].kind !== ARC_KIND.inferred) {
          expect(isDark, `arc ${arc}: ${seen[i]}`).toBe(true)
          counts.solid++
        } else if (lineOf(arc, day) === LINE.none) {
          counts.bare++
          // A bare stretch may pass under the end of a neighbouring front.
          if (isDark) counts.crossed++
        }
      })
    }
    expect(Math.min(counts.solid, counts.bare)).toBeGreaterThan(40)
    expect(counts.crossed / counts.bare).toBeLessThan(0.05)
  })

  it('are dashed where they are inferred', async () => {
    const [front, casing] = [rgbOf(LIGHT.front), rgbaOf(LIGHT.frontCasing).map((part) => part * 255)]
    const counts = { dashed: 0, solid: 0 }
    for (const view of [NORTH, EAST]) {
      const page = await openLab({ ...view, zoom: 9.5 })
      await page.evaluate((day) => lab.painter.setDay(day), day)
      const long = stretches({ ...view, zoom: 9.5 }, 14, (arc) => lineOf(arc, day) === LINE.front)
      const along = long.map(({ middle: [x, y], ahead: [dx, dy] }) =>
        Array.from(
          { length: 13 },
          (_, i): Pixel => [Math.floor(x + dx * (i - 6)), Math.floor(y + dy * (i - 6))],
        ),
      )
      const seen = await page.evaluate((pixels) => lab.read(pixels), along.flat())
      long.forEach(({ arc }, i) => {
        const pixels = seen.slice(13 * i, 13 * i + 13)
        const dark = pixels.filter((rgb) => away(rgb, front) < 60).length
        const light = pixels.filter((rgb) => away(rgb, casing) < 60).length
        if (atlas.arcs[arc].kind === ARC_KIND.inferred) {
          expect(dark, `arc ${arc}`).toBeGreaterThan(2)
          expect(light, `arc ${arc}`).toBeGreaterThan(1)
          counts.dashed++
        } else {
          expect(dark, `arc ${arc}`).toBeGreaterThan(11)
          counts.solid++
        }
      })
    }
    expect(Math.min(counts.dashed, counts.solid)).toBeGreaterThan(8)
  })
})

describe('motion', () => {
  it('fades a day that comes alone from the colours before to those after', async () => {
    const spots = spotsIn(COUNTRY, 60, 5).filter(({ face }) => {
      const [a, b] = [wantedOf(face, atlas.start), wantedOf(face, atlas.start + 20)]
      return !a.patterned && !b.patterned && `${a.fill}` !== `${b.fill}`
    })
    expect(spots.length).toBeGreaterThan(15)
    const page = await openLab(COUNTRY, '')
    const [first, middle, last] = await page.evaluate(
      async ([day, pixels]) => {
        lab.setNow(50_000)
        lab.painter.setDay(day)
        const first = await lab.read(pixels)
        lab.setNow(50_110)
        const middle = await lab.read(pixels)
        lab.setNow(50_220)
        return [first, middle, await lab.read(pixels)]
      },
      [atlas.start + 20, spots.map(({ pixel }) => pixel)] as const,
    )
    for (const [i, { face }] of spots.entries()) {
      const [before, after] = [wantedOf(face, atlas.start), wantedOf(face, atlas.start + 20)]
      expect(fits(first[i], before)).toBe(true)
      expect(fits(last[i], after)).toBe(true)
      const half = before.fill.map((part, j) => (part + after.fill[j]) / 2)
      expect(away(middle[i], half)).toBeLessThan(3)
    }
  })

  it('never shows a day that is past while days fly by', async () => {
    const spots = spotsIn(COUNTRY, 60, 5)
    const page = await openLab(COUNTRY, '')
    const days = Array.from({ length: 60 }, (_, i) => atlas.start + i)
    const seen = await page.evaluate(
      async ([days, pixels]) => {
        const seen: [number, number, number][][] = []
        let now = 90_000
        for (const day of days) {
          now += 16
          lab.setNow(now)
          lab.painter.setDay(day)
          lab.painter.pulse([1, 2, 3, 4, 5])
          seen.push(await lab.read(pixels))
        }
        return seen
      },
      [days, spots.map(({ pixel }) => pixel)] as const,
    )
    // The first day comes alone and is left fading; the second ends that.
    const wrong = days
      .slice(1)
      .flatMap((day, i) =>
        spots
          .filter(({ face }, j) => !fits(seen[i + 1][j], wantedOf(face, day)))
          .map(({ face }) => `${day} ${face}`),
      )
    expect(wrong).toEqual([])
  })

  it('lights up ground that changed, and lets it go again', async () => {
    const spots = spotsIn(COUNTRY, 40, 5)
    const lit = [...new Set(spots.map(({ face }) => face))].slice(0, 5)
    const page = await openLab(COUNTRY, '')
    const [during, after] = await page.evaluate(
      async ([lit, pixels]) => {
        lab.setNow(50_000)
        lab.painter.pulse(lit)
        const during = await lab.read(pixels)
        lab.setNow(51_000)
        await lab.read(pixels)
        return [during, await lab.read(pixels)]
      },
      [lit, spots.map(({ pixel }) => pixel)] as const,
    )
    for (const [i, { face }] of spots.entries()) {
      const wanted = wantedOf(face, atlas.start)
      expect(fits(during[i], wanted)).toBe(!lit.includes(face))
      expect(fits(after[i], wanted)).toBe(true)
    }
  })

  it('ends when the time is turned back, as it is for a video', async () => {
    const spots = spotsIn(COUNTRY, 40, 5)
    const page = await openLab(COUNTRY, '')
    const seen = await page.evaluate(
      async ([day, pixels]) => {
        lab.setNow(50_000)
        lab.painter.setVisibleFactions(new Set([0]))
        await lab.read(pixels)
        lab.painter.setVisibleFactions(new Set(Array(50).keys()))
        lab.painter.setDay(day)
        lab.painter.pulse([1, 2, 3])
        await lab.read(pixels)
        lab.setNow(1000)
        return lab.read(pixels)
      },
      [atlas.start + 20, spots.map(({ pixel }) => pixel)] as const,
    )
    for (const [i, { face }] of spots.entries())
      expect(fits(seen[i], wantedOf(face, atlas.start + 20)), `face ${face}`).toBe(true)
  })

  it('is left out for readers who prefer it so', async () => {
    const spots = spotsIn(COUNTRY, 40, 5)
    const page = await openLab(COUNTRY, 'still=1')
    const seen = await page.evaluate(
      async ([day, pixels]) => {
        lab.setNow(50_000)
        lab.painter.setDay(day)
        lab.painter.pulse([...Array(300).keys()])
        return lab.read(pixels)
      },
      [atlas.start + 20, spots.map(({ pixel }) => pixel)] as const,
    )
    for (const [i, { face }] of spots.entries())
      expect(fits(seen[i], wantedOf(face, atlas.start + 20))).toBe(true)
  })
})
