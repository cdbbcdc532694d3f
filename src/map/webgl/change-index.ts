/** Which faces change between two days, and to what, without asking every face. */
import { indexAfter } from '../../chronicle/ascending.ts'
import type { Atlas, Period } from '../../chronicle/atlas.ts'
import type { Day } from '../../chronicle/day.ts'
import { Once } from './once.ts'

export interface ChangeIndex {
  /** @param visit is told each face that changed on the way from a day to another one, once, and the look that it has then */
  between(from: Day, to: Day, visit: (face: number, look: number) => void): void
}

/**
 * Sorts all changes of all histories by day, once.
 * @param lookOf number of the look of a period
 */
export function indexChanges(atlas: Atlas, lookOf: (period: Period) => number): ChangeIndex {
  const changes: { day: Day; face: number; before: number; after: number }[] = []
  atlas.faces.forEach(({ history }, face) => {
    for (let i = 1; i < history.length; i++)
      changes.push({
        day: history[i].start,
        face,
        before: lookOf(history[i - 1]),
        after: lookOf(history[i]),
      })
  })
  changes.sort((a, b) => a.day - b.day || a.face - b.face)
  const days = Int32Array.from(changes, ({ day }) => day)
  const faces = Uint32Array.from(changes, ({ face }) => face)
  const before = Uint32Array.from(changes, ({ before }) => before)
  const after = Uint32Array.from(changes, ({ after }) => after)
  const met = new Once(atlas.faces.length)
  return {
    between(from, to, visit) {
      met.clear()
      // From the day that is reached: what a face was on the way there does not matter.
      const [low, high] = [indexAfter(days, Math.min(from, to)), indexAfter(days, Math.max(from, to))]
      if (to > from) {
        for (let i = high - 1; i >= low; i--) if (met.add(faces[i])) visit(faces[i], after[i])
      } else {
        for (let i = low; i < high; i++) if (met.add(faces[i])) visit(faces[i], before[i])
      }
    },
  }
}
