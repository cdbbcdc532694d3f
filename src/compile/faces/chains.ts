/**
 * Chains: the boundary between two faces, from one meeting point of three to the next. Stretches that lie on the
 * border or on a barrier are chains of their own, because they must not be smoothed.
 */

import { lineLength, type Point } from '../../geometry/plane.ts'
import type { Edge, Mosaic } from '../topology/mosaic.ts'

export type ChainClass = 'border' | 'barrier' | 'free'

export interface Chain {
  points: Point[]
  /** faces left and right of the direction of `points`, -1 outside the country */
  left: number
  right: number
  kind: ChainClass
  /** indexes of the mosaic's edges it is made of */
  edges: number[]
}

/**
 * @param classOf class of an edge of the mosaic
 */
export function buildChains(
  mosaic: Mosaic,
  faceOf: readonly number[],
  classOf: (edge: Edge) => ChainClass,
): Chain[] {
  const face = (patch: number) => (patch < 0 ? -1 : faceOf[patch])
  const kept = mosaic.edges.flatMap((edge, index) =>
    face(edge.left) === face(edge.right) ? [] : [{ edge, index, kind: classOf(edge) }],
  )
  const ends = new Map<string, number[]>()
  const note = (point: Point, item: number) => {
    const key = pointKey(point)
    ends.set(key, [...(ends.get(key) ?? []), item])
  }
  kept.forEach(({ edge }, item) => {
    note(edge.points[0], item)
    note(edge.points[edge.points.length - 1], item)
  })
  const used = new Set<number>()
  const orient = (item: number, fromStart: boolean): Step => {
    const { edge, index, kind } = kept[item]
    return fromStart
      ? { item, index, kind, points: edge.points, left: face(edge.left), right: face(edge.right) }
      : {
          item,
          index,
          kind,
          points: [...edge.points].reverse(),
          left: face(edge.right),
          right: face(edge.left),
        }
  }
  /** The one edge that goes on from the end of `step`, when nothing else meets there. */
  const next = (step: Step): Step | null => {
    const end = step.points[step.points.length - 1]
    const meeting = ends.get(pointKey(end))!
    if (meeting.length !== 2) return null
    const other = meeting[0] === step.item ? meeting[1] : meeting[0]
    if (other === step.item || used.has(other)) return null
    const going = orient(other, pointKey(kept[other].edge.points[0]) === pointKey(end))
    return going.kind === step.kind && going.left === step.left && going.right === step.right ? going : null
  }
  const chains: Chain[] = []
  const follow = (start: Step) => {
    const chain: Chain = {
      points: [...start.points],
      left: start.left,
      right: start.right,
      kind: start.kind,
      edges: [start.index],
    }
    used.add(start.item)
    for (let step = next(start); step; step = next(step)) {
      used.add(step.item)
      for (let i = 1; i < step.points.length; i++) chain.points.push(step.points[i])
      chain.edges.push(step.index)
    }
    chains.push(chain)
  }
  // First the chains that begin at a meeting point or a change of class, then what is left: closed rings.
  kept.forEach((_, item) => {
    for (const fromStart of [true, false]) {
      if (used.has(item)) return
      const step = orient(item, fromStart)
      const back = orient(item, !fromStart)
      if (next(back) === null) follow(step)
    }
  })
  kept.forEach((_, item) => {
    if (!used.has(item)) follow(orient(item, true))
  })
  return chains
}

interface Step {
  item: number
  index: number
  kind: ChainClass
  points: Point[]
  left: number
  right: number
}

/** Vertices of a mosaic that are one have equal coordinates to the last digit. */
export const pointKey = (point: Point): string => `${point[0]} ${point[1]}`

/** Length-weighted mean over the edges of a chain. */
export function meanOverEdges(chain: Chain, mosaic: Mosaic, value: (edge: Edge) => number): number {
  let sum = 0
  let total = 0
  for (const index of chain.edges) {
    const length = lineLength(mosaic.edges[index].points)
    sum += length * value(mosaic.edges[index])
    total += length
  }
  return total > 0 ? sum / total : 0
}
