/** What a period of a history looks like, before any renderer is involved. */
import { type Period, STATE } from '../chronicle/atlas.ts'
import { over, textureTone } from './colour.ts'
import type { FactionLook } from './painter.ts'
import { FILL_OPACITY } from './palette.ts'

export const PATTERN = { none: 0, contested: 1, passing: 2, lines: 3, dots: 4 } as const
export type Pattern = (typeof PATTERN)[keyof typeof PATTERN]

export interface Look {
  /** opaque colour of the ground */
  fill: string
  pattern: Pattern
  /** opaque colour of the pattern's strokes */
  stroke: string
}

/**
 * Colours are mixed with the paper beforehand and drawn opaque: edges between faces of one colour then leave no
 * seams, and hatching keeps exactly the two colours of the legend.
 * @param lineage whether ground of a faction that became part of another one stays recognisable
 */
export function lookOf(
  period: Period,
  factions: readonly FactionLook[],
  visible: ReadonlySet<number>,
  paper: string,
  lineage = false,
): Look {
  const ground = (faction: number) =>
    faction >= 0 && visible.has(faction) ? over(factions[faction].colour, paper, FILL_OPACITY) : paper
  const fill = ground(period.holder)
  if (period.state !== STATE.held) {
    return {
      fill,
      stroke: ground(period.other),
      pattern: period.state === STATE.contested ? PATTERN.contested : PATTERN.passing,
    }
  }
  // Where a faction came from is told in its former colour, by the dots that otherwise tell like colours apart.
  const { former = -1 } = period
  if (lineage && factions[former] && visible.has(period.holder))
    return { fill, pattern: PATTERN.dots, stroke: factions[former].colour }
  const texture = factions[period.holder]?.texture ?? 'none'
  const textured = texture !== 'none' && visible.has(period.holder)
  return {
    fill,
    pattern: textured ? PATTERN[texture] : PATTERN.none,
    stroke: textured ? textureTone(fill, paper) : fill,
  }
}

export const LINE = { none: 0, quiet: 1, front: 2 } as const
export type Line = (typeof LINE)[keyof typeof LINE]

/**
 * @param left index of the holder, -1 beyond the edge of what is mapped
 * @returns what to draw between two pieces of ground: a front between opponents, a quiet line at the edge of
 *   ground of a special status, nothing inside one holder's ground or between parts of one army
 */
export function lineBetween(left: number, right: number, factions: readonly FactionLook[]): Line {
  if (left === right) return LINE.none
  const [a, b] = [left, right].map((index): FactionLook | undefined => factions[index])
  if (a && b && (a.partOf === right || b.partOf === left)) return LINE.quiet
  // Of what lies beyond the edge nothing is said, and nothing of blank ground either.
  if ((!a || a.blank) && (!b || b.blank)) return LINE.none
  return a?.texture === 'lines' || b?.texture === 'lines' ? LINE.quiet : LINE.front
}
