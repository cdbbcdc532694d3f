/** What hand, wheel and finger do to the light map. Keys are the interface's own. */
import type { LightCamera } from './camera.ts'

export interface GestureOptions {
  element: HTMLElement
  camera: LightCamera
  /** pixels from the top left corner of the map; `touch`: by a finger */
  onTap(x: number, y: number, touch: boolean): void
  /** a mouse over the map, `null` when it leaves or drags */
  onHover(at: { x: number; y: number } | null): void
  /** the reader's hand let go of the view */
  onRest(): void
}

/** A finger that moved less than this, CSS pixels, meant a point. */
const SLOP = { mouse: 4, touch: 10 }
/** Pixels of a wheel for one level of zoom; trackpads that pinch report a tenth as many. */
const WHEEL = { scroll: 420, pinch: 90 }
/** Pixels of a line, where a wheel counts lines. */
const LINE = 20
/** A wheel that stands still so long has come to rest, milliseconds. */
const WHEEL_REST_MS = 200

type Point = { x: number; y: number }

/** @returns a function that ends it */
export function followHand({ element, camera, onTap, onHover, onRest }: GestureOptions): () => void {
  const down = new Map<number, Point>()
  let began: Point | null = null
  let moved = false
  let hovering = 0
  let resting: ReturnType<typeof setTimeout> | undefined

  const at = ({ clientX, clientY }: MouseEvent): Point => {
    const { left, top } = element.getBoundingClientRect()
    return { x: clientX - left, y: clientY - top }
  }
  /** Middle of the fingers, and how far they are apart. */
  const grip = () => {
    const points = [...down.values()]
    const [a, b = a] = points
    return { x: (a.x + b.x) / 2, y: (a.y + b.y) / 2, span: Math.hypot(a.x - b.x, a.y - b.y) }
  }

  function onDown(event: PointerEvent) {
    if (event.pointerType === 'mouse' && event.button !== 0) return
    camera.hold()
    element.setPointerCapture(event.pointerId)
    down.set(event.pointerId, at(event))
    // A second finger means the view, wherever the first one began.
    moved = down.size > 1
    began = at(event)
    onHover(null)
  }

  function onMove(event: PointerEvent) {
    const point = at(event)
    if (!down.has(event.pointerId)) {
      if (event.pointerType !== 'mouse') return
      cancelAnimationFrame(hovering)
      hovering = requestAnimationFrame(() => onHover(event.buttons ? null : point))
      return
    }
    const slop = event.pointerType === 'touch' ? SLOP.touch : SLOP.mouse
    if (!moved && began && Math.hypot(point.x - began.x, point.y - began.y) < slop) return
    const before = grip()
    if (!moved && began) Object.assign(before, began)
    moved = true
    down.set(event.pointerId, point)
    const now = grip()
    camera.drag(now.x - before.x, now.y - before.y)
    if (before.span > 0 && now.span > 0) camera.zoomAround(now.x, now.y, Math.log2(now.span / before.span))
  }

  function onUp(event: PointerEvent) {
    const point = down.get(event.pointerId)
    if (!point || !down.delete(event.pointerId) || down.size > 0) return
    if (moved) onRest()
    else if (event.type === 'pointerup') onTap(point.x, point.y, event.pointerType === 'touch')
  }

  function onWheel(event: WheelEvent) {
    event.preventDefault()
    const { x, y } = at(event)
    const pixels = event.deltaMode === WheelEvent.DOM_DELTA_LINE ? event.deltaY * LINE : event.deltaY
    const levels = -pixels / (event.ctrlKey ? WHEEL.pinch : WHEEL.scroll)
    camera.zoomAround(x, y, Math.min(1, Math.max(-1, levels)))
    clearTimeout(resting)
    resting = setTimeout(onRest, WHEEL_REST_MS)
  }

  function onDouble(event: MouseEvent) {
    const { x, y } = at(event)
    camera.zoomAround(x, y, event.shiftKey ? -1 : 1)
    onRest()
  }

  function onLeave() {
    cancelAnimationFrame(hovering)
    onHover(null)
  }

  const ended = new AbortController()
  const { signal } = ended
  element.addEventListener('pointerdown', onDown, { signal })
  element.addEventListener('pointermove', onMove, { signal })
  element.addEventListener('pointerup', onUp, { signal })
  element.addEventListener('pointercancel', onUp, { signal })
  element.addEventListener('pointerleave', onLeave, { signal })
  element.addEventListener('wheel', onWheel, { signal, passive: false })
  element.addEventListener('dblclick', onDouble, { signal })
  return () => {
    ended.abort()
    clearTimeout(resting)
    cancelAnimationFrame(hovering)
  }
}
