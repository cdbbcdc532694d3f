/** The pictures on offer. */

export interface PictureFormat {
  id: 'screen' | 'link' | 'square' | '4k' | 'a3'
  /** CSS pixels: what decides how large letters and lines are beside the map */
  width: number
  height: number
  /** pixels of the file for one CSS pixel */
  ratio: number
  /** paper of a PDF, millimetres */
  paper?: readonly [width: number, height: number]
}

export const PICTURE_FORMATS: readonly PictureFormat[] = [
  { id: 'screen', width: 1280, height: 800, ratio: 2 },
  /** what previews of links show */
  { id: 'link', width: 1200, height: 630, ratio: 1 },
  { id: 'square', width: 1080, height: 1080, ratio: 1 },
  { id: '4k', width: 1920, height: 1080, ratio: 2 },
  /** 420 × 297 mm at 300 dots an inch */
  { id: 'a3', width: 1587.52, height: 1122.56, ratio: 3.125, paper: [420, 297] },
]

/** Files that a picture can be saved as. */
export const PICTURE_FILES = ['png', 'svg', 'pdf'] as const
export type PictureFile = (typeof PICTURE_FILES)[number]
