/**
 * Where marks of events stand when their points lie closer together than the marks are wide, or where a town is named.
 * Worked out once for each zoom level, with all days in mind: marks that are ever seen together never overlap, none lies
 * on the name of a town while it can stand beside it, and none moves while the day changes.
 */
import type { BBox } from 'rbush'
import type { Day } from '../chronicle/day.ts'
import { EVENT_FADE_DAYS, type EventRecord, eventWeight } from '../chronicle/events.ts'
import { rounded } from '../geometry/rounded.ts'
import { type NamedPoint, nameBox } from './name-boxes.ts'
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
/** Room that a mark of size 1 takes, and its radius, CSS pixels. */
export const MARK_ROOM = 21
const MARK_RADIUS = 9.2
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
/** A mark that reaches so far into a name, of its radius, would bury letters of it. */
const BURIED = 0.95
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

/**
 * @param names that marks keep off, where there is room
 * @returns for each event its slot at a level, or {@link NO_SLOT}
 */
export function slotsOf(
  events: readonly EventRecord[],
  level: number,
  names: readonly NamedPoint[] = [],
): number[] {
  const seen = events.map((event) => ({
    lon: event.lon,
    lat: event.lat,
    from: event.start,
    to: event.end + EVENT_FADE_DAYS,
    weight: eventWeight(event),
  }))
  const most = level < WIDE_FROM_ZOOM ? NARROW_SLOTS : SLOTS.length
  return slotsAt(seen, level, MARK_ROOM * sizeAt(level), most, intrusionOn(names, level))
}

/** A level holds until the next one, the last for all that are closer; what is clear at these zooms is taken as clear. */
const WITHIN_LEVEL = [0, 0.5, 0.98]
const BEYOND_LAST = [1.5, 2.2, 3]

/** @returns how far the mark of a point reaches into a name, in a slot, anywhere in a level; of its radius, 0–1 */
function intrusionOn(names: readonly NamedPoint[], level: number): (mark: Slotted, slot: number) => number {
  const last = level === LEVELS[LEVELS.length - 1]
  const zooms = [...WITHIN_LEVEL, ...(last ? BEYOND_LAST : [])].map((more) => {
    const zoom = level + more
    const scale = TILE_PIXELS * 2 ** zoom
    const boxes = names.flatMap((name): BBox[] => {
      const box = nameBox(name, zoom)
      if (!box) return []
      const [x, y] = worldPoint(name.lon, name.lat, scale)
      return [{ minX: x + box.minX, maxX: x + box.maxX, minY: y + box.minY, maxY: y + box.maxY }]
    })
    return { scale, size: sizeAt(zoom), boxes }
  })
  /** Of each mark: where it stands at these zooms, and the names that any of its slots may touch. */
  const around = new Map<Slotted, { x: number; y: number; size: number; near: BBox[] }[]>()
  function aroundOf(mark: Slotted) {
    let found = around.get(mark)
    if (!found) {
      found = zooms.map(({ scale, size, boxes }) => {
        const [x, y] = worldPoint(mark.lon, mark.lat, scale)
        const reach = (RINGS + 1) * MARK_ROOM * size
        const near = boxes.filter((box) => gapTo(box, x, y) < reach)
        return { x, y, size, near }
      })
      around.set(mark, found)
    }
    return found
  }
  return (mark, slot) => {
    const [dx, dy] = SLOTS[slot].map((part) => part * MARK_ROOM)
    const depths = aroundOf(mark).flatMap(({ x, y, size, near }) =>
      near.map((box) => 1 - gapTo(box, x + dx * size, y + dy * size) / (MARK_RADIUS * size)),
    )
    return Math.max(0, ...depths)
  }
}

/** @returns pixels from a point to a box, 0 inside */
function gapTo({ minX, minY, maxX, maxY }: BBox, x: number, y: number): number {
  return Math.hypot(x - Math.min(Math.max(x, minX), maxX), y - Math.min(Math.max(y, minY), maxY))
}

/**
 * @param zoom level at which pixels are counted
 * @param width width of a mark and the room around it, CSS pixels
 * @param most how many of {@link SLOTS} may be used
 * @param intrusion how far a mark in a slot would reach into what marks keep off, 0–1: the free slot where it is least, and
 *   none where it would bury that
 * @returns for each mark an index into {@link SLOTS}, or {@link NO_SLOT}
 */
export function slotsAt(
  marks: readonly Slotted[],
  zoom: number,
  width: number,
  most: number,
  intrusion: (mark: Slotted, slot: number) => number = () => 0,
): number[] {
  const scale = TILE_PIXELS * 2 ** zoom
  const points = marks.map(({ lon, lat }) => worldPoint(lon, lat, scale))
  const order = marks.map((_, i) => i).sort((a, b) => marks[b].weight - marks[a].weight || a - b)
  const slots = marks.map(() => NO_SLOT)
  const placed: { x: number; y: number; from: Day; to: Day }[] = []
  // A hair less than the width: neighbours in one ring stand exactly that far apart.
  const apart = width * 0.98
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
    const free = SLOTS.slice(0, most).flatMap(([dx, dy], slot) =>
      near.every(({ x, y }) => Math.hypot(px + dx * width - x, py + dy * width - y) >= apart) ? [slot] : [],
    )
    const depths = free.map((slot) => intrusion(marks[i], slot))
    const least = Math.min(...depths)
    const slot = least < BURIED ? free[depths.indexOf(least)] : NO_SLOT
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
