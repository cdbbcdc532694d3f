/** What a reader may want next can wait until there is one. */
import './first-picture.ts'

const SIGNS = ['pointerdown', 'pointermove', 'keydown', 'wheel', 'click', 'focusin'] as const

/** Browsers tell of a mouse that rests where a page appears under it as if it had moved. */
const isSign = (event: Event) =>
  !(event instanceof MouseEvent && event.type === 'pointermove') ||
  event.movementX !== 0 ||
  event.movementY !== 0

/** Listened for from the start; who was here before the program has touched something too. */
const touched = window.early?.some(isSign)
  ? Promise.resolve()
  : new Promise<void>((resolve) => {
      const ended = new AbortController()
      const onEvent = (event: Event) => {
        if (!isSign(event)) return
        ended.abort()
        resolve()
      }
      for (const sign of SIGNS)
        addEventListener(sign, onEvent, { passive: true, capture: true, signal: ended.signal })
    })

/**
 * @param longest milliseconds after which nobody is waited for any more
 * @returns when the reader has touched anything, or moved the mouse
 */
export function firstTouch(longest: number): Promise<void> {
  return Promise.race([touched, new Promise<void>((resolve) => setTimeout(resolve, longest))])
}
