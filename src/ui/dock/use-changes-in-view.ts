import { useEffect } from 'react'
import { useApp, useClock } from '../context.tsx'

/** Tells the clock which changes the map shows, as long as the reader wants to see only those. */
export function useChangesInView() {
  const { session, map, layout, atlas, changes } = useApp()
  const { counting } = useClock('counting')
  useEffect(() => {
    if (counting !== 'view' || !map) return
    const { clock } = session
    let ended = false
    let leave = () => {}
    import('./in-view.ts').then(
      ({ watchInView }) => {
        if (!ended) leave = watchInView(map, layout, atlas, changes, clock.setDaysInView)
      },
      () => {},
    )
    return () => {
      ended = true
      leave()
      clock.setDaysInView(null)
    }
  }, [session, map, layout, atlas, changes, counting])
}
