/**
 * Two days on one map: ground tinted by what became of it, and the front of the older day as a thin dotted line.
 * Lies over whatever painter colours the ground, and only ever sets feature-state: nothing of this reaches the
 * map's worker while a day is dragged.
 */
import type { ExpressionSpecification, LayerSpecification, Map as MapLibreMap } from 'maplibre-gl'
import type { Arc, Atlas } from '../chronicle/atlas.ts'
import type { Day } from '../chronicle/day.ts'
import { periodAt } from '../chronicle/history.ts'
import { faceFeatures, frontFeatures, lineOn } from './ground-features.ts'
import { FACES, FRONTS, refill } from './ground-layers.ts'
import { LINE } from './looks.ts'
import type { FactionLook } from './painter.ts'
import { PALETTES, type Palette, type Theme } from './palette.ts'
import { band, field, PATTERN_RATIO, type PatternImage } from './patterns.ts'
import { TINT_PATTERN, tintOf } from './tint.ts'

export interface Comparison {
  older: Day
  newer: Day
  /** what to tint: all ground by who gained it, one faction (index into `Atlas.factions`), or nothing */
  tint: 'all' | 'none' | number
}

export interface ComparisonLayers {
  /** @param comparison `null`: nothing is compared and nothing is drawn */
  show(comparison: Comparison | null): void
  setVisibleFactions(visible: ReadonlySet<number>): void
  setTheme(theme: Theme): void
  /** Compares days of a newer state of the atlas from the next `show` on. To be called before the painter has it. */
  setAtlas(atlas: Atlas): void
  /** Draws everything again, after the graphics context was lost and came back. */
  repaint(): void
}

export interface ComparisonLayersOptions {
  map: MapLibreMap
  atlas: Atlas
  factions: readonly FactionLook[]
  visible: ReadonlySet<number>
  theme: Theme
  /** ids of the layers to stay under */
  below: { ground: string; fronts: string }
}

const CROSSED = 'tint-lost'
const BROKEN = 'tint-unsettled'

/** Layers are made when first needed: most readers never compare. */
export function createComparisonLayers(options: ComparisonLayersOptions): ComparisonLayers {
  const { map, factions, below } = options
  let { atlas, theme, visible } = options
  let shown: Comparison | null = null
  /** what was last set, so that a step of the day sets only what differs */
  let tints: string[] = []
  let ghosts: boolean[] = []

  function install() {
    for (const [name, image] of images()) {
      if (!map.hasImage(name)) map.addImage(name, image, { sdf: true, pixelRatio: PATTERN_RATIO })
    }
    // The painter may have made these sources already, or colour the ground in another way.
    const precise = { type: 'geojson', tolerance: 0, maxzoom: 12, buffer: 32 } as const
    if (!map.getSource(FACES)) map.addSource(FACES, { ...precise, data: faceFeatures(atlas, factions) })
    if (!map.getSource(FRONTS)) map.addSource(FRONTS, { ...precise, data: frontFeatures(atlas, factions) })
    for (const layer of tintLayers(PALETTES[theme]))
      if (!map.getLayer(layer.id)) map.addLayer(layer, below.ground)
    for (const layer of ghostLayers(PALETTES[theme]))
      if (!map.getLayer(layer.id)) map.addLayer(layer, below.fronts)
  }

  function remove() {
    const all = [...tintLayers(PALETTES[theme]), ...ghostLayers(PALETTES[theme])]
    for (const { id } of all) if (map.getLayer(id)) map.removeLayer(id)
  }

  function paint({ older, newer, tint }: Comparison) {
    const tinted = tint !== 'none'
    for (const { id } of tintLayers(PALETTES[theme])) {
      map.setLayoutProperty(id, 'visibility', tinted ? 'visible' : 'none')
    }
    if (tinted) paintTint(older, newer, tint === 'all' ? null : tint)
    atlas.arcs.forEach((arc, id) => {
      const ghost = frontOn(older, arc) && !frontOn(newer, arc)
      if (ghost === (ghosts[id] ?? false)) return
      ghosts[id] = ghost
      map.setFeatureState({ source: FRONTS, id }, { g: ghost })
    })
  }

  function paintTint(older: Day, newer: Day, by: number | null) {
    const { paper } = PALETTES[theme]
    atlas.faces.forEach(({ history }, id) => {
      const look = tintOf(periodAt(history, older), periodAt(history, newer), by, factions, visible, paper)
      const key = `${look.fill} ${look.pattern} ${look.stroke}`
      if (tints[id] === key) return
      tints[id] = key
      map.setFeatureState({ source: FACES, id }, { t: look.fill, tp: look.pattern, th: look.stroke })
    })
  }

  function frontOn(day: Day, arc: Arc): boolean {
    return lineOn(arc, (face) => periodAt(atlas.faces[face].history, day), factions) === LINE.front
  }

  return {
    show(next) {
      if (next && !shown) install()
      if (!next && shown) remove()
      shown = next
      if (next) paint(next)
    },
    setVisibleFactions(next) {
      visible = next
      if (shown) paint(shown)
    },
    setTheme(next) {
      theme = next
      if (!shown) return
      for (const layer of [...tintLayers(PALETTES[next]), ...ghostLayers(PALETTES[next])]) {
        for (const [name, value] of Object.entries(layer.paint ?? {})) {
          if (/color$/.test(name)) map.setPaintProperty(layer.id, name as 'fill-color', value as string)
        }
      }
      paint(shown)
    },
    setAtlas(next) {
      atlas = next
      tints = []
      ghosts = []
      refill(map, FACES, faceFeatures(atlas, factions))
      refill(map, FRONTS, frontFeatures(atlas, factions))
    },
    repaint() {
      tints = []
      ghosts = []
      if (!shown) return
      install()
      paint(shown)
    },
  }
}

