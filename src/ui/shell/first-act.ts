import { useEffect, useState } from 'react'

/** What a reader does to the page; moving the focus is only looking around. */
const ACTS = ['pointerdown', 'wheel', 'keydown'] as const

/**
 * @param within acts inside of such an element (a CSS selector) do not count
 * @returns whether the reader has done anything yet since this was first asked
 */
export function useFirstAct(within?: string): boolean {
  const [acted, setActed] = useState(false)
  useEffect(() => {
    if (acted) return
    const ended = new AbortController()
    const onAct = (event: Event) => {
      if (event instanceof KeyboardEvent && ['Tab', 'Shift', 'Control', 'Alt', 'Meta'].includes(event.key))
        return
      if (within && event.target instanceof Element && event.target.closest(within)) return
      setActed(true)
    }
    for (const act of ACTS)
      addEventListener(act, onAct, { capture: true, passive: true, signal: ended.signal })
    return () => ended.abort()
  }, [acted, within])
  return acted
}
