import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { createClock } from '../../src/clock/clock.ts'
import type { ClockOptions, Direction } from '../../src/clock/contract.ts'
import { SPEEDS } from '../../src/clock/speed.ts'
import { createFakeSchedule } from './fake-schedule.ts'

const START = 1000

/** A whole of up to 120 days with any change days in it. */
const world = fc.integer({ min: 0, max: 120 }).chain((length) =>
  fc.record({
    start: fc.constant(START),
    end: fc.constant(START + length),
    changeDays: fc
      .uniqueArray(fc.integer({ min: START, max: START + length }), { maxLength: 40 })
      .map(ascending),
  }),
)
const speeds = fc.constantFrom(...SPEEDS)
/** whole milliseconds, so that sums are exact */
const frames = fc.array(fc.integer({ min: 0, max: 400 }), { minLength: 1, maxLength: 40 })

function ascending(days: readonly number[]): number[] {
  return [...days].sort((a, b) => a - b)
}

/** Plays to the end with frames of these lengths, over and over. @returns the days shown, in order */
function film(
  options: Omit<ClockOptions, 'schedule'>,
  direction: Direction,
  lengths: readonly number[],
): number[] {
  const schedule = createFakeSchedule()
  const { start, end } = options
  const clock = createClock({ ...options, day: direction === 'forward' ? start : end, schedule })
  const days = [clock.getSnapshot().day]
  clock.subscribe(() => {
    const { day } = clock.getSnapshot()
    if (day !== days.at(-1)) days.push(day)
  })
  clock.play(direction)
  for (let i = 0; clock.getSnapshot().playing && i < 1_000_000; i++)
    schedule.frame(lengths[i % lengths.length] + 1)
  expect(clock.getSnapshot().playing).toBeNull()
  return days
}

describe('whatever is pressed', () => {
  const press = fc.oneof(
    fc.record({
      do: fc.constant('setDay' as const),
      n: fc.oneof(fc.double(), fc.integer({ min: 900, max: 1200 })),
    }),
    fc.record({
      do: fc.constant('step' as const),
      n: fc.oneof(fc.double(), fc.integer({ min: -9, max: 9 })),
    }),
    fc.record({ do: fc.constant('frame' as const), n: fc.integer({ min: -10, max: 3000 }) }),
    fc.record({ do: fc.constant('speed' as const), n: fc.double() }),
    fc.record({ do: fc.constant('loop' as const), n: fc.integer({ min: 0, max: 2 }) }),
    fc.record({ do: fc.constant('range' as const), n: fc.integer({ min: 900, max: 1200 }) }),
    fc.record({
      do: fc.constantFrom(
        'next',
        'previous',
        'first',
        'last',
        'play',
        'reverse',
        'pause',
        'toggle',
        'skip',
        'whole',
      ),
      n: fc.constant(0),
    }),
  )

  it('never shows a day outside the range, nor half a day', () => {
    fc.assert(
      fc.property(world, fc.array(press, { maxLength: 60 }), (options, presses) => {
        const schedule = createFakeSchedule()
        const clock = createClock({ ...options, schedule })
        for (const { do: what, n } of presses) {
          const before = clock.getSnapshot()
          if (what === 'setDay') clock.setDay(n)
          else if (what === 'step') clock.step(n)
          else if (what === 'frame') schedule.frame(n)
          else if (what === 'speed') clock.setSpeed(n)
          else if (what === 'loop') clock.setLoop((['none', 'all', 'range'] as const)[n])
          else if (what === 'range') clock.setRange({ start: n, end: n - 30 })
          else if (what === 'whole') clock.setRange(null)
          else if (what === 'next') clock.nextChange()
          else if (what === 'previous') clock.previousChange()
          else if (what === 'first') clock.first()
          else if (what === 'last') clock.last()
          else if (what === 'play') clock.play()
          else if (what === 'reverse') clock.play('reverse')
          else if (what === 'pause') clock.pause()
          else if (what === 'toggle') clock.toggle()
          else clock.setSkipQuiet(!before.skipQuiet)

          const { day, range, speed, playing } = clock.getSnapshot()
          expect(Number.isInteger(day) && day >= options.start && day <= options.end).toBe(true)
          expect(SPEEDS).toContain(speed)
          if (range) expect(range.start <= range.end && range.start >= options.start).toBe(true)
          expect(schedule.waiting).toBe(playing ? 1 : 0)
          // A frame while playing never passes a change; a wrap to the other end is no pass.
          if (
            what === 'frame' &&
            before.playing === 'forward' &&
            day > before.day &&
            before.day >= (range?.start ?? 0)
          ) {
            const passed = options.changeDays.filter((change) => change > before.day && change < day)
            expect(passed).toEqual([])
          }
        }
      }),
      { numRuns: 500 },
    )
  })
})

