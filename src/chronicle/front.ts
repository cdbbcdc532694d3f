/** Where a front runs on a day: between ground of different holders, as far as anybody knows. */
import { type Period, STATE } from './atlas.ts'

/**
 * Ground that two sides share has a line all round it, on the side of either. Between ground that a faction holds and
 * ground that may have passed to it already, nobody knows where the line ran: there the hatching stands for the front,
 * and a line would claim too much.
 * @param left period in force on one side of an arc
 * @param right period in force on the other side
 * @returns true when a line is drawn on the arc
 */
export function isFront(left: Period, right: Period): boolean {
  const [ones, others] = [sidesOf(left), sidesOf(right)]
  if (left.state === STATE.contested || right.state === STATE.contested)
    return ones.size !== others.size || [...ones].some((side) => !others.has(side))
  if (left.state === STATE.passing || right.state === STATE.passing)
    return ![...ones].some((side) => side >= 0 && others.has(side))
  return left.holder !== right.holder
}

/** Whose ground it may be; -1 stands for somebody unknown. */
const sidesOf = ({ holder, other, state }: Period) =>
  new Set(state === STATE.held ? [holder] : [holder, other])

/**
 * @returns the two sides that a line between these periods parts, the left one first; on the rim of shared ground, towards
 * the side that is named first, the two that share it; -1 for somebody unknown; null where no line is drawn
 */
export function partedBy(left: Period, right: Period): [one: number, other: number] | null {
  if (!isFront(left, right)) return null
  if (left.holder !== right.holder) return [left.holder, right.holder]
  const shared = left.state === STATE.held ? right : left
  return [left.holder, shared.other]
}
