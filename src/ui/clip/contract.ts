/** Moving pictures: frames in, a file out. */

/** Files that a moving picture can be saved as. */
export const CLIP_FILES = ['mp4', 'webm', 'gif'] as const
export type ClipFile = (typeof CLIP_FILES)[number]

export interface ClipSize {
  /** pixels, both even, because most codecs take no others */
  width: number
  height: number
  /** frames a second; each is one day */
  rate: number
}

/** Days a second on offer. */
export const CLIP_RATES = [2, 5, 10] as const

export interface ClipWriter {
  /** @param rgba four bytes a pixel, row by row; frames come in the order in which they are shown */
  add(rgba: Uint8Array<ArrayBuffer>): Promise<void>
  /** @returns the file */
  finish(): Promise<Uint8Array<ArrayBuffer>>
}

/** @returns pixels of a picture of that size (CSS pixels), one for one, made even */
export function clipSize({ width, height }: { width: number; height: number }): Omit<ClipSize, 'rate'> {
  return { width: 2 * Math.floor(width / 2), height: 2 * Math.floor(height / 2) }
}
