import type { Schedule } from '../../src/clock/schedule.ts'

/** A schedule whose time only moves when the test says so. */
export interface FakeSchedule extends Schedule {
  /** lets `ms` pass and calls the frame that is waiting, if any */
  frame(ms: number): void
  /** frames that wait to be called */
  readonly waiting: number
}

export function createFakeSchedule(): FakeSchedule {
  let time = 1000
  let handles = 0
  const callbacks = new Map<number, (now: number) => void>()
  return {
    now: () => time,
    requestFrame(callback) {
      callbacks.set(++handles, callback)
      return handles
    },
    cancelFrame: (handle) => void callbacks.delete(handle),
    frame(ms) {
      time += ms
      const due = [...callbacks.values()]
      callbacks.clear()
      for (const callback of due) callback(time)
    },
    get waiting() {
      return callbacks.size
    },
  }
}
