/** Fronts of a day as SVG, in the widths, colours and dashes of every painter. */
import { ARC_KIND, type Atlas, type Period } from '../chronicle/atlas.ts'
import { lineOn } from '../map/ground-features.ts'
import { DASH, lineWidths, QUIET_OPACITY } from '../map/line-widths.ts'
import { LINE } from '../map/looks.ts'
import type { FactionLook } from '../map/painter.ts'
import type { Palette } from '../map/palette.ts'
import { FINE, type Grain, type View } from './camera.ts'
import type { Tracer } from './ground.ts'
import { isSeen, type Pen, pathOf } from './path.ts'
import { round } from './typesetter.ts'

/** @param periods what each face shows, in the order of `atlas.faces` */
export function drawFronts(
  atlas: Atlas,
  periods: readonly Period[],
  factions: readonly FactionLook[],
  palette: Palette,
  tracer: Tracer,
  view: View,
): string {
  const widths = lineWidths(view.zoom)
  let [quiet, solid, all] = ['', '', '']
  /** dashes → lines that have them */
  const dashed = new Map<string, string>()
  atlas.arcs.forEach((sides, arc) => {
    const line = lineOn(sides, (face) => periods[face], factions)
    if (line === LINE.none) return
    const pen = tracer.arc(arc)
    if (!isSeen(pen, view)) return
    const d = pathOf(pen, false, view.grain)
    if (!d) return
    if (line === LINE.quiet) {
      quiet += d
      return
    }
    all += d
    const dashes = sides.kind === ARC_KIND.inferred ? dashesOf(pen, view.grain) : null
    if (dashes) {
      const attributes = Object.entries(dashes).map(([name, value]) => `${name}="${value}"`)
      const look = attributes.join(' ')
      dashed.set(look, (dashed.get(look) ?? '') + d)
    } else solid += d
  })
  const stroke = (colour: string, width: number, d: string, more = '') =>
    d &&
    `<path fill="none" stroke="${colour}" stroke-width="${round(width)}" stroke-linejoin="round"${more} d="${d}"/>`
  const ends = ' stroke-linecap="round"'
  return [
    stroke(palette.frontCasing, widths.casing, all, ends),
    stroke(palette.ceasefire, widths.quiet, quiet, ` stroke-opacity="${QUIET_OPACITY}"${ends}`),
    stroke(palette.front, widths.front, solid, ends),
    dashed.size > 0 &&
      `<g fill="none" stroke="${palette.front}" stroke-width="${round(widths.front)}">${[...dashed]
        .map(([dashes, d]) => `<path ${dashes} d="${d}"/>`)
        .join('')}</g>`,
  ]
    .filter(Boolean)
    .join('')
}

/**
 * A whole number of dashes, half a stroke at either end: arcs join stroke to stroke. `null`: too short for any. Where
 * lines have few points they are all dashed alike: a picture that is written so is shown in many sizes, and the dashes
 * keep theirs.
 */
export function dashesOf(pen: Pen, { steps, tolerance }: Grain = FINE): Record<string, string> | null {
  if (tolerance > 0) return { 'stroke-dasharray': `${DASH.stroke} ${DASH.period - DASH.stroke}` }
  let length = 0
  for (let i = 2; i < pen.length; i += 2) length += Math.hypot(pen[i] - pen[i - 2], pen[i + 1] - pen[i - 1])
  length /= steps
  const count = Math.round(length / DASH.period)
  if (count < 1) return null
  const period = length / count
  const stroke = (DASH.stroke * period) / DASH.period
  return {
    'stroke-dasharray': `${round(stroke)} ${round(period - stroke)}`,
    'stroke-dashoffset': String(round(stroke / 2)),
  }
}
