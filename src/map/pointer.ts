/** What a mouse or a finger asks of the map: who is under it, and what it presses. */
import type { Map as MapLibreMap } from 'maplibre-gl'
import { HIT_RADIUS } from './behaviour.ts'
import { followLongPress } from './long-press.ts'
import type { MapEvents, PointerReport } from './map-contract.ts'

/**
 * @param report of the pixel that is asked about, marks counting within a radius, CSS pixels
 * @returns a function that ends it
 */
export function followPointer(
  map: MapLibreMap,
  report: (x: number, y: number, radius: number) => PointerReport,
  emit: <K extends keyof MapEvents>(event: K, value: MapEvents[K]) => boolean,
): () => void {
  const container = map.getContainer()
  let hovering = 0
  /** Browsers follow a tap with the movement of a mouse that is not there. */
  let touched = false
  const pointed = ({ pointerType }: PointerEvent) => {
    touched = pointerType === 'touch'
  }
  for (const type of ['pointerdown', 'pointermove'] as const)
    container.addEventListener(type, pointed, { capture: true })
  map.on('mousemove', ({ point, originalEvent }) => {
    cancelAnimationFrame(hovering)
    if (originalEvent.buttons || touched) return emit('hover', null)
    hovering = requestAnimationFrame(() => emit('hover', report(point.x, point.y, HIT_RADIUS.mouse)))
  })
  map.on('mouseout', () => {
    cancelAnimationFrame(hovering)
    emit('hover', null)
  })
  const longPress = followLongPress(container, (x, y) => emit('press', report(x, y, 0)))
  map.on('click', ({ point, originalEvent }) => {
    if (longPress.taken()) return
    const touch = (originalEvent as unknown as PointerEvent).pointerType === 'touch'
    emit('click', report(point.x, point.y, touch ? HIT_RADIUS.touch : HIT_RADIUS.mouse))
  })
  return () => {
    cancelAnimationFrame(hovering)
    longPress.end()
    for (const type of ['pointerdown', 'pointermove'] as const)
      container.removeEventListener(type, pointed, { capture: true })
  }
}
