/** What a reader may want next can wait until there is one. */

const SIGNS = ['pointerdown', 'pointermove', 'keydown', 'wheel'] as const

let touched: Promise<void> | null = null

/**
 * @param longest milliseconds after which nobody is waited for any more
 * @returns when the reader has touched anything, or moved the mouse
 */
export function firstTouch(longest: number): Promise<void> {
  touched ??= new Promise((resolve) => {
    for (const sign of SIGNS)
      addEventListener(sign, () => resolve(), { once: true, passive: true, capture: true })
  })
  return Promise.race([touched, new Promise<void>((resolve) => setTimeout(resolve, longest))])
}

// From the start: whoever was here before this was asked has touched something too.
firstTouch(0)
