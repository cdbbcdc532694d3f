/**
 * Paints the ground with standard fill and line layers. A step of the day sets feature-state for the faces and
 * fronts that changed between the two days and for nothing else, so no work reaches the map's worker.
 */
import type { GeoJSONSource, LayerSpecification, Map as MapLibreMap } from 'maplibre-gl'
import { type Atlas, STATE } from '../chronicle/atlas.ts'
import type { Day } from '../chronicle/day.ts'
import { looksAlike, periodAt, periodIndexAt } from '../chronicle/history.ts'
import { faceFeatures, frontFeatures, lineOn } from './ground-features.ts'
import { FACES, FRONTS, frontLayers, groundFillLayers, refill } from './ground-layers.ts'
import { lookOf } from './looks.ts'
import type { FactionLook, Painter, SwitchedLooks } from './painter.ts'
import { PALETTES, type Theme } from './palette.ts'
import { PATTERN_RATIO, patternImages } from './patterns.ts'

/** How long ground that just changed stays lit, milliseconds. */
const PULSE_MS = 900

export interface PainterOptions extends SwitchedLooks {
  map: MapLibreMap
  atlas: Atlas
  /** in the order of `Atlas.factions` */
  factions: readonly FactionLook[]
  theme: Theme
  day: Day
  visible: ReadonlySet<number>
  /** ids of the layers to stay under: colour goes below rivers and borders, fronts below labels */
  below: { ground: string; fronts: string }
  reducedMotion: () => boolean
}

/** Adds its sources and layers to a map whose style is loaded. */
export function createFeatureStatePainter(options: PainterOptions): Painter {
  const { map, factions, below } = options
  let { atlas, theme, day, visible, lineage = false } = options
  let { arcs, arcIds, arcsOfFace } = linesOf(atlas, factions)
  let emphasised: readonly number[] = []
  let lit: readonly number[] = []

  function install() {
    for (const [name, image] of patternImages()) {
      if (!map.hasImage(name)) map.addImage(name, image, { sdf: true, pixelRatio: PATTERN_RATIO })
    }
    // Without simplification: neighbouring faces share their edges to the last decimal.
    const precise = { type: 'geojson', tolerance: 0, maxzoom: 12, buffer: 32 } as const
    if (!map.getSource(FACES)) map.addSource(FACES, { ...precise, data: faceFeatures(atlas, factions) })
    if (!map.getSource(FRONTS)) map.addSource(FRONTS, { ...precise, data: arcs })
    add(groundFillLayers(PALETTES[theme]), below.ground)
    add(frontLayers(PALETTES[theme]), below.fronts)
    paintAll()
  }

  function add(layers: LayerSpecification[], before: string) {
    for (const layer of layers) if (!map.getLayer(layer.id)) map.addLayer(layer, before)
  }

  function paintAll() {
    atlas.faces.forEach((_, face) => {
      paintFace(face)
    })
    for (const arc of arcIds) paintArc(arc)
  }

  function paintFace(face: number) {
    const look = lookOf(
      periodAt(atlas.faces[face].history, day),
      factions,
      visible,
      PALETTES[theme].paper,
      lineage,
    )
    map.setFeatureState({ source: FACES, id: face }, { c: look.fill, p: look.pattern, h: look.stroke })
  }

  function paintArc(id: number) {
    const line = lineOn(atlas.arcs[id], (face) => periodAt(atlas.faces[face].history, day), factions)
    map.setFeatureState({ source: FRONTS, id }, { f: line })
  }

  function setFlag(faces: readonly number[], before: readonly number[], flag: 'e' | 'l') {
    const now = new Set(faces)
    for (const id of before) if (!now.has(id)) map.setFeatureState({ source: FACES, id }, { [flag]: false })
    for (const id of faces) map.setFeatureState({ source: FACES, id }, { [flag]: true })
  }

  install()

  return {
    setDay(next) {
      if (next === day) return
      const previous = day
      day = next
      const touchedArcs = new Set<number>()
      atlas.faces.forEach(({ history }, face) => {
        const [from, to] = [periodIndexAt(history, previous), periodIndexAt(history, next)]
        if (from === to || looksAlike(history[from], history[to])) return
        paintFace(face)
        // The state counts too: ground that may have passed to a neighbour has no line towards it.
        for (const arc of arcsOfFace[face]) touchedArcs.add(arc)
      })
      for (const arc of touchedArcs) paintArc(arc)
    },
    setVisibleFactions(next, { lineage: nextLineage = false } = {}) {
      if (nextLineage !== lineage) {
        visible = next
        lineage = nextLineage
        paintAll()
        return
      }
      const changed = factions.map((_, i) => i).filter((i) => visible.has(i) !== next.has(i))
      visible = next
      atlas.faces.forEach(({ history }, face) => {
        const { holder, other, state } = periodAt(history, day)
        if (changed.includes(holder) || (state !== STATE.held && changed.includes(other))) paintFace(face)
      })
    },
    setEmphasis(faces) {
      setFlag(faces, emphasised, 'e')
      emphasised = faces
    },
    pulse(faces) {
      if (options.reducedMotion()) return
      setFlag(faces, lit, 'l')
      lit = faces
      map.setPaintProperty('ground-lit', 'fill-color-transition', { duration: 0, delay: 0 })
      map.setPaintProperty('ground-lit', 'fill-color', 'rgba(255,255,255,0.6)')
      requestAnimationFrame(() => {
        if (!map.getLayer('ground-lit')) return
        map.setPaintProperty('ground-lit', 'fill-color-transition', { duration: PULSE_MS, delay: 0 })
        map.setPaintProperty('ground-lit', 'fill-color', 'rgba(255,255,255,0)')
      })
    },
    setTheme(next) {
      theme = next
      for (const layer of [...groundFillLayers(PALETTES[next]), ...frontLayers(PALETTES[next])]) {
        for (const [name, value] of Object.entries(layer.paint ?? {})) {
          if (/color$/.test(name)) map.setPaintProperty(layer.id, name as 'fill-color', value as string)
        }
      }
      paintAll()
    },
    setAtlas(next) {
      atlas = next
      ;({ arcs, arcIds, arcsOfFace } = linesOf(atlas, factions))
      emphasised = []
      lit = []
      refill(map, FACES, faceFeatures(atlas, factions))
      refill(map, FRONTS, arcs)
      paintAll()
    },
    repaint: install,
    destroy() {
      const layers = [...groundFillLayers(PALETTES[theme]), ...frontLayers(PALETTES[theme])]
      for (const { id } of layers) if (map.getLayer(id)) map.removeLayer(id)
      for (const id of [FACES, FRONTS]) if (map.getSource<GeoJSONSource>(id)) map.removeSource(id)
    },
  }
}

/** @returns what is a line on some day, and by face which of these lie on its edge: those that a change of it touches */
function linesOf(atlas: Atlas, factions: readonly FactionLook[]) {
  const arcs = frontFeatures(atlas, factions)
  const arcIds = arcs.features.map((feature) => feature.id as number)
  const arcsOfFace: number[][] = atlas.faces.map(() => [])
  for (const id of arcIds) {
    const { left, right } = atlas.arcs[id]
    for (const face of [left, right]) if (face >= 0) arcsOfFace[face].push(id)
  }
  return { arcs, arcIds, arcsOfFace }
}
