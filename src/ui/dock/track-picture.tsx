/** What is drawn on the track: the rhythm of change, events, months or days. */
import { memo, useMemo } from 'react'
import type { Day } from '../../chronicle/day.ts'
import { useApp, useFactionAt } from '../context.tsx'
import { EventTicks } from './event-ticks.tsx'
import { bars } from './histogram.ts'
import { dayStep, dayTicks, monthLabels, monthStarts } from './months.ts'
import { placeOf, type TrackScale } from './track-scale.ts'

const BARS_HEIGHT = 34

/** Of the line below the bars, with letters of the usual size, and from the bars to the foot of its letters; CSS pixels. */
const LINE_HEIGHT = 18
const BASELINE = 11

/** Half the name of a day, CSS pixels. */
const DAY_HALF = 20

interface PictureProps {
  from: number
  to: number
  width: number
  /** what buttons at the end of the track take of the line of the months, CSS pixels */
  covered: number
  rtl: boolean
  /** how large letters are, 1 for the usual size */
  letters: number
}

/** Drawn again only when the window or the width changes, not with the day. */
export const TrackPicture = memo(({ from, to, width, covered, rtl, letters }: PictureProps) => {
  const { changes, words } = useApp()
  const factionAt = useFactionAt()
  const all = useMemo(() => bars(changes), [changes])
  const scale: TrackScale = { window: { from, to }, width, rtl }
  const perDay = width / (to - from)
  const barWidth = Math.max(1.6, Math.min(16, perDay * 0.72))
  const step = dayStep(perDay / letters)
  const baseline = BARS_HEIGHT + 4 + BASELINE * letters
  const months = monthStarts(from, to)
  const free = width - covered
  const along = (day: Day) => (rtl ? width - placeOf(day, scale) : placeOf(day, scale))
  const labels =
    step > 0
      ? []
      : monthLabels(
          months,
          along,
          free,
          (day, year) =>
            words.month(day, width / months.length > 90 * letters && !year ? 'long' : 'short', year),
          letters,
        )
  const ticks = step === 0 ? [] : dayTicks(from, to, step)
  // The name of a day stands in the middle under its tick.
  const isNamed = (day: Day) => along(day) + DAY_HALF * letters <= free || covered === 0
  return (
    <svg
      className="track-picture"
      width={width}
      height={BARS_HEIGHT + 4 + LINE_HEIGHT * letters}
      aria-hidden="true"
    >
      <path className="track-axis" d={`M0 ${BARS_HEIGHT}.5H${width}`} />
      {all
        .filter(({ day }) => day > from - 1 && day < to + 1)
        .map(({ day, parts, km2 }) => {
          const x = placeOf(day, scale) - barWidth / 2
          if (km2 === 0)
            return (
              <rect key={day} className="track-stir" x={x} y={BARS_HEIGHT - 2} width={barWidth} height={2} />
            )
          return parts.map(({ faction, from: foot, to: top }) => (
            <rect
              key={`${day}-${faction}`}
              x={x}
              y={BARS_HEIGHT - top * BARS_HEIGHT}
              width={barWidth}
              height={(top - foot) * BARS_HEIGHT}
              fill={factionAt(faction)?.colour}
            />
          ))
        })}
      <EventTicks scale={scale} y={BARS_HEIGHT + 1.5} />
      {ticks.map((day) => (
        <g key={day} transform={`translate(${placeOf(day, scale)} ${BARS_HEIGHT})`}>
          <path className="track-axis" d="M0 0v4" />
          {isNamed(day) && (
            <text className="track-day" y={baseline - BARS_HEIGHT}>
              {words.dateShort(day)}
            </text>
          )}
        </g>
      ))}
      {months.map((day) => (
        <path
          key={day}
          className="track-axis track-month-tick"
          d={`M${placeOf(day, scale)} ${BARS_HEIGHT}v6`}
        />
      ))}
      {labels.map(({ day, text }) => (
        <text key={day} className="track-month" x={placeOf(day, scale) + (rtl ? -4 : 4)} y={baseline}>
          {text}
        </text>
      ))}
    </svg>
  )
})