describe('playing', () => {
  it('shows every change once and in order, at any speed and with any frames', () => {
    fc.assert(
      fc.property(
        world,
        speeds,
        frames,
        fc.boolean(),
        fc.boolean(),
        (options, speed, lengths, skipQuiet, back) => {
          const days = film({ ...options, speed, skipQuiet }, back ? 'reverse' : 'forward', lengths)
          const wanted = back ? options.changeDays.toReversed() : options.changeDays
          expect(days.filter((day) => options.changeDays.includes(day))).toEqual(wanted)
          expect(days[0]).toBe(back ? options.end : options.start)
          expect(days.at(-1)).toBe(back ? options.start : options.end)
        },
      ),
    )
  })

  it('stands where time says, however time is cut into frames', () => {
    fc.assert(
      fc.property(world, speeds, frames, fc.boolean(), (options, speed, lengths, skipQuiet) => {
        // As long as no frame is longer than a day takes (nor than 250 ms), nothing has to be made up for.
        const longest = Math.min(250, Math.floor(500 / speed))
        const cut = lengths.map((ms) => Math.min(ms, longest))
        const total = cut.reduce((sum, ms) => sum + ms, 0)
        const [a, b] = [createFakeSchedule(), createFakeSchedule()]
        const [one, other] = [a, b].map((schedule) => createClock({ ...options, speed, skipQuiet, schedule }))
        one.play()
        other.play()
        for (const ms of cut) a.frame(ms)
        for (let i = 0; i < total; i++) b.frame(1)
        expect(one.getSnapshot().day).toBe(other.getSnapshot().day)
      }),
    )
  })

  it('in reverse shows the same days the other way round', () => {
    fc.assert(
      fc.property(world, speeds, fc.boolean(), (options, speed, skipQuiet) => {
        const short = [10, 3, 7]
        const there = film({ ...options, speed, skipQuiet }, 'forward', short)
        const back = film({ ...options, speed, skipQuiet }, 'reverse', short)
        expect(back).toEqual(there.toReversed())
      }),
    )
  })

  it('says exactly which days it skipped, and they are all quiet', () => {
    fc.assert(
      fc.property(world, frames, fc.boolean(), (options, lengths, reverse) => {
        const schedule = createFakeSchedule()
        const clock = createClock({
          ...options,
          skipQuiet: true,
          speed: 1,
          schedule,
          day: reverse ? options.end : options.start,
        })
        const seen = new Set([clock.getSnapshot().day])
        const skipped = new Set<number>()
        clock.subscribe(() => {
          const snapshot = clock.getSnapshot()
          seen.add(snapshot.day)
          if (snapshot.skipped)
            for (let d = snapshot.skipped.from; d <= snapshot.skipped.to; d++) skipped.add(d)
        })
        clock.play(reverse ? 'reverse' : 'forward')
        for (let i = 0; clock.getSnapshot().playing; i++)
          schedule.frame(Math.min(lengths[i % lengths.length] + 1, 250))
        for (const day of skipped) expect(options.changeDays).not.toContain(day)
        const all = ascending([...seen, ...skipped])
        expect(all).toEqual(
          Array.from({ length: options.end - options.start + 1 }, (_, i) => options.start + i),
        )
      }),
    )
  })
})
