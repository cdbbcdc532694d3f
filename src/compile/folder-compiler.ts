/** A whole data folder, compiled, and held against its own claims. */
import { decodeAtlas } from '../chronicle/atlas.ts'
import { createCompiler } from './compile.ts'
import { contradictionProblems } from './guards/contradictions.ts'
import { meetingProblems } from './guards/meets.ts'
import type { Folder } from './read/folder.ts'
import type { Dataset } from './read/model.ts'
import { failed, type Problem } from './read/problem.ts'
import type { Output } from './write/write.ts'

/**
 * @param dataset read from the folder and checked
 * @param problems nothing is compiled when errors are among them; receives what is wrong
 * @returns null when nothing could be made of it. Where the map must agree with its own claims and with another folder
 *   and does not, errors are among the problems too, and whoever writes writes nothing
 */
export type CompileFolder = (folder: Folder, dataset: Dataset, problems: Problem[]) => Output | null

/** For whoever compiles a folder again and again: the ground is divided anew only when a place, a barrier or an outline changed. */
export function createFolderCompiler(): CompileFolder {
  const compile = createCompiler()
  return (folder, dataset, problems) => {
    const output = failed(problems) ? null : compile(dataset, problems)
    if (output) problems.push(...ofTheMap(folder, output))
    return output
  }
}

/** @returns what is wrong where the map must agree with its own claims, and with another folder */
function ofTheMap(folder: Folder, { atlas: file, evidence, compiled }: Output): Problem[] {
  const { conflict } = compiled.dataset
  const atlas = decodeAtlas(file)
  return [
    ...contradictionProblems(folder, conflict, atlas, evidence),
    ...meetingProblems(folder, conflict, { atlas, evidence }),
  ]
}
