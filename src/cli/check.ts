import { checkAssets } from '../compile/check/assets.ts'
import { checkDataset } from '../compile/check/rules.ts'
import { checkWording } from '../compile/check/wording.ts'
import { readDataset } from '../compile/read/dataset.ts'
import { openFolder } from '../compile/read/open-folder.ts'
import { formatProblem, type Problem } from '../compile/read/problem.ts'

/** Prints all problems of a geodata folder; returns the exit code, 1 when there are errors. */
export async function check(path: string): Promise<number> {
  const problems: Problem[] = []
  const failed = () => problems.some(({ severity }) => severity === 'error')
  const folder = openFolder(path, problems)
  if (failed()) return report(problems, 'nothing checked')
  const dataset = readDataset(folder, problems)
  if (!failed())
    problems.push(...checkDataset(dataset), ...checkAssets(folder, dataset), ...checkWording(folder, dataset))
  return report(
    problems,
    `${dataset.claims.length} claims, ${dataset.areaClaims.length} area claims, ${dataset.places.size} places, ${dataset.sources.size} sources`,
  )
}

/** Prints problems, errors last so that they stay on screen, and a summary line. */
export function report(problems: readonly Problem[], summary: string): number {
  const errors = problems.filter(({ severity }) => severity === 'error')
  const warnings = problems.filter(({ severity }) => severity === 'warning')
  for (const problem of [...warnings, ...errors]) console.log(formatProblem(problem))
  console.log(`${summary}: ${errors.length} errors, ${warnings.length} warnings`)
  return errors.length > 0 ? 1 : 0
}
