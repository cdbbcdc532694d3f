/** A right click, or a finger held still: the second question that a point of the map can be asked. */

/** A finger that rests so long is held still, milliseconds. */
const HOLD_MS = 550
/** A finger that moved more than this, CSS pixels, means the view. */
const SLOP = 10
/** Some browsers tell of a held finger themselves, a moment earlier or later; milliseconds. */
const SAME_MS = 1200

export interface LongPress {
  /** whether the touch that ends now was held, and is no tap */
  taken(): boolean
  end(): void
}

/**
 * @param onPress is told the pixels from the top left corner of the element, and tells whether anybody wanted to know: if
 *   not, the browser does with the press what it always does
 */
export function followLongPress(element: HTMLElement, onPress: (x: number, y: number) => boolean): LongPress {
  let timer: ReturnType<typeof setTimeout> | undefined
  let began: { x: number; y: number; id: number } | null = null
  let pressedAt = Number.NEGATIVE_INFINITY
  let held = false

  /** @returns whether the press is taken, now or a moment ago */
  function press({ clientX, clientY }: MouseEvent): boolean {
    const now = performance.now()
    if (now - pressedAt < SAME_MS) return true
    const { left, top } = element.getBoundingClientRect()
    const wanted = onPress(clientX - left, clientY - top)
    if (wanted) pressedAt = now
    return wanted
  }
  function forget() {
    clearTimeout(timer)
    began = null
  }
  const ended = new AbortController()
  const options = { signal: ended.signal, capture: true }
  element.addEventListener(
    'pointerdown',
    (event) => {
      // A second finger means the view.
      const second = began !== null
      forget()
      held = false
      if (event.pointerType !== 'touch' || second) return
      began = { x: event.clientX, y: event.clientY, id: event.pointerId }
      timer = setTimeout(() => {
        held = press(event)
      }, HOLD_MS)
    },
    options,
  )
  element.addEventListener(
    'pointermove',
    ({ clientX, clientY, pointerId }) => {
      if (began?.id === pointerId && Math.hypot(clientX - began.x, clientY - began.y) > SLOP) forget()
    },
    options,
  )
  for (const type of ['pointerup', 'pointercancel'] as const) element.addEventListener(type, forget, options)
  element.addEventListener(
    'contextmenu',
    (event) => {
      forget()
      if (!press(event)) return
      event.preventDefault()
      if ((event as PointerEvent).pointerType === 'touch') held = true
    },
    options,
  )
  return {
    taken: () => held,
    end() {
      forget()
      ended.abort()
    },
  }
}
