/** Faces: ground with one history as smooth polygons, and the chains between them. */

import { distance, inRings, type Point } from '../../geometry/plane.ts'
import { SegmentIndex } from '../../geometry/segment-index.ts'
import type { Ground } from '../ground/ground.ts'
import type { ClaimedPeriod } from '../histories/timeline.ts'
import { LEAST_GROUND, type Partition } from '../partition/partition.ts'
import type { Edge } from '../topology/mosaic.ts'
import { buildChains, type Chain, type ChainClass, meanOverEdges } from './chains.ts'
import { dissolve } from './dissolve.ts'
import { sharesByGovernorate } from './governorates.ts'
import { assembleFaces, polygonsArea, type Ring, ringPoints } from './rings.ts'
import { smoothChains } from './smooth.ts'

export interface CompiledFace {
  history: ClaimedPeriod[]
  /** chain references, outer ring first */
  polygons: Ring[][]
  /** patches of the mosaic that it is made of */
  patches: number[]
  /** two decimals */
  km2: number
  /** [index of a governorate, km² of the face in it] */
  governorates: [number, number][]
}

export interface Faces {
  faces: CompiledFace[]
  faceOfPatch: number[]
  chains: Chain[]
  /** smoothed coordinates of each chain (metres) */
  lines: Point[][]
  /** how many free chains were smoothed fully, at the corners only, not at all */
  levels: [number, number, number]
}

/** @param histories of each site */
export function drawFaces(
  partition: Partition,
  histories: readonly ClaimedPeriod[][],
  ground: Ground,
): Faces {
  const { sites, mosaic, home } = partition
  const keyOfSite = histories.map(historyKey)
  const historyOfKey = new Map<string, ClaimedPeriod[]>()
  histories.forEach((history, i) => {
    if (!historyOfKey.has(keyOfSite[i])) historyOfKey.set(keyOfSite[i], history)
  })
  const keys = mosaic.patches.map((patch) => keyOfSite[patch.site])
  const { faces: drafts, faceOf } = dissolve(mosaic, keys, LEAST_GROUND)
  const chains = buildChains(mosaic, faceOf, classesOf(partition, ground.barriers))
  const places = [...home].flatMap(([site, patch]): Witness[] =>
    sites[site].place === null ? [] : [{ point: sites[site].point, face: faceOf[patch] }],
  )
  const { lines, levels } = smoothChains(
    chains,
    (chain) => meanOverEdges(chain, mosaic, (edge) => siteGap(partition, edge)),
    (drawn) => misplacing(places, chains, drawn, drafts.length),
  )
  const polygons = assembleFaces(chains, lines, drafts.length)
  const governorates = sharesByGovernorate(polygons, lines, ground.governorates)
  return {
    faces: drafts.map(({ key, patches }, i) => ({
      history: historyOfKey.get(key)!,
      polygons: polygons[i],
      patches,
      governorates: governorates[i],
      km2: Math.round(polygonsArea(polygons[i], lines) / 1e4) / 100,
    })),
    faceOfPatch: faceOf,
    chains,
    lines,
    levels,
  }
}

const historyKey = (history: readonly ClaimedPeriod[]) =>
  history.map((s) => `${s.start}:${s.holder}:${s.other}:${s.state}`).join(' ')

/** Distance between the sites on both sides of an edge (metres); 0 at the border. */
export function siteGap({ sites, mosaic: { patches } }: Partition, { left, right }: Edge): number {
  if (left < 0 || right < 0) return 0
  return distance(sites[patches[left].site].point, sites[patches[right].site].point)
}

/** Which edges must stay as they are: those of the border, between blocks, and along barriers. */
function classesOf(
  { sites, mosaic: { patches } }: Partition,
  barriers: Ground['barriers'],
): (edge: Edge) => ChainClass {
  const index = new SegmentIndex(barriers.map(({ points }) => points))
  const blockOf = (patch: number) => sites[patches[patch].site].block
  return ({ left, right, points }) => {
    if (left < 0 || right < 0) return 'border'
    return blockOf(left) !== blockOf(right) || liesOn(index, points) ? 'barrier' : 'free'
  }
}

/** True when the middle of a boundary lies on a barrier (within 3 m). */
function liesOn(index: SegmentIndex, points: readonly Point[]): boolean {
  const i = points.length >> 1
  const middle: Point = [(points[i - 1][0] + points[i][0]) / 2, (points[i - 1][1] + points[i][1]) / 2]
  return index.nearest(middle, 3) !== null
}

/** A place and the face it must stay in. */
interface Witness {
  point: Point
  face: number
}

/** Chains near a place that would end up in the wrong face. */
function misplacing(
  places: readonly Witness[],
  chains: readonly Chain[],
  lines: readonly Point[][],
  count: number,
): number[] {
  const polygons = assembleFaces(chains, lines, count).map((rings) =>
    rings.flat().map((ring) => ringPoints(ring, lines)),
  )
  const index = new SegmentIndex(lines)
  const found = new Set<number>()
  for (const { point, face } of places) {
    if (inRings(point, polygons[face])) continue
    const hit = index.nearest(
      point,
      6000,
      (line) => chains[line].kind === 'free' && (chains[line].left === face || chains[line].right === face),
    )
    if (hit) found.add(hit.line)
  }
  return [...found]
}
