/** Two days compared, as SVG: ground tinted by what became of it, and the front of the older day as a line of dots. */
import type { Arc, Atlas, Period } from '../chronicle/atlas.ts'
import { lineOn } from '../map/ground-features.ts'
import { lineWidths } from '../map/line-widths.ts'
import { LINE, type Look, PATTERN } from '../map/looks.ts'
import type { FactionLook } from '../map/painter.ts'
import type { Palette } from '../map/palette.ts'
import { TINT_PATTERN, tintOf } from '../map/tint.ts'
import type { View } from './camera.ts'
import type { Tracer } from './ground.ts'
import { isSeen, pathOf } from './path.ts'
import { round } from './typesetter.ts'

/** What the strokes of a tint look like among the patterns of ground. */
const STROKES = {
  [TINT_PATTERN.none]: PATTERN.none,
  [TINT_PATTERN.lost]: PATTERN.contested,
  [TINT_PATTERN.unsettled]: PATTERN.passing,
} as const

/**
 * @param by index of the faction that the tint speaks of; `null`: ground is tinted by who gained it
 * @param visible factions that are not hidden
 * @returns what ground looks like that was one thing and is another
 */
export function tintLook(
  was: Period,
  is: Period,
  by: number | null,
  factions: readonly FactionLook[],
  visible: ReadonlySet<number>,
  paper: string,
): Look {
  const { fill, stroke, pattern } = tintOf(was, is, by, factions, visible, paper)
  return { fill, stroke, pattern: STROKES[pattern] }
}

/**
 * @param was @param is periods of each face on the older and the newer day, in the order of `atlas.faces`
 * @returns the front of the older day where it is none any more
 */
export function drawGhost(
  atlas: Atlas,
  was: readonly Period[],
  is: readonly Period[],
  factions: readonly FactionLook[],
  palette: Palette,
  tracer: Tracer,
  view: View,
): string {
  const frontIn = (periods: readonly Period[], arc: Arc) =>
    lineOn(arc, (face) => periods[face], factions) === LINE.front
  let d = ''
  atlas.arcs.forEach((sides, arc) => {
    if (!frontIn(was, sides) || frontIn(is, sides)) return
    const pen = tracer.arc(arc)
    if (isSeen(pen, view)) d += pathOf(pen)
  })
  if (!d) return ''
  const width = lineWidths(view.zoom).front
  const line = (colour: string, factor: number, dashes: string) =>
    `<path fill="none" stroke="${colour}" stroke-width="${round(width * factor)}" stroke-linecap="round" stroke-linejoin="round"${dashes} d="${d}"/>`
  return (
    line(palette.frontCasing, 2.2, '') +
    line(palette.front, 1, ` stroke-dasharray="0.01 ${round(width * 2.2)}"`)
  )
}
