import { describe, expect, it } from 'vitest'
import { dayOf } from '../../../src/chronicle/day.ts'
import { groundsOn, opponentsOf } from '../../../src/ui/panels/why/grounds.ts'
import { claim } from '../../chronicle/strip-of-squares.ts'

const on = (id: string, earliest: string, latest = earliest) => claim(id, 'x', { earliest, latest })
const ids = (list: readonly { id: string }[]) => list.map(({ id }) => id)

describe('the claims behind a stretch', () => {
  it('are told apart by whether they speak of the day or of later ones', () => {
    const claims = [
      on('C', '2025-03-08'),
      on('A', '2024-12-08'),
      on('B', '2025-03-06', '2025-03-09'),
      on('D', '2025-04-01'),
    ]
    const { upToNow, later } = groundsOn(claims, dayOf('2025-03-07'))
    expect(ids(upToNow)).toEqual(['B', 'A'])
    expect(ids(later)).toEqual(['C', 'D'])
  })
})

describe('opponents', () => {
  it('are named once, with all that they contradict', () => {
    const [a, b, c] = [on('A', '2025-01-01'), on('B', '2025-01-01'), on('C', '2025-01-01')]
    const found = opponentsOf([a, b], ({ id }) => (id === 'A' ? [c] : [c, a]))
    expect(found.map(({ claim, against }) => [claim.id, against])).toEqual([
      ['C', ['A', 'B']],
      ['A', ['B']],
    ])
    expect(opponentsOf([a], () => [])).toEqual([])
  })
})
