/** What the clock needs from its surroundings: the time, and a call before the next frame. */
export interface Schedule {
  /** milliseconds, from any origin, never running backwards */
  now(): number
  /** calls back once before the next frame, with the time as of `now` */
  requestFrame(callback: (now: number) => void): number
  cancelFrame(handle: number): void
}

/** Frames of the browser. It stops calling while the page is hidden, and so does the clock. */
export const browserSchedule: Schedule = {
  now: () => performance.now(),
  requestFrame: (callback) => requestAnimationFrame(callback),
  cancelFrame: (handle) => cancelAnimationFrame(handle),
}
