/** The atlases of this build, as the head of the page lists them. */
import type { Meeting } from '../../chronicle/conflict.ts'
import type { Text } from '../../chronicle/text.ts'

/** An atlas as the page knows it before it asks for its data. */
export interface AtlasEntry {
  id: string
  title: Text
  start: string
  end: string
  /** the day on which it meets another atlas of the build, and the day of that one */
  meets?: Meeting
}

/** Id of the element that holds the list. */
export const ATLAS_LIST_ID = 'atlases'

/** What the development server says when claims of an atlas were saved, and nothing else. */
export const SAVED = 'geodata:claims'
export interface Saved {
  /** address of the files of that atlas, below the page */
  data: string
}

/** @returns all atlases, the one that a page shows when its address names none first */
export function readAtlasList(page: Document): AtlasEntry[] {
  const text = page.getElementById(ATLAS_LIST_ID)?.textContent
  return text ? (JSON.parse(text) as AtlasEntry[]) : []
}

/**
 * @param wanted as the address has it
 * @returns index of the atlas to show; the first when none is wanted, or none has that id
 */
export function atlasWanted(atlases: readonly AtlasEntry[], wanted: string | null): number {
  return Math.max(
    0,
    atlases.findIndex(({ id }) => id === wanted),
  )
}
