/** The interface for programs of the frozen atlas. */
import { openFolder } from '../../../src/cli/open-folder.ts'
import { readWorld } from '../../../src/cli/world.ts'
import { apiFiles } from '../../../src/derive/api/api.ts'
import { atlasFiles } from '../../../src/derive/atlas-files.ts'
import { openAtlases } from '../../../src/derive/atlases.ts'

/** @param path of a data folder @returns its files by path, parsed when asked for */
export function apiOf(path: string, daily = false): Map<string, () => ReturnType<typeof JSON.parse>> {
  const atlases = openAtlases(openFolder(path, []), (way) => openFolder(`${path}/${way}`, []))
  const files = apiFiles(
    atlases.map((atlas) => ({ ...atlas, files: atlasFiles(atlas.folder, readWorld) })),
    daily,
  )
  return new Map([...files].map(([name, make]) => [name, () => JSON.parse(make())]))
}
