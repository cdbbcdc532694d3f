/** Everything that can be said about a geodata folder before it is compiled. */
import { readDataset } from '../read/dataset.ts'
import type { Folder } from '../read/folder.ts'
import { allClaims, type Dataset } from '../read/model.ts'
import { failed, type Problem } from '../read/problem.ts'
import { unfitAssertions } from './assertions.ts'
import { checkAssets } from './assets.ts'
import { baseProblems } from './base-layers.ts'
import { headlineProblems } from './headlines.ts'
import { lostLinks } from './links.ts'
import { unknownReferences } from './references.ts'
import { checkDataset } from './rules.ts'
import { missingTranslations, textsInWrongLetters } from './texts.ts'
import { vanishedRows } from './vanished.ts'
import { checkWording } from './wording.ts'

/**
 * Reads a folder and holds it to all rules. What cannot be read comes first: rules that compare files with each other
 * wait until every file is sound, lest one slip be told a hundred times.
 * @param problems receives all that is wrong
 */
export function checkFolder(folder: Folder, problems: Problem[]): Dataset {
  const dataset = readDataset(folder, problems)
  if (failed(problems)) return dataset
  const assets = checkAssets(folder, dataset)
  const known = new Set([...allClaims(dataset).map(({ id }) => id), ...dataset.sources.keys(), ...assets.ids])
  problems.push(
    ...checkDataset(dataset),
    ...assets.problems,
    ...baseProblems(folder, dataset.conflict),
    ...unfitAssertions(folder, dataset),
    ...checkWording(folder, dataset),
    ...unknownReferences(folder, known, dataset.conflict.languages ?? []),
    ...lostLinks(folder, dataset),
    ...missingTranslations(folder, dataset.conflict.languages ?? []),
    ...headlineProblems(folder, dataset, known),
    ...textsInWrongLetters(folder, dataset.conflict.languages ?? []),
    ...vanishedRows(folder, dataset),
  )
  return dataset
}
