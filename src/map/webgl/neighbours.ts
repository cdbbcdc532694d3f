/**
 * Which faces and arcs lie beside each other, in flat lists apart from the atlas: a step of the day reads them all over
 * the country, and what lies close together in memory is read at once.
 */
import type { Atlas } from '../../chronicle/atlas.ts'

export interface Neighbours {
  /** faces on the left and on the right of each arc; -1: beyond the map */
  sides: Int32Array
  /** for each face where its arcs begin in `around`, and where those of the last one end */
  first: Uint32Array
  /** arcs around the faces, one face after the other */
  around: Uint32Array
}

export function neighboursIn({ arcs, faces }: Atlas): Neighbours {
  const sides = new Int32Array(2 * arcs.length)
  const first = new Uint32Array(faces.length + 1)
  arcs.forEach(({ left, right }, arc) => {
    sides[2 * arc] = left
    sides[2 * arc + 1] = right
    if (left >= 0) first[left + 1]++
    if (right >= 0) first[right + 1]++
  })
  for (let face = 0; face < faces.length; face++) first[face + 1] += first[face]
  const around = new Uint32Array(first[faces.length])
  const filled = first.slice()
  for (let i = 0; i < sides.length; i++) if (sides[i] >= 0) around[filled[sides[i]]++] = i >> 1
  return { sides, first, around }
}
