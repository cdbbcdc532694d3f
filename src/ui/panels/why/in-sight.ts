/** Keeps a point in sight that the panel would cover. */
import { useEffect, useRef } from 'react'
import type { MapView } from '../../../map/map-contract.ts'
import { useApp } from '../../context.tsx'

/** Room that a point needs around it, CSS pixels. */
const ROOM = 36

/**
 * Shows a point that the panel has covered, or a place that a link names without a view; once for each point.
 * @param point degrees; `named` when it was asked for by name
 */
export function useInSight(map: MapView, point: { lon: number; lat: number; named: boolean } | null): void {
  const { session, layout } = useApp()
  const done = useRef('')
  useEffect(() => {
    const key = point ? `${point.lon} ${point.lat}` : ''
    if (!point || done.current === key) return
    done.current = key
    const [panel, box] = [layout.box('panel'), layout.box('map')]
    if (!panel || !box) return
    map.setInsets(layout.insets())
    if (point.named && session.getView().camera === null) {
      map.flyTo(point.lon, point.lat)
      return
    }
    const at = map.screenOf(point.lon, point.lat)
    const [x, y] = [at.x + box.left, at.y + box.top]
    if (!isUnder(panel, x, y)) return
    if (panel.width > box.width * 0.5) {
      // A sheet: the point comes up to just above it, and the map stays as it is.
      map.panBy(0, (y + ROOM - panel.top) / box.height)
      return
    }
    const insets = layout.insets()
    const middle = box.left + (insets.left + box.width - insets.right) / 2
    // No farther than needed: half way to the middle of what is left to see.
    const target = (middle + (panel.left > middle ? panel.left : panel.right)) / 2
    map.panBy((x - target) / box.width, 0)
  }, [map, point, session, layout])
}

/** @returns whether a point of the page lies under a panel, or so near that its mark would */
export function isUnder(
  panel: Pick<DOMRect, 'left' | 'right' | 'top' | 'bottom'>,
  x: number,
  y: number,
): boolean {
  return x > panel.left - ROOM && x < panel.right + ROOM && y > panel.top - ROOM && y < panel.bottom + ROOM
}
