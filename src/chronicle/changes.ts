/** The difference between two days, face by face. */
import type { Atlas, Period } from './atlas.ts'
import type { Day } from './day.ts'
import { looksAlike, periodAt } from './history.ts'

export interface FaceChange {
  /** index into `atlas.faces` */
  face: number
  before: Period
  after: Period
}

/** @returns every face that does not look the same on both days, in order of face index; works in either direction of time */
export function changesBetween(atlas: Atlas, from: Day, to: Day): FaceChange[] {
  const changes: FaceChange[] = []
  atlas.faces.forEach((face, index) => {
    const before = periodAt(face.history, from)
    const after = periodAt(face.history, to)
    if (before !== after && !looksAlike(before, after)) changes.push({ face: index, before, after })
  })
  return changes
}
