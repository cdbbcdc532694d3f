import { describe, expect, it } from 'vitest'
import { type Period, STATE } from '../../src/chronicle/atlas.ts'
import { isFront } from '../../src/chronicle/front.ts'

const ground = (holder: number, state: Period['state'] = STATE.held, other = -1): Period => ({
  start: 0,
  holder,
  other,
  state,
})

describe('a front', () => {
  it('runs between different holders only', () => {
    expect(isFront(ground(1), ground(2))).toBe(true)
    expect(isFront(ground(1), ground(1))).toBe(false)
  })

  it('is not drawn against ground that may have passed to the neighbour already', () => {
    expect(isFront(ground(1, STATE.passing, 2), ground(2))).toBe(false)
    expect(isFront(ground(2), ground(1, STATE.passing, 2))).toBe(false)
    expect(isFront(ground(1, STATE.passing, 3), ground(2))).toBe(true)
  })

  it('is drawn all round ground that two sides share, whichever is named first', () => {
    expect(isFront(ground(1, STATE.contested, 2), ground(2))).toBe(true)
    expect(isFront(ground(1, STATE.contested, 2), ground(1))).toBe(true)
    expect(isFront(ground(1), ground(1, STATE.contested))).toBe(true)
    expect(isFront(ground(1, STATE.contested, 2), ground(1, STATE.contested, 3))).toBe(true)
    expect(isFront(ground(1, STATE.contested, 2), ground(2, STATE.contested, 1))).toBe(false)
    expect(isFront(ground(1, STATE.contested, 2), ground(1, STATE.passing, 2))).toBe(false)
  })

  it('does not ask who of two is named first', () => {
    expect(isFront(ground(2, STATE.passing, 1), ground(1))).toBe(false)
    expect(isFront(ground(2, STATE.passing, 1), ground(2))).toBe(false)
  })
})
