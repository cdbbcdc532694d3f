import { COUNTS, countsText } from '../compile/check/row-counts.ts'
import { createFolderCompiler } from '../compile/folder-compiler.ts'
import { failed, type Problem } from '../compile/read/problem.ts'
import type { Output } from '../compile/write/write.ts'
import { inspect, report } from './check.ts'
import { createReader, openFolder } from './open-folder.ts'
import { replaceFolders } from './replace-folders.ts'

/**
 * For whoever compiles a folder again and again, as the development server does.
 * @returns a function that reads, checks and compiles a geodata folder in memory; its output is null when there are
 *   errors among the problems
 */
export function createPathCompiler(): (path: string) => { output: Output | null; problems: Problem[] } {
  const compile = createFolderCompiler()
  const read = createReader()
  return (path) => {
    const { folder, dataset, problems } = inspect(path, read)
    const output = dataset && compile(folder, dataset, problems)
    return { output: failed(problems) ? null : output, problems }
  }
}

/**
 * Compiles a geodata folder in place and writes nothing when anything is wrong; returns the exit code. A process that
 * is killed meanwhile leaves the old output or the new one, see {@link replaceFolders}.
 */
export async function build(path: string): Promise<number> {
  const began = Date.now()
  const { output, problems } = createPathCompiler()(path)
  if (!output) return report(problems, 'nothing written')
  const files = new Map([...output.files, [COUNTS, countsText(openFolder(path, []))]])
  replaceFolders(path, ['zones', 'fronts'], files)
  return report(problems, summaryOf(output, Date.now() - began))
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
