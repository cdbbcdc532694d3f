/** Faces: connected ground with one history. The atoms that a viewer colours. */

import { lineLength } from '../../geometry/plane.ts'
import type { Mosaic } from '../topology/mosaic.ts'

export interface FaceDraft {
  /** key of the history that all its ground shares */
  key: string
  /** patches of the mosaic */
  patches: number[]
  /** m² */
  area: number
  /** length of its boundary, metres */
  boundary: number
}

export interface Dissolved {
  faces: FaceDraft[]
  /** face of each patch */
  faceOf: number[]
}

/** Each round makes at least one face fewer; many small ones beside each other take some rounds. */
const MOST_ROUNDS = 24

/**
 * Joins neighbouring patches with equal histories, and then gives what is still too small to the neighbour with
 * the longest common boundary.
 * @param keys key of the history of each patch; changed in place where ground is given away
 * @param tooSmall m² that a face must have, or a rule of its own
 */
export function dissolve(
  mosaic: Mosaic,
  keys: string[],
  tooSmall: number | ((face: FaceDraft) => boolean),
): Dissolved {
  const gives = typeof tooSmall === 'number' ? ({ area }: FaceDraft) => area < tooSmall : tooSmall
  for (let round = 0; round < MOST_ROUNDS; round++) {
    const dissolved = join(mosaic, keys)
    if (!absorb(mosaic, keys, dissolved, gives)) return dissolved
  }
  return join(mosaic, keys)
}

function join(mosaic: Mosaic, keys: readonly string[]): Dissolved {
  const parent = mosaic.patches.map((_, i) => i)
  const root = (i: number): number => {
    while (parent[i] !== i) {
      parent[i] = parent[parent[i]]
      i = parent[i]
    }
    return i
  }
  for (const { left, right } of mosaic.edges) {
    if (left >= 0 && right >= 0 && keys[left] === keys[right]) {
      const [a, b] = [root(left), root(right)]
      parent[Math.max(a, b)] = Math.min(a, b)
    }
  }
  const faces: FaceDraft[] = []
  const number = new Map<number, number>()
  const faceOf = mosaic.patches.map((patch, i) => {
    const r = root(i)
    let face = number.get(r)
    if (face === undefined) {
      face = faces.length
      number.set(r, face)
      faces.push({ key: keys[r], patches: [], area: 0, boundary: 0 })
    }
    faces[face].patches.push(i)
    faces[face].area += patch.area
    return face
  })
  for (const { left, right, points } of mosaic.edges) {
    const [a, b] = [left < 0 ? -1 : faceOf[left], right < 0 ? -1 : faceOf[right]]
    if (a === b) continue
    const length = lineLength(points)
    if (a >= 0) faces[a].boundary += length
    if (b >= 0) faces[b].boundary += length
  }
  return { faces, faceOf }
}

function absorb(
  mosaic: Mosaic,
  keys: string[],
  { faces, faceOf }: Dissolved,
  gives: (face: FaceDraft) => boolean,
): boolean {
  const small = new Map<number, Map<number, number>>()
  faces.forEach((face, i) => {
    if (gives(face)) small.set(i, new Map())
  })
  if (small.size === 0) return false
  for (const { left, right, points } of mosaic.edges) {
    if (left < 0 || right < 0 || faceOf[left] === faceOf[right]) continue
    const length = lineLength(points)
    for (const [own, other] of [
      [faceOf[left], faceOf[right]],
      [faceOf[right], faceOf[left]],
    ]) {
      const borders = small.get(own)
      if (borders) borders.set(other, (borders.get(other) ?? 0) + length)
    }
  }
  const given = new Set<number>()
  for (const [face, borders] of [...small].sort(([a], [b]) => faces[a].area - faces[b].area || a - b)) {
    const winner = longestBorder(borders, faces)
    // A neighbour that was itself given away in this round has another history by now: two small faces would
    // swap theirs for ever. They are one face in the next round.
    if (!winner || winner.every((neighbour) => given.has(neighbour))) continue
    given.add(face)
    for (const patch of faces[face].patches) keys[patch] = faces[winner[0]].key
  }
  return given.size > 0
}

/** @returns the neighbours that share the history with the longest common boundary; `null` when there are none */
function longestBorder(borders: ReadonlyMap<number, number>, faces: readonly FaceDraft[]): number[] | null {
  const byKey = new Map<string, { length: number; neighbours: number[] }>()
  for (const [neighbour, length] of borders) {
    const sum = byKey.get(faces[neighbour].key) ?? { length: 0, neighbours: [] }
    sum.length += length
    sum.neighbours.push(neighbour)
    byKey.set(faces[neighbour].key, sum)
  }
  const [longest] = [...byKey].sort((a, b) => b[1].length - a[1].length || (a[0] < b[0] ? -1 : 1))
  return longest ? longest[1].neighbours : null
}
