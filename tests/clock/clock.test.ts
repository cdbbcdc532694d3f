import { describe, expect, it } from 'vitest'
import { createClock } from '../../src/clock/clock.ts'
import type { ClockOptions } from '../../src/clock/contract.ts'
import { createFakeSchedule } from './fake-schedule.ts'

/** A clock from day 100 to 130 with changes on 103, 104, 110 and 125. */
function setUp(options: Partial<ClockOptions> = {}) {
  const schedule = createFakeSchedule()
  const clock = createClock({ start: 100, end: 130, changeDays: [103, 104, 110, 125], schedule, ...options })
  const days: number[] = []
  clock.subscribe(() => {
    const { day } = clock.getSnapshot()
    if (day !== days.at(-1)) days.push(day)
  })
  return { schedule, clock, days, day: () => clock.getSnapshot().day }
}

describe('the day', () => {
  it('begins at the start, or where told', () => {
    expect(setUp().day()).toBe(100)
    expect(setUp({ day: 117 }).day()).toBe(117)
    expect(setUp({ day: 7 }).day()).toBe(100)
    expect(setUp({ day: Number.NaN }).day()).toBe(100)
  })

  it('is rounded and kept inside the range', () => {
    const { clock, day } = setUp()
    clock.setDay(111.6)
    expect(day()).toBe(112)
    clock.setDay(9000)
    expect(day()).toBe(130)
    clock.setDay(-1)
    expect(day()).toBe(100)
    clock.setDay(Number.NaN)
    expect(day()).toBe(100)
  })

  it('steps by days and to the ends', () => {
    const { clock, day } = setUp({ day: 110 })
    clock.step(1)
    expect(day()).toBe(111)
    clock.step(-7)
    expect(day()).toBe(104)
    clock.step(-7)
    expect(day()).toBe(100)
    clock.last()
    expect(day()).toBe(130)
    clock.first()
    expect(day()).toBe(100)
  })

  it('steps from change to change and stays at the last one', () => {
    const { clock, day } = setUp()
    expect([clock.nextChange(), clock.nextChange(), clock.nextChange(), clock.nextChange()]).toEqual([
      103, 104, 110, 125,
    ])
    expect(clock.nextChange()).toBeNull()
    expect(day()).toBe(125)
    expect(clock.previousChange()).toBe(110)
    clock.setDay(109)
    expect(clock.previousChange()).toBe(104)
    clock.setDay(103)
    expect(clock.previousChange()).toBeNull()
    expect(day()).toBe(103)
  })

  it('refuses a range that is none', () => {
    expect(() => createClock({ start: 5, end: 4, changeDays: [] })).toThrow(
      'expected whole days in order, got 5 to 4',
    )
    expect(() => createClock({ start: 0.5, end: 4, changeDays: [] })).toThrow(RangeError)
  })
})

describe('the snapshot', () => {
  it('stays the same object while nothing changes, and tells nobody', () => {
    const { clock } = setUp()
    let calls = 0
    clock.subscribe(() => calls++)
    const before = clock.getSnapshot()
    clock.setDay(100)
    clock.pause()
    clock.setSpeed(1)
    clock.setSpeed(-3)
    clock.setSpeed(Number.NaN)
    clock.setLoop('none')
    clock.setRange(null)
    clock.setRange({ start: Number.NaN, end: 110 })
    clock.setSkipQuiet(false)
    expect(clock.getSnapshot()).toBe(before)
    expect(calls).toBe(0)
  })

  it('is a new frozen object for every change', () => {
    const { clock } = setUp()
    const before = clock.getSnapshot()
    clock.setDay(105)
    expect(clock.getSnapshot()).not.toBe(before)
    expect(before.day).toBe(100)
    expect(Object.isFrozen(clock.getSnapshot())).toBe(true)
  })

  it('reaches every subscriber until it leaves', () => {
    const { clock } = setUp()
    let calls = 0
    const listener = () => calls++
    const leave = clock.subscribe(listener)
    clock.subscribe(listener)
    clock.step(1)
    expect(calls).toBe(2)
    leave()
    leave()
    clock.step(1)
    expect(calls).toBe(3)
  })

  it('holds settings as the reader chose them', () => {
    const { clock } = setUp()
    clock.setSpeed(3)
    clock.setLoop('range')
    clock.setRange({ start: 120.4, end: 90 })
    clock.setSkipQuiet(true)
    expect(clock.getSnapshot()).toMatchObject({
      speed: 4,
      daysPerSecond: 8,
      loop: 'range',
      range: { start: 100, end: 120 },
      skipQuiet: true,
    })
    const { range } = clock.getSnapshot()
    clock.setRange({ start: 100, end: 120 })
    expect(clock.getSnapshot().range).toBe(range)
  })
})

