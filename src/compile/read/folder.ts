/**
 * A geodata folder, and the folder that lends to it. A chapter of the same war lies in a folder of its own whose
 * conflict.json says `"shares": "<path of another folder, relative to this one>"`: what it lacks of the ground and the
 * actors (base map, places, areas, factions, sources …) comes from there; what speaks of its own time does not.
 */
export interface Folder {
  /** as people named it, for messages */
  readonly path: string
  /** the folder that lends what this one lacks */
  readonly lender: Folder | null
  /** @returns path of a file relative to the folder that was opened, for messages: `../../places.geojson` when lent */
  nameOf(file: string): string
  /** @returns where a file lies, here or at the lender; `null` when neither has it */
  locate(file: string): string | null
  /** @returns text of a file (UTF-8, without a byte order mark), here or at the lender; `null` when neither has it */
  text(file: string): string | null
  /** @returns sorted names of the files with that ending; those of the lender when this folder lacks the directory */
  list(directory: string, ending: string): string[]
  /** @returns another folder, by the way from this one (`../..`); it may hold nothing */
  beside(way: string): Folder
}

/** @returns the folder itself and its lenders that have the file, the farthest lender first */
export function holdersOf(folder: Folder, file: string): Folder[] {
  const own = folder.locate(file)
  const lent = folder.lender ? holdersOf(folder.lender, file) : []
  return own === null || own === folder.lender?.locate(file) ? lent : [...lent, folder]
}

/**
 * A folder that is not on a disk.
 * @param files texts by path
 * @param name what messages call it
 * @param others folders by the way from this one
 */
export function folderInMemory(
  files: Readonly<Record<string, string>>,
  name = 'memory',
  others: Readonly<Record<string, Folder>> = {},
): Folder {
  return {
    path: name,
    lender: null,
    nameOf: (file) => file,
    locate: (file) => (file in files ? file : null),
    text: (file) => files[file]?.replace(/^\uFEFF/, '') ?? null,
    beside: (way) => others[way] ?? folderInMemory({}, way),
    list: (directory, ending) =>
      Object.keys(files)
        .filter((path) => path.startsWith(`${directory}/`) && path.endsWith(ending))
        .map((path) => path.slice(directory.length + 1))
        .filter((path) => !path.includes('/'))
        .sort(),
  }
}
