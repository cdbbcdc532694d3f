/** `api --out <folder>`: the interface for programs as a folder of files, for any server. */
import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { API_PATH, type ApiAtlas, apiFiles } from '../derive/api/api.ts'
import { atlasFiles } from '../derive/atlas-files.ts'
import { openAllAtlases } from './served-files.ts'
import { readWorld } from './world.ts'
import { writeWhole } from './write-whole.ts'

const USAGE = `usage: npm run cli -- api --out <folder> [options]

  --out <folder>       a site: the files are written below its ${API_PATH}
  --days               with the ground of every single day
  --geodata <folder>   the data folder, as for every command
`

/** @returns the exit code */
export async function api(args: string[]): Promise<number> {
  const { values } = parseArgs({
    args,
    options: {
      out: { type: 'string' },
      days: { type: 'boolean', default: false },
      geodata: { type: 'string', default: process.env.GEODATA || 'geodata' },
      help: { type: 'boolean', short: 'h' },
    },
  })
  if (values.help || !values.out) {
    console.error(USAGE)
    return values.help ? 0 : 2
  }
  const { count, bytes } = writeApi(values.geodata, values.out, values.days)
  console.log(`${join(values.out, API_PATH)}: ${count} files, ${(bytes / 1e6).toFixed(1)} MB`)
  return 0
}

/**
 * @param geodata path of the data folder
 * @param out folder of a site
 * @param daily with a file for every single day
 */
export function writeApi(geodata: string, out: string, daily: boolean): { count: number; bytes: number } {
  const files = apiFiles(openAllAtlases(geodata).map(withFiles), daily)
  let bytes = 0
  for (const [path, make] of files) {
    const text = make()
    const file = join(out, API_PATH, path)
    writeWhole(file, text)
    // Compressed forms that a build laid beside it say what it said before.
    for (const ending of ['.br', '.gz']) rmSync(file + ending, { force: true })
    bytes += Buffer.byteLength(text)
  }
  return { count: files.size, bytes }
}

const withFiles = (atlas: Omit<ApiAtlas, 'files'>): ApiAtlas => ({
  ...atlas,
  files: atlasFiles(atlas.folder, readWorld),
})
