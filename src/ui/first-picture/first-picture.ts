/** What the page and the application both know of the picture that the page arrives with. */
import type { Insets } from '../../map/map-contract.ts'

/** Id of its element. */
export const FIRST_PICTURE = 'first-picture'

/** Keys of a link under which the picture still is the right one; any other, known or not, may ask for another view. */
export const SAME_PICTURE = [
  'v',
  'lang',
  'theme',
  'speed',
  'range',
  'loop',
  'changes',
  'quiet',
  'split',
  'mode',
  'by',
  'light',
] as const

/**
 * Lays the picture between the parts of the page. The page itself holds a copy of this function, as of `insetsOf`
 * (src/ui/page-layout.ts).
 * @param map size of the whole map, CSS pixels
 * @param insets room that the parts take at its edges
 */
export function layPicture(
  picture: SVGSVGElement,
  map: { width: number; height: number },
  { top, right, bottom, left }: Insets,
): void {
  const [width, height] = [map.width - left - right, map.height - top - bottom]
  // By a transform, so that other letters, which make other lines, move the picture and not the layout.
  Object.assign(picture.style, {
    left: '0',
    top: '0',
    transform: `translate(${left}px, ${top}px)`,
    width: `${width}px`,
    height: `${height}px`,
  })
  // What is written on the map keeps its size.
  const box = picture.viewBox.baseVal
  picture.style.setProperty('--still', String(1 / Math.min(width / box.width, height / box.height)))
}

/** Something that a reader did before anybody could answer. */
export type EarlyEvent = PointerEvent | WheelEvent | KeyboardEvent

declare global {
  interface Window {
    /** what the reader did so far, in order; the application takes it over */
    early?: EarlyEvent[]
    /** asks for the code of the map, where the page has a picture that stands for it */
    fetchMap?(): void
  }
}