describe('play', () => {
  it('moves two days a second at speed 1 and half a day at a quarter', () => {
    const one = setUp()
    one.clock.play()
    for (let i = 0; i < 10; i++) one.schedule.frame(100)
    expect(one.day()).toBe(102)
    const slow = setUp({ speed: 0.25 })
    slow.clock.play()
    for (let i = 0; i < 39; i++) slow.schedule.frame(100)
    expect(slow.day()).toBe(101)
    slow.schedule.frame(100)
    expect(slow.day()).toBe(102)
  })

  it('stops at the end and asks for no more frames', () => {
    const { clock, schedule, days } = setUp({ speed: 16 })
    clock.play()
    for (let i = 0; i < 100; i++) schedule.frame(16)
    expect(clock.getSnapshot()).toMatchObject({ day: 130, playing: null })
    expect(schedule.waiting).toBe(0)
    expect(days).toEqual(Array.from({ length: 31 }, (_, i) => 100 + i))
  })

  it('shows every change even when frames come very late', () => {
    const { clock, schedule, days } = setUp({ speed: 16 })
    clock.play()
    for (let i = 0; i < 30; i++) schedule.frame(5000)
    expect(days).toEqual(expect.arrayContaining([103, 104, 110, 125, 130]))
    // 250 ms at 16× are 8 days: a frame that late moves by 8 days at most
    expect(days[0]).toBe(100)
    expect(days.every((day, i) => i === 0 || day - days[i - 1] <= 16)).toBe(true)
  })

  it('runs one chain of frames, however often play is pressed', () => {
    const { clock, schedule } = setUp()
    clock.play()
    clock.play()
    clock.play('reverse')
    clock.play()
    expect(schedule.waiting).toBe(1)
    clock.pause()
    expect(schedule.waiting).toBe(0)
    schedule.frame(9999)
    expect(clock.getSnapshot()).toMatchObject({ day: 100, playing: null })
  })

  it('ends when the reader moves the day', () => {
    const moves: ((clock: ReturnType<typeof createClock>) => void)[] = [
      (clock) => clock.setDay(110),
      (clock) => clock.setDay(105),
      (clock) => clock.step(1),
      (clock) => clock.nextChange(),
      (clock) => clock.previousChange(),
      (clock) => clock.first(),
      (clock) => clock.last(),
    ]
    for (const move of moves) {
      const { clock, schedule } = setUp({ day: 105 })
      clock.play()
      move(clock)
      expect(clock.getSnapshot().playing).toBeNull()
      expect(schedule.waiting).toBe(0)
    }
  })

  it('begins again at the start when it stands at the end, and the other way round', () => {
    const { clock, day } = setUp({ day: 130 })
    clock.play()
    expect(day()).toBe(100)
    clock.play('reverse')
    expect(day()).toBe(130)
  })

  it('begins at the range when it stands outside or at its end', () => {
    for (const from of [100, 112, 128]) {
      const { clock, day } = setUp({ day: from, range: { start: 105, end: 112 } })
      clock.play()
      expect(day()).toBe(105)
    }
  })

  it('stops at the end of the range', () => {
    const { clock, schedule, day } = setUp({ range: { start: 102, end: 105 } })
    clock.play()
    for (let i = 0; i < 60; i++) schedule.frame(100)
    expect(day()).toBe(105)
    expect(clock.getSnapshot().playing).toBeNull()
  })

  it('loops over the range, or over the whole', () => {
    const range = { start: 102, end: 104 }
    const around = setUp({ range, loop: 'range', day: 102, speed: 16 })
    around.clock.play()
    for (let i = 0; i < 32; i++) around.schedule.frame(16)
    expect(new Set(around.days)).toEqual(new Set([102, 103, 104]))
    expect(around.days.length).toBeGreaterThan(12)
    const whole = setUp({ range, loop: 'all', day: 129, speed: 16 })
    whole.clock.play()
    for (let i = 0; i < 8; i++) whole.schedule.frame(16)
    expect(whole.days.slice(0, 4)).toEqual([129, 130, 100, 101])
  })

  it('follows a range that is moved while it plays', () => {
    const { clock, schedule, day } = setUp({ day: 100, loop: 'range' })
    clock.play()
    clock.setRange({ start: 120, end: 125 })
    for (let i = 0; i < 5; i++) schedule.frame(100)
    expect(day()).toBe(120)
    clock.setRange({ start: 105, end: 106 })
    for (let i = 0; i < 5; i++) schedule.frame(100)
    expect(day()).toBe(105)
  })

  it('toggles', () => {
    const { clock } = setUp()
    clock.toggle()
    expect(clock.getSnapshot().playing).toBe('forward')
    clock.toggle('reverse')
    expect(clock.getSnapshot().playing).toBeNull()
    clock.toggle('reverse')
    expect(clock.getSnapshot().playing).toBe('reverse')
  })

  it('keeps its share of a day when the speed changes', () => {
    const { clock, schedule, day } = setUp()
    clock.play()
    for (let i = 0; i < 4; i++) schedule.frame(100)
    clock.setSpeed(2)
    schedule.frame(49)
    expect(day()).toBe(100)
    schedule.frame(1)
    expect(day()).toBe(101)
  })

  it('goes on when a subscriber throws', () => {
    const { clock, schedule, day } = setUp()
    const leave = clock.subscribe(() => {
      throw new Error('a broken panel')
    })
    expect(() => clock.play()).toThrow('a broken panel')
    for (let i = 0; i < 4; i++) schedule.frame(100)
    expect(() => schedule.frame(100)).toThrow('a broken panel')
    leave()
    for (let i = 0; i < 5; i++) schedule.frame(100)
    expect(day()).toBe(102)
  })

  it('survives a clock that runs backwards for a frame', () => {
    const { clock, schedule, day } = setUp()
    clock.play()
    schedule.frame(-50)
    for (let i = 0; i < 5; i++) schedule.frame(100)
    expect(day()).toBe(101)
  })
})

