import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { decodeAtlas } from '../chronicle/atlas.ts'
import { checkAssets } from '../compile/check/assets.ts'
import { checkDataset } from '../compile/check/rules.ts'
import { checkWording } from '../compile/check/wording.ts'
import { compile } from '../compile/compile.ts'
import { meetingProblems } from '../compile/guards/meets.ts'
import { readDataset } from '../compile/read/dataset.ts'
import { openFolder } from '../compile/read/open-folder.ts'
import type { Problem } from '../compile/read/problem.ts'
import { report } from './check.ts'

/** Compiles a geodata folder in place; writes nothing when anything is wrong. Returns the exit code. */
export async function build(path: string): Promise<number> {
  const began = Date.now()
  const problems: Problem[] = []
  const failed = () => problems.some(({ severity }) => severity === 'error')
  const folder = openFolder(path, problems)
  if (failed()) return report(problems, 'nothing written')
  const dataset = readDataset(folder, problems)
  if (!failed())
    problems.push(...checkDataset(dataset), ...checkAssets(folder, dataset), ...checkWording(folder, dataset))
  const output = failed() ? null : await compile(dataset, problems)
  if (!output) return report(problems, 'nothing written')
  const { files, atlas, evidence, compiled } = output
  problems.push(...meetingProblems(folder, dataset.conflict.meets, { atlas: decodeAtlas(atlas), evidence }))
  if (failed()) return report(problems, 'nothing written')
  for (const old of folder.list('zones', '.geojson')) {
    if (!files.has(`zones/${old}`)) rmSync(join(path, 'zones', old))
  }
  for (const [file, text] of files) {
    mkdirSync(dirname(join(path, file)), { recursive: true })
    writeFileSync(join(path, file), text)
  }
  const vertices = atlas.arcs.reduce((sum, arc) => sum + arc.length / 2, 0)
  const bytes = [...files.values()].reduce((sum, text) => sum + text.length, 0)
  const [full, corners, drawn] = compiled.levels
  return report(
    problems,
    `${compiled.partition.sites.length} cells, ${atlas.faces.length} faces, ${atlas.arcs.length} arcs with ${vertices} vertices ` +
      `(smoothed ${full} fully, ${corners} at corners, ${drawn} not), ${files.size} files, ${(bytes / 1e6).toFixed(1)} MB, ${((Date.now() - began) / 1000).toFixed(1)} s`,
  )
}
