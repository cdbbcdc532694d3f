/** What a reader may want next can wait until there is one. */
import './first-picture.ts'

const SIGNS = ['pointerdown', 'pointermove', 'keydown', 'wheel', 'click', 'focusin'] as const

/** Listened for from the start; who was here before the program has touched something too. */
const touched = window.early?.length
  ? Promise.resolve()
  : new Promise<void>((resolve) => {
      for (const sign of SIGNS)
        addEventListener(sign, () => resolve(), { once: true, passive: true, capture: true })
    })

/**
 * @param longest milliseconds after which nobody is waited for any more
 * @returns when the reader has touched anything, or moved the mouse
 */
export function firstTouch(longest: number): Promise<void> {
  return Promise.race([touched, new Promise<void>((resolve) => setTimeout(resolve, longest))])
}
