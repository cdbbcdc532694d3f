/** The second map behind a divider that can be dragged and moved by keys. */
import {
  type KeyboardEvent,
  type PointerEvent,
  useCallback,
  useLayoutEffect,
  useRef,
  useState,
  useSyncExternalStore,
} from 'react'
import type { Day } from '../../chronicle/day.ts'
import type { MapView } from '../../map/map-contract.ts'
import { useApp } from '../context.tsx'
import type { MapData } from '../map/use-map-bindings.ts'
import { dividerAt, splitAt, splitByKey } from './divider.ts'
import { TwinMap } from './twin-map.tsx'
import { useComparison } from './use-comparison.ts'

/** Where the divider stands, for everything on the page that follows it; CSS pixels from the left of the map. */
const PLACE = '--divider'

export interface SwipeProps {
  map: MapView
  /** what the second map is made from */
  source: MapData
  /** its day */
  other: Day
}

export function Swipe({ map, source, other }: SwipeProps) {
  const { session, words, layout } = useApp()
  const comparison = useComparison()
  const ref = useRef<HTMLDivElement>(null)
  const handle = useRef<HTMLDivElement>(null)
  const dragging = useRef(false)
  const [drawn, setDrawn] = useState(false)
  const rtl = words.direction === 'rtl'
  const split = comparison?.split ?? 50

  const free = useSyncExternalStore(layout.subscribe, () => layout.free(rtl))
  const place = useCallback(
    (at: number) => layout.setProperty(PLACE, `${dividerAt(at, free)}px`),
    [layout, free],
  )
  useLayoutEffect(() => place(split), [split, place])

  if (!comparison) return null
  const { older, newer, clockIsOlder } = comparison
  const dates = { older: words.date(older), newer: words.date(newer) }

  function at(event: PointerEvent): number {
    return splitAt(event.clientX - ref.current!.getBoundingClientRect().left, free)
  }
  function down(event: PointerEvent<HTMLDivElement>) {
    if (event.pointerType === 'mouse' && event.button !== 0) return
    event.currentTarget.setPointerCapture(event.pointerId)
    dragging.current = true
  }
  function move(event: PointerEvent) {
    // Only a line and a clip move while dragging; the link follows when the hand lets go.
    if (dragging.current) place(at(event))
  }
  function up(event: PointerEvent) {
    if (!dragging.current) return
    dragging.current = false
    session.replace({ split: at(event) })
  }
  function onKey(event: KeyboardEvent) {
    const next = splitByKey(event.key, split, rtl)
    if (next === null || event.ctrlKey || event.metaKey || event.altKey) return
    // Elsewhere on the page arrows move the day.
    event.preventDefault()
    session.replace({ split: next })
  }

  return (
    <div ref={ref} className="compare-stage" data-drawn={drawn || undefined}>
      <TwinMap
        map={map}
        source={source}
        day={other}
        side={clockIsOlder !== rtl ? 'right' : 'left'}
        onDrawn={setDrawn}
      />
      {!drawn && (
        <p className="compare-waiting" role="status">
          {words.say('compare.loading')}
        </p>
      )}
      <div className="divider-line" />
      <div
        ref={handle}
        className="divider-handle"
        role="slider"
        tabIndex={0}
        aria-label={words.say('compare.divider')}
        aria-orientation="horizontal"
        aria-valuemin={0}
        aria-valuemax={100}
        aria-valuenow={split}
        aria-valuetext={words.say('compare.divider-at', { ...dates, percent: split })}
        onPointerDown={down}
        onPointerMove={move}
        onPointerUp={up}
        onPointerCancel={up}
        onKeyDown={onKey}
      >
        <svg viewBox="0 0 20 20" className="icon" aria-hidden="true">
          <path d="M7 5.5L3 10l4 4.5M13 5.5l4 4.5-4 4.5" />
        </svg>
      </div>
    </div>
  )
}
