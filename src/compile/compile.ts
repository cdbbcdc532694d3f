/**
 * The compiler: claims → who holds what, where and when. Each step knows only those before it; nothing is read or
 * written here. Same input, same output.
 */
import { drawFaces } from './faces/faces.ts'
import { errorsOfFronts } from './fronts/errors.ts'
import { kindsOfFronts } from './fronts/fronts.ts'
import { type Ground, layGround } from './ground/ground.ts'
import type { Compiled } from './guards/compiled.ts'
import { guard } from './guards/guards.ts'
import { createLocator, siteHistories } from './histories/site-histories.ts'
import { openLedger } from './ledger/ledger.ts'
import { divide, inputsOf, misplacedPlaces, type Partition } from './partition/partition.ts'
import type { Dataset } from './read/model.ts'
import type { Problem } from './read/problem.ts'
import { type Output, write } from './write/write.ts'

/**
 * @param problems receives what is wrong
 * @returns what is to be written; null when there are errors among the problems
 */
export type Compile = (dataset: Dataset, problems: Problem[]) => Output | null

/**
 * A compiler that remembers how it divided the ground: as long as no place, barrier or outline changes and the same
 * places speak, another claim gives new histories without a new partition.
 */
export function createCompiler(): Compile {
  let known: { inputs: string; partition: Partition } | null = null
  const divided = (ground: Ground): Partition => {
    const inputs = inputsOf(ground)
    if (known?.inputs !== inputs) known = { inputs, partition: divide(ground) }
    return known.partition
  }
  const located = createLocator()
  return (dataset, problems) => {
    const failed = () => problems.some(({ severity }) => severity === 'error')
    const ledger = openLedger(dataset)
    const ground = layGround(dataset, ledger, problems)
    if (failed()) return null
    const partition = divided(ground)
    problems.push(...misplacedPlaces(partition, ground))
    if (failed()) return null
    const histories = siteHistories(partition.sites, ground, ledger, located(partition.sites, ground.areas))
    const faces = drawFaces(partition, histories, ground)
    const kinds = kindsOfFronts(faces.chains, partition, ground)
    const before = { dataset, ledger, ground, partition, histories, ...faces }
    const compiled: Compiled = { ...before, kinds, errors: errorsOfFronts(faces.chains, before) }
    problems.push(...guard(compiled, dataset.bands))
    return failed() ? null : write(compiled)
  }
}

/** Compiles once. */
export const compile: Compile = (dataset, problems) => createCompiler()(dataset, problems)
