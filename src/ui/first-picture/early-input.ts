/** Does what the reader did before there was anybody to answer: keys and presses at once, what was done to the map when it is there. */
import type { EarlyEvent } from './first-picture.ts'

/** A pointer that moved farther than this did not press, CSS pixels. */
const STILL = 6

/** One thing done: a key, a turn of the wheel, or a pointer from its press to its release. */
type Deed = [EarlyEvent, ...EarlyEvent[]]

export interface EarlyInput {
  /** the parts of the page stand: does everything but what was done to the map */
  doOnPage(): void
  /** the map stands: does what was done to it, and keeps nothing any more */
  doOnMap(): void
}

export function earlyInput(): EarlyInput {
  let forMap: Deed[] = []
  const take = () => deedsOf(window.early?.splice(0) ?? [])
  return {
    doOnPage() {
      for (const deed of take()) {
        const [first] = deed
        if (first instanceof KeyboardEvent)
          (document.activeElement ?? document.body).dispatchEvent(copy(first))
        else if (isOnMap(first)) forMap.push(deed)
        else for (const event of deed) dispatch(event, isPress(deed))
      }
    },
    doOnMap() {
      // What reached the map's own element was done already, but for presses, which ask about a place.
      const later = take().filter(
        ([first, ...rest]) =>
          first.target instanceof HTMLCanvasElement && isPress([first, ...rest]) && isOnMap(first),
      )
      const deeds = [...forMap, ...later]
      forMap = []
      window.early = undefined
      const events = deeds.flatMap((deed) => deed.map((event) => [event, isPress(deed)] as const))
      // One in a frame: the map follows a hand frame by frame.
      const next = () => {
        const step = events.shift()
        if (!step) return
        dispatch(...step)
        requestAnimationFrame(next)
      }
      next()
    },
  }
}

/** Sorts events into what was done; a pointer that only passed by did nothing. */
function deedsOf(events: readonly EarlyEvent[]): Deed[] {
  const deeds: Deed[] = []
  const held = new Map<number, Deed>()
  for (const event of events) {
    if (!(event instanceof PointerEvent)) deeds.push([event])
    else if (event.type === 'pointerdown') {
      const deed: Deed = [event]
      held.set(event.pointerId, deed)
      deeds.push(deed)
    } else {
      held.get(event.pointerId)?.push(event)
      if (event.type === 'pointerup') held.delete(event.pointerId)
    }
  }
  return deeds
}

function isPress([first, ...rest]: Deed): boolean {
  return (
    first instanceof PointerEvent &&
    rest.at(-1)?.type === 'pointerup' &&
    rest.every((event) => Math.hypot(at(event).x - first.clientX, at(event).y - first.clientY) < STILL)
  )
}

const at = (event: EarlyEvent) =>
  event instanceof KeyboardEvent ? { x: 0, y: 0 } : { x: event.clientX, y: event.clientY }

function elementAt(event: EarlyEvent): Element {
  const { x, y } = at(event)
  return document.elementFromPoint(x, y) ?? document.body
}

function isOnMap(event: EarlyEvent): boolean {
  return elementAt(event).closest('.map') !== null
}

const copy = (event: EarlyEvent) =>
  new (event.constructor as new (type: string, init: EventInit) => Event)(event.type, event)

/** A pointer's event is followed by what browsers make of it for those that know mice only. */
function dispatch(event: EarlyEvent, press: boolean) {
  const target = elementAt(event)
  target.dispatchEvent(copy(event))
  if (!(event instanceof PointerEvent)) return
  target.dispatchEvent(new MouseEvent(event.type.replace('pointer', 'mouse'), event))
  if (press && event.type === 'pointerup') target.dispatchEvent(new PointerEvent('click', event))
}
