/** Opens geodata folders on the disk. */
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { join, normalize, resolve } from 'node:path'
import { type Folder, openOn } from '../compile/read/folder.ts'
import type { Problem } from '../compile/read/problem.ts'

/** @param file an existing one, by its path @returns its text */
export type ReadText = (file: string) => string

const readText: ReadText = (file) => readFileSync(file, 'utf8')

/** @returns for whoever reads a folder again and again: what has not been written since is not read again */
export function createReader(): ReadText {
  const known = new Map<string, { size: number; mtimeMs: number; text: string }>()
  return (file) => {
    const { size, mtimeMs } = statSync(file)
    const before = known.get(file)
    if (before?.size === size && before.mtimeMs === mtimeMs) return before.text
    const text = readText(file)
    known.set(file, { size, mtimeMs, text })
    return text
  }
}

/**
 * @param path of the folder, absolute or relative to the working directory
 * @param problems see {@link openOn}
 */
export function openFolder(path: string, problems: Problem[], read = readText): Folder {
  const at = (name: string) => resolve(path, name)
  return openOn(
    {
      pathOf: (way) => (way ? normalize(join(path, way.slice(0, -1))) : path),
      locate: (name) => (existsSync(at(name)) ? at(name) : null),
      text: (name) => read(at(name)),
      names: (directory) =>
        existsSync(at(directory)) && statSync(at(directory)).isDirectory()
          ? readdirSync(at(directory))
          : null,
    },
    problems,
  )
}
