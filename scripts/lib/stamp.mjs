/**
 * Stamps: what a result was made from. A result is fresh as long as neither its inputs nor itself have changed
 * since; contents count, not times, so a checkout or a copy stays fresh.
 */
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'
import { ROOT } from './root.mjs'

/** @returns all files at or below a path, sorted; none when it does not exist */
function filesBelow(path) {
  if (!existsSync(path)) return []
  if (!statSync(path).isDirectory()) return [path]
  return readdirSync(path)
    .sort()
    .flatMap((name) => filesBelow(join(path, name)))
}

/**
 * @param paths files and folders, relative to `root`
 * @param without paths below them that do not count
 * @returns a hash of names and contents
 */
export function hashOf(paths, without = [], root = ROOT) {
  const hash = createHash('sha256')
  const left = without.map((path) => join(root, path))
  for (const file of paths.flatMap((path) => filesBelow(join(root, path)))) {
    if (left.some((path) => file === path || file.startsWith(`${path}/`))) continue
    hash
      .update(`${relative(root, file)}\0`)
      .update(readFileSync(file))
      .update('\0')
  }
  return hash.digest('hex')
}

/**
 * @param name of the stamp, a file in .cache
 * @param recipe `inputs`, `without` (inputs that do not count) and `outputs`: paths relative to `root`
 */
export function createStamp(name, { inputs, without = [], outputs }, root = ROOT) {
  const file = join(root, '.cache', `${name}.json`)
  const state = () => ({ inputs: hashOf(inputs, without, root), outputs: hashOf(outputs, [], root) })
  return {
    isFresh() {
      if (!existsSync(file) || !outputs.every((path) => existsSync(join(root, path)))) return false
      try {
        return JSON.stringify(JSON.parse(readFileSync(file, 'utf8'))) === JSON.stringify(state())
      } catch {
        return false
      }
    },
    write() {
      mkdirSync(dirname(file), { recursive: true })
      writeFileSync(file, JSON.stringify(state()))
    },
  }
}
