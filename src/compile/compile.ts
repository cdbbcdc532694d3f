/**
 * The compiler: claims → who holds what, where and when. Each step knows only those before it; nothing is read or
 * written here. Same input, same output.
 */
import { drawFaces } from './faces/faces.ts'
import { kindsOfFronts } from './fronts/fronts.ts'
import { layGround } from './ground/ground.ts'
import type { Compiled } from './guards/compiled.ts'
import { guard } from './guards/guards.ts'
import { siteHistories } from './histories/site-histories.ts'
import { openLedger } from './ledger/ledger.ts'
import { divide } from './partition/partition.ts'
import type { Dataset } from './read/model.ts'
import type { Problem } from './read/problem.ts'
import { type Output, write } from './write/write.ts'

/**
 * @param problems receives what is wrong; when there are errors the result is null
 */
export function compile(dataset: Dataset, problems: Problem[]): Output | null {
  const failed = () => problems.some(({ severity }) => severity === 'error')
  const ledger = openLedger(dataset)
  const ground = layGround(dataset, ledger, problems)
  const partition = divide(ground, problems)
  if (failed()) return null
  const histories = siteHistories(partition.sites, ground, ledger)
  const faces = drawFaces(partition, histories, ground)
  const kinds = kindsOfFronts(faces.chains, partition, ground)
  const compiled: Compiled = { dataset, ledger, ground, partition, histories, ...faces, kinds }
  problems.push(...guard(compiled, dataset.bands))
  return failed() ? null : write(compiled)
}
