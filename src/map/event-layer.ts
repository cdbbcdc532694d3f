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
import { KM_PER_DEGREE } from '../chronicle/nearest.ts'
import { EVENT_ICON_RATIO, eventIconName, eventIcons } from './event-icons.ts'
import { LEVELS, levelAt, MARK_ROOM, NO_SLOT, SIZES, SLOTS, sizeAt, slotsOf } from './event-slots.ts'
import { PALETTES, type Theme } from './palette.ts'
import { byZoom } from './zoom-stops.ts'

const SOURCE = 'events'
const MARKS = 'events'
const ASKED = 'asked'
const MARK_HIT = 2

export interface EventLayerOptions {
  map: MapLibreMap
  /** west, south, east, north */
  bbox: readonly [number, number, number, number]
  theme: Theme
  day: Day
}

/** A point known to within a radius. */
export interface AskedPoint {
  /** degrees */
  lon: number
  lat: number
  precision_m: number
}

export interface EventLayer {
  setEvents(events: readonly EventRecord[]): void
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
  let { theme, day } = options
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
        paint: { 'line-color': ink, 'line-width': 1.4, 'line-dasharray': [2.5, 2], 'line-opacity': 0.8 },
      })
    if (!map.getLayer(MARKS)) map.addLayer(marks())
    fill()
    drawRing()
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
      features: asked ? [circle(asked)] : [],
    })
  }

  install()

  return {
    setEvents(all) {
      events = all.filter((event) => hasMark(event, bbox))
      slots = LEVELS.map((level) => slotsOf(events, level))
      fill()
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
      let best = Math.min(radius, (MARK_ROOM / 2) * size + MARK_HIT)
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

/** @returns a circle on the ground, as a line */
function circle({ lon, lat, precision_m }: AskedPoint): GeoJSON.Feature<GeoJSON.LineString> {
  const up = precision_m / (1000 * KM_PER_DEGREE)
  const aside = up / Math.cos((lat * Math.PI) / 180)
  const coordinates = Array.from({ length: 65 }, (_, i) => {
    const angle = (i / 64) * 2 * Math.PI
    return [lon + aside * Math.cos(angle), lat + up * Math.sin(angle)]
  })
  return { type: 'Feature', properties: {}, geometry: { type: 'LineString', coordinates } }
}