const state = (key: string, fallback: string): ExpressionSpecification => [
  'to-color',
  ['coalesce', ['feature-state', key], fallback],
]

function tintLayers(c: Palette): LayerSpecification[] {
  const strokes = (id: string, image: string, pattern: number): LayerSpecification => ({
    id,
    type: 'fill',
    source: FACES,
    paint: {
      'fill-pattern': image,
      'fill-color': state('th', c.paper),
      'fill-opacity': ['case', ['==', ['coalesce', ['feature-state', 'tp'], 0], pattern], 1, 0],
    },
  })
  return [
    { id: 'tint', type: 'fill', source: FACES, paint: { 'fill-color': state('t', c.paper) } },
    strokes('tint-lost', CROSSED, TINT_PATTERN.lost),
    strokes('tint-unsettled', BROKEN, TINT_PATTERN.unsettled),
  ]
}

function ghostLayers(c: Palette): LayerSpecification[] {
  const layout = { 'line-cap': 'round', 'line-join': 'round' } as const
  const opacity: ExpressionSpecification = ['case', ['boolean', ['feature-state', 'g'], false], 1, 0]
  const width = (factor: number): ExpressionSpecification => [
    'interpolate',
    ['linear'],
    ['zoom'],
    5,
    1.3 * factor,
    10,
    2 * factor,
  ]
  return [
    {
      id: 'ghost-casing',
      type: 'line',
      source: FRONTS,
      layout,
      paint: { 'line-color': c.frontCasing, 'line-width': width(2.2), 'line-opacity': opacity },
    },
    {
      id: 'ghost',
      type: 'line',
      source: FRONTS,
      layout,
      // Round caps on strokes without length: dots.
      paint: {
        'line-color': c.front,
        'line-width': width(1),
        'line-dasharray': [0.01, 2.2],
        'line-opacity': opacity,
      },
    },
  ]
}

function images(): [string, PatternImage][] {
  return [
    [CROSSED, field(20, (x, y) => Math.max(band(x + y, 20, 4.6), band(x - y, 20, 4.6)) / Math.SQRT2)],
    [
      BROKEN,
      field(32, (x, y) => Math.min(band(x - y, 16, 6) / Math.SQRT2, band(x + y, 32, 20) / Math.SQRT2)),
    ],
  ]
}
