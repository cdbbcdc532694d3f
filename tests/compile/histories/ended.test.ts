import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { STATE } from '../../../src/chronicle/atlas.ts'
import { withoutTheEnded } from '../../../src/compile/histories/ended.ts'
import type { ClaimedPeriod } from '../../../src/compile/histories/timeline.ts'
import { inShort, period } from './periods.ts'

const [RED, GREEN, BLUE] = [0, 1, 2]
/** Red ends with day 10. */
const ENDS = new Map([[RED, 10]])

const told = (history: readonly ClaimedPeriod[]) => inShort(withoutTheEnded(history, ENDS))

describe('ground of a faction that has ended', () => {
  it('is that of the next holder from the day after, in doubt until its day is known', () => {
    expect(told([period(0, RED), period(14, GREEN)])).toEqual([
      [0, RED, -1, STATE.held],
      [11, GREEN, -1, STATE.passing],
      [14, GREEN, -1, STATE.held],
    ])
  })

  it('is that of whoever is said to be there too, before a later one', () => {
    expect(told([period(5, RED, STATE.contested, BLUE), period(20, GREEN)])).toEqual([
      [5, RED, BLUE, STATE.contested],
      [11, BLUE, -1, STATE.contested],
      [20, GREEN, -1, STATE.held],
    ])
  })

  it('stays as it is when nobody is ever said to have taken it', () => {
    expect(told([period(0, RED)])).toEqual([[0, RED, -1, STATE.held]])
  })

  it('stays as it is when it was left in time, and so does that of others', () => {
    const left = [period(0, RED), period(11, GREEN, STATE.contested, RED)]
    expect(withoutTheEnded(left, ENDS)).toEqual(left)
  })

  it('keeps the claims and the grade that it rests on', () => {
    expect(withoutTheEnded([period(0, RED), period(14, GREEN)], ENDS)[1]).toMatchObject({
      claims: [0],
      grade: 'B',
    })
  })

  it('has another holder after its end whenever there is one, whatever the history', () => {
    const some = fc
      .array(
        fc.record({
          length: fc.integer({ min: 1, max: 9 }),
          holder: fc.nat(2),
          other: fc.integer({ min: -1, max: 2 }),
        }),
        {
          minLength: 1,
          maxLength: 6,
        },
      )
      .map((parts) => {
        let start = 0
        return parts.map(({ length, holder, other }) => {
          const made = period(
            start,
            holder,
            other === holder || other < 0 ? STATE.held : STATE.contested,
            other === holder ? -1 : other,
          )
          start += length
          return made
        })
      })
    fc.assert(
      fc.property(some, (history) => {
        const after = withoutTheEnded(history, ENDS)
        expect(after.every(({ start }, i) => i === 0 || start > after[i - 1].start)).toBe(true)
        const lastHolder = history.at(-1)!
        if (lastHolder.holder !== RED || (lastHolder.other >= 0 && lastHolder.other !== RED))
          for (const [i, { holder }] of after.entries())
            expect(holder === RED && (after[i + 1]?.start ?? 1e9) - 1 > 10).toBe(false)
      }),
    )
  })
})
