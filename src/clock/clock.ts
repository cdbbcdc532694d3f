/**
 * The clock: which day is shown, and how it plays. Headless and free of frameworks; fits React's
 * `useSyncExternalStore(clock.subscribe, clock.getSnapshot)`.
 *
 * Playing does not depend on the frame rate: elapsed time is saved up and spent in whole days. A frame moves at
 * most to the next change day, and time that is left over is spent in the frames that follow. So a late frame
 * may slow the film down for a moment, but no change is ever dropped: subscribers see each one, in order.
 */
import type { Day } from '../chronicle/day.ts'
import { advance, type DayRange, type Skipped } from './advance.ts'
import { type Among, changeAfter, changeBefore } from './change-days.ts'
import { browserSchedule, type Schedule } from './schedule.ts'
import { DAYS_PER_SECOND, nearestSpeed, type Speed } from './speed.ts'

/** Time that one day takes at speed 1×, in milliseconds. */
const MS_PER_DAY = 1000 / DAYS_PER_SECOND
/** A frame that comes later than this counts as this late: after a pause of the page nobody wants a leap. */
const MAX_LATE_MS = 250
/** How long, in milliseconds of play, `skipped` stays readable. */
const SKIPPED_MS = 2000

export type Direction = 'forward' | 'reverse'
export type Loop = 'none' | 'all' | 'range'

/** What the clock shows. A new frozen object for every change, the same one as long as nothing changes. */
export interface ClockSnapshot {
  readonly day: Day
  readonly playing: Direction | null
  readonly speed: Speed
  readonly daysPerSecond: number
  /**
   * - `none`: play stops on the last day of the range, or of the whole when there is no range
   * - `range`: play begins again at the range (at the whole when there is no range)
   * - `all`: play begins again at the whole and ignores the range
   */
  readonly loop: Loop
  readonly range: DayRange | null
  readonly skipQuiet: boolean
  /** the quiet stretch just jumped, for two seconds of play or until the reader moves the clock */
  readonly skipped: Skipped | null
}

export interface ClockOptions {
  /** first and last day, inclusive */
  start: Day
  end: Day
  /** ascending days on which the map differs from the day before; those outside the range are ignored */
  changeDays: readonly Day[]
  /** the day to begin with; `start` when absent */
  day?: Day
  speed?: number
  loop?: Loop
  range?: DayRange | null
  skipQuiet?: boolean
  schedule?: Schedule
}

export interface Clock {
  readonly start: Day
  readonly end: Day
  readonly changeDays: readonly Day[]
  getSnapshot(): ClockSnapshot
  /** @returns a function that ends the subscription */
  subscribe(listener: () => void): () => void
  /** Goes to a day, rounded and kept inside the range. Stops play, as do all commands that move the day. */
  setDay(day: number): void
  /** Goes some days ahead, or back when negative. */
  step(days: number): void
  /** Goes to the next change that counts. @returns the day it went to, or `null` (and stays) when there is none */
  nextChange(among?: Among): Day | null
  /** Goes to the previous change that counts. @returns as {@link nextChange} */
  previousChange(among?: Among): Day | null
  first(): void
  last(): void
  /** Plays from the day shown; from the other end when it is the last one in that direction or outside the range. */
  play(direction?: Direction): void
  pause(): void
  /** Stops when playing (in whatever direction), else plays. */
  toggle(direction?: Direction): void
  /** Takes the nearest speed on offer, see `SPEEDS`; ignores what is no positive number. */
  setSpeed(factor: number): void
  setLoop(loop: Loop): void
  /** Ends may come in either order; both are rounded and kept inside the whole. */
  setRange(range: DayRange | null): void
  setSkipQuiet(skip: boolean): void
}

/**
 * @throws RangeError when the range is not two whole days in order
 */
