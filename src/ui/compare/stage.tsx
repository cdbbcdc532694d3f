/** A comparison on the map: tint and old front on the map itself, or a second map behind a divider. */
import { useEffect } from 'react'
import type { Day } from '../../chronicle/day.ts'
import type { DayOfAtlas } from '../../link/index.ts'
import type { MapView } from '../../map/map-contract.ts'
import { useApp, useView } from '../context.tsx'
import { loaderOfAtlas } from '../data/load.ts'
import { useLoaded } from '../data/use-loaded.ts'
import './compare.css'
import { AskAgain } from '../panels/ask-again.tsx'
import { Swipe } from './swipe.tsx'
import { possibleMode } from './use-comparison.ts'

export default function Stage({ map }: { map: MapView }) {
  const { with: own, beside } = useView('with', 'beside')
  if (own !== null) return <OwnDay map={map} other={own} />
  return beside ? <OtherAtlas map={map} {...beside} /> : null
}

function OtherAtlas({ map, atlas, day }: DayOfAtlas & { map: MapView }) {
  const { words } = useApp()
  const loaded = useLoaded(loaderOfAtlas(atlas))
  // The strip says so.
  if (!map.sideBySide) return null
  if (loaded.state === 'ready') return <Swipe map={map} source={loaded.value} other={day} />
  return (
    <div className="compare-stage">
      {loaded.state === 'loading' ? (
        <p className="compare-waiting" role="status">
          {words.say('compare.loading')}
        </p>
      ) : (
        <AskAgain className="compare-waiting" what={words.say('compare.not-loaded')} again={loaded.retry} />
      )}
    </div>
  )
}

function OwnDay({ map, other }: { map: MapView; other: Day }) {
  const app = useApp()
  const { session, atlas } = app
  const { mode: wanted, by } = useView('mode', 'by')
  const mode = possibleMode(wanted, map)
  const { clock } = session

  useEffect(() => {
    if (mode === 'swipe') {
      map.setComparison(null)
      return
    }
    const faction = by === null ? -1 : atlas.factions.indexOf(by)
    const tint = mode === 'line' ? 'none' : faction < 0 ? 'all' : faction
    // As the day itself: straight from the clock to the map, without React in between.
    const show = () => {
      const { day } = clock.getSnapshot()
      map.setComparison({ older: Math.min(day, other), newer: Math.max(day, other), tint })
    }
    show()
    return clock.subscribe(show)
  }, [map, clock, atlas, other, mode, by])

  useEffect(() => () => map.setComparison(null), [map])

  return mode === 'swipe' ? <Swipe map={map} source={app} other={other} /> : null
}
