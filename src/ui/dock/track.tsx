/** The track: the whole range as a strip with the rhythm of change on it, and the handle of the day. */
import { type KeyboardEvent, useMemo, useState } from 'react'
import { isoOf } from '../../chronicle/day.ts'
import { useApp, useClock } from '../context.tsx'
import { useDaySentence } from '../head/head.tsx'
import { TrackPicture } from './track-picture.tsx'
import { placeOf, showing, type TrackScale, type TrackWindow } from './track-scale.ts'
import { SpanButtons, useTrackSpan } from './track-spans.tsx'
import { useTrackGesture } from './use-track-gesture.ts'
import { useWidth } from './use-width.ts'
import './track.css'
import { late } from '../shell/part.tsx'

const TrackNames = late(() => import('./track-names.tsx'))
const RangeBand = late(() => import('./range-band.tsx'))

/** Days that PageUp and PageDown go. */
const PAGE = 30

export function Track() {
  const { session, words, atlas, drawn, settled } = useApp()
  const { clock } = session
  const { day, range, stretch, loop } = useClock('day', 'range', 'stretch', 'loop')
  const sentence = useDaySentence()
  const [ref, width, letters] = useWidth<HTMLDivElement>()
  const [spansRef, spansWidth] = useWidth<HTMLDivElement>()
  const covered = useMemo(
    () => (width > 0 && spansWidth > 0 ? overlap(ref.current, spansRef.current) : 0),
    [ref, spansRef, width, spansWidth],
  )
  const whole = useMemo(() => ({ from: atlas.start - 0.5, to: atlas.end + 0.5 }), [atlas])
  const span = useTrackSpan(stretch ? stretch.end : day)
  // What hands made of the track; `null` as long as it shows a span.
  const [zoom, setWindow] = useState<TrackWindow | null>(null)
  // A stretch fills the track while it plays; the reader's own range is seen among all other days.
  const window = stretch
    ? { from: stretch.start - 1.5, to: stretch.end + 1.5 }
    : zoom
      ? showing(zoom, day, whole)
      : span.window
  const rtl = words.direction === 'rtl'
  const scale: TrackScale = { window, width, rtl }
  const { dragging, handlers } = useTrackGesture(ref, scale, whole, setWindow, !zoom)
  const place = placeOf(day, scale)

  function onKey(event: KeyboardEvent) {
    // Arrows and the rest are keys of the whole page; these two belong to sliders alone.
    if (event.key !== 'PageUp' && event.key !== 'PageDown') return
    event.preventDefault()
    clock.step(event.key === 'PageUp' ? PAGE : -PAGE)
  }

  return (
    <>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: the handle inside is the slider; this is its ground, for pointers only */}
      <div ref={ref} className="track" {...handlers} onDoubleClick={() => setWindow(null)}>
        {settled && width > 0 && (
          <TrackPicture
            from={window.from}
            to={window.to}
            width={width}
            covered={stretch ? 0 : covered}
            rtl={rtl}
            letters={letters}
          />
        )}
        {drawn && width > 0 && (
          <TrackNames from={window.from} to={window.to} width={width} rtl={rtl} letters={letters} />
        )}
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
          <span
            className="track-bubble"
            style={{ transform: `translateX(${bubbleShift(place, width, BUBBLE * letters)}px)` }}
          >
            {words.dateShort(day)}
          </span>
          <span className="track-line" />
          <span className="track-knob" />
        </div>
        {range && width > 0 && <RangeBand range={range} scale={scale} idle={loop === 'all'} />}
        {dragging && (
          <p className="dock-note" aria-hidden="true">
            {words.say(dragging === 'fine' ? 'dock.fine' : 'dock.coarse')}
          </p>
        )}
      </div>
      <SpanButtons
        ref={spansRef}
        hidden={stretch !== null}
        shown={span.shown}
        show={({ start, end }) => setWindow({ from: start - 1.5, to: end + 1.5 })}
        choose={(chosen) => {
          setWindow(null)
          span.choose(chosen)
        }}
      />
    </>
  )
}

/** Half the widest bubble, CSS pixels; it stays on the track where the handle does not. */
const BUBBLE = 38

const bubbleShift = (place: number, width: number, half: number) =>
  Math.max(0, half - place) - Math.max(0, place + half - width)

/** @returns the width that two elements share, CSS pixels */
function overlap(a: HTMLElement | null, b: HTMLElement | null): number {
  const [one, other] = [a?.getBoundingClientRect(), b?.getBoundingClientRect()]
  return one && other ? Math.max(0, Math.min(one.right, other.right) - Math.max(one.left, other.left)) : 0
}
