/** Above the bars of the track: names of the chapters, and the steps of the open story. Loaded once the map stands. */
import { memo, useMemo, useSyncExternalStore } from 'react'
import { dayOf } from '../../chronicle/day.ts'
import { useApp } from '../context.tsx'
import { trackNames } from './chapters.ts'
import { storyDays } from './story-days.ts'
import './track-names.css'
import { placeOf } from './track-scale.ts'

/** Of the room above the bars, CSS pixels, as in the style sheet. */
const HEIGHT = 18

interface TrackNamesProps {
  from: number
  to: number
  width: number
  rtl: boolean
  /** how large letters are, 1 for the usual size */
  letters: number
}

export default memo(({ from, to, width, rtl, letters }: TrackNamesProps) => {
  const { conflict, changes, words } = useApp()
  const days = useSyncExternalStore(storyDays.subscribe, storyDays.get)
  const chapters = useMemo(
    () =>
      (conflict.chapters ?? []).map(({ id, title, start, end }) => ({
        id,
        title: words.text(title),
        start: dayOf(start),
        end: dayOf(end),
      })),
    [conflict, words],
  )
  const scale = { window: { from, to }, width, rtl }
  return (
    <svg className="track-names" width={width} height={HEIGHT * letters} aria-hidden="true">
      {trackNames(chapters, changes, scale, letters).map(({ id, title, x, bar }) => (
        <g key={id}>
          <text x={x} y={11 * letters}>
            {title}
          </text>
          <path d={`M${bar} ${HEIGHT * letters - 4}v4`} />
        </g>
      ))}
      {days
        .filter((day) => day >= from && day <= to)
        .map((day) => (
          <path
            key={day}
            className="track-step"
            d={`M${placeOf(day, scale)} ${HEIGHT * letters}l-3.5-5h7z`}
          />
        ))}
    </svg>
  )
})
