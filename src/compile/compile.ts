/**
 * The compiler: geodata → partition → histories → faces and fronts. Pure apart from mapshaper, which works in
 * memory: nothing is read or written here. Same input, same output.
 */
import { ARC_KIND, type ArcKind } from '../chronicle/atlas.ts'
import { dayOf } from '../chronicle/day.ts'
import { buildChains, type Chain, meanOverEdges } from './faces/chains.ts'
import { dissolve } from './faces/dissolve.ts'
import { assembleFaces, type Ring, ringPoints } from './faces/rings.ts'
import { smoothChains, type Witness } from './faces/smooth.ts'
import { type Ledger, openLedger, planeAreas, siteHistories } from './histories/cells.ts'
import type { Stretch } from './histories/timeline.ts'
import type { Edge } from './partition/mosaic.ts'
import { LEAST_GROUND, type Partition, partition } from './partition/partition.ts'
import { SegmentIndex } from './partition/segment-index.ts'
import { createPlane, distance, inRings, type Plane, type Point } from './plane.ts'
import type { Dataset } from './read/model.ts'
import type { Problem } from './read/problem.ts'

/** Opposing claimed places nearer than this make a front evident (metres). */
export const EVIDENCE_DISTANCE = 8_000

export interface CompiledFace {
  history: Stretch[]
  /** chain references, outer ring first */
  polygons: Ring[][]
  /** patches of the mosaic that it is made of */
  patches: number[]
}

export interface Compiled {
  dataset: Dataset
  plane: Plane
  ledger: Ledger
  partition: Partition
  /** ids of the ground factions, in the order of their indexes */
  factions: string[]
  /** history of each site */
  histories: Stretch[][]
  faces: CompiledFace[]
  faceOfPatch: number[]
  chains: Chain[]
  /** smoothed coordinates of each chain (metres) */
  lines: Point[][]
  kinds: ArcKind[]
  /** how many free chains were smoothed fully, at the corners only, not at all */
  levels: [number, number, number]
}

/**
 * @param problems receives what is wrong; when there are errors the result is null
 */
export async function compile(dataset: Dataset, problems: Problem[]): Promise<Compiled | null> {
  const plane = createPlane(dataset.conflict.projection)
  const first = dayOf(dataset.conflict.start)
  const factions = dataset.factions
    .filter((faction) => faction.role === 'ground')
    .map((faction) => faction.id)
  const factionIndex = new Map(factions.map((id, i) => [id, i]))
  const ledger = openLedger(dataset)
  const areas = planeAreas(dataset, plane)
  const parts = await partition(dataset, plane, ledger, areas, first, (id) => factionIndex.has(id), problems)
  if (problems.some(({ severity }) => severity === 'error')) return null
  const { sites, mosaic } = parts
  const histories = siteHistories(sites, ledger, parts.holders, areas, dataset, factionIndex)
  const keyOfSite = histories.map(historyKey)
  const keys = mosaic.patches.map((patch) => keyOfSite[patch.site])
  const { faces: drafts, faceOf } = dissolve(mosaic, keys, LEAST_GROUND)
  const historyOfKey = new Map<string, Stretch[]>()
  histories.forEach((history, i) => {
    if (!historyOfKey.has(keyOfSite[i])) historyOfKey.set(keyOfSite[i], history)
  })
  const barrierIndex = new SegmentIndex(
    dataset.barriers.map(({ coordinates }) => coordinates.map((c) => plane.forward(c))),
  )
  const blockOfPatch = (patch: number) => sites[mosaic.patches[patch].site].block
  const chains = buildChains(mosaic, faceOf, ({ left, right, points }) => {
    if (left < 0 || right < 0) return 'border'
    return blockOfPatch(left) !== blockOfPatch(right) || liesOn(barrierIndex, points) ? 'barrier' : 'free'
  })
  const siteGap = ({ left, right }: Edge) =>
    left < 0 || right < 0
      ? 0
      : distance(sites[mosaic.patches[left].site].point, sites[mosaic.patches[right].site].point)
  const witnesses: Witness[] = [...parts.home]
    .filter(([site]) => sites[site].place !== null)
    .map(([site, patch]) => ({ point: sites[site].point, face: faceOf[patch] }))
  const { lines, levels } = smoothChains(
    chains,
    (chain) => meanOverEdges(chain, mosaic, siteGap),
    (drawn) => misplacing(witnesses, chains, drawn, drafts.length),
  )
  const polygons = assembleFaces(chains, lines, drafts.length)
  const evident = ({ left, right, points }: Edge) =>
    left >= 0 &&
    right >= 0 &&
    points.length > 1 &&
    bothPlaces(parts, left, right) &&
    siteGap({ left, right, points }) <= EVIDENCE_DISTANCE
      ? 1
      : 0
  const kinds = chains.map((chain): ArcKind => {
    if (chain.kind === 'border') return ARC_KIND.border
    if (chain.kind === 'free')
      return meanOverEdges(chain, mosaic, evident) >= 0.5 ? ARC_KIND.evidence : ARC_KIND.inferred
    const middle = chain.points[chain.points.length >> 1]
    const hit = barrierIndex.nearest(middle, 400)
    return hit && dataset.barriers[hit.line].certainty === 'inferred' ? ARC_KIND.inferred : ARC_KIND.barrier
  })
  const faces = drafts.map((draft, i) => ({
    history: historyOfKey.get(draft.key)!,
    polygons: polygons[i],
    patches: draft.patches,
  }))
  return {
    dataset,
    plane,
    ledger,
    partition: parts,
    factions,
    histories,
    faces,
    faceOfPatch: faceOf,
    chains,
    lines,
    kinds,
    levels,
  }
}

const historyKey = (history: readonly Stretch[]) =>
  history.map((s) => `${s.start}:${s.holder}:${s.other}:${s.state}`).join(' ')

const bothPlaces = ({ sites, mosaic }: Partition, left: number, right: number) =>
  sites[mosaic.patches[left].site].place !== null && sites[mosaic.patches[right].site].place !== null

/** True when the middle of a boundary lies on a barrier (within 3 m). */
function liesOn(index: SegmentIndex, points: readonly Point[]): boolean {
  const i = points.length >> 1
  const middle: Point = [(points[i - 1][0] + points[i][0]) / 2, (points[i - 1][1] + points[i][1]) / 2]
  return index.nearest(middle, 3) !== null
}

/** Chains near a place that would end up in the wrong face. */
function misplacing(
  witnesses: readonly Witness[],
  chains: readonly Chain[],
  lines: readonly Point[][],
  count: number,
): number[] {
  const polygons = assembleFaces(chains, lines as Point[][], count).map((rings) =>
    rings.flat().map((ring) => ringPoints(ring, lines as Point[][])),
  )
  const index = new SegmentIndex(lines)
  const found = new Set<number>()
  for (const { point, face } of witnesses) {
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