describe('skipping quiet stretches', () => {
  it('jumps them and says which days it left out', () => {
    const { clock, schedule, days } = setUp({ skipQuiet: true })
    const skips: unknown[] = []
    clock.subscribe(() => {
      const { skipped } = clock.getSnapshot()
      if (skipped && skipped !== skips.at(-1)) skips.push(skipped)
    })
    clock.play()
    for (let i = 0; i < 60; i++) schedule.frame(100)
    // 100–103 has only two quiet days between, which are played
    expect(days).toEqual([100, 101, 102, 103, 104, 110, 125, 130])
    expect(skips).toEqual([
      { from: 105, to: 109 },
      { from: 111, to: 124 },
      { from: 126, to: 129 },
    ])
  })

  it('does the same in reverse', () => {
    const { clock, schedule, days } = setUp({ skipQuiet: true, day: 130 })
    clock.play('reverse')
    for (let i = 0; i < 5; i++) schedule.frame(100)
    expect(clock.getSnapshot()).toMatchObject({ day: 125, skipped: { from: 126, to: 129 } })
    for (let i = 0; i < 60; i++) schedule.frame(100)
    expect(days).toEqual([130, 125, 110, 104, 103, 102, 101, 100])
  })

  it('keeps the notice for two seconds of play, and drops it when the reader moves', () => {
    const { clock, schedule } = setUp({
      skipQuiet: true,
      day: 104,
      changeDays: [104, 110, 111, 112, 113, 114, 115, 116],
    })
    clock.play()
    for (let i = 0; i < 5; i++) schedule.frame(100)
    expect(clock.getSnapshot().skipped).toEqual({ from: 105, to: 109 })
    for (let i = 0; i < 19; i++) schedule.frame(100)
    expect(clock.getSnapshot().skipped).toEqual({ from: 105, to: 109 })
    schedule.frame(100)
    expect(clock.getSnapshot().skipped).toBeNull()

    const moved = setUp({ skipQuiet: true, day: 104 })
    moved.clock.play()
    for (let i = 0; i < 5; i++) moved.schedule.frame(100)
    moved.clock.pause()
    expect(moved.clock.getSnapshot().skipped).not.toBeNull()
    moved.clock.step(1)
    expect(moved.clock.getSnapshot().skipped).toBeNull()
  })
})

describe('a stretch', () => {
  it('is played once at its own speed, and leaves range, loop and speed as they were', () => {
    const range = { start: 115, end: 120 }
    const { clock, schedule, days } = setUp({ speed: 2, range, loop: 'range', day: 117 })
    clock.playStretch({ start: 101, end: 103 }, 0.5)
    expect(clock.getSnapshot()).toMatchObject({ day: 101, playing: 'forward', daysPerSecond: 1, speed: 2 })
    expect(clock.getSnapshot().stretch).toEqual({ start: 101, end: 103, speed: 0.5 })
    for (let i = 0; i < 9; i++) schedule.frame(100)
    expect(clock.getSnapshot().day).toBe(101)
    for (let i = 0; i < 30; i++) schedule.frame(100)
    expect(days).toEqual([101, 102, 103])
    expect(clock.getSnapshot()).toMatchObject({
      playing: null,
      stretch: null,
      daysPerSecond: 4,
      range,
      loop: 'range',
    })
  })

  it('ends when the reader moves, stops or plays otherwise', () => {
    for (const act of ['pause', 'first', 'play', 'toggle'] as const) {
      const { clock } = setUp({ range: { start: 115, end: 120 } })
      clock.playStretch({ start: 101, end: 103 }, 0.5)
      clock[act]()
      expect(clock.getSnapshot()).toMatchObject({ stretch: null, daysPerSecond: 2 })
      if (act === 'play') expect(clock.getSnapshot()).toMatchObject({ day: 115, playing: 'forward' })
    }
  })

  it('takes a new speed, which then stays', () => {
    const { clock } = setUp()
    clock.playStretch({ start: 101, end: 103 }, 0.5)
    clock.setSpeed(4)
    expect(clock.getSnapshot()).toMatchObject({ speed: 4, daysPerSecond: 8, stretch: { speed: 4 } })
    clock.pause()
    expect(clock.getSnapshot()).toMatchObject({ speed: 4, daysPerSecond: 8 })
  })
})

