/**
 * The band along an inferred front: as wide on the ground as the front is unknown (`Arc.error`), to either side. For every
 * painter; it darkens the ground and takes some of its colour away, most along the line.
 */
import { ARC_KIND, type Arc } from '../chronicle/atlas.ts'
import { LINE, type Line } from './looks.ts'
import { valueAt, type ZoomStops } from './zoom-stops.ts'

/** How strongly bands are drawn, by zoom: from afar the dashes are wider than many a band, and say it alone. */
const STRENGTH: ZoomStops = [
  [7.6, 0],
  [8.2, 1],
]

/** Up to this share of its half width the band is at full strength; from there it fades, to nothing at its rim. */
export const DOUBT_CORE = 0.25

/** @returns 0–1 */
export const doubtStrength = (zoom: number): number => valueAt(STRENGTH, zoom)

/** @returns half the width of the band of an arc that shows `line` (metres), 0 when it has none */
export const doubtOf = ({ kind, error = 0 }: Pick<Arc, 'kind' | 'error'>, line: Line): number =>
  line === LINE.front && kind === ARC_KIND.inferred ? error : 0
