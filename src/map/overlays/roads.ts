/** Main roads: a casing and the road on it, and the numbers of motorways on plates. */
import type { Feature } from 'geojson'
import type { ExpressionSpecification, SymbolLayerSpecification } from 'maplibre-gl'
import { BOLD } from '../font-ranges.ts'
import { PLATE } from '../icons.ts'
import type { Palette } from '../palette.ts'
import type { OverlayLayer } from './contract.ts'

/** They are schematic to within some kilometres and are taken away where that would show. */
const UNTIL_ZOOM = 10

/** @param id of the overlay: its source, and the name that its layers begin with */
export function roadLayers(id: string, c: Palette): OverlayLayer[] {
  const line = {
    type: 'line',
    source: id,
    minzoom: 7,
    maxzoom: UNTIL_ZOOM,
    layout: { 'line-cap': 'round', 'line-join': 'round' },
  } as const
  return [
    {
      ...line,
      id: `${id}-casing`,
      paint: {
        'line-color': c.roadCasing,
        'line-opacity': 0.35,
        'line-width': widths(1.6, 1, 3.4),
      },
    },
    {
      ...line,
      id,
      paint: {
        'line-color': c.road,
        'line-opacity': 0.6,
        'line-width': widths(0.8, 0.4, 2),
      },
    },
  ]
}

/** CSS pixels of motorways and of other roads where they begin to show, and of all where they end. */
function widths(motorway: number, other: number, end: number): ExpressionSpecification {
  const begin: ExpressionSpecification = ['match', ['get', 'class'], 'motorway', motorway, other]
  return ['interpolate', ['linear'], ['zoom'], 7, begin, UNTIL_ZOOM, end]
}

/** Numbers by which readers know a road: M4, M5 … Trunk roads are called by where they lead. */
export function roadSignOf({ properties }: Feature): { sign: string } | null {
  const ref = String(properties?.ref ?? '')
  return /^M\d/.test(ref) ? { sign: ref } : null
}

/** @param id of the overlay */
export function roadSigns(id: string, c: Palette): SymbolLayerSpecification {
  return {
    id: `${id}-signs`,
    type: 'symbol',
    source: id,
    minzoom: 7,
    maxzoom: UNTIL_ZOOM,
    filter: ['has', 'sign'],
    layout: {
      'text-field': ['get', 'sign'],
      'text-font': [BOLD],
      'text-size': 10,
      'text-padding': 3,
      'icon-image': PLATE.name,
      'icon-text-fit': 'both',
      'icon-text-fit-padding': [...PLATE.padding],
    },
    paint: { 'text-color': c.plateText, 'icon-color': c.plate },
  }
}
