/** What the clock shows, and what it can be told. */
import type { Day } from '../chronicle/day.ts'
import type { DayRange, Skipped } from './advance.ts'
import type { Schedule } from './schedule.ts'
import type { Speed } from './speed.ts'

export type Direction = 'forward' | 'reverse'
export type Loop = 'none' | 'all' | 'range'
/** Which changes count for going to the next one and for what is quiet: all, or those in the part of the map on screen. */
export type Counting = 'all' | 'view'

/** Days that are played once, at a speed of their own, whatever the reader has set. */
export interface Stretch extends DayRange {
  readonly speed: Speed
}

/** What the clock shows. A new frozen object for every change, the same one as long as nothing changes. */
export interface ClockSnapshot {
  readonly day: Day
  readonly playing: Direction | null
  /** as the reader set it */
  readonly speed: Speed
  /** as it plays: that of the stretch while one is played */
  readonly daysPerSecond: number
  /**
   * - `none`: play stops on the last day of the range, or of the whole when there is no range
   * - `range`: play begins again at the range; never so without a range
   * - `all`: play begins again at the whole and ignores the range
   */
  readonly loop: Loop
  readonly range: DayRange | null
  /** the stretch that is played now; gone as soon as play stops */
  readonly stretch: Stretch | null
  readonly skipQuiet: boolean
  readonly counting: Counting
  /** change days that count, ascending; with `view` all of them until the map has said which it shows */
  readonly counted: readonly Day[]
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
  counting?: Counting
  schedule?: Schedule
}

export interface Clock {
  readonly start: Day
  readonly end: Day
  readonly changeDays: readonly Day[]
  /** The map changes on other days than before; those outside the range are ignored. */
  setChangeDays(days: readonly Day[]): void
  getSnapshot(): ClockSnapshot
  /** @returns a function that ends the subscription */
  subscribe(listener: () => void): () => void
  /** Goes to a day, rounded and kept inside the range. Stops play, as do all commands that move the day. */
  setDay(day: number): void
  /** Goes some days ahead, or back when negative. */
  step(days: number): void
  /** Goes to the next change that counts. @returns the day it went to, or `null` (and stays) when there is none */
  nextChange(): Day | null
  /** Goes to the previous change that counts. @returns as {@link nextChange} */
  previousChange(): Day | null
  first(): void
  last(): void
  /** Plays from the day shown; from the other end when it is the last one in that direction or outside the range. */
  play(direction?: Direction): void
  /** Plays some days forward, once, at a speed of their own. Range, loop and speed stay as the reader set them. */
  playStretch(days: DayRange, speed: number): void
  pause(): void
  /** Stops when playing (in whatever direction), else plays. */
  toggle(direction?: Direction): void
  /** Takes the nearest speed on offer, see `SPEEDS`; ignores what is no positive number. */
  setSpeed(factor: number): void
  /** Without a range, `range` is taken as `all`. */
  setLoop(loop: Loop): void
  /**
   * Ends may come in either order; both are rounded and kept inside the whole. Who loops over all and sets a range
   * wants to see that looped; when it is taken away, the whole is looped again.
   */
  setRange(range: DayRange | null): void
  setSkipQuiet(skip: boolean): void
  setCounting(counting: Counting): void
  /** The map tells which change days it shows, ascending; `null` when it does not know. */
  setDaysInView(days: readonly Day[] | null): void
}
