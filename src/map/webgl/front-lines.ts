/** Which line an arc carries while two segments face each other on it. */
import type { Segment } from '../../chronicle/atlas.ts'
import { isFront } from '../../chronicle/front.ts'
import { LINE, type Line, lineBetween } from '../looks.ts'
import type { FactionLook } from '../painter.ts'

/** @returns the kind of line, none where nobody knows how the front ran or where there is none */
export function lineOn(left: Segment, right: Segment, factions: readonly FactionLook[]): Line {
  return isFront(left, right) ? lineBetween(left.holder, right.holder, factions) : LINE.none
}
