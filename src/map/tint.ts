/** What ground looks like when two days are compared by tint, before any renderer is involved. */
import { type Period, STATE } from '../chronicle/atlas.ts'
import { fateOf } from '../chronicle/compare.ts'
import { over } from './colour.ts'
import type { FactionLook } from './painter.ts'

/** How strongly a faction's colour covers the paper, by what became of the ground. */
export const TINT_OPACITY = { gained: 0.86, held: 0.34, lost: 0.86, others: 0.1, unsettled: 0.5 } as const

/** Strokes over the tint: `lost` crossed, `unsettled` broken. */
export const TINT_PATTERN = { none: 0, lost: 1, unsettled: 2 } as const

export interface Tint {
  /** opaque */
  fill: string
  pattern: (typeof TINT_PATTERN)[keyof typeof TINT_PATTERN]
  /** opaque colour of the strokes */
  stroke: string
}

/**
 * @param by index of the faction that the tint speaks of; `null`: ground is tinted by who gained it
 * @param visible factions that are not hidden; ground of the others stays paper
 */
export function tintOf(
  older: Period,
  newer: Period,
  by: number | null,
  factions: readonly FactionLook[],
  visible: ReadonlySet<number>,
  paper: string,
): Tint {
  const mixed = (faction: number, opacity: number) =>
    faction >= 0 && visible.has(faction) ? over(factions[faction].colour, paper, opacity) : paper
  const plain = (fill: string): Tint => ({ fill, pattern: TINT_PATTERN.none, stroke: fill })
  if (by === null) {
    const moved = older.holder !== newer.holder
    const fill = mixed(newer.holder, moved ? TINT_OPACITY.gained : TINT_OPACITY.others)
    if (newer.state === STATE.held) return plain(fill)
    return { fill, pattern: TINT_PATTERN.unsettled, stroke: mixed(newer.other, TINT_OPACITY.unsettled) }
  }
  switch (fateOf(older, newer, by)) {
    case 'gained':
      return plain(mixed(by, TINT_OPACITY.gained))
    case 'held':
      return plain(mixed(by, TINT_OPACITY.held))
    case 'lost':
      return { fill: paper, pattern: TINT_PATTERN.lost, stroke: mixed(by, TINT_OPACITY.lost) }
    case 'unsettled':
      return { fill: paper, pattern: TINT_PATTERN.unsettled, stroke: mixed(by, TINT_OPACITY.unsettled) }
    case 'none':
      return plain(paper)
  }
}
