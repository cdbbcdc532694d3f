/** Room that a point needs around it, CSS pixels. */
const ROOM = 36

/** @returns whether a point of the page lies under a panel, or so near that its mark would */
export function isUnder(
  panel: Pick<DOMRect, 'left' | 'right' | 'top' | 'bottom'>,
  x: number,
  y: number,
): boolean {
  return x > panel.left - ROOM && x < panel.right + ROOM && y > panel.top - ROOM && y < panel.bottom + ROOM
}
