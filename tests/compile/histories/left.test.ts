import { describe, expect, it } from 'vitest'
import { STATE } from '../../../src/chronicle/atlas.ts'
import { withoutThoseWhoLeft } from '../../../src/compile/histories/left.ts'
import type { ClaimedPeriod } from '../../../src/compile/histories/timeline.ts'
import { inShort, period } from './periods.ts'

const [RED, GREEN, BLUE] = [0, 1, 2]
/** Blue ends with day 4. */
const ENDS = new Map([[BLUE, 4]])
/** Red is said to have left on day 5. */
const LEFT = [{ faction: RED, day: 5 }]

const told = (history: readonly ClaimedPeriod[]) => inShort(withoutThoseWhoLeft(history, LEFT, ENDS))

describe('ground that its holder is said to have left', () => {
  it('is shared with the one who comes within a week, until he does', () => {
    expect(told([period(0, RED), period(5, RED, STATE.contested), period(7, GREEN)])).toEqual([
      [0, RED, -1, STATE.held],
      [5, RED, GREEN, STATE.contested],
      [7, GREEN, -1, STATE.held],
    ])
  })

  it('is shared with nobody known when nobody comes within a week or only one that has ended', () => {
    const late = [period(5, RED, STATE.contested), period(12, RED), period(13, GREEN)]
    expect(withoutThoseWhoLeft(late, LEFT, ENDS)).toEqual(late)
    const ended = [period(5, RED, STATE.contested), period(7, BLUE)]
    expect(withoutThoseWhoLeft(ended, LEFT, ENDS)).toEqual(ended)
  })

  it('stays as it is before that day, and where another side is said to be there', () => {
    const early = [period(3, RED, STATE.contested), period(6, GREEN)]
    expect(withoutThoseWhoLeft(early, LEFT, ENDS)).toEqual(early)
    const shared = [period(5, RED, STATE.contested, BLUE), period(6, GREEN)]
    expect(withoutThoseWhoLeft(shared, LEFT, ENDS)).toEqual(shared)
  })
})
