/** What readers of the atlases of a data folder are served, for commands. */
import { join } from 'node:path'
import { formatProblem, type Problem } from '../compile/read/problem.ts'
import { atlasFiles } from '../derive/atlas-files.ts'
import { type AtlasFolder, openAtlases } from '../derive/atlases.ts'
import { openFolder } from './open-folder.ts'
import { readWorld } from './world.ts'

/** Texts of what readers of an atlas may ask for, by name; each is made when it is asked for. */
export type Files = (name: string) => string

/** @returns the atlases of a data folder. @throws Error with all that is wrong with it */
export function openAllAtlases(path: string): AtlasFolder[] {
  const problems: Problem[] = []
  const first = openFolder(path, problems)
  const atlases = problems.length ? [] : openAtlases(first, (way) => openFolder(join(path, way), problems))
  if (problems.length) throw new Error(problems.map(formatProblem).join('\n'))
  return atlases
}

/** @returns the atlases of the build, and the files of the one that is wanted, or of any other by its id */
export function filesOf(
  path: string,
  wanted: string | null,
): { atlases: AtlasFolder[]; files: Files; filesOfAtlas(id: string): Files } {
  const atlases = openAllAtlases(path)
  const filesOfAtlas = (id: string | null): Files => {
    const { folder } = atlases.find((atlas) => atlas.id === id) ?? atlases[0]
    const made = atlasFiles(folder, readWorld)
    return (name) => {
      const make = made.get(name)
      if (!make) throw new Error(`${folder.path} has no ${name}`)
      return make()
    }
  }
  return { atlases, files: filesOfAtlas(wanted), filesOfAtlas }
}
