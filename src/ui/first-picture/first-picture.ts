/** What the page and the application both know of the picture that the page arrives with. */

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

/** Something that a reader did before anybody could answer. */
export type EarlyEvent = PointerEvent | WheelEvent | KeyboardEvent

declare global {
  interface Window {
    /** what the reader did so far, in order; the application takes it over */
    early?: EarlyEvent[]
  }
}
