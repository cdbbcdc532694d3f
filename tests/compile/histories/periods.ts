/** Histories written down shortly, and told as shortly. */
import { STATE, type State } from '../../../src/chronicle/atlas.ts'
import type { ClaimedPeriod } from '../../../src/compile/histories/timeline.ts'

export const period = (
  start: number,
  holder: number,
  state: State = STATE.held,
  other = -1,
): ClaimedPeriod => ({
  start,
  holder,
  other,
  state,
  grade: 'B',
  claims: [start],
})

export const inShort = (history: readonly ClaimedPeriod[]) =>
  history.map(({ start, holder, other, state }) => [start, holder, other, state])
