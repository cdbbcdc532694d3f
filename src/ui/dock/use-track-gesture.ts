/**
 * Hands on the track: a drag moves the day, two fingers or the wheel zoom. On a phone a day is narrower than a
 * finger can aim, so a finger that slides up off the track moves on day by day.
 */
import { type PointerEvent, type RefObject, useCallback, useEffect, useRef, useState } from 'react'
import { useApp } from '../context.tsx'
import {
  dayAt,
  daysMoved,
  FINE_PIXELS,
  moved,
  pixelsPerDay,
  type TrackScale,
  type TrackWindow,
  zoomed,
} from './track-scale.ts'

/** How far above the track a finger counts as slid off it, CSS pixels. */
const FINE_ABOVE = 24

export interface TrackGesture {
  /** how a finger moves the day now; `null` when none does, or when days are wide enough to aim at */
  dragging: 'coarse' | 'fine' | null
  handlers: Record<
    'onPointerDown' | 'onPointerMove' | 'onPointerUp' | 'onPointerCancel',
    (event: PointerEvent<HTMLDivElement>) => void
  >
}

interface Drag {
  /** where each pointer is */
  pointers: Map<number, number>
  /** the day when the first pointer came down */
  before: number
  /** the day under the hand, with fractions; kept once the finger slid off the track, else read off the track */
  fine: number | null
  pinched: boolean
}

/** @param keep whether a drag past an end of the track stops there; else the track moves on with the day */
export function useTrackGesture(
  ref: RefObject<HTMLDivElement | null>,
  scale: TrackScale,
  whole: TrackWindow,
  setWindow: (window: TrackWindow) => void,
  keep: boolean,
): TrackGesture {
  const { session } = useApp()
  const { clock } = session
  const [dragging, setDragging] = useState<TrackGesture['dragging']>(null)
  const drag = useRef<Drag>({ pointers: new Map(), before: 0, fine: null, pinched: false }).current
  const latest = useRef(scale)
  latest.current = scale
  const show = useCallback(
    (window: TrackWindow) => {
      // Two fingers move before the page draws the first of them: the next step starts from this one.
      latest.current = { ...latest.current, window }
      setWindow(window)
    },
    [setWindow],
  )

  useEffect(() => {
    const element = ref.current
    if (!element) return
    // React listens passively to the wheel, and a passive listener cannot keep the page from moving.
    const onWheel = (event: WheelEvent) => {
      event.preventDefault()
      const now = latest.current
      const shown = now.window
      const x = event.clientX - element.getBoundingClientRect().left
      const sideways = Math.abs(event.deltaX) > Math.abs(event.deltaY) || event.shiftKey
      const days =
        ((event.deltaX || event.deltaY) / Math.max(1, now.width)) *
        (shown.to - shown.from) *
        (now.rtl ? -1 : 1)
      show(
        sideways ? moved(shown, days, whole) : zoomed(shown, 1.0018 ** -event.deltaY, dayAt(x, now), whole),
      )
    }
    element.addEventListener('wheel', onWheel, { passive: false })
    return () => element.removeEventListener('wheel', onWheel)
  }, [ref, whole, show])

  const box = () => ref.current!.getBoundingClientRect()

  const dayUnder = (clientX: number, left: number, now: TrackScale) => {
    const day = dayAt(clientX - left, now)
    return keep ? Math.min(Math.max(day, now.window.from + 0.5), now.window.to - 0.5) : day
  }

  function onPointerDown(event: PointerEvent<HTMLDivElement>) {
    if (event.pointerType === 'mouse' && event.button !== 0) return
    // A press from before the page stood is done again by the page, and there is no pointer to hold any more.
    if (event.isTrusted) event.currentTarget.setPointerCapture(event.pointerId)
    drag.pointers.set(event.pointerId, event.clientX)
    if (drag.pointers.size > 1) {
      // The first of two fingers did not mean to go to a day.
      if (!drag.pinched) clock.setDay(drag.before)
      drag.pinched = true
      setDragging(null)
      return
    }
    Object.assign(drag, { before: clock.getSnapshot().day, fine: null, pinched: false })
    session.holdDay()
    clock.setDay(dayUnder(event.clientX, box().left, scale))
    if (event.pointerType === 'touch' && pixelsPerDay(scale) < FINE_PIXELS) setDragging('coarse')
  }

  function onPointerMove(event: PointerEvent<HTMLDivElement>) {
    const before = drag.pointers.get(event.pointerId)
    if (before === undefined) return
    const { left, top } = box()
    const now = latest.current
    const other = [...drag.pointers].find(([id]) => id !== event.pointerId)?.[1]
    drag.pointers.set(event.pointerId, event.clientX)
    if (other !== undefined) {
      const [was, is] = [Math.abs(before - other), Math.abs(event.clientX - other)]
      const middle = (event.clientX + other) / 2 - left
      if (was > 8 && is > 8) show(zoomed(now.window, is / was, dayAt(middle, now), whole))
    } else if (!drag.pinched) {
      const fine = dragging !== null && event.clientY < top - FINE_ABOVE
      if (fine || drag.fine !== null) {
        const from = drag.fine ?? clock.getSnapshot().day
        drag.fine = from + daysMoved(event.clientX - before, now, fine)
        setDragging(fine ? 'fine' : 'coarse')
      }
      clock.setDay(drag.fine ?? dayUnder(event.clientX, left, now))
    }
  }

  function onPointerUp(event: PointerEvent<HTMLDivElement>) {
    if (!drag.pointers.delete(event.pointerId) || drag.pointers.size > 0) return
    setDragging(null)
    session.releaseDay()
  }

  return {
    dragging,
    handlers: { onPointerDown, onPointerMove, onPointerUp, onPointerCancel: onPointerUp },
  }
}
