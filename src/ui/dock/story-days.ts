/** Which days the steps of the open story are of: told by the story, marked on the track. */
import type { Day } from '../../chronicle/day.ts'

let days: readonly Day[] = []
const listeners = new Set<() => void>()

export const storyDays = {
  get: () => days,
  set(next: readonly Day[]) {
    days = next
    for (const listener of [...listeners]) listener()
  },
  subscribe(listener: () => void) {
    listeners.add(listener)
    return () => {
      listeners.delete(listener)
    }
  },
}
