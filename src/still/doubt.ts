/** The bands along inferred fronts as SVG: see src/map/doubt.ts. */
import type { Atlas, Period } from '../chronicle/atlas.ts'
import { DOUBT_CORE, doubtOf, doubtStrength } from '../map/doubt.ts'
import { lineOn } from '../map/ground-features.ts'
import type { FactionLook } from '../map/painter.ts'
import type { Palette } from '../map/palette.ts'
import { type View, viewOf } from './camera.ts'
import { outlineOf, tracerOf } from './ground.ts'
import { isSeen, pathOf } from './path.ts'
import { round } from './typesetter.ts'

/** The fade is drawn as so many strokes on each other, none of them with a rim that is seen. */
const STROKES = 10
/** A blurred rim needs few points (pixels). */
const TOLERANCE = 1.5

/**
 * @param periods what each face shows, in the order of `atlas.faces`
 * @returns a definition, and the bands, cut at the edge of all ground; both empty where none is seen
 */
export function drawDoubt(
  atlas: Atlas,
  periods: readonly Period[],
  factions: readonly FactionLook[],
  { doubt }: Pick<Palette, 'doubt'>,
  view: View,
): { defs: string; body: string } {
  const none = { defs: '', body: '' }
  const strength = doubtStrength(view.zoom)
  if (strength === 0) return none
  const widths = atlas.arcs.map((arc) =>
    doubtOf(
      arc,
      lineOn(arc, (face) => periods[face], factions),
    ),
  )
  // A line out of the picture may have a band in it.
  const room = Math.ceil(Math.max(0, ...widths) / view.metresPerPixel)
  const wide = viewOf(view, view.width + 2 * room, view.height + 2 * room, {
    ...view.grain,
    tolerance: TOLERANCE,
  })
  const tracer = tracerOf(atlas, wide)
  /** half width in metres → lines that have it */
  const lines = new Map<number, string>()
  widths.forEach((metres, arc) => {
    const pen = tracer.arc(arc)
    const d = metres > 0 && isSeen(pen, wide) ? pathOf(pen, false, wide.grain) : ''
    if (d) lines.set(metres, (lines.get(metres) ?? '') + d)
  })
  if (lines.size === 0) return none
  const opacity = 1 - (1 - strength * doubt.opacity) ** (1 / STROKES)
  const bands = Array.from({ length: STROKES }, (_, i) => {
    const share = shareAt((i + 0.5) / STROKES)
    const paths = [...lines].map(
      ([metres, d]) => `<path stroke-width="${round((2 * share * metres) / view.metresPerPixel)}" d="${d}"/>`,
    )
    return `<g opacity="${opacity.toFixed(4)}">${paths.join('')}</g>`
  })
  const shift = `transform="translate(${-room} ${-room})"`
  return {
    defs: `<clipPath id="pdoubt"><path ${shift} clip-rule="evenodd" d="${outlineOf(atlas, tracer, wide)}"/></clipPath>`,
    body:
      `<g clip-path="url(#pdoubt)"><g ${shift} fill="none" stroke="${doubt.colour}" stroke-linecap="round" stroke-linejoin="round">` +
      `${bands.join('')}</g></g>`,
  }
}

/** @returns the share of the half width at which the band has lost this share of its strength */
function shareAt(lost: number): number {
  // The inverse of 3x² − 2x³, by which the other painter fades.
  const x = 0.5 - Math.sin(Math.asin(1 - 2 * lost) / 3)
  return DOUBT_CORE + (1 - DOUBT_CORE) * x
}
