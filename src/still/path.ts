/** Lines and rings as SVG path data, in steps of a part of a pixel; what lies far outside the picture costs next to nothing. */
import { simplifyFlat } from '../geometry/simplify.ts'
import { FINE, type Grain, type View } from './camera.ts'

/** Beyond this distance from the picture, pixels, only the side on which a line runs matters. */
const MARGIN = 24

/**
 * Bit set of the sides of the picture beyond which a point lies. A stretch of line that stays beyond one side is
 * replaced by its chord, which stays there too (Cohen–Sutherland outcodes).
 */
function sideOf(x: number, y: number, { width, height }: View): number {
  return (
    (x < -MARGIN ? 1 : 0) |
    (x > width + MARGIN ? 2 : 0) |
    (y < -MARGIN ? 4 : 0) |
    (y > height + MARGIN ? 8 : 0)
  )
}

/** Points of a line in steps of the view's grain, flat; neighbours that fall together are written once. */
export type Pen = number[]

/**
 * @param count how many points there are
 * @param at gives lon and lat of one of them, degrees
 * @returns the line in steps of the view's grain, without what cannot be seen
 */
export function trace(count: number, at: (i: number) => readonly [number, number], view: View): Pen {
  const { steps, tolerance } = view.grain
  const places = new Float64Array(2 * count)
  for (let i = 0; i < count; i++) places.set(view.project(...at(i)), 2 * i)
  const kept = simplifyFlat(places, tolerance)
  const last = kept.length / 2 - 1
  const pen: Pen = []
  let [lastX, lastY] = [Number.NaN, Number.NaN]
  let held: [number, number] | null = null
  let beyond = 0
  for (let i = 0; i <= last; i++) {
    const [px, py] = [kept[2 * i], kept[2 * i + 1]]
    const side = sideOf(px, py, view)
    const [x, y] = [Math.round(px * steps), Math.round(py * steps)]
    if (i > 0 && i < last && (beyond & side) !== 0) {
      // Still beyond the same side: only the last such point is needed.
      beyond &= side
      held = [x, y]
      continue
    }
    if (held) {
      pen.push(held[0], held[1])
      ;[lastX, lastY] = held
      held = null
    }
    beyond = side
    if (x === lastX && y === lastY) continue
    pen.push(x, y)
    ;[lastX, lastY] = [x, y]
  }
  return pen
}

/** @returns true when the box of the points touches the picture */
export function isSeen(pen: Pen, { width, height, grain: { steps } }: View): boolean {
  let [x0, y0, x1, y1] = [Infinity, Infinity, -Infinity, -Infinity]
  for (let i = 0; i < pen.length; i += 2) {
    if (pen[i] < x0) x0 = pen[i]
    if (pen[i] > x1) x1 = pen[i]
    if (pen[i + 1] < y0) y0 = pen[i + 1]
    if (pen[i + 1] > y1) y1 = pen[i + 1]
  }
  return (
    x1 >= -steps * MARGIN &&
    y1 >= -steps * MARGIN &&
    x0 <= steps * (width + MARGIN) &&
    y0 <= steps * (height + MARGIN)
  )
}

/** @returns path data of an open line, or of a ring; empty when there is nothing to draw */
export function pathOf(pen: Pen, closed = false, { steps }: Grain = FINE): string {
  if (pen.length < (closed ? 6 : 4)) return ''
  const write = steps === 10 ? tenth : (value: number) => shortest(value / steps)
  let text = `M${write(pen[0])} ${write(pen[1])}l`
  for (let i = 2; i < pen.length; i += 2) {
    const [dx, dy] = [pen[i] - pen[i - 2], pen[i + 1] - pen[i - 1]]
    // A minus sign parts two numbers as well as a space does.
    text += i > 2 && dx >= 0 ? ` ${write(dx)}` : write(dx)
    text += dy >= 0 ? ` ${write(dy)}` : write(dy)
  }
  return closed ? `${text}z` : text
}

/** Steps of a line are short: the same few numbers are written again and again. */
const KNOWN = 1024
const written: string[] = []

/** A number of tenths as short as SVG allows: 0.5 → .5 */
function tenth(value: number): string {
  if (value > -KNOWN && value < KNOWN) {
    written[value + KNOWN] ??= shortest(value / 10)
    return written[value + KNOWN]
  }
  return shortest(value / 10)
}

/** A number as short as SVG allows: 0.5 → .5 */
function shortest(value: number): string {
  return String(value).replace(/^(-?)0\./, '$1.')
}
