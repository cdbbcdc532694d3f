/**
 * The compiler: claims → who holds what, where and when. Each step knows only those before it; nothing is read or
 * written here. Same input, same output.
 */
import { drawFaces } from './faces/faces.ts'
import { errorsOfFronts } from './fronts/errors.ts'
import { kindsOfFronts } from './fronts/fronts.ts'
import { createCutter } from './ground/blocks.ts'
import { type Ground, layGround } from './ground/ground.ts'
import type { Compiled } from './guards/compiled.ts'
import { guard } from './guards/guards.ts'
import { createLocator, siteHistories } from './histories/site-histories.ts'
import { openLedger } from './ledger/ledger.ts'
import { divide, inputsOf, misplacedPlaces, type Partition } from './partition/partition.ts'
import type { Dataset } from './read/model.ts'
import { failed, type Problem } from './read/problem.ts'
import { type Output, write } from './write/write.ts'

/**
 * @param problems receives what is wrong
 * @returns what is to be written; null when there are errors among the problems
 */
export type Compile = (dataset: Dataset, problems: Problem[]) => Output | null

/** Divisions of the ground that are remembered: that of the data, and that of a proposal that adds a place. */
const REMEMBERED = 2

/**
 * A compiler that remembers how it divided the ground: as long as no place, barrier or outline changes and the same
 * places speak, another claim gives new histories without a new partition.
 */
export function createCompiler(): Compile {
  let known: {
    blocks: Ground['blocks']
    inputs: string
    partition: Partition
    located: ReturnType<typeof createLocator>
  }[] = []
  const divided = (ground: Ground) => {
    const inputs = inputsOf(ground)
    const found = known.find((one) => one.blocks === ground.blocks && one.inputs === inputs)
    const latest = found ?? {
      blocks: ground.blocks,
      inputs,
      partition: divide(ground),
      located: createLocator(),
    }
    known = [latest, ...known.filter((one) => one !== latest)].slice(0, REMEMBERED)
    return latest
  }
  const cut = createCutter()
  return (dataset, problems) => {
    const ledger = openLedger(dataset)
    const ground = layGround(dataset, ledger, problems, cut)
    if (failed(problems)) return null
    const { partition, located } = divided(ground)
    problems.push(...misplacedPlaces(partition, ground))
    if (failed(problems)) return null
    const sitesIn = located(partition.sites, ground.areas)
    const histories = siteHistories(partition.sites, ground, ledger, sitesIn)
    const faces = drawFaces(partition, histories, ground)
    const kinds = kindsOfFronts(faces.chains, partition, ground)
    const before = { dataset, ledger, ground, partition, histories, ...faces }
    const compiled: Compiled = {
      ...before,
      kinds,
      errors: errorsOfFronts(faces.chains, { ...before, sitesIn }),
    }
    problems.push(...guard(compiled, dataset.bands))
    return failed(problems) ? null : write(compiled)
  }
}

/** Compiles once. */
export const compile: Compile = (dataset, problems) => createCompiler()(dataset, problems)
