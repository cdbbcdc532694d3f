/**
 * The clock: which day is shown, and how it plays. Headless and free of frameworks; fits React's
 * `useSyncExternalStore(clock.subscribe, clock.getSnapshot)`.
 *
 * Playing does not depend on the frame rate: elapsed time is saved up and spent in whole days. A frame moves at
 * most to the next change day, and time that is left over is spent in the frames that follow. So a late frame
 * may slow the film down for a moment, but no change is ever dropped: subscribers see each one, in order.
 */
import type { Day } from '../chronicle/day.ts'
import { advance, type DayRange } from './advance.ts'
import { changeAfter, changeBefore } from './change-days.ts'
import type { Clock, ClockOptions, ClockSnapshot, Direction, Loop } from './contract.ts'
import { browserSchedule } from './schedule.ts'
import { DAYS_PER_SECOND, nearestSpeed, type Speed } from './speed.ts'

/** Time that one day takes at speed 1×, in milliseconds. */
const MS_PER_DAY = 1000 / DAYS_PER_SECOND
/** A frame that comes later than this counts as this late: after a pause of the page nobody wants a leap. */
const MAX_LATE_MS = 250
/** How long, in milliseconds of play, `skipped` stays readable. */
const SKIPPED_MS = 2000

/**
 * @throws RangeError when the range is not two whole days in order
 */
