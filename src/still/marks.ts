/** Marks of positions and events as SVG, in the shapes, sizes and colours of the interactive map. */
import RBush, { type BBox } from 'rbush'
import type { Day } from '../chronicle/day.ts'
import { type EventRecord, eventStrength, eventWeight, hasMark } from '../chronicle/events.ts'
import { type MilitaryPosition, positionStrength } from '../chronicle/positions.ts'
import { rgbOf } from '../map/colour.ts'
import { EVENT_GLYPHS } from '../map/event-glyphs.ts'
import { MARK, MARK_COLOURS } from '../map/event-icons.ts'
import { levelAt, MARK_ROOM, NO_SLOT, SLOTS, sizeAt, slotsOf } from '../map/event-slots.ts'
import {
  HALF_LINE,
  ICON_RATIO,
  MARK_HALO,
  POSITION_SIZES,
  RADIUS,
  RING_DASHES,
  shapeOf,
} from '../map/icons.ts'
import type { NamedPoint } from '../map/name-boxes.ts'
import type { Theme } from '../map/palette.ts'
import { valueAt } from '../map/zoom-stops.ts'
import type { View } from './camera.ts'
import { round } from './typesetter.ts'

/** A mark, and what it stands for. */
export interface Mark<T> {
  of: T
  svg: string
  /** its middle and its radius, pixels */
  x: number
  y: number
  r: number
  /** 0–1 */
  strength: number
}

/** Fainter marks may be covered. */
const FAINT = 0.4

/** @returns where marks stand that labels had better not cover, pixels */
export function boxesOf(marks: readonly Mark<unknown>[]): BBox[] {
  return marks
    .filter(({ strength }) => strength > FAINT)
    .map(({ x, y, r }) => ({ minX: x - r, minY: y - r, maxX: x + r, maxY: y + r }))
}

/** Of the radius of a mark: so much around its middle is not under a name. */
const HEART = 0.4

/** @returns the marks whose middle no name lies on; what a name covers would neither be seen nor let the name be read */
export function besideNames<T>(marks: readonly Mark<T>[], names: readonly BBox[]): Mark<T>[] {
  if (names.length === 0) return [...marks]
  const taken = new RBush<BBox>()
  taken.load([...names])
  return marks.filter(({ x, y, r }) => {
    const half = HEART * r
    return !taken.collides({ minX: x - half, minY: y - half, maxX: x + half, maxY: y + half })
  })
}

/** @param shown ids of factions whose positions are drawn @param colours faction id → CSS hex */
export function drawPositions(
  positions: readonly MilitaryPosition[],
  day: Day,
  shown: ReadonlySet<string>,
  colours: ReadonlyMap<string, string>,
  theme: Theme,
  view: View,
): Mark<MilitaryPosition>[] {
  const size = valueAt(POSITION_SIZES, view.zoom) / ICON_RATIO
  const halo = colourOf(MARK_HALO[theme])
  return positions.flatMap((position) => {
    const strength = shown.has(position.faction) ? positionStrength(position, day) : 0
    if (strength <= 0) return []
    const [x, y] = view.project(position.lon, position.lat)
    if (!isInside(x, y, view)) return []
    const colour = colours.get(position.faction) ?? '#555555'
    const outline = outlineOf(shapeOf(position.kind), RADIUS * size)
    const width = 2 * HALF_LINE * size
    const full = position.status === 'active'
    const halos = `fill="${full ? halo.css : 'none'}" stroke="${halo.css}" stroke-opacity="${halo.opacity}" stroke-width="${round((full ? 0 : width) + 2.8 * Math.min(1, size * ICON_RATIO))}"`
    const dashes = dashesOf(position.status, RADIUS * size)
    const mark = full
      ? `fill="${colour}"`
      : `fill="none" stroke="${colour}" stroke-width="${round(width)}"${dashes}`
    const opacity = strength < 1 ? ` opacity="${round(strength)}"` : ''
    const svg = `<g transform="translate(${round(x)} ${round(y)})"${opacity}><path d="${outline}" ${halos}/><path d="${outline}" ${mark}/></g>`
    return [{ of: position, svg, x, y, r: RADIUS * size, strength }]
  })
}

