/** A data folder in memory: what is derived needs no disk. */
import type { Folder } from '../../src/compile/read/folder.ts'

/** @param files texts, or values that become JSON, by path */
export function memoryFolder(files: Record<string, unknown>, path = 'memory'): Folder {
  const textOf = (value: unknown) => (typeof value === 'string' ? value : JSON.stringify(value))
  return {
    path,
    lender: null,
    nameOf: (file) => file,
    locate: (file) => (file in files ? `${path}/${file}` : null),
    text: (file) => (file in files ? textOf(files[file]) : null),
    list: (directory, ending) =>
      Object.keys(files)
        .filter((file) => file.startsWith(`${directory}/`) && file.endsWith(ending))
        .map((file) => file.slice(directory.length + 1))
        .sort(),
  }
}
