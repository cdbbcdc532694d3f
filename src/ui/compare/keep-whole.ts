/** Who sees the whole country sees it beside the controls and the details of a comparison too. */
import type { Box } from '../../chronicle/in-box.ts'
import type { Insets, MapView } from '../../map/map-contract.ts'
import type { PageLayout } from '../page-layout.ts'

/** What a view that was fitted to a box may lack of it, share of its width and height. */
const SLACK = 0.01

/** @returns whether a box is seen whole */
function holds(seen: Box, box: Box): boolean {
  const [x, y] = [(box[2] - box[0]) * SLACK, (box[3] - box[1]) * SLACK]
  return seen[0] <= box[0] + x && seen[1] <= box[1] + y && seen[2] >= box[2] - x && seen[3] >= box[3] - y
}

/**
 * Fits a map anew whenever parts of the page come to cover what was seen whole.
 * @param box of the conflict, degrees
 * @returns a function that ends it
 */
export function keepWhole(
  map: Pick<MapView, 'boxInView' | 'showAll'>,
  layout: Pick<PageLayout, 'insets' | 'subscribe'>,
  box: Box,
): () => void {
  let covered: Insets = layout.insets()
  return layout.subscribe(() => {
    const now = layout.insets()
    const was = holds(map.boxInView(covered), box)
    covered = now
    if (was && !holds(map.boxInView(now), box)) map.showAll()
  })
}
