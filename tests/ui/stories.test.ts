import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { createClock } from '../../src/clock/index.ts'
import { animateDay, type Frames } from '../../src/ui/panels/stories/animate-day.ts'
import { fittingZoom } from '../../src/ui/panels/stories/story.ts'

/** Frames that come when the test says so. */
function fakeFrames() {
  let waiting: ((now: number) => void) | null = null
  const frames: Frames = {
    request: (callback) => {
      waiting = callback
      return 1
    },
    cancel: () => {
      waiting = null
    },
  }
  return {
    frames,
    tick(now: number) {
      const callback = waiting
      waiting = null
      callback?.(now)
      return callback !== null
    },
  }
}
const clockAt = (day: number) => createClock({ start: 0, end: 400, changeDays: [], day })

describe('the clock runs to the day of a step', () => {
  it('to the day, in one direction, without passing it, in about the time it was given', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 400 }),
        fc.integer({ min: 0, max: 400 }),
        fc.array(fc.integer({ min: 1, max: 90 }), { minLength: 40, maxLength: 40 }),
        (from, to, waits) => {
          const clock = clockAt(from)
          const { frames, tick } = fakeFrames()
          const days = [from]
          clock.subscribe(() => days.push(clock.getSnapshot().day))
          let ended = 0
          animateDay(clock, to, 600, () => ended++, frames)
          let now = 0
          for (const wait of [...waits, 700]) {
            now += wait
            tick(now)
          }
          expect(clock.getSnapshot().day).toBe(to)
          expect(ended).toBe(1)
          const steps = days.slice(1).map((day, i) => Math.sign(day - days[i]))
          expect(new Set(steps).size).toBeLessThanOrEqual(1)
        },
      ),
    )
  })

  it('at once when there is no time, or only a day', () => {
    for (const [to, ms] of [
      [200, 0],
      [11, 900],
    ]) {
      const clock = clockAt(10)
      const { frames, tick } = fakeFrames()
      animateDay(clock, to, ms, () => {}, frames)
      expect(clock.getSnapshot().day).toBe(to)
      expect(tick(1)).toBe(false)
    }
  })

  it('no further when the reader moves the clock, but on when only the speed is changed', () => {
    for (const meddle of ['moves', 'changes the speed'] as const) {
      const clock = clockAt(10)
      const { frames, tick } = fakeFrames()
      let ended = 0
      animateDay(clock, 300, 900, () => ended++, frames)
      tick(0)
      tick(300)
      if (meddle === 'moves') clock.setDay(3)
      else clock.setSpeed(4)
      const mine = meddle === 'moves' ? 3 : 300
      tick(600)
      tick(2000)
      expect(clock.getSnapshot().day).toBe(mine)
      expect(ended).toBe(1)
    }
  })

  it('no further once it is told to end', () => {
    const clock = clockAt(0)
    const { frames, tick } = fakeFrames()
    const stop = animateDay(clock, 300, 900, () => {}, frames)
    tick(0)
    tick(400)
    const { day } = clock.getSnapshot()
    stop()
    tick(900)
    expect(clock.getSnapshot().day).toBe(day)
  })
})

describe('the zoom of a step', () => {
  it('is as written on the usual map, less on a small one, within bounds', () => {
    expect(fittingZoom(9, 620, 560)).toBe(9)
    expect(fittingZoom(9, 310, 560)).toBeCloseTo(8)
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 4000 }), fc.integer({ min: 0, max: 4000 }), (width, height) => {
        const zoom = fittingZoom(9, width, height)
        expect(zoom >= 7.4 && zoom <= 9.8).toBe(true)
      }),
    )
  })
})
