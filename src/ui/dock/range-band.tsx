/** The range on the track: a band with a handle at each end. Loaded when there is a range. */
import { type KeyboardEvent, type PointerEvent, useRef, useState } from 'react'
import { isoOf } from '../../chronicle/day.ts'
import type { DayRange } from '../../clock/index.ts'
import { useApp } from '../context.tsx'
import { endByKey, limitsOf, type RangeEnd, withEnd } from './range.ts'
import './range-band.css'
import { dayAt, placeOf, type TrackScale } from './track-scale.ts'

export interface RangeBandProps {
  range: DayRange
  scale: TrackScale
  /** play does not keep to the range now */
  idle: boolean
}

export default function RangeBand({ range, scale, idle }: RangeBandProps) {
  const edges = [edgeOf('start', range, scale), edgeOf('end', range, scale)]
  const left = Math.min(...edges)
  return (
    <div className={idle ? 'range is-idle' : 'range'}>
      <div className="range-band" style={{ left, width: Math.max(...edges) - left }} />
      <Handle end="start" range={range} scale={scale} />
      <Handle end="end" range={range} scale={scale} />
    </div>
  )
}

/** A day is as wide as it lasts: the band begins where its first day does and ends where its last one ends. */
const HALF = { start: -0.5, end: 0.5 }

/** @returns where an end is drawn, pixels from the left; at the edge of the track when it lies beyond */
function edgeOf(end: RangeEnd, range: DayRange, scale: TrackScale): number {
  return Math.min(scale.width, Math.max(0, placeOf(range[end] + HALF[end], scale)))
}

function Handle({ end, range, scale }: { end: RangeEnd; range: DayRange; scale: TrackScale }) {
  const { session, words } = useApp()
  const { clock } = session
  const { rtl } = scale
  const day = range[end]
  const limits = limitsOf(end, range, clock)
  /** pixels from the pointer to the edge that it took hold of */
  const grip = useRef<number | null>(null)
  const [moving, setMoving] = useState(false)
  const place = edgeOf(end, range, scale)

  const move = (to: number) => clock.setRange(withEnd(end, to, range, clock))
  const xOf = (event: PointerEvent) =>
    event.clientX - (event.currentTarget.closest('.track')?.getBoundingClientRect().left ?? 0)

  function onPointerDown(event: PointerEvent) {
    // Below lies the track, which would go to the day.
    event.stopPropagation()
    if (event.pointerType === 'mouse' && event.button !== 0) return
    event.currentTarget.setPointerCapture(event.pointerId)
    grip.current = place - xOf(event)
    setMoving(true)
    session.holdDay()
  }
  function onPointerMove(event: PointerEvent) {
    if (grip.current === null) return
    event.stopPropagation()
    // The track keeps still under the hand: an end goes as far as the days that it shows.
    const x = Math.min(scale.width, Math.max(0, xOf(event) + grip.current))
    move(dayAt(x, scale) - HALF[end])
  }
  function onPointerUp(event: PointerEvent) {
    if (grip.current === null) return
    event.stopPropagation()
    grip.current = null
    setMoving(false)
    session.releaseDay()
  }
  function onKeyDown(event: KeyboardEvent) {
    if (event.ctrlKey || event.metaKey || event.altKey) return
    const { changeDays } = clock
    const next = endByKey(event, end, { range, whole: clock, changeDays, rtl })
    if (next !== null) move(next)
    else if (event.key === 'Delete' || event.key === 'Backspace') clock.setRange(null)
    else return
    // Elsewhere on the page the same keys move the day.
    event.preventDefault()
  }

  const side = (end === 'start') !== rtl ? 'is-left' : 'is-right'
  return (
    <div
      className={`range-handle ${side}`}
      role="slider"
      tabIndex={0}
      aria-label={words.say(end === 'start' ? 'range.start' : 'range.end')}
      aria-orientation="horizontal"
      aria-valuemin={limits.start - clock.start}
      aria-valuemax={limits.end - clock.start}
      aria-valuenow={day - clock.start}
      aria-valuetext={words.say('range.value', {
        day: words.dateLong(day),
        days: range.end - range.start + 1,
      })}
      data-day={isoOf(day)}
      data-moving={moving || undefined}
      style={{ left: place }}
      onPointerDown={onPointerDown}
      onPointerMove={onPointerMove}
      onPointerUp={onPointerUp}
      onPointerCancel={onPointerUp}
      onDoubleClick={(event) => event.stopPropagation()}
      onKeyDown={onKeyDown}
    >
      <span className="range-day">{words.dateShort(day)}</span>
      <span className="range-grip" />
    </div>
  )
}
