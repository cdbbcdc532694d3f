/** How long a day may take to fade in, by how fast the days follow each other. */

/** Of a day that comes alone, milliseconds. */
const LONGEST = 220
/** Days that follow faster than this are shown at once, milliseconds: a fade would show a day that is past. */
const FAST = 110

export class StepPace {
  private last = Number.NEGATIVE_INFINITY
  private fast = false

  /** Whether the day before the last one was shown only for a moment. */
  get isFast(): boolean {
    return this.fast
  }

  /**
   * Tells that a day was set.
   * @param now milliseconds
   * @returns duration of its fade, milliseconds; 0: at once
   */
  step(now: number): number {
    const since = now - this.last
    this.last = now
    this.fast = since >= 0 && since < FAST
    return this.fast ? 0 : Math.min(LONGEST, Math.round(0.8 * Math.abs(since)))
  }
}