function outlineOf(shape: ReturnType<typeof shapeOf>, r: number): string {
  if (shape === 'square') {
    const s = round(r * 0.86)
    return `M${-s} ${-s}h${2 * s}v${2 * s}h${-2 * s}z`
  }
  if (shape === 'diamond') {
    const s = round(r * 1.22)
    return `M0 ${-s}L${s} 0L0 ${s}L${-s} 0z`
  }
  const s = round(r)
  return `M${-s} 0a${s} ${s} 0 1 1 ${2 * s} 0a${s} ${s} 0 1 1 ${-2 * s} 0z`
}

function dashesOf(status: string, r: number): string {
  const dashes = status === 'planned' || status === 'inferred' ? RING_DASHES[status] : null
  if (!dashes) return ''
  const [count, share] = dashes
  const period = (2 * Math.PI * r) / count
  return ` stroke-dasharray="${round(period * share)} ${round(period * (1 - share))}"`
}

/**
 * @param kinds kinds that are drawn
 * @param bbox of the conflict; what lies outside has no mark
 * @param names of cities and towns, which marks keep off; the same list while it holds the same names
 */
export function drawEvents(
  all: readonly EventRecord[],
  day: Day,
  kinds: ReadonlySet<string>,
  bbox: readonly [number, number, number, number],
  theme: Theme,
  view: View,
  names: readonly NamedPoint[] = [],
): Mark<EventRecord>[] {
  const { events, slots } = slotted(all, bbox, levelAt(view.zoom), names)
  const size = sizeAt(view.zoom)
  const { disc, ink } = MARK_COLOURS[theme]
  return events
    .map((event, i) => ({
      event,
      slot: slots[i],
      strength: kinds.has(event.kind) ? eventStrength(event, day) : 0,
    }))
    .filter(({ slot, strength }) => strength > 0 && slot !== NO_SLOT)
    .sort((a, b) => eventWeight(a.event) - eventWeight(b.event))
    .flatMap(({ event, slot, strength }) => {
      const [px, py] = view.project(event.lon, event.lat)
      const [dx, dy] = SLOTS[slot].map((part) => part * MARK_ROOM * size)
      const [x, y] = [px + dx, py + dy]
      if (!isInside(x, y, view)) return []
      const broken = event.verdict === 'accepted' ? '' : ` stroke-dasharray="${MARK.broken.join(' ')}"`
      const half = MARK.box / 2
      const svg =
        `<g transform="translate(${round(x)} ${round(y)}) scale(${round(size)})" fill="none" stroke="${ink}" stroke-linecap="round" stroke-linejoin="round"${strength < 1 ? ` opacity="${round(strength)}"` : ''}>` +
        `<circle r="${MARK.radius}" fill="${disc}" stroke-width="${MARK.edge}"${broken}/>` +
        `<path transform="translate(${-half} ${-half})" stroke-width="${MARK.stroke}" d="${EVENT_GLYPHS[event.kind]}"/></g>`
      return [{ of: event, svg, x, y, r: MARK.radius * size, strength }]
    })
}

interface Slotted {
  level: number
  names: readonly NamedPoint[]
  events: EventRecord[]
  slots: number[]
}
const lastSlots = new WeakMap<readonly EventRecord[], Slotted>()

/** Slots hold for all days: they are worked out once for a level and its names. */
function slotted(
  all: readonly EventRecord[],
  bbox: readonly [number, number, number, number],
  level: number,
  names: readonly NamedPoint[],
): Slotted {
  const last = lastSlots.get(all)
  if (last?.level === level && last.names === names) return last
  const events = all.filter((event) => hasMark(event, bbox))
  const now = { level, names, events, slots: slotsOf(events, level, names) }
  lastSlots.set(all, now)
  return now
}

const isInside = (x: number, y: number, { width, height }: View) =>
  x > -MARK_ROOM && y > -MARK_ROOM && x < width + MARK_ROOM && y < height + MARK_ROOM

/** @param css `#rrggbb` or `rgba(r,g,b,a)` */
export function colourOf(css: string): { css: string; opacity: number } {
  if (css.startsWith('#')) return { css: `rgb(${rgbOf(css).join(' ')})`.replace(/ /g, ','), opacity: 1 }
  const [r, g, b, a = '1'] = css.match(/[\d.]+/g) ?? []
  return { css: `rgb(${r},${g},${b})`, opacity: Number(a) }
}
