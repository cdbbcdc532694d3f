/** The ring around the point that was asked about, and its name when it is a place. It moves with the map. */
import { useEffect, useReducer } from 'react'
import type { MapView } from '../../map/map-contract.ts'
import { useApp, useView } from '../context.tsx'

export function PointMark({ map }: { map: MapView }) {
  const { words, evidence } = useApp()
  const { at, place } = useView('at', 'place')
  const [, redraw] = useReducer((count: number) => count + 1, 0)
  useEffect(() => map.on('move', redraw), [map])
  const record = place === null ? null : evidence?.places.find(({ id }) => id === place)
  const point: readonly [number, number] | null = record
    ? [record.lon, record.lat]
    : place === null
      ? at
      : null
  if (!point) return null
  const { x, y } = map.screenOf(point[0], point[1])
  return (
    // The panel says it all; to screen readers the ring would only be noise.
    <div className="point-mark" style={{ left: x, top: y }} aria-hidden="true" data-point={point.join(' ')}>
      {record && <span className="point-mark-name">{words.text(record.name)}</span>}
    </div>
  )
}
