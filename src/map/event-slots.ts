/**
 * Where marks of events stand when their points lie closer together than the marks are wide. Worked out once for
 * each zoom level, with all days in mind: marks that are ever seen together never overlap, and none moves while the
 * day changes.
 */
import type { Day } from '../chronicle/day.ts'
import { EVENT_FADE_DAYS, type EventRecord, eventWeight } from '../chronicle/events.ts'
import { rounded } from '../geometry/rounded.ts'
import { valueAt, type ZoomStops } from './zoom-stops.ts'

export interface Slotted {
  /** degrees */
  lon: number
  lat: number
  /** first and last day on which the mark is seen */
  from: Day
  to: Day
  /** the heavier one keeps its place */
  weight: number
}

/** Places around a point, in widths of a mark: the point itself, six around it, twelve around these. */
export const SLOTS: readonly (readonly [x: number, y: number])[] = [[0, 0], ...ring(6, 1), ...ring(12, 2)]
const RINGS = 2
/** Room that a mark of size 1 takes, CSS pixels. */
export const MARK_ROOM = 21
/** Zoom levels with slots of their own; the last one holds for all that are closer. */
export const LEVELS = [4, 5, 6, 7, 8, 9, 10]
/** Size of a mark by zoom. */
export const SIZES: ZoomStops = [
  [5, 0.62],
  [7, 0.8],
  [10, 1],
]
/** Below this zoom only the ring next to a point is used, so that no mark strays to another town. */
const WIDE_FROM_ZOOM = 7
const NARROW_SLOTS = 7
/** There was no room: the mark is not drawn at this zoom level. */
export const NO_SLOT = -1
const TILE_PIXELS = 512

function ring(count: number, radius: number): [number, number][] {
  return Array.from({ length: count }, (_, i) => {
    const angle = (2 * Math.PI * i) / count - Math.PI / 2
    // Whole thousandths, and no minus zero.
    return [rounded(radius * Math.cos(angle), 3) + 0, rounded(radius * Math.sin(angle), 3) + 0]
  })
}

/** @returns the zoom level whose slots hold at a zoom */
export function levelAt(zoom: number): number {
  return Math.min(LEVELS[LEVELS.length - 1], Math.max(LEVELS[0], Math.floor(zoom)))
}

/** @returns the size of a mark at a zoom, as the map interpolates it */
export function sizeAt(zoom: number): number {
  return valueAt(SIZES, zoom)
}

/** @returns for each event its slot at a level, or {@link NO_SLOT} */
export function slotsOf(events: readonly EventRecord[], level: number): number[] {
  const seen = events.map((event) => ({
    lon: event.lon,
    lat: event.lat,
    from: event.start,
    to: event.end + EVENT_FADE_DAYS,
    weight: eventWeight(event),
  }))
  return slotsAt(seen, level, MARK_ROOM * sizeAt(level), level < WIDE_FROM_ZOOM ? NARROW_SLOTS : SLOTS.length)
}

/**
 * @param zoom level at which pixels are counted
 * @param width width of a mark and the room around it, CSS pixels
 * @param most how many of {@link SLOTS} may be used
 * @returns for each mark an index into {@link SLOTS}, or {@link NO_SLOT}
 */
export function slotsAt(marks: readonly Slotted[], zoom: number, width: number, most: number): number[] {
  const scale = TILE_PIXELS * 2 ** zoom
  const points = marks.map(({ lon, lat }) => worldPoint(lon, lat, scale))
  const order = marks.map((_, i) => i).sort((a, b) => marks[b].weight - marks[a].weight || a - b)
  const slots = marks.map(() => NO_SLOT)
  const placed: { x: number; y: number; from: Day; to: Day }[] = []
  // A hair less than the width: neighbours in one ring stand exactly that far apart.
  const least = width * 0.98
  for (const i of order) {
    const { from, to } = marks[i]
    const [px, py] = points[i]
    const reach = (RINGS + 1) * width
    const near = placed.filter(
      (other) =>
        other.from <= to &&
        other.to >= from &&
        Math.abs(other.x - px) < reach &&
        Math.abs(other.y - py) < reach,
    )
    const slot = SLOTS.slice(0, most).findIndex(([dx, dy]) =>
      near.every(({ x, y }) => Math.hypot(px + dx * width - x, py + dy * width - y) >= least),
    )
    slots[i] = slot
    if (slot >= 0) placed.push({ x: px + SLOTS[slot][0] * width, y: py + SLOTS[slot][1] * width, from, to })
  }
  return slots
}

/** Web Mercator, pixels from the north-west corner of the world. */
function worldPoint(lon: number, lat: number, scale: number): [number, number] {
  const sin = Math.sin((lat * Math.PI) / 180)
  return [(lon / 360 + 0.5) * scale, (0.5 - Math.log((1 + sin) / (1 - sin)) / (4 * Math.PI)) * scale]
}
