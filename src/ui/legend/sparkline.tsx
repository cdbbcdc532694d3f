/** A faction's area over the whole range as a hair-thin line, with a tick at the day shown. */
import { memo } from 'react'

const WIDTH = 56
const HEIGHT = 12

export interface SparklineProps {
  /** ascending days, and the area from each on until the next */
  days: readonly number[]
  values: readonly number[]
  start: number
  end: number
  day: number
}

export function Sparkline({ days, values, start, end, day }: SparklineProps) {
  const x = ((day - start) / (end - start)) * WIDTH
  return (
    <svg className="sparkline" viewBox={`0 0 ${WIDTH} ${HEIGHT}`} aria-hidden="true">
      <Curve days={days} values={values} start={start} end={end} />
      <path className="sparkline-day" d={`M${x.toFixed(1)} 0V${HEIGHT}`} />
    </svg>
  )
}

const Curve = memo(({ days, values, start, end }: Omit<SparklineProps, 'day'>) => {
  const most = Math.max(1, ...values)
  const at = (day: number) => ((day - start) / (end - start)) * WIDTH
  const up = (value: number) => HEIGHT - 1 - (value / most) * (HEIGHT - 2)
  const steps = days.map(
    (day, i) =>
      `${i === 0 ? 'M' : 'H'}${at(day).toFixed(1)}${i === 0 ? ' ' : 'V'}${up(values[i]).toFixed(1)}`,
  )
  return <path className="sparkline-curve" d={`${steps.join('')}H${WIDTH}`} />
})
