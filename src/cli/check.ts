import { checkFolder } from '../compile/check/check.ts'
import type { Folder } from '../compile/read/folder.ts'
import type { Dataset } from '../compile/read/model.ts'
import { failed, formatProblem, type Problem } from '../compile/read/problem.ts'
import { openFolder, type ReadText } from './open-folder.ts'
import { finishReplacing } from './replace-folders.ts'

/** Prints all problems of a geodata folder; returns the exit code, 1 when there are errors. */
export async function check(path: string): Promise<number> {
  const { dataset, problems } = inspect(path)
  const summary = dataset
    ? `${dataset.claims.length} claims, ${dataset.areaClaims.length} area claims, ${dataset.places.size} places, ${dataset.sources.size} sources`
    : 'not fit to compile'
  return report(problems, summary)
}

/** @returns all problems of a geodata folder; the dataset is null when one of them is an error */
export function inspect(
  path: string,
  read?: ReadText,
): { folder: Folder; dataset: Dataset | null; problems: Problem[] } {
  const problems: Problem[] = []
  const folder = openFolder(path, problems, read)
  if (failed(problems)) return { folder, dataset: null, problems }
  finishReplacing(path)
  const dataset = checkFolder(folder, problems)
  return { folder, dataset: failed(problems) ? null : dataset, problems }
}

/** Prints problems, errors last so that they stay on screen, and a summary line. */
export function report(problems: readonly Problem[], summary: string): number {
  const errors = problems.filter(({ severity }) => severity === 'error')
  const warnings = problems.filter(({ severity }) => severity === 'warning')
  for (const problem of [...warnings, ...errors]) console.log(formatProblem(problem))
  console.log(`${summary}: ${errors.length} errors, ${warnings.length} warnings`)
  return errors.length > 0 ? 1 : 0
}
