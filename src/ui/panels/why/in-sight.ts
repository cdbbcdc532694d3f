/** Keeps a point in sight that the panel would cover. */

/** Room that a point needs around it, CSS pixels. */
const ROOM = 36

/**
 * @param point pixels from the top left corner of the map
 * @returns how far to move the view, as shares of its size, so that the panel does not cover the point
 */
export function shiftOutOf(
  panel: Pick<DOMRect, 'left' | 'right' | 'top' | 'bottom' | 'width'>,
  host: Pick<DOMRect, 'left' | 'top' | 'width' | 'height'>,
  { x, y }: { x: number; y: number },
): [x: number, y: number] {
  const [px, py] = [x + host.left, y + host.top]
  const covered =
    px > panel.left - ROOM && px < panel.right + ROOM && py > panel.top - ROOM && py < panel.bottom + ROOM
  if (!covered) return [0, 0]
  // A sheet over the whole width: upwards; a drawer at an edge: towards the middle.
  if (panel.width > host.width * 0.8) return [0, (py - (panel.top - ROOM)) / host.height]
  const middle = host.left + host.width / 2
  const target = panel.left > middle ? panel.left - ROOM : panel.right + ROOM
  return [(px - target) / host.width, 0]
}
