/** Writes one file. */
import { existsSync, mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, resolve } from 'node:path'

/** Whole or not at all. @throws Error when the folder cannot be written */
export function writeWhole(out: string, content: Uint8Array | string) {
  const path = resolve(out)
  try {
    mkdirSync(dirname(path), { recursive: true })
    writeFileSync(`${path}.part`, content)
    renameSync(`${path}.part`, path)
  } catch (cause) {
    if (existsSync(`${path}.part`)) rmSync(`${path}.part`)
    throw new Error(`${out} cannot be written: ${(cause as Error).message}`, { cause })
  }
}
