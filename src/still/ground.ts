/**
 * The ground of a day as SVG. Faces that look the same are drawn as one shape, along the arcs where looks differ: no
 * seams, and a small picture. Colours, patterns and rules are those of every painter (src/map/looks.ts, hatching.ts).
 */
import type { Atlas, Period } from '../chronicle/atlas.ts'
import { rounded } from '../geometry/rounded.ts'
import { HATCHING, patternZoom } from '../map/hatching.ts'
import { type Look, PATTERN } from '../map/looks.ts'
import { originOf } from '../map/webgl/local-plane.ts'
import type { View } from './camera.ts'
import { isSeen, type Pen, pathOf, trace } from './path.ts'

/** Arcs of the atlas in steps of a view; traced when first needed, shared by ground and fronts. */
export interface Tracer {
  arc(index: number): Pen
}

export function tracerOf(atlas: Atlas, view: View): Tracer {
  const pens: Pen[] = []
  return {
    arc(index) {
      const { coordinates } = atlas.arcs[index]
      pens[index] ??= trace(coordinates.length / 2, (i) => [coordinates[2 * i], coordinates[2 * i + 1]], view)
      return pens[index]
    },
  }
}

/** A look, and all ground that has it as path data. */
export interface Patch {
  look: Look
  d: string
}

/**
 * @param periods what each face shows, in the order of `atlas.faces`
 * @param lookOf colours of a period
 * @returns one patch for each look that is seen, in the order of first use
 */
export function patchesOf(
  atlas: Atlas,
  periods: readonly Period[],
  lookOf: (period: Period) => Look,
  tracer: Tracer,
  view: View,
): Patch[] {
  const patches: { look: Look; arcs: number[] }[] = []
  const known = new Map<string, number>()
  const patchOf = periods.map((period) => {
    const look = lookOf(period)
    const key = keyOf(look)
    let patch = known.get(key)
    if (patch === undefined) {
      patch = patches.push({ look, arcs: [] }) - 1
      known.set(key, patch)
    }
    return patch
  })
  atlas.arcs.forEach(({ left, right }, arc) => {
    const [a, b] = [left < 0 ? -1 : patchOf[left], right < 0 ? -1 : patchOf[right]]
    if (a === b) return
    if (a >= 0) patches[a].arcs.push(arc)
    if (b >= 0) patches[b].arcs.push(arc)
  })
  return patches
    .map(({ look, arcs }) => ({ look, d: ringsOf(arcs, tracer, view) }))
    .filter(({ d }) => d !== '')
}

/** @returns path data of the edge of all ground, to be filled by the even-odd rule */
export function outlineOf(atlas: Atlas, tracer: Tracer, view: View): string {
  const outer = atlas.arcs.flatMap(({ left, right }, arc) => (left < 0 !== right < 0 ? [arc] : []))
  return ringsOf(outer, tracer, view)
}

const keyOf = ({ fill, pattern, stroke }: Look) =>
  pattern === PATTERN.none ? fill : `${fill} ${pattern} ${stroke}`

/**
 * Joins arcs end to end into rings. Every point where arcs meet has an even number of ends, so any unused arc leads
 * on, and with the even-odd rule it does not matter which one is taken.
 */
function ringsOf(arcs: readonly number[], tracer: Tracer, view: View): string {
  const ends = new Map<number, { arc: number; backwards: boolean }[]>()
  const put = (pen: Pen, at: number, end: { arc: number; backwards: boolean }) => {
    const key = nodeOf(pen[at], pen[at + 1])
    const list = ends.get(key)
    if (list) list.push(end)
    else ends.set(key, [end])
  }
  for (const arc of arcs) {
    const pen = tracer.arc(arc)
    if (pen.length < 4) continue
    put(pen, 0, { arc, backwards: false })
    put(pen, pen.length - 2, { arc, backwards: true })
  }
  const used = new Set<number>()
  let d = ''
  for (const first of arcs) {
    if (used.has(first) || tracer.arc(first).length < 4) continue
    const ring: Pen = []
    let next: { arc: number; backwards: boolean } | undefined = { arc: first, backwards: false }
    while (next) {
      used.add(next.arc)
      append(ring, tracer.arc(next.arc), next.backwards)
      const [x, y] = [ring[ring.length - 2], ring[ring.length - 1]]
      next =
        x === ring[0] && y === ring[1] ? undefined : ends.get(nodeOf(x, y))?.find(({ arc }) => !used.has(arc))
    }
    if (isSeen(ring, view)) d += pathOf(ring, true, view.grain)
  }
  return d
}

const nodeOf = (x: number, y: number) => x * 2 ** 26 + y

