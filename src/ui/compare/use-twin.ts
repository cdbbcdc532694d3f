/** A second map that follows the first one and shows something else: another day, another atlas, a proposal. */
import { type RefObject, useEffect, useRef, useState } from 'react'
import type { Day } from '../../chronicle/day.ts'
import type { MapView } from '../../map/map-contract.ts'
import { useApp } from '../context.tsx'
import { type MapData, mapOptions, useMapBindings } from '../map/use-map-bindings.ts'

export interface TwinEnds {
  /** told true when the second map is drawn, false when it goes */
  onDrawn(drawn: boolean): void
  /** some devices allow one such canvas only */
  onFailed(): void
}

/**
 * @param map to follow
 * @param source what is drawn; the map is made anew when its atlas, factions, positions or conflict are others
 * @param day that it begins with
 * @returns `container` for the element that it lies in, and the map once it stands
 */
export function useTwin(
  map: MapView,
  source: MapData,
  day: Day,
  ends: TwinEnds,
): { container: RefObject<HTMLDivElement | null>; twin: MapView | null } {
  const app = useApp()
  const { atlas, factions, positions, conflict } = source
  const container = useRef<HTMLDivElement>(null)
  const [twin, setTwin] = useState<MapView | null>(null)
  const latest = useRef({ app, source, day, ends })
  latest.current = { app, source, day, ends }

  // biome-ignore lint/correctness/useExhaustiveDependencies: other data need another map; the rest it follows
  useEffect(() => {
    const { app, source, day, ends } = latest.current
    let ended = false
    let made: MapView | null = null
    let leave: (() => void) | null = null
    const options = mapOptions(app, source, {
      // As far as the first map goes, so that it can follow everywhere.
      bbox: app.conflict.bbox,
      container: container.current!,
      camera: map.camera(),
      insets: { top: 0, bottom: 0, left: 0, right: 0 },
      day,
      label: '',
      passive: true,
    })
    import('../../map/map-view.ts')
      .then(({ createMapView }) => createMapView(options))
      .then(async (created) => {
        if (ended) return created.destroy()
        made = created
        leave = created.follow(map)
        setTwin(created)
        await created.drawn()
        if (!ended) ends.onDrawn(true)
      })
      .catch(() => {
        if (!ended) latest.current.ends.onFailed()
      })
    return () => {
      ended = true
      leave?.()
      made?.destroy()
      setTwin(null)
      ends.onDrawn(false)
    }
  }, [map, atlas, factions, positions, conflict])

  useMapBindings(twin, '', source)
  return { container, twin }
}
