/** Which faces change between two days, without asking every face. */
import { indexAfter } from '../../chronicle/ascending.ts'
import type { Atlas } from '../../chronicle/atlas.ts'
import type { Day } from '../../chronicle/day.ts'

export interface ChangeIndex {
  /** @returns faces with a change after the earlier and up to the later of two days, each once, in no order */
  between(one: Day, other: Day): number[]
}

/** Sorts all changes of all histories by day, once. */
export function indexChanges(atlas: Atlas): ChangeIndex {
  const changes: { day: Day; face: number }[] = []
  atlas.faces.forEach(({ history }, face) => {
    for (let i = 1; i < history.length; i++) changes.push({ day: history[i].start, face })
  })
  changes.sort((a, b) => a.day - b.day || a.face - b.face)
  const days = Int32Array.from(changes, ({ day }) => day)
  const faces = Uint32Array.from(changes, ({ face }) => face)
  const seen = new Uint32Array(atlas.faces.length)
  let pass = 0
  return {
    between(one, other) {
      const [after, until] = [Math.min(one, other), Math.max(one, other)]
      const found: number[] = []
      pass++
      for (let i = indexAfter(days, after); i < days.length && days[i] <= until; i++) {
        if (seen[faces[i]] === pass) continue
        seen[faces[i]] = pass
        found.push(faces[i])
      }
      return found
    },
  }
}
