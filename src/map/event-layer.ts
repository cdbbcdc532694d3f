/**
 * Marks of events. Which are seen on a day, and how strongly, is feature-state only, as for positions and ground;
 * where crowded marks stand is worked out beforehand, see event-slots.ts.
 */
import type {
  ExpressionSpecification,
  GeoJSONSource,
  Map as MapLibreMap,
  SymbolLayerSpecification,
} from 'maplibre-gl'
import type { Day } from '../chronicle/day.ts'
import { type EventRecord, eventStrength, eventWeight, hasMark } from '../chronicle/events.ts'
import { type AskedPoint, CIRCLE, circleAround } from './asked-point.ts'
import { EVENT_HIT } from './behaviour.ts'
import { EVENT_ICON_RATIO, eventIconName, eventIcons } from './event-icons.ts'
import { LEVELS, levelAt, MARK_ROOM, NO_SLOT, SIZES, SLOTS, sizeAt, slotsOf } from './event-slots.ts'
import { TOWN_NAMES } from './label-layers.ts'
import type { NamedPoint } from './name-boxes.ts'
import { PALETTES, type Theme } from './palette.ts'
import { byZoom } from './zoom-stops.ts'

const SOURCE = 'events'
const MARKS = 'events'
const ASKED = 'asked'

export interface EventLayerOptions {
  map: MapLibreMap
  /** west, south, east, north */
  bbox: readonly [number, number, number, number]
  theme: Theme
  day: Day
  /** names of cities and towns, which marks keep off */
  names: readonly NamedPoint[]
}

export interface EventLayer {
  setEvents(events: readonly EventRecord[]): void
  setNames(names: readonly NamedPoint[]): void
  /** @param kinds those that are shown; none when the layer is off */
  setKinds(kinds: ReadonlySet<string>): void
  setDay(day: Day): void
  setTheme(theme: Theme): void
  /** Draws a circle around a point that a reader asked about, as wide as its position is uncertain. */
  ring(point: AskedPoint | null): void
  /** @returns the event whose mark is drawn nearest to a pixel of the map, within `radius` pixels, or `null` */
  eventAt(x: number, y: number, radius: number): EventRecord | null
  repaint(): void
}

export function createEventLayer({ map, bbox, ...options }: EventLayerOptions): EventLayer {
  let { theme, day, names } = options
  let events: EventRecord[] = []
  let kinds: ReadonlySet<string> = new Set()
  let slots: number[][] = []
  let strengths: number[] = []
  let asked: AskedPoint | null = null

  function paint() {
    events.forEach((event, id) => {
      const now = kinds.has(event.kind) ? eventStrength(event, day) : 0
      if (now === strengths[id]) return
      strengths[id] = now
      map.setFeatureState({ source: SOURCE, id }, { o: now })
    })
  }

  function install() {
    for (const [name, image] of eventIcons(theme)) {
      if (map.hasImage(name)) map.updateImage(name, image)
      else map.addImage(name, image, { pixelRatio: EVENT_ICON_RATIO })
    }
    const empty = { type: 'FeatureCollection' as const, features: [] }
    if (!map.getSource(SOURCE)) map.addSource(SOURCE, { type: 'geojson', data: empty })
    if (!map.getSource(ASKED)) map.addSource(ASKED, { type: 'geojson', data: empty })
    const ink = PALETTES[theme].front
    if (!map.getLayer(ASKED))
      map.addLayer({
        id: ASKED,
        type: 'line',
        source: ASKED,
        paint: {
          'line-color': ink,
          'line-width': CIRCLE.width,
          'line-dasharray': [...CIRCLE.dashes],
          'line-opacity': CIRCLE.opacity,
        },
      })
    // Names of towns are read over the marks that stand beside them.
    if (!map.getLayer(MARKS)) map.addLayer(marks(), TOWN_NAMES)
    fill()
    drawRing()
  }

  function place() {
    slots = LEVELS.map((level) => slotsOf(events, level, names))
    fill()
  }

  function fill() {
    ;(map.getSource(SOURCE) as GeoJSONSource).setData({
      type: 'FeatureCollection',
      features: events.map((event, id) => ({
        type: 'Feature',
        id,
        properties: {
          icon: eventIconName(event.kind, event.verdict !== 'accepted'),
          weight: eventWeight(event),
          ...Object.fromEntries(LEVELS.map((level, i) => [`s${level}`, slots[i][id]])),
        },
        geometry: { type: 'Point', coordinates: [event.lon, event.lat] },
      })),
    })
    strengths = events.map(() => -1)
    paint()
  }

  function drawRing() {
    ;(map.getSource(ASKED) as GeoJSONSource).setData({
      type: 'FeatureCollection',
      features: asked ? [circleAround(asked)] : [],
    })
  }

  install()

  return {
    setEvents(all) {
      events = all.filter((event) => hasMark(event, bbox))
      place()
    },
    setNames(next) {
      names = next
      if (events.length > 0) place()
    },
    setKinds(next) {
      kinds = next
      paint()
    },
    setDay(next) {
      day = next
      paint()
    },
    setTheme(next) {
      theme = next
      for (const [name, image] of eventIcons(next)) map.updateImage(name, image)
      map.setPaintProperty(ASKED, 'line-color', PALETTES[next].front)
    },
    ring(point) {
      if (asked === point) return
      asked = point
      drawRing()
    },
    eventAt(x, y, radius) {
      const zoom = map.getZoom()
      const level = levelAt(zoom)
      const size = sizeAt(zoom)
      let nearest: EventRecord | null = null
      let best = Math.min(radius, (MARK_ROOM / 2) * size + EVENT_HIT)
      events.forEach((event, id) => {
        const slot = slots[level - LEVELS[0]][id]
        if (strengths[id] <= 0 || slot === NO_SLOT) return
        const point = map.project([event.lon, event.lat])
        const [dx, dy] = SLOTS[slot].map((part) => part * MARK_ROOM * size)
        const distance = Math.hypot(point.x + dx - x, point.y + dy - y)
        if (distance <= best) {
          best = distance
          nearest = event
        }
      })
      return nearest
    },
    repaint: install,
  }
}

function marks(): SymbolLayerSpecification {
  const byLevel = (what: (level: number) => unknown) =>
    ['step', ['zoom'], what(LEVELS[0]), ...LEVELS.slice(1).flatMap((level) => [level, what(level)])] as never
  const offset = (level: number) => [
    'match',
    ['get', `s${level}`],
    ...SLOTS.flatMap(([x, y], slot) => [slot, ['literal', [x * MARK_ROOM, y * MARK_ROOM]]]),
    ['literal', [0, 0]],
  ]
  return {
    id: MARKS,
    type: 'symbol',
    source: SOURCE,
    filter: ['!=', byLevel((level) => ['get', `s${level}`]), NO_SLOT] as unknown as ExpressionSpecification,
    layout: {
      'icon-image': ['get', 'icon'],
      'icon-size': byZoom(SIZES),
      'icon-offset': byLevel(offset),
      'icon-allow-overlap': true,
      'icon-ignore-placement': true,
      'symbol-sort-key': ['get', 'weight'],
    },
    paint: { 'icon-opacity': ['coalesce', ['feature-state', 'o'], 0] as unknown as number },
  }
}
