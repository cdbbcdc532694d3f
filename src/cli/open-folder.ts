/** Opens geodata folders on the disk. */
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { join, normalize, resolve } from 'node:path'
import { type Folder, openOn } from '../compile/read/folder.ts'
import type { Problem } from '../compile/read/problem.ts'

/**
 * @param path of the folder, absolute or relative to the working directory
 * @param problems see {@link openOn}
 */
export function openFolder(path: string, problems: Problem[]): Folder {
  const at = (name: string) => resolve(path, name)
  return openOn(
    {
      pathOf: (way) => (way ? normalize(join(path, way.slice(0, -1))) : path),
      locate: (name) => (existsSync(at(name)) ? at(name) : null),
      text: (name) => readFileSync(at(name), 'utf8'),
      names: (directory) =>
        existsSync(at(directory)) && statSync(at(directory)).isDirectory()
          ? readdirSync(at(directory))
          : null,
    },
    problems,
  )
}