export function createClock(options: ClockOptions): Clock {
  const { start, end } = options
  if (!Number.isInteger(start) || !Number.isInteger(end) || start > end) {
    throw new RangeError(`expected whole days in order, got ${start} to ${end}`)
  }
  const schedule = options.schedule ?? browserSchedule
  let changeDays = tidyDays(options.changeDays)
  const whole: DayRange = Object.freeze({ start, end })
  const listeners = new Set<() => void>()
  const speed = nearestSpeed(options.speed ?? 1) ?? 1

  let snapshot: ClockSnapshot = Object.freeze({
    day: Number.isFinite(options.day) ? clamp(options.day as number) : start,
    playing: null,
    speed,
    daysPerSecond: speed * DAYS_PER_SECOND,
    loop: 'none',
    range: options.range ? tidyRange(options.range) : null,
    stretch: null,
    skipQuiet: options.skipQuiet ?? false,
    counting: options.counting ?? 'all',
    counted: changeDays,
    skipped: null,
  })
  snapshot = Object.freeze({ ...snapshot, loop: loopOver(options.loop ?? 'none', snapshot.range) })
  let daysInView: readonly Day[] | null = null
  let frame: number | null = null
  let lastFrame = 0
  /** time saved up and not yet spent, in milliseconds at speed 1×, so that a change of speed keeps its share of a day */
  let due = 0
  let skippedFor = 0

  function clamp(day: number): Day {
    return Math.min(end, Math.max(start, Math.round(day)))
  }

  function tidyDays(days: readonly Day[]): Day[] {
    return [...new Set(days)].filter((day) => day >= start && day <= end).sort((a, b) => a - b)
  }

  function tidyRange(range: DayRange): DayRange | null {
    const [a, b] = [clamp(range.start), clamp(range.end)]
    return Number.isNaN(a + b) ? null : Object.freeze({ start: Math.min(a, b), end: Math.max(a, b) })
  }

  function update(changes: Partial<ClockSnapshot>) {
    const keys = Object.keys(changes) as (keyof ClockSnapshot)[]
    if (keys.every((key) => Object.is(snapshot[key], changes[key]))) return
    snapshot = Object.freeze({ ...snapshot, ...changes })
    for (const listener of [...listeners]) listener()
  }

  /** Where play moves, by what the reader set. */
  function bounds(): DayRange {
    return snapshot.loop === 'all' ? whole : (snapshot.range ?? whole)
  }

  function requestFrame() {
    frame = schedule.requestFrame(onFrame)
  }

  function cancelFrame() {
    if (frame !== null) schedule.cancelFrame(frame)
    frame = null
  }

  function onFrame(now: number) {
    const { playing, skipQuiet, loop, stretch, counted } = snapshot
    if (!playing) return
    // The next frame is asked for first, so that a listener that throws does not end the film.
    requestFrame()
    const late = Math.min(Math.max(now - lastFrame, 0), MAX_LATE_MS)
    lastFrame = now
    due += late * pace()
    skippedFor += late

    let skipped = skippedFor >= SKIPPED_MS ? null : snapshot.skipped
    const budget = Math.floor(due / MS_PER_DAY)
    if (budget < 1) return update({ skipped })
    const loops = loop !== 'none' && !stretch
    const course = { bounds: stretch ?? bounds(), direction: playing, loops, skipQuiet, changeDays: counted }
    const move = advance(snapshot.day, budget, course)
    // What cannot be shown in time is given up as time, never as a change.
    due = Math.min(due - move.cost * MS_PER_DAY, MS_PER_DAY + MAX_LATE_MS * pace())
    if (move.skipped) {
      skipped = Object.freeze(move.skipped)
      skippedFor = 0
    }
    if (move.ended) cancelFrame()
    update({ day: move.day, skipped, ...(move.ended ? stopped() : {}) })
  }

  function goTo(day: number) {
    if (Number.isNaN(day)) return
    cancelFrame()
    update({ day: clamp(day), skipped: null, ...stopped() })
  }

  function goToChange(day: Day | null): Day | null {
    if (day !== null) goTo(day)
    else pause()
    return day
  }

  function begin(changes: Partial<ClockSnapshot>) {
    cancelFrame()
    due = 0
    lastFrame = schedule.now()
    requestFrame()
    update({ skipped: null, ...changes })
  }

  function play(direction: Direction = 'forward') {
    const { start: low, end: high } = bounds()
    const { day } = snapshot
    const inside = direction === 'forward' ? day >= low && day < high : day > low && day <= high
    const from = direction === 'forward' ? low : high
    begin({ ...stopped(), playing: direction, day: inside ? day : from })
  }

  function playStretch(days: DayRange, factor: number) {
    const tidy = tidyRange(days)
    const speed = nearestSpeed(factor)
    if (!tidy || speed === null) return
    const stretch = Object.freeze({ ...tidy, speed })
    begin({ playing: 'forward', day: tidy.start, stretch, daysPerSecond: speed * DAYS_PER_SECOND })
  }

  function pause() {
    cancelFrame()
    update(stopped())
  }

  /** How fast days pass now, as a factor. */
  function pace(): Speed {
    return snapshot.stretch?.speed ?? snapshot.speed
  }

  /** What changes when play stops. */
  function stopped(): Partial<ClockSnapshot> {
    return { playing: null, stretch: null, daysPerSecond: snapshot.speed * DAYS_PER_SECOND }
  }

  return {
    start,
    end,
    get changeDays() {
      return changeDays
    },
    setChangeDays(days) {
      changeDays = tidyDays(days)
      update({ counted: counted(snapshot.counting) })
    },
    getSnapshot: () => snapshot,
    subscribe(listener) {
      // Wrapped, so that the same function subscribed twice is called twice and ends twice.
      const entry = () => listener()
      listeners.add(entry)
      return () => {
        listeners.delete(entry)
      }
    },
    setDay: goTo,
    step: (days) => goTo(snapshot.day + Math.trunc(days)),
    nextChange: () => goToChange(changeAfter(snapshot.counted, snapshot.day)),
    previousChange: () => goToChange(changeBefore(snapshot.counted, snapshot.day)),
    first: () => goTo(start),
    last: () => goTo(end),
    play,
    playStretch,
    pause,
    toggle: (direction) => (snapshot.playing ? pause() : play(direction)),
    setSpeed(factor) {
      const speed = nearestSpeed(factor)
      if (speed === null) return
      const stretch = snapshot.stretch && Object.freeze({ ...snapshot.stretch, speed })
      const same = speed === pace() && speed === snapshot.speed
      if (!same) update({ speed, stretch, daysPerSecond: speed * DAYS_PER_SECOND })
    },
    setLoop: (loop) => update({ loop: loopOver(loop, snapshot.range) }),
    setRange(range) {
      const next = range && tidyRange(range)
      if (range && !next) return
      const { range: now, loop } = snapshot
      if (now && next && now.start === next.start && now.end === next.end) return
      update({ range: next, loop: next && !now && loop === 'all' ? 'range' : loopOver(loop, next) })
    },
    setSkipQuiet: (skipQuiet) => update({ skipQuiet }),
    setCounting: (counting) => update({ counting, counted: counted(counting) }),
    setDaysInView(days) {
      daysInView = days
      update({ counted: counted(snapshot.counting) })
    },
  }

  /** @returns the days that count; the list of before when nothing is different */
  function counted(counting: ClockSnapshot['counting']): readonly Day[] {
    const inView = counting === 'view' ? daysInView : null
    const next = inView ? changeDays.filter((day) => inView.includes(day)) : changeDays
    const { counted: now } = snapshot
    return next.length === now.length && next.every((day, i) => day === now[i]) ? now : next
  }
}

function loopOver(loop: Loop, range: DayRange | null): Loop {
  return loop === 'range' && !range ? 'all' : loop
}
