/** The upper edge of a panel on a phone: dragged or pressed, it makes the panel higher or lower. Loaded with the first panel there. */
import { type RefObject, useEffect, useRef } from 'react'
import { useApp } from '../context.tsx'
import { SHEET_HEIGHTS, type SheetHeight, settledHeight } from './sheet-heights.ts'
import './sheet.css'

/** A finger that moved less than this, CSS pixels, meant to press. */
const SLOP = 6
/** A finger that rested so long before it left was not flinging, milliseconds. */
const STILL_MS = 80

export interface SheetGripProps {
  panel: RefObject<HTMLElement | null>
  height: SheetHeight
  setHeight(height: SheetHeight): void
  close(): void
}

interface Drag {
  pointer: number
  /** where it began, and the height of the panel then, CSS pixels */
  y: number
  height: number
  /** of the last movement: place, time in milliseconds, and speed upwards in pixels a millisecond */
  last: { y: number; at: number; speed: number }
  moved: boolean
}

export default function SheetGrip({ panel, height, setHeight, close }: SheetGripProps) {
  const { words } = useApp()
  const latest = useRef({ height, setHeight, close })
  latest.current = { height, setHeight, close }

  useEffect(() => {
    const element = panel.current!
    let drag: Drag | null = null
    /** The heights that the style sheet gives it, from the lowest up. */
    const heights = () => {
      const { height: style } = element.style
      const now = element.dataset.height
      element.style.height = ''
      const found = SHEET_HEIGHTS.map((one) => {
        element.dataset.height = one
        return element.offsetHeight
      })
      element.dataset.height = now
      element.style.height = style
      return found
    }
    const down = (event: PointerEvent) => {
      const { target, pointerId, clientY: y, timeStamp: at } = event
      // What is read scrolls; only as long as hardly any of it is seen it is a handle as a whole.
      const isHandle = target instanceof Element && target.closest('.panel-grip, .panel-head') !== null
      if (drag || !(isHandle || latest.current.height === 'peek')) return
      drag = { pointer: pointerId, y, height: element.offsetHeight, last: { y, at, speed: 0 }, moved: false }
    }
    const move = (event: PointerEvent) => {
      if (event.pointerId !== drag?.pointer) return
      const { clientY: y, timeStamp: at } = event
      if (!drag.moved && Math.abs(y - drag.y) < SLOP) return
      if (!drag.moved) {
        drag.moved = true
        element.setPointerCapture(drag.pointer)
        element.dataset.dragged = ''
      }
      if (at > drag.last.at) drag.last = { y, at, speed: (drag.last.y - y) / (at - drag.last.at) }
      element.style.height = `${Math.max(0, drag.height + drag.y - y)}px`
    }
    const up = (event: PointerEvent) => {
      if (event.pointerId !== drag?.pointer) return
      const { moved, last } = drag
      drag = null
      if (!moved) return
      const speed = event.timeStamp - last.at > STILL_MS ? 0 : last.speed
      const chosen = settledHeight(element.offsetHeight, speed, heights())
      element.style.height = ''
      delete element.dataset.dragged
      if (chosen === null) latest.current.close()
      else latest.current.setHeight(chosen)
    }
    const ended = new AbortController()
    const { signal } = ended
    element.addEventListener('pointerdown', down, { signal })
    element.addEventListener('pointermove', move, { signal })
    element.addEventListener('pointerup', up, { signal })
    element.addEventListener('pointercancel', up, { signal })
    return () => ended.abort()
  }, [panel])

  useEffect(() => {
    // What is seen of it then is its beginning.
    if (height === 'peek') panel.current?.querySelector('.panel-body')?.scrollTo(0, 0)
  }, [panel, height])

  const tallest = height === SHEET_HEIGHTS.at(-1)
  const next = tallest ? SHEET_HEIGHTS[0] : SHEET_HEIGHTS[SHEET_HEIGHTS.indexOf(height) + 1]
  return (
    <button
      type="button"
      className="panel-grip"
      aria-label={words.say(tallest ? 'sheet.lower' : 'sheet.higher')}
      onClick={() => setHeight(next)}
    />
  )
}
