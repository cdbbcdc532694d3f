/** Values along the start edge, days or months along the foot. */
import { scaleLinear } from '@visx/scale'
import { memo } from 'react'
import { isoOf } from '../../../chronicle/day.ts'
import { useWords } from '../../context.tsx'
import { dayStep, monthStarts } from '../../dock/months.ts'
import { placeOf, type TrackScale } from '../../dock/track-scale.ts'

export interface ChartAxesProps {
  scale: TrackScale
  /** CSS pixels */
  height: number
  /** value at the top edge */
  top: number
  /** how large letters are, 1 for the usual size */
  letters: number
}

/** Width of a letter of the labels, on average, and room between two labels, CSS pixels. */
const LETTER = 6.4
const GAP = 12

export const ChartAxes = memo(({ scale, height, top, letters }: ChartAxesProps) => {
  const words = useWords()
  const { window, width, rtl } = scale
  const values = scaleLinear<number>({ domain: [0, top] })
    .ticks(4)
    .filter((value) => Number.isInteger(value))
  const edge = rtl ? width : 0
  return (
    <g className="chart-axes">
      {values.map((value) => {
        const y = height - (value / top) * height
        return (
          <g key={value} transform={`translate(0 ${y})`}>
            <path className="chart-grid" d={`M0 0H${width}`} />
            <text x={edge + (rtl ? 6 : -6)} dy="0.32em" textAnchor="end" direction={rtl ? 'rtl' : 'ltr'}>
              {words.number(value)}
            </text>
          </g>
        )
      })}
      <path className="chart-foot" d={`M0 ${height}H${width}`} />
      {timeTicks().map(({ at, text }) => (
        <g key={at} transform={`translate(${placeOf(at, scale)} ${height})`}>
          <path className="chart-tick" d="M0 0v4" />
          <text y={4 + 12 * letters} textAnchor="start" x={rtl ? -2 : 2} direction={rtl ? 'rtl' : 'ltr'}>
            {text}
          </text>
        </g>
      ))}
    </g>
  )

  function timeTicks(): { at: number; text: string }[] {
    const { from, to } = window
    const step = dayStep(width / (to - from) / letters)
    if (step > 0) {
      const days = Array.from({ length: to - from }, (_, i) => from + i)
      // Counted from the first of the month, the last days of a long month would crowd the next one.
      return days
        .filter((day) => {
          const date = Number(isoOf(day).slice(8))
          return step === 1 || (date % step === 1 && date <= 31 - step) || date === 1
        })
        .map((day) => ({ at: day, text: words.dateShort(day) }))
        .filter(({ at }) => at + step / 2 < to)
    }
    const months = monthStarts(from, to)
    const longest = Math.max(0, ...months.map((day) => words.month(day, 'short', false).length))
    const wide = longest * LETTER * letters + GAP
    const every = Math.max(1, Math.ceil((wide * months.length) / Math.max(1, width)))
    return months
      .filter((_, i) => i % every === 0)
      .map((day) => ({ at: day, text: words.month(day, 'short', false) }))
      .filter(({ at }) => placeOf(at, { ...scale, rtl: false }) < width - wide + GAP)
  }
})
