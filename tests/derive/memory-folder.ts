/** A data folder in memory: what is derived needs no disk. */
import { type Folder, folderInMemory } from '../../src/compile/read/folder.ts'

/** @param files texts, or values that become JSON, by path */
export function memoryFolder(files: Record<string, unknown>, path = 'memory'): Folder {
  const textOf = (value: unknown) => (typeof value === 'string' ? value : JSON.stringify(value))
  return folderInMemory(
    Object.fromEntries(Object.entries(files).map(([file, value]) => [file, textOf(value)])),
    path,
  )
}