export function createClock(options: ClockOptions): Clock {
  const { start, end } = options
  if (!Number.isInteger(start) || !Number.isInteger(end) || start > end) {
    throw new RangeError(`expected whole days in order, got ${start} to ${end}`)
  }
  const schedule = options.schedule ?? browserSchedule
  const changeDays = [...new Set(options.changeDays)]
    .filter((day) => day >= start && day <= end)
    .sort((a, b) => a - b)
  const whole: DayRange = Object.freeze({ start, end })
  const listeners = new Set<() => void>()
  const speed = nearestSpeed(options.speed ?? 1) ?? 1

  let snapshot: ClockSnapshot = Object.freeze({
    day: Number.isFinite(options.day) ? clamp(options.day as number) : start,
    playing: null,
    speed,
    daysPerSecond: speed * DAYS_PER_SECOND,
    loop: options.loop ?? 'none',
    range: options.range ? tidyRange(options.range) : null,
    skipQuiet: options.skipQuiet ?? false,
    skipped: null,
  })
  let frame: number | null = null
  let lastFrame = 0
  /** time saved up and not yet spent, in milliseconds at speed 1×, so that a change of speed keeps its share of a day */
  let due = 0
  let skippedFor = 0

  function clamp(day: number): Day {
    return Math.min(end, Math.max(start, Math.round(day)))
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
    const { playing, skipQuiet, loop } = snapshot
    if (!playing) return
    // The next frame is asked for first, so that a listener that throws does not end the film.
    requestFrame()
    const late = Math.min(Math.max(now - lastFrame, 0), MAX_LATE_MS)
    lastFrame = now
    due += late * snapshot.speed
    skippedFor += late

    let skipped = skippedFor >= SKIPPED_MS ? null : snapshot.skipped
    const budget = Math.floor(due / MS_PER_DAY)
    if (budget < 1) return update({ skipped })
    const course = { bounds: bounds(), direction: playing, loops: loop !== 'none', skipQuiet, changeDays }
    const move = advance(snapshot.day, budget, course)
    // What cannot be shown in time is given up as time, never as a change.
    due = Math.min(due - move.cost * MS_PER_DAY, MS_PER_DAY + MAX_LATE_MS * snapshot.speed)
    if (move.skipped) {
      skipped = Object.freeze(move.skipped)
      skippedFor = 0
    }
    if (move.ended) cancelFrame()
    update({ day: move.day, skipped, playing: move.ended ? null : playing })
  }

  function goTo(day: number) {
    if (Number.isNaN(day)) return
    cancelFrame()
    update({ day: clamp(day), playing: null, skipped: null })
  }

  function goToChange(day: Day | null): Day | null {
    if (day !== null) goTo(day)
    else pause()
    return day
  }

  function play(direction: Direction = 'forward') {
    const { start: low, end: high } = bounds()
    const { day } = snapshot
    const inside = direction === 'forward' ? day >= low && day < high : day > low && day <= high
    const from = direction === 'forward' ? low : high
    cancelFrame()
    due = 0
    lastFrame = schedule.now()
    requestFrame()
    update({ playing: direction, day: inside ? day : from, skipped: null })
  }

  function pause() {
    cancelFrame()
    update({ playing: null })
  }

  return {
    start,
    end,
    changeDays,
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
    nextChange: (among) => goToChange(within(changeAfter(changeDays, snapshot.day, among))),
    previousChange: (among) => goToChange(within(changeBefore(changeDays, snapshot.day, among))),
    first: () => goTo(start),
    last: () => goTo(end),
    play,
    pause,
    toggle: (direction) => (snapshot.playing ? pause() : play(direction)),
    setSpeed(factor) {
      const next = nearestSpeed(factor)
      if (next !== null) update({ speed: next, daysPerSecond: next * DAYS_PER_SECOND })
    },
    setLoop: (loop) => update({ loop }),
    setRange(range) {
      const next = range && tidyRange(range)
      if (range && !next) return
      const { range: now } = snapshot
      if (now && next && now.start === next.start && now.end === next.end) return
      update({ range: next })
    },
    setSkipQuiet: (skipQuiet) => update({ skipQuiet }),
  }

  /** A list of days in view may reach beyond the clock's own days. */
  function within(day: Day | null): Day | null {
    return day !== null && day >= start && day <= end ? day : null
  }
}
