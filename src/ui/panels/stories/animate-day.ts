/** Animates the clock from one day to another: every day between is shown in passing. */
import type { Day } from '../../../chronicle/day.ts'
import type { Clock } from '../../../clock/index.ts'

export interface Frames {
  request(callback: (now: number) => void): number
  cancel(handle: number): void
}

const browserFrames: Frames = {
  request: (callback) => requestAnimationFrame(callback),
  cancel: (handle) => cancelAnimationFrame(handle),
}

/**
 * @param ms how long it takes; 0 goes there at once
 * @param onEnd called once, when the day is reached or the reader moved the clock
 * @returns a function that ends it where it is
 */
export function animateDay(
  clock: Pick<Clock, 'getSnapshot' | 'setDay'>,
  to: Day,
  ms: number,
  onEnd: () => void = () => {},
  frames: Frames = browserFrames,
): () => void {
  const from = clock.getSnapshot().day
  const length = Math.abs(to - from)
  const next = from + Math.sign(to - from)
  let ended = false
  let shown = from
  let started: number | null = null
  let handle = 0
  function end() {
    if (ended) return
    ended = true
    frames.cancel(handle)
    onEnd()
  }
  function show(day: Day) {
    if (day === shown) return
    clock.setDay(day)
    shown = clock.getSnapshot().day
  }
  if (ms <= 0 || length <= 1) {
    show(to)
    end()
    return end
  }
  function frame(now: number) {
    const { day, playing } = clock.getSnapshot()
    // Somebody else has moved the clock: it is theirs.
    if (day !== shown || playing) return end()
    started ??= now
    const share = Math.min(1, (now - started) / ms)
    const eased = share * share * (3 - 2 * share)
    show(Math.round(next + (to - next) * eased))
    if (share >= 1) return end()
    handle = frames.request(frame)
  }
  // The first day passes at once, so that what follows belongs to the same step back.
  show(next)
  handle = frames.request(frame)
  return end
}
