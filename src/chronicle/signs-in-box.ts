/** Which kinds of lines and hatching are seen in a box on a day: for a key that explains these and no others. */
import { ARC_KIND, type Atlas, type Period, STATE } from './atlas.ts'
import type { Day } from './day.ts'
import type { FaceIndex } from './face-index.ts'
import { isFront } from './front.ts'
import { periodAt } from './history.ts'
import { type Box, entersBox, facesInBox } from './in-box.ts'

export interface SignsInBox {
  /** a front that evidence or a barrier gives */
  front: boolean
  /** a front that is inferred */
  inferred: boolean
  /** ground that two sides share, some of it; null when there is none */
  contested: Period | null
  /** ground on its way from one to the other, likewise */
  passing: Period | null
}

/**
 * @param index of the same atlas
 * @param isShown whether the ground of a faction (index into `Atlas.factions`) is drawn
 */
export function signsInBox(
  atlas: Pick<Atlas, 'arcs' | 'faces'>,
  index: FaceIndex,
  box: Box,
  day: Day,
  isShown: (faction: number) => boolean,
): SignsInBox {
  const signs: SignsInBox = { front: false, inferred: false, contested: null, passing: null }
  for (const face of facesInBox(atlas, index, box)) {
    const period = periodAt(atlas.faces[face].history, day)
    if (!isShown(period.holder)) continue
    if (period.state === STATE.contested) signs.contested ??= period
    if (period.state === STATE.passing) signs.passing ??= period
  }
  for (const { coordinates, left, right, kind } of atlas.arcs) {
    if (left < 0 || right < 0 || kind === ARC_KIND.border) continue
    const sign = kind === ARC_KIND.inferred ? 'inferred' : 'front'
    if (signs[sign]) continue
    const [one, other] = [left, right].map((face) => periodAt(atlas.faces[face].history, day))
    if (!isShown(one.holder) && !isShown(other.holder)) continue
    if (isFront(one, other) && entersBox(coordinates, box)) signs[sign] = true
  }
  return signs
}
