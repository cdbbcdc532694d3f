import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { STATE } from '../../../src/chronicle/atlas.ts'
import { DOUBT_LAPSES, historyOf, type Statement } from '../../../src/compile/histories/timeline.ts'

const FIRST = 100
const LAST = 200
const [RED, GREEN, YELLOW] = [0, 1, 2]
const red = { holder: RED, grade: 'D' as const, claims: [] }

let counter = 0
const say = (over: Partial<Statement>): Statement => ({
  claim: counter++,
  own: true,
  effect: 'hold',
  earliest: 120,
  latest: over.earliest ?? 120,
  from: [RED],
  to: GREEN,
  size: 0,
  grade: 'B',
  ...over,
})
const look = (statements: Statement[]) =>
  historyOf(red, statements, FIRST, LAST).map(({ start, holder, other, state }) => [
    start,
    holder,
    other,
    state,
  ])

describe('history of a cell', () => {
  it('stays with the first holder when nothing is said', () => {
    expect(look([])).toEqual([[FIRST, RED, -1, STATE.held]])
  })

  it('changes hands on the day of a claim', () => {
    expect(look([say({ earliest: 120 })])).toEqual([
      [FIRST, RED, -1, STATE.held],
      [120, GREEN, -1, STATE.held],
    ])
  })

  it('is passing between the earliest and the latest day', () => {
    expect(look([say({ earliest: 120, latest: 123 })])).toEqual([
      [FIRST, RED, -1, STATE.held],
      [120, RED, GREEN, STATE.passing],
      [123, GREEN, -1, STATE.held],
    ])
  })

  it('is passing on the eve of a day that is told of an area only, or by one side or nobody', () => {
    const eve = [119, RED, GREEN, STATE.passing]
    for (const vague of [{ own: false, size: 50, grade: 'A' }, { grade: 'C' }, { grade: 'D' }] as const)
      expect(look([say(vague)])).toEqual([[FIRST, RED, -1, STATE.held], eve, [120, GREEN, -1, STATE.held]])
    for (const well of [{ grade: 'A' }, { grade: 'B' }, { grade: 'C', earliest: 120, latest: 121 }] as const)
      expect(look([say(well)])).not.toContainEqual(eve)
  })

  it('has no eve in doubt where another claim dates the change well, where its holder has just come, and on the first day', () => {
    expect(look([say({ grade: 'D' }), say({ grade: 'B' })])).toHaveLength(2)
    expect(
      look([say({ grade: 'B', earliest: 119 }), say({ grade: 'C', from: [GREEN], to: YELLOW })]),
    ).toEqual([
      [FIRST, RED, -1, STATE.held],
      [119, GREEN, -1, STATE.held],
      [120, YELLOW, -1, STATE.held],
    ])
    expect(look([say({ grade: 'C', earliest: FIRST + 1 })])[0]).toEqual([FIRST, RED, -1, STATE.held])
  })

  it('keeps passing to the end when the latest day lies beyond the range', () => {
    expect(look([say({ earliest: 190, latest: 230 })])).toEqual([
      [FIRST, RED, -1, STATE.held],
      [190, RED, GREEN, STATE.passing],
    ])
  })

  it('takes an area claim only from the factions it names', () => {
    expect(look([say({ own: false, from: [YELLOW], size: 50 })])).toEqual([[FIRST, RED, -1, STATE.held]])
    expect(look([say({ own: false, from: [RED], size: 50 })])).toEqual([
      [FIRST, RED, -1, STATE.held],
      [119, RED, GREEN, STATE.passing],
      [120, GREEN, -1, STATE.held],
    ])
  })

  it('lets the place speak before the area on the same day, and a small area before a large one', () => {
    const own = say({ to: YELLOW })
    expect(look([say({ own: false, size: 50 }), own])[1]).toEqual([120, YELLOW, -1, STATE.held])
    const [small, large] = [
      say({ own: false, size: 5, to: YELLOW }),
      say({ own: false, size: 500, to: GREEN }),
    ]
    expect(look([large, small])[2]).toEqual([120, YELLOW, -1, STATE.held])
  })

  it('does not let an area claim take what the place says was lost later', () => {
    const area = say({ own: false, size: 50, earliest: 120 })
    const own = say({ earliest: 126, from: [RED] })
    expect(look([area, own])).toEqual([
      [FIRST, RED, -1, STATE.held],
      [126, GREEN, -1, STATE.held],
    ])
  })

  it('lets an area claim date a change better that the place only knows within a long range', () => {
    const area = say({ own: false, size: 50, earliest: 118, latest: 122 })
    const own = say({ earliest: 119, latest: 140, from: [RED] })
    const history = historyOf(red, [area, own], FIRST, LAST)
    expect(history.map(({ start, holder }) => [start, holder])).toEqual([
      [FIRST, RED],
      [118, RED],
      [122, GREEN],
    ])
    expect(history.at(-1)!.claims).toEqual([area.claim, own.claim])
  })

  it('shows a doubt for its range and drops a lonely one after some days', () => {
    const range = look([say({ effect: 'doubt', earliest: 120, latest: 124 })])
    expect(range.slice(1)).toEqual([
      [120, RED, GREEN, STATE.contested],
      [125, RED, -1, STATE.held],
    ])
    const lonely = look([say({ effect: 'doubt', earliest: 120 })])
    expect(lonely.at(-1)).toEqual([120 + DOUBT_LAPSES, RED, -1, STATE.held])
  })

  it('ends a lonely doubt with the next claim of the place', () => {
    const history = look([say({ effect: 'doubt', earliest: 120 }), say({ earliest: 122 })])
    expect(history.slice(1)).toEqual([
      [120, RED, GREEN, STATE.contested],
      [122, GREEN, -1, STATE.held],
    ])
  })

  it('ends a lonely doubt when an area claim gives the ground to the challenger', () => {
    const doubt = say({ effect: 'doubt', earliest: 120 })
    expect(look([doubt, say({ own: false, size: 50, earliest: 123 })]).slice(1)).toEqual([
      [120, RED, GREEN, STATE.contested],
      [123, GREEN, -1, STATE.held],
    ])
  })

  it('ends a lonely doubt that names nobody when an area claim gives the ground to anybody', () => {
    const left = say({ effect: 'doubt', earliest: 120, to: -1 })
    expect(look([left, say({ own: false, size: 50, earliest: 123 })]).slice(1)).toEqual([
      [120, RED, -1, STATE.contested],
      [123, GREEN, -1, STATE.held],
    ])
  })

  it('counts a repeated capture as confirmation', () => {
    const [one, two] = [say({ earliest: 120, grade: 'C' }), say({ earliest: 125, grade: 'A' })]
    const history = historyOf(red, [one, two], FIRST, LAST)
    // Before it, and its eve: the first of the two has one side's word.
    expect(history).toHaveLength(3)
    expect(history[2].claims).toEqual([one.claim, two.claim])
    expect(history[2].grade).toBe('A')
  })
})

