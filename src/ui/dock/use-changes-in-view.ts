import { useEffect } from 'react'
import { useApp, useView } from '../context.tsx'

/** Keeps the clock to the changes in view, as long as the reader wants to see only those. */
export function useChangesInView() {
  const { session, map, atlas, changes } = useApp()
  // A panel covers part of the map: which one is open matters for what is in view.
  const { changes: which, panel } = useView()
  // biome-ignore lint/correctness/useExhaustiveDependencies: the panel is read off the page
  useEffect(() => {
    const { clock } = session
    if (which === 'all') return clock.setCounted(null)
    if (!map) return
    let ended = false
    let leave = () => {}
    import('./in-view.ts').then(
      ({ watchInView }) => {
        if (!ended) leave = watchInView(map, atlas, changes, clock.setCounted)
      },
      () => {},
    )
    return () => {
      ended = true
      leave()
    }
  }, [session, map, atlas, changes, which, panel])
}
