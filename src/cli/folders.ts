import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

/**
 * @param path of a data folder
 * @returns it and the further ones that its atlases.json names; of those only the ones with claims, because imported
 *   folders have nothing to check or compile
 * @throws Error when atlases.json is no list of folders
 */
export function foldersOf(path: string): string[] {
  const list = join(path, 'atlases.json')
  if (!existsSync(list)) return [path]
  const ways: unknown = JSON.parse(readFileSync(list, 'utf8'))
  if (!Array.isArray(ways) || ways.some((way) => typeof way !== 'string'))
    throw new Error(`${list} must be a list of folders`)
  const further = ways.map((way) => join(path, way))
  for (const folder of further)
    if (!existsSync(folder)) throw new Error(`${list} names "${folder}", which does not exist`)
  return [path, ...further.filter((folder) => existsSync(join(folder, 'claims')))]
}
