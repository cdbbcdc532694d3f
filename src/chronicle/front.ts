/** Where a front runs on a day: between ground of different holders, as far as anybody knows. */
import { type Period, STATE } from './atlas.ts'

/**
 * Between ground that a faction holds and ground that may have passed to it already, nobody knows where the line
 * ran: there the hatching stands for the front, and a line would claim too much.
 * @param left period in force on one side of an arc
 * @param right period in force on the other side
 * @returns true when a line is drawn on the arc
 */
export function isFront(left: Period, right: Period): boolean {
  if (left.holder === right.holder) return false
  return !mayHavePassedTo(left, right.holder) && !mayHavePassedTo(right, left.holder)
}

const mayHavePassedTo = (ground: Period, faction: number) =>
  ground.state === STATE.passing && ground.other === faction
