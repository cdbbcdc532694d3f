import { useEffect, useLayoutEffect, useSyncExternalStore } from 'react'
import type { Clock } from '../../clock/index.ts'
import type { Words } from '../words/words.ts'

const dark = matchMedia('(prefers-color-scheme: dark)')

/** @returns the theme that was chosen, else the one that the reader's system prefers */
export function useTheme(chosen: 'light' | 'dark' | null): 'light' | 'dark' {
  const preferred = useSyncExternalStore(
    (listener) => {
      dark.addEventListener('change', listener)
      return () => dark.removeEventListener('change', listener)
    },
    () => dark.matches,
  )
  return chosen ?? (preferred ? 'dark' : 'light')
}

/** Keeps language, direction, title and theme of the document. */
export function usePageAttributes(words: Words, title: string, theme: 'light' | 'dark') {
  // Before anything measures the page: sides swap with the direction.
  useLayoutEffect(() => {
    const root = document.documentElement
    root.lang = words.language
    root.dir = words.direction
    root.dataset.theme = theme
    document.title = title
  }, [words, title, theme])
}

/** Whoever comes back to a page that the browser kept finds it at the day on which it was left, not playing on. */
export function usePauseOnLeaving(clock: Pick<Clock, 'pause'>) {
  useEffect(() => {
    const pause = () => clock.pause()
    addEventListener('pagehide', pause)
    return () => removeEventListener('pagehide', pause)
  }, [clock])
}

const narrow = matchMedia('(max-width: 899px)')
/** As in the style sheets; `em` is the size that the reader's browser is set to. */
const crowded = matchMedia('(max-width: 18.99em)')

function useMedia(query: MediaQueryList): boolean {
  return useSyncExternalStore(
    (listener) => {
      query.addEventListener('change', listener)
      return () => query.removeEventListener('change', listener)
    },
    () => query.matches,
  )
}

/** @returns true on a narrow page, where the legend is a bottom sheet */
export const useNarrow = () => useMedia(narrow)

/** @returns true where a line has room for few of the reader's letters: a phone with letters of twice the usual size */
export const useCrowded = () => useMedia(crowded)

/** @returns the reader's size of letters as a multiple of the usual one, for what is drawn and not set */
export const letterSize = () => Number.parseFloat(getComputedStyle(document.documentElement).fontSize) / 16
