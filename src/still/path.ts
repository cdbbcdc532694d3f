/** Lines and rings as SVG path data, in tenths of a pixel; what lies far outside the picture costs next to nothing. */
import type { View } from './camera.ts'

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

/** Points of a line in tenths of a pixel, flat; neighbours that fall together are written once. */
export type Pen = number[]

/**
 * @param count how many points there are
 * @param at gives lon and lat of one of them, degrees
 * @returns the line in tenths of a pixel, without what cannot be seen
 */
export function trace(count: number, at: (i: number) => readonly [number, number], view: View): Pen {
  const pen: Pen = []
  let [lastX, lastY] = [Number.NaN, Number.NaN]
  let held: [number, number] | null = null
  let beyond = 0
  for (let i = 0; i < count; i++) {
    const [px, py] = view.project(...at(i))
    const side = sideOf(px, py, view)
    const [x, y] = [Math.round(px * 10), Math.round(py * 10)]
    if (i > 0 && i < count - 1 && (beyond & side) !== 0) {
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
export function isSeen(pen: Pen, { width, height }: View): boolean {
  let [x0, y0, x1, y1] = [Infinity, Infinity, -Infinity, -Infinity]
  for (let i = 0; i < pen.length; i += 2) {
    if (pen[i] < x0) x0 = pen[i]
    if (pen[i] > x1) x1 = pen[i]
    if (pen[i + 1] < y0) y0 = pen[i + 1]
    if (pen[i + 1] > y1) y1 = pen[i + 1]
  }
  return (
    x1 >= -10 * MARGIN && y1 >= -10 * MARGIN && x0 <= 10 * (width + MARGIN) && y0 <= 10 * (height + MARGIN)
  )
}

/** @returns path data of an open line, or of a ring; empty when there is nothing to draw */
export function pathOf(pen: Pen, closed = false): string {
  if (pen.length < (closed ? 6 : 4)) return ''
  let text = `M${tenth(pen[0])} ${tenth(pen[1])}l`
  for (let i = 2; i < pen.length; i += 2) {
    const [dx, dy] = [pen[i] - pen[i - 2], pen[i + 1] - pen[i - 1]]
    // A minus sign parts two numbers as well as a space does.
    text += i > 2 && dx >= 0 ? ` ${tenth(dx)}` : tenth(dx)
    text += dy >= 0 ? ` ${tenth(dy)}` : tenth(dy)
  }
  return closed ? `${text}z` : text
}

/** Steps of a line are short: the same few numbers are written again and again. */
const KNOWN = 1024
const written: string[] = []

/** A number of tenths as short as SVG allows: 0.5 → .5 */
function tenth(value: number): string {
  if (value > -KNOWN && value < KNOWN) {
    written[value + KNOWN] ??= shortest(value)
    return written[value + KNOWN]
  }
  return shortest(value)
}

function shortest(value: number): string {
  return String(value / 10).replace(/^(-?)0\./, '$1.')
}
