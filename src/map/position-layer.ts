/** Positions on the map. Which are shown on a day is feature-state only, as for the ground. */
import type { Map as MapLibreMap, SymbolLayerSpecification } from 'maplibre-gl'
import type { Day } from '../chronicle/day.ts'
import { type MilitaryPosition, positionStrength } from '../chronicle/positions.ts'
import { nameFields } from '../chronicle/text.ts'
import { REGULAR } from './font-ranges.ts'
import { iconName, MARK_HALO, POSITION_SIZES, shapeOf } from './icons.ts'
import { ownName, TOWN_NAMES } from './label-layers.ts'
import { PALETTES, type Theme } from './palette.ts'
import { byZoom } from './zoom-stops.ts'

const SOURCE = 'positions'
const MARKS = 'positions'
const NAMES = 'positions-planned-names'

export interface PositionLayerOptions {
  map: MapLibreMap
  positions: readonly MilitaryPosition[]
  /** faction id → CSS hex */
  colours: ReadonlyMap<string, string>
  theme: Theme
  language: string
  day: Day
  /** ids of factions whose positions are shown */
  visible: ReadonlySet<string>
  shown: boolean
}

export interface PositionLayer {
  setDay(day: Day): void
  setVisible(factions: ReadonlySet<string>, shown: boolean): void
  setTheme(theme: Theme): void
  setLanguage(language: string): void
  /** @returns the drawn position nearest to a pixel of the map, within `radius` pixels, or `null` */
  positionAt(x: number, y: number, radius: number): MilitaryPosition | null
  repaint(): void
}

export function createPositionLayer(options: PositionLayerOptions): PositionLayer {
  const { map, positions, colours } = options
  let { theme, language, day, visible, shown } = options
  let strengths: number[] = positions.map(() => -1)

  function strength(index: number): number {
    const position = positions[index]
    return shown && visible.has(position.faction) ? positionStrength(position, day) : 0
  }

  function paint() {
    positions.forEach((_, id) => {
      const now = strength(id)
      if (now === strengths[id]) return
      strengths[id] = now
      map.setFeatureState({ source: SOURCE, id }, { o: now })
    })
  }

  function install() {
    if (!map.getSource(SOURCE)) {
      map.addSource(SOURCE, {
        type: 'geojson',
        data: {
          type: 'FeatureCollection',
          features: positions.map((position, id) => ({
            type: 'Feature',
            id,
            properties: {
              icon: iconName(position.status, shapeOf(position.kind)),
              colour: colours.get(position.faction) ?? '#555555',
              ...nameFields(position.name),
              planned: position.status === 'planned',
            },
            geometry: { type: 'Point', coordinates: [position.lon, position.lat] },
          })),
        },
      })
    }
    for (const layer of layers()) if (!map.getLayer(layer.id)) map.addLayer(layer, TOWN_NAMES)
    strengths = positions.map(() => -1)
    paint()
  }

  function layers(): SymbolLayerSpecification[] {
    const opacity = ['coalesce', ['feature-state', 'o'], 0] as unknown as number
    const c = PALETTES[theme]
    return [
      {
        id: MARKS,
        type: 'symbol',
        source: SOURCE,
        layout: {
          'icon-image': ['get', 'icon'],
          'icon-size': byZoom(POSITION_SIZES),
          // Names of towns are placed before them, and nothing gives way to a post: most are not there on the day shown.
          'icon-allow-overlap': false,
          'icon-ignore-placement': true,
          // What counts is its middle: an edge of it under a name does no harm.
          'icon-padding': -4,
        },
        paint: {
          'icon-color': ['get', 'colour'],
          'icon-halo-color': MARK_HALO[theme],
          'icon-halo-width': 1.4,
          'icon-opacity': opacity,
        },
      },
      {
        id: NAMES,
        type: 'symbol',
        source: SOURCE,
        filter: ['get', 'planned'],
        minzoom: 7.5,
        layout: {
          'text-field': ownName(language),
          'text-font': [REGULAR],
          'text-size': 11,
          'text-anchor': 'top',
          'text-offset': [0, 0.9],
          'text-allow-overlap': true,
          'text-ignore-placement': true,
        },
        paint: {
          'text-color': c.label,
          'text-halo-color': c.halo,
          'text-halo-width': 1.4,
          'text-opacity': opacity,
        },
      },
    ]
  }

  install()

  return {
    setDay(next) {
      day = next
      paint()
    },
    setVisible(factions, on) {
      visible = factions
      shown = on
      paint()
    },
    setTheme(next) {
      theme = next
      map.setPaintProperty(MARKS, 'icon-halo-color', MARK_HALO[next])
      map.setPaintProperty(NAMES, 'text-color', PALETTES[next].label)
      map.setPaintProperty(NAMES, 'text-halo-color', PALETTES[next].halo)
    },
    setLanguage(next) {
      language = next
      map.setLayoutProperty(NAMES, 'text-field', ownName(next))
    },
    positionAt(x, y, radius) {
      let nearest: MilitaryPosition | null = null
      let best = radius
      positions.forEach((position, id) => {
        if (strengths[id] <= 0) return
        const point = map.project([position.lon, position.lat])
        const distance = Math.hypot(point.x - x, point.y - y)
        if (distance <= best) {
          best = distance
          nearest = position
        }
      })
      return nearest
    },
    repaint: install,
  }
}
