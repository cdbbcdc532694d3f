/** The track: the whole range as a strip with the rhythm of change on it, and the handle of the day. */
import { type KeyboardEvent, memo, type PointerEvent, useEffect, useMemo, useRef, useState } from 'react'
import { isoOf } from '../../chronicle/day.ts'
import { useApp, useClock, useFactionAt } from '../context.tsx'
import { useDaySentence } from '../head/head.tsx'
import { EventTicks } from './event-ticks.tsx'
import { bars } from './histogram.ts'
import { dayStep, dayTicks, monthLabels, monthStarts } from './months.ts'
import { dayAt, moved, placeOf, showing, type TrackScale, type TrackWindow, zoomed } from './track-scale.ts'
import { useWidth } from './use-width.ts'

const BARS_HEIGHT = 34
/** Days that PageUp and PageDown go. */
const PAGE = 30

export function Track() {
  const { session, words, atlas } = useApp()
  const { clock } = session
  const { day, range } = useClock()
  const sentence = useDaySentence()
  const [ref, width] = useWidth<HTMLDivElement>()
  const whole = useMemo(() => ({ from: atlas.start - 0.5, to: atlas.end + 0.5 }), [atlas])
  const [zoom, setWindow] = useState<TrackWindow>(whole)
  const window = range ? { from: range.start - 1.5, to: range.end + 1.5 } : showing(zoom, day, whole)
  const rtl = words.direction === 'rtl'
  const scale: TrackScale = { window, width, rtl }
  const pointers = useRef(new Map<number, number>())
  const place = placeOf(day, scale)

  const latest = useRef({ scale, window })
  latest.current = { scale, window }

  useEffect(() => {
    const element = ref.current
    if (!element) return
    // React listens passively to the wheel, and a passive listener cannot keep the page from moving.
    const onWheel = (event: WheelEvent) => {
      event.preventDefault()
      const { scale: now, window: shown } = latest.current
      const x = event.clientX - element.getBoundingClientRect().left
      const sideways = Math.abs(event.deltaX) > Math.abs(event.deltaY) || event.shiftKey
      const days =
        ((event.deltaX || event.deltaY) / Math.max(1, now.width)) *
        (shown.to - shown.from) *
        (now.rtl ? -1 : 1)
      setWindow(
        sideways ? moved(shown, days, whole) : zoomed(shown, 1.0018 ** -event.deltaY, dayAt(x, now), whole),
      )
    }
    element.addEventListener('wheel', onWheel, { passive: false })
    return () => element.removeEventListener('wheel', onWheel)
  }, [ref, whole])

  const left = () => ref.current?.getBoundingClientRect().left ?? 0

  function down(event: PointerEvent<HTMLDivElement>) {
    if (event.pointerType === 'mouse' && event.button !== 0) return
    event.currentTarget.setPointerCapture(event.pointerId)
    pointers.current.set(event.pointerId, event.clientX)
    if (pointers.current.size > 1) return
    session.holdDay()
    clock.setDay(dayAt(event.clientX - left(), scale))
  }

  function move(event: PointerEvent<HTMLDivElement>) {
    const before = pointers.current.get(event.pointerId)
    if (before === undefined) return
    const others = [...pointers.current].filter(([id]) => id !== event.pointerId).map(([, x]) => x)
    pointers.current.set(event.pointerId, event.clientX)
    if (others.length > 0) {
      const [was, is] = [Math.abs(before - others[0]), Math.abs(event.clientX - others[0])]
      const middle = (event.clientX + others[0]) / 2 - left()
      if (was > 8 && is > 8) setWindow(zoomed(window, is / was, dayAt(middle, scale), whole))
    } else clock.setDay(dayAt(event.clientX - left(), scale))
  }

  function up(event: PointerEvent<HTMLDivElement>) {
    if (!pointers.current.delete(event.pointerId) || pointers.current.size > 0) return
    session.releaseDay()
  }

  function onKey(event: KeyboardEvent) {
    // Arrows and the rest are keys of the whole page; these two belong to sliders alone.
    if (event.key !== 'PageUp' && event.key !== 'PageDown') return
    event.preventDefault()
    clock.step(event.key === 'PageUp' ? PAGE : -PAGE)
  }

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the handle inside is the slider; this is its ground, for pointers only
    <div
      ref={ref}
      className="track"
      onPointerDown={down}
      onPointerMove={move}
      onPointerUp={up}
      onPointerCancel={up}
      onDoubleClick={() => setWindow(whole)}
    >
      {width > 0 && <TrackPicture from={window.from} to={window.to} width={width} rtl={rtl} />}
      <div
        className="track-handle"
        role="slider"
        tabIndex={0}
        aria-label={words.say('dock.day')}
        aria-orientation="horizontal"
        aria-valuemin={0}
        aria-valuemax={atlas.end - atlas.start}
        aria-valuenow={day - atlas.start}
        aria-valuetext={`${words.dateLong(day)}. ${sentence(day)}`}
        data-day={isoOf(day)}
        style={{ transform: `translateX(${place}px)` }}
        onKeyDown={onKey}
      >
        <span className="track-bubble" style={{ transform: `translateX(${bubbleShift(place, width)}px)` }}>
          {words.dateShort(day)}
        </span>
        <span className="track-line" />
        <span className="track-knob" />
      </div>
    </div>
  )
}

/** Half the widest bubble, CSS pixels; it stays on the track where the handle does not. */
const BUBBLE = 38

function bubbleShift(place: number, width: number): number {
  return Math.max(0, BUBBLE - place) - Math.max(0, place + BUBBLE - width)
}

interface PictureProps {
  from: number
  to: number
  width: number
  rtl: boolean
}

/** Drawn again only when the window or the width changes, not with the day. */
const TrackPicture = memo(({ from, to, width, rtl }: PictureProps) => {
  const { changes, words } = useApp()
  const factionAt = useFactionAt()
  const all = useMemo(() => bars(changes), [changes])
  const scale: TrackScale = { window: { from, to }, width, rtl }
  const perDay = width / (to - from)
  const barWidth = Math.max(1.6, Math.min(16, perDay * 0.72))
  const step = dayStep(perDay)
  const months = monthStarts(from, to)
  const labels =
    step > 0
      ? []
      : monthLabels(
          months,
          (day) => (rtl ? width - placeOf(day, scale) : placeOf(day, scale)),
          width,
          (day, year) => words.month(day, width / months.length > 90 && !year ? 'long' : 'short', year),
        )
  const ticks = step === 0 ? [] : dayTicks(from, to, step)
  return (
    <svg className="track-picture" width={width} height={BARS_HEIGHT + 22} aria-hidden="true">
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
          <text className="track-day" y="15">
            {words.dateShort(day)}
          </text>
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
        <text key={day} className="track-month" x={placeOf(day, scale) + (rtl ? -4 : 4)} y={BARS_HEIGHT + 15}>
          {text}
        </text>
      ))}
    </svg>
  )
})