describe('changes that count', () => {
  function inView(days: number[], options = {}) {
    const set = setUp({ counting: 'view', ...options })
    set.clock.setDaysInView(days)
    return set
  }

  it('are those that the reader goes to', () => {
    const { clock, day } = inView([99, 104, 110, 111])
    expect(clock.getSnapshot().counted).toEqual([104, 110])
    expect([clock.nextChange(), clock.nextChange(), clock.nextChange()]).toEqual([104, 110, null])
    expect(day()).toBe(110)
    expect([clock.previousChange(), clock.previousChange()]).toEqual([104, null])
    clock.setCounting('all')
    expect(clock.previousChange()).toBe(103)
    clock.setCounting('view')
    expect(clock.getSnapshot().counted).toEqual([104, 110])
  })

  it('are all as long as the map does not say which it shows', () => {
    const { clock } = setUp({ counting: 'view' })
    expect(clock.getSnapshot().counted).toEqual([103, 104, 110, 125])
    clock.setDaysInView([104])
    expect(clock.getSnapshot().counted).toEqual([104])
    clock.setDaysInView(null)
    expect(clock.getSnapshot().counted).toEqual([103, 104, 110, 125])
  })

  it('are all for who has not asked for those in view', () => {
    const { clock } = setUp()
    clock.setDaysInView([104])
    expect(clock.getSnapshot().counted).toEqual([103, 104, 110, 125])
  })

  it('follow the changes of a newer state of the map, while it plays too', () => {
    const { clock, schedule, days } = inView([104, 112, 125], { skipQuiet: true })
    clock.play()
    clock.setChangeDays([112, 104, 112, 99, 131])
    expect(clock.changeDays).toEqual([104, 112])
    expect(clock.getSnapshot()).toMatchObject({ counted: [104, 112], playing: 'forward' })
    for (let i = 0; i < 20; i++) schedule.frame(100)
    expect(days.filter((day, i) => day !== days[i - 1]).slice(0, 3)).toEqual([100, 104, 112])
    clock.setCounting('all')
    clock.setChangeDays([103])
    expect(clock.getSnapshot().counted).toEqual([103])
  })

  it('are those between which it is quiet', () => {
    const { clock, schedule, days } = inView([125], { skipQuiet: true })
    clock.play()
    for (let i = 0; i < 5; i++) schedule.frame(100)
    expect(days.filter((day, i) => day !== days[i - 1])).toEqual([100, 125])
    expect(clock.getSnapshot().skipped).toEqual({ from: 101, to: 124 })
  })

  it('make no new snapshot when they stay the same', () => {
    const { clock } = inView([103, 104])
    const before = clock.getSnapshot()
    clock.setDaysInView([103, 104])
    expect(clock.getSnapshot()).toBe(before)
  })
})

describe('a loop', () => {
  const range = { start: 103, end: 110 }
  const loops = (clock: ReturnType<typeof createClock>) => clock.getSnapshot().loop

  it('over the range is one over all as long as there is no range', () => {
    const { clock } = setUp({ loop: 'range' })
    expect(loops(clock)).toBe('all')
    clock.setLoop('range')
    expect(loops(clock)).toBe('all')
  })

  it('over all keeps to a range that is set, and to all when it is taken away', () => {
    const { clock } = setUp({ loop: 'all' })
    clock.setRange(range)
    expect(loops(clock)).toBe('range')
    clock.setRange(null)
    expect(loops(clock)).toBe('all')
  })

  it('over all may be chosen beside a range, and survives its ends being moved', () => {
    const { clock } = setUp({ range, loop: 'all' })
    clock.setRange({ start: 104, end: 110 })
    expect(loops(clock)).toBe('all')
  })

  it('that is none stays none', () => {
    const { clock } = setUp()
    clock.setRange(range)
    expect(loops(clock)).toBe('none')
  })
})