function append(ring: Pen, pen: Pen, backwards: boolean) {
  const count = pen.length / 2
  for (let i = ring.length === 0 ? 0 : 1; i < count; i++) {
    const at = backwards ? count - 1 - i : i
    ring.push(pen[2 * at], pen[2 * at + 1])
  }
}

/** A hair of the own colour closes the gap that smoothing of edges leaves between two shapes; pixels. */
export const SEAM = 0.6

/** @returns definitions of the patterns that these patches need, and the patches */
export function drawGround(
  patches: readonly Patch[],
  atlas: Atlas,
  view: View,
): { defs: string; body: string } {
  const place = patternPlace(atlas, view)
  let defs = ''
  const body = patches
    .map(({ look, d }, i) => {
      let paint = look.fill
      if (look.pattern !== PATTERN.none) {
        defs += patternOf(`p${i}`, look, place)
        paint = `url(#p${i})`
      }
      return `<path fill="${paint}" stroke="${look.fill}" stroke-width="${SEAM}" stroke-linejoin="round" fill-rule="evenodd" d="${d}"/>`
    })
    .join('')
  return { defs, body }
}

/** After so many units all patterns begin anew: a multiple of the size of every tile. */
const TOGETHER = 240

/** @returns where the tiles of patterns lie so that they keep their place on the ground, as an SVG transform */
export function patternPlace(atlas: Atlas, view: View): string {
  const origin = originOf(atlas)
  const [x, y] = view.project(origin.x * 360 - 180, latitudeOf(origin.y))
  const size = 2 ** (view.zoom - patternZoom(view.zoom))
  // The nearest place where all patterns begin anew: programs that draw tiles in whole pixels go astray far from it.
  const near = (at: number, middle: number) =>
    at + Math.round((middle - at) / (TOGETHER * size)) * TOGETHER * size
  // At the far end of the country a thousandth of the scale would be half a pixel.
  return `translate(${round(near(x, view.width / 2))} ${round(near(y, view.height / 2))}) scale(${Number(size.toFixed(6))})`
}

const latitudeOf = (y: number) => (Math.atan(Math.sinh(Math.PI * (1 - 2 * y))) * 180) / Math.PI
const round = (value: number) => rounded(value, 3)

/** @param place where the pattern's tiles lie, as an SVG transform */
export function patternOf(id: string, { fill, pattern, stroke }: Look, place = ''): string {
  const { contested, passing, lines, dots } = HATCHING
  const tile = (size: number, shapes: string) =>
    `<pattern id="${id}" width="${size}" height="${size}" patternUnits="userSpaceOnUse"${
      place ? ` patternTransform="${place}"` : ''
    }><rect width="${size}" height="${size}" fill="${fill}"/><g fill="${stroke}">${shapes}</g></pattern>`
  if (pattern === PATTERN.contested) {
    const { period, width } = contested
    return tile(period, slanting(period, period, width))
  }
  if (pattern === PATTERN.passing) {
    const { period, width } = passing
    // Bands of x − y are those of x + y, mirrored.
    return tile(
      period,
      `<g transform="translate(${period} 0) scale(-1 1)">${slanting(period, period, width)}</g>`,
    )
  }
  if (pattern === PATTERN.lines) {
    const { period, width } = lines
    return tile(
      period,
      `<rect width="${period}" height="${width / 2}"/><rect y="${period - width / 2}" width="${period}" height="${width / 2}"/>`,
    )
  }
  const { size, radius } = dots
  return tile(
    size,
    [size / 4, (size * 3) / 4].map((at) => `<circle cx="${at}" cy="${at}" r="${radius}"/>`).join(''),
  )
}

/** Bands of x + y in a square tile, each around a multiple of `period`, as polygons cut at the tile's edges. */
function slanting(size: number, period: number, width: number): string {
  let d = ''
  for (let middle = 0; middle <= 2 * size; middle += period) {
    const [from, to] = [Math.max(0, middle - width / 2), Math.min(2 * size, middle + width / 2)]
    if (to <= from) continue
    // Where x + y = sum crosses the tile: along the top and left edge, or along the right and bottom one.
    const top = (sum: number) => (sum <= size ? [sum, 0] : [size, sum - size])
    const left = (sum: number) => (sum <= size ? [0, sum] : [sum - size, size])
    const corners: number[][] = [top(from)]
    if (from < size && to > size) corners.push([size, 0])
    corners.push(top(to), left(to))
    if (from < size && to > size) corners.push([0, size])
    corners.push(left(from))
    d += `M${corners.map(([x, y]) => `${x} ${y}`).join('L')}z`
  }
  return `<path d="${d}"/>`
}
