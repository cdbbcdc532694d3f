/** Stacked areas over time, or one faction as a band; the day shown as a line that can be dragged. */
import { type PointerEvent, useMemo, useRef, useState } from 'react'
import { bandsOn, type Series } from '../../../chronicle/series.ts'
import { useApp, useClock } from '../../context.tsx'
import { dayAt, placeOf, type TrackScale } from '../../dock/track-scale.ts'
import { useWidth } from '../../dock/use-width.ts'
import { ChartAxes } from './chart-axes.tsx'
import { ChartPicture } from './chart-picture.tsx'
import { factionAt, pointsOf, topOf } from './chart-shape.ts'

export interface ChartProps {
  /** as far as it is shown */
  series: Series
  /** indexes of the factions to draw, from the foot of the stack up */
  factions: readonly number[]
  /** the only faction to draw, as a band */
  by: number | null
  /** the faction whose band is laid over the stack */
  marked: number | null
  label: string
  /** what a screen reader says of the day shown */
  valueText: string
  /** the pointer is over a day and a faction, or (`null`) has left */
  onHover(hover: { day: number; faction: number | null } | null): void
  /** the days must not move under the hand */
  onHold(held: boolean): void
}

const HEIGHT = 208
/** Room for the labels of the values and of the days, CSS pixels, by the size of their letters. */
const marginsOf = (letters: number) => ({ start: 8 + 44 * letters, end: 8, top: 8, foot: 8 + 16 * letters })

export function Chart(props: ChartProps) {
  const { series, factions, by, marked, label, valueText, onHover, onHold } = props
  const { session, words, atlas } = useApp()
  const { day } = useClock('day')
  const [ref, width, letters] = useWidth<HTMLDivElement>()
  const dragging = useRef(false)
  const [hovered, setHovered] = useState<number | null>(null)
  const rtl = words.direction === 'rtl'
  const margin = marginsOf(letters)
  const inner = Math.max(0, width - margin.start - margin.end)
  const height = HEIGHT - margin.top - margin.foot
  const [from, to] = [series.days[0], series.end]
  const scale: TrackScale = useMemo(
    () => ({ window: { from, to: to + 1 }, width: inner, rtl }),
    [from, to, inner, rtl],
  )
  const top = Math.max(1, topOf(series, by))
  const shown = by === null ? factions : factions.filter((faction) => faction === by)
  const points = useMemo(() => pointsOf(series, factions), [series, factions])
  const left = rtl ? margin.end : margin.start

  function under(event: PointerEvent): { day: number; faction: number | null } {
    const box = ref.current!.getBoundingClientRect()
    const at = Math.floor(dayAt(event.clientX - box.left - left, scale))
    const within = Math.min(to, Math.max(from, at))
    const value = (1 - (event.clientY - box.top - margin.top) / height) * top
    return { day: within, faction: by ?? factionAt(bandsOn(series, within), shown, value) }
  }
  function down(event: PointerEvent<HTMLDivElement>) {
    if (event.pointerType === 'mouse' && event.button !== 0) return
    event.currentTarget.setPointerCapture(event.pointerId)
    dragging.current = true
    onHold(true)
    session.holdDay()
    session.clock.setDay(under(event).day)
  }
  function move(event: PointerEvent) {
    const now = under(event)
    setHovered(now.day)
    onHover(now)
    if (dragging.current) session.clock.setDay(now.day)
  }
  function up() {
    if (!dragging.current) return
    dragging.current = false
    session.releaseDay()
    onHold(false)
  }
  function leave() {
    setHovered(null)
    onHover(null)
  }

  const line = (at: number, className: string) =>
    at >= from && at <= to ? (
      <path className={className} d={`M${placeOf(at + 0.5, scale)} 0V${height}`} />
    ) : null

  return (
    <div
      ref={ref}
      className="chart"
      role="slider"
      tabIndex={0}
      aria-label={label}
      aria-orientation="horizontal"
      aria-valuemin={0}
      aria-valuemax={atlas.end - atlas.start}
      aria-valuenow={day - atlas.start}
      aria-valuetext={valueText}
      onPointerDown={down}
      onPointerMove={move}
      onPointerUp={up}
      onPointerCancel={up}
      onPointerLeave={leave}
    >
      <svg width={width} height={HEIGHT} aria-hidden="true">
        {inner > 0 && (
          <g transform={`translate(${left} ${margin.top})`}>
            <ChartPicture
              points={points}
              factions={shown}
              scale={scale}
              height={height}
              top={top}
              single={by !== null}
              marked={by === null ? marked : null}
            />
            <ChartAxes scale={scale} height={height} top={top} letters={letters} />
            {hovered !== null && line(hovered, 'chart-hover')}
            {line(day, 'chart-day')}
          </g>
        )}
      </svg>
    </div>
  )
}
