/** What a painter can do besides showing one day: another day on a part of the same map, without a second map. */
import type { Day } from '../../chronicle/day.ts'
import type { Painter } from '../painter.ts'

/** The map right of a line shows another day. */
export interface Split {
  day: Day
  /** where the line stands, 0 (left edge of the map) to 1 (right edge) */
  at: number
}

export interface ComparePainter extends Painter {
  /** Moving the line costs nothing but the frame. `null`: one day everywhere. */
  setSplit(split: Split | null): void
}

export function canCompare(painter: Painter): painter is ComparePainter {
  return 'setSplit' in painter
}
