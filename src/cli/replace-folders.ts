/**
 * Writes whole folders so that a process killed at any moment leaves either all of the old ones or all of the new
 * ones: everything is written beside, a note says that it is complete, and then the folders change places by renaming.
 * Whoever reads them calls {@link finishReplacing} first.
 */
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'

/** Where new folders wait, inside the root. */
const STAGE = '.writing'
const NOTE = 'complete.json'

/**
 * @param root folder that holds the others; made when it is not there
 * @param folders names of the folders that are replaced as a whole
 * @param files texts by path inside the root: in one of these folders, or single files, replaced too
 */
export function replaceFolders(
  root: string,
  folders: readonly string[],
  files: ReadonlyMap<string, string>,
): void {
  const stage = join(root, STAGE)
  rmSync(stage, { recursive: true, force: true })
  for (const folder of folders) mkdirSync(join(stage, folder), { recursive: true })
  for (const [path, text] of files) {
    mkdirSync(dirname(join(stage, path)), { recursive: true })
    writeFileSync(join(stage, path), text)
  }
  const single = [...files.keys()].filter((path) => !folders.some((folder) => path.startsWith(`${folder}/`)))
  const note = join(stage, NOTE)
  writeFileSync(`${note}.part`, JSON.stringify([...folders, ...single]))
  renameSync(`${note}.part`, note)
  finishReplacing(root)
}

/** Finishes what a killed process had completed but not put in place, and throws away what it had not. */
export function finishReplacing(root: string): void {
  const stage = join(root, STAGE)
  if (!existsSync(stage)) return
  const note = join(stage, NOTE)
  if (existsSync(note)) {
    for (const path of JSON.parse(readFileSync(note, 'utf8')) as string[]) {
      const [from, to] = [join(stage, path), join(root, path)]
      // What is no longer waiting is in its place already.
      if (!existsSync(from)) continue
      rmSync(to, { recursive: true, force: true })
      mkdirSync(dirname(to), { recursive: true })
      renameSync(from, to)
    }
  }
  // The note goes last but one: without it, what is left in the stage counts for nothing.
  rmSync(note, { force: true })
  rmSync(stage, { recursive: true, force: true })
}
