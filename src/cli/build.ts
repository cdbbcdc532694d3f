import { decodeAtlas } from '../chronicle/atlas.ts'
import { COUNTS, countsText } from '../compile/check/row-counts.ts'
import { createCompiler } from '../compile/compile.ts'
import { contradictionProblems } from '../compile/guards/contradictions.ts'
import { meetingProblems } from '../compile/guards/meets.ts'
import type { Folder } from '../compile/read/folder.ts'
import type { Problem } from '../compile/read/problem.ts'
import type { Output } from '../compile/write/write.ts'
import { inspect, report } from './check.ts'
import { openFolder } from './open-folder.ts'
import { replaceFolders } from './replace-folders.ts'

/**
 * For whoever compiles a folder again and again, as the development server does: the ground is divided anew only when
 * a place, a barrier or an outline changed.
 * @returns a function that reads, checks and compiles a geodata folder in memory; its output is null when there are
 *   errors among the problems
 */
export function createFolderCompiler(): (path: string) => { output: Output | null; problems: Problem[] } {
  const compile = createCompiler()
  return (path) => {
    const { folder, dataset, problems } = inspect(path)
    const output = dataset ? compile(dataset, problems) : null
    if (output) problems.push(...ofTheMap(folder, output))
    return { output: problems.some(({ severity }) => severity === 'error') ? null : output, problems }
  }
}

/**
 * Compiles a geodata folder in place and writes nothing when anything is wrong; returns the exit code. A process that
 * is killed meanwhile leaves the old output or the new one, see {@link replaceFolders}.
 */
export async function build(path: string): Promise<number> {
  const began = Date.now()
  const { output, problems } = createFolderCompiler()(path)
  if (!output) return report(problems, 'nothing written')
  const files = new Map([...output.files, [COUNTS, countsText(openFolder(path, []))]])
  replaceFolders(path, ['zones', 'fronts'], files)
  return report(problems, summaryOf(output, Date.now() - began))
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

function summaryOf({ files, atlas, compiled }: Output, ms: number): string {
  const vertices = atlas.arcs.reduce((sum, arc) => sum + arc.length / 2, 0)
  const bytes = [...files.values()].reduce((sum, text) => sum + text.length, 0)
  const [full, corners, drawn] = compiled.levels
  return (
    `${compiled.partition.sites.length} cells, ${atlas.faces.length} faces, ${atlas.arcs.length} arcs with ${vertices} vertices ` +
    `(smoothed ${full} fully, ${corners} at corners, ${drawn} not), ${files.size} files, ${(bytes / 1e6).toFixed(1)} MB, ${(ms / 1000).toFixed(1)} s`
  )
}
