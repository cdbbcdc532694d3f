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

/** @returns true on a narrow page, where the legend is a bottom sheet */
export function useNarrow(): boolean {
  return useSyncExternalStore(
    (listener) => {
      narrow.addEventListener('change', listener)
      return () => narrow.removeEventListener('change', listener)
    },
    () => narrow.matches,
  )
}