const statement = fc.record({
  claim: fc.nat(500),
  own: fc.boolean(),
  effect: fc.constantFrom<'hold' | 'doubt'>('hold', 'doubt'),
  earliest: fc.integer({ min: 60, max: 240 }),
  length: fc.integer({ min: 0, max: 30 }),
  from: fc.array(fc.integer({ min: 0, max: 3 }), { maxLength: 2 }),
  to: fc.integer({ min: -1, max: 3 }),
  size: fc.integer({ min: 1, max: 1000 }),
  grade: fc.constantFrom<'A' | 'B' | 'C' | 'D'>('A', 'B', 'C', 'D'),
})
const statements = fc.array(statement, { maxLength: 14 }).map((list) =>
  list.map(
    ({ length, ...rest }): Statement => ({
      ...rest,
      latest: rest.earliest + length,
      to: rest.effect === 'hold' ? Math.max(rest.to, 0) : rest.to,
    }),
  ),
)

describe('any history', () => {
  it('covers the range in order, with neighbours that differ', () => {
    fc.assert(
      fc.property(statements, (list) => {
        const history = historyOf(red, list, FIRST, LAST)
        expect(history[0].start).toBe(FIRST)
        history.forEach((stretch, i) => {
          expect(stretch.start).toBeLessThanOrEqual(LAST)
          if (stretch.state === STATE.held) expect(stretch.other).toBe(-1)
          else expect(stretch.other).not.toBe(stretch.holder)
          const before = history[i - 1]
          if (!before) return
          expect(stretch.start).toBeGreaterThan(before.start)
          expect([before.holder, before.other, before.state]).not.toEqual([
            stretch.holder,
            stretch.other,
            stretch.state,
          ])
        })
      }),
    )
  })

  it('does not depend on the order in which statements are written', () => {
    fc.assert(
      fc.property(statements, fc.nat(), (list, seed) => {
        const distinct = list.map((s, i) => ({ ...s, claim: i }))
        const turned = [
          ...distinct.slice(seed % (list.length + 1)),
          ...distinct.slice(0, seed % (list.length + 1)),
        ]
        const holders = (of: Statement[]) =>
          historyOf(red, of, FIRST, LAST).map(({ start, holder }) => `${start}:${holder}`)
        expect(holders(turned)).toEqual(holders(distinct))
      }),
    )
  })

  it('never gives ground to a faction that no holding claim names', () => {
    fc.assert(
      fc.property(statements, (list) => {
        const named = new Set([RED, ...list.filter((s) => s.effect === 'hold').map((s) => s.to)])
        for (const { holder } of historyOf(red, list, FIRST, LAST)) expect(named.has(holder)).toBe(true)
      }),
    )
  })
})
