/**
 * The map as the rest of the program knows it. The only doors to MapLibre are this file and the painters: nobody
 * outside of src/map sees a MapLibre type.
 */
import type { FeatureCollection } from 'geojson'
import type { GeoJSONSource, Map as MapLibreMap } from 'maplibre-gl'
import { type FaceIndex, indexFaces } from '../chronicle/face-index.ts'
import { FINE_ZOOM, fineSources, overlayLayers } from './basemap.ts'
import { HIT_RADIUS, limitsOf, reducedMotion } from './behaviour.ts'
import { cameraMoves, follow } from './camera-moves.ts'
import { type Comparison, createComparisonLayers } from './comparison-layers.ts'
import { createEventLayer } from './event-layer.ts'
import { ICON_RATIO, icons } from './icons.ts'
import { LABEL_SOURCES, labelLanguages, MINOR_LOADED_FROM, majorLabelsFile } from './label-layers.ts'
import type { MapEvents, MapView, MapViewOptions, PointerReport } from './map-contract.ts'
import { namedPoints } from './name-boxes.ts'
import { openMap } from './open-map.ts'
import type { Overlay } from './overlays/contract.ts'
import { baseOverlays, EVENTS, looksIn, OVERLAYS, POSITIONS } from './overlays/registry.ts'
import type { Painter } from './painter.ts'
import { PALETTES } from './palette.ts'
import { pause } from './pause.ts'
import { followPointer } from './pointer.ts'
import { createPositionLayer, type PositionLayer } from './position-layer.ts'
import { recolour, relabel } from './style.ts'
import { lateTiles } from './tiles/late-tiles.ts'
import { createPainter } from './webgl/choose-painter.ts'
import { preparePainter } from './webgl/prepare-painter.ts'

export type * from './map-contract.ts'

// Names of layers are the same in every theme.
const BELOW = { ground: overlayLayers(PALETTES.light)[0].id, fronts: 'labels-villages' }

/** The maps behind the views, for those that follow another one. */
const mapOf = new WeakMap<MapView, MapLibreMap>()

/**
 * @returns once the first picture can be painted
 * @throws MapTroubleError when the browser cannot draw maps
 */
export async function createMapView(options: MapViewOptions): Promise<MapView> {
  const map = openMap(options)
  try {
    return await createView(map, options)
  } catch (error) {
    // Half a map would keep its worker and its canvas for good.
    map.remove()
    throw error
  }
}

async function createView(map: MapLibreMap, options: MapViewOptions): Promise<MapView> {
  const { container, factions, bbox, data } = options
  let { atlas, language, theme, shown, insets, day } = options
  let comparison: Comparison | null = null
  // The graphics card is the slowest of all: it begins first, and the map waits for it last.
  const preparing = preparePainter(map, atlas)
  const listeners = new Map<keyof MapEvents, Set<(value: never) => void>>()
  /** @returns whether anybody listens */
  function emit<K extends keyof MapEvents>(event: K, value: MapEvents[K]): boolean {
    const all = listeners.get(event)
    for (const listener of all ?? []) (listener as (value: MapEvents[K]) => void)(value)
    return all !== undefined && all.size > 0
  }
  map.on('error', (event) => {
    // Only a source can fail for want of a file; everything else is a fault of this program.
    const { error, sourceId } = event as { error?: { message: string; url?: string }; sourceId?: string }
    if (error?.url ?? sourceId) emit('failed', error?.url ?? sourceId!)
    else console.error(error ?? event)
  })
  await new Promise<void>((resolve) => map.once('style.load', () => resolve()))
  await pause()
  for (const [name, image] of icons()) map.addImage(name, image, { sdf: true, pixelRatio: ICON_RATIO })
  await pause()
  // Nobody asks who holds a point before there is a hand on the map.
  let index: FaceIndex | undefined
  const faceAt: FaceIndex['faceAt'] = (lon, lat) => {
    index ??= indexFaces(atlas)
    return index.faceAt(lon, lat)
  }
  const indexOf = new Map(atlas.factions.map((id, index) => [id, index]))
  const indexes = (ids: ReadonlySet<string>) =>
    new Set([...ids].flatMap((id) => (indexOf.has(id) ? [indexOf.get(id)!] : [])))
  const prepared = await preparing
  await pause()
  const painter: Painter = createPainter(
    {
      map,
      atlas,
      factions,
      theme,
      day: options.day,
      visible: indexes(shown.factions),
      ...looksIn(shown.layers),
      below: BELOW,
      reducedMotion,
    },
    prepared,
  )
  map.once('render', () => performance.mark('map-painted'))
  await pause()
  const positions: PositionLayer = createPositionLayer({
    map,
    positions: options.positions,
    colours: options.colours,
    theme,
    language,
    day: options.day,
    visible: shown.posts,
    shown: shown.layers.has(POSITIONS),
  })
  const events = createEventLayer({ map, bbox, theme, day, names: [] })
  tellNames()
  const comparisons = createComparisonLayers({
    map,
    atlas,
    factions,
    visible: indexes(shown.factions),
    theme,
    below: BELOW,
  })
  switchLayers()
  const canvas = map.getCanvas()
  canvas.setAttribute('aria-label', options.label)
  if (!options.passive) canvas.setAttribute('role', 'application')

  /** The names are those of the labels, which the worker has. */
  function tellNames() {
    const source = map.getSource(LABEL_SOURCES.major) as GeoJSONSource
    const languages = labelLanguages(language, options.languages)
    source.getData().then(
      (labels) => {
        if (languages.first === language) events.setNames(namedPoints(labels as FeatureCollection, languages))
      },
      // That it did not arrive is told elsewhere: marks then stand where they would without names.
      () => {},
    )
  }

  /** Villages are many and only named close by: they are fetched when first needed. */
  function loadMinorLabels() {
    if (map.getZoom() < MINOR_LOADED_FROM || minorLoaded) return
    minorLoaded = true
    ;(map.getSource(LABEL_SOURCES.minor) as GeoJSONSource).setData(`${data}labels-minor.json`)
  }
  let minorLoaded = false
  loadMinorLabels()

  /** The exact base layers take the place of the light ones when somebody looks closer, once. */
  function refineBase() {
    if (map.getZoom() < FINE_ZOOM || refined) return
    refined = true
    for (const [name, url] of Object.entries(fineSources(data))) {
      ;(map.getSource(name) as GeoJSONSource).setData(url)
    }
  }
  let refined = false
  refineBase()

  function switchLayers() {
    for (const { id, layers, signs } of baseOverlays<Overlay>(OVERLAYS)) {
      const c = PALETTES[theme]
      for (const layer of [...layers(id, c), ...(signs ? [signs(id, c)] : [])])
        map.setLayoutProperty(layer.id, 'visibility', shown.layers.has(id) ? 'visible' : 'none')
    }
  }

  function report(x: number, y: number, radius: number): PointerReport {
    const { lng: lon, lat } = map.unproject([x, y])
    const event = events.eventAt(x, y, radius)
    const position = event ? null : positions.positionAt(x, y, radius)
    return { lon, lat, x, y, face: faceAt(lon, lat), position, event }
  }

  const leavePointer = followPointer(map, report, emit)
  map.on('move', () => {
    loadMinorLabels()
    refineBase()
    emit('move', null)
  })
  map.on('moveend', (event) => {
    if (
      (event as { originalEvent?: unknown; told?: boolean }).originalEvent ||
      (event as { told?: boolean }).told
    )
      emit('moved', moves.camera())
  })
  map.on('webglcontextlost', () => emit('lost', true))
  map.on('webglcontextrestored', () => map.on('styledata', restore))

  /** The style comes back by itself, bit by bit; states of features do not. */
  function restore() {
    if (!map.getLayer(BELOW.fronts)) return
    map.off('styledata', restore)
    for (const [name, image] of icons())
      if (!map.hasImage(name)) map.addImage(name, image, { sdf: true, pixelRatio: ICON_RATIO })
    painter.repaint()
    comparisons.repaint()
    positions.repaint()
    events.repaint()
    emit('lost', false)
  }

  function showDay() {
    const shown = comparison?.newer ?? day
    painter.setDay(shown)
    positions.setDay(shown)
    events.setDay(shown)
  }

  const tiles = lateTiles(map, options.tiles, BELOW.ground, theme, (what) => emit('failed', what))
  const moves = cameraMoves(map, bbox, () => insets)
  const view: MapView = {
    ...moves,
    sideBySide: true,
    painter,
    faces: { faceAt },
    setDay(next) {
      day = next
      showDay()
    },
    setAtlas(next) {
      atlas = next
      index = undefined
      comparisons.setAtlas(next)
      painter.setAtlas(next)
      comparisons.show(comparison)
    },
    setComparison(next) {
      comparison = next
      showDay()
      comparisons.show(next)
    },
    follow: (leader) => follow(map, mapOf.get(leader)),
    setEvents: events.setEvents,
    ring: events.ring,
    setShown(next) {
      shown = next
      const { layers } = shown
      const factions = indexes(shown.factions)
      painter.setVisibleFactions(factions, looksIn(layers))
      comparisons.setVisibleFactions(factions)
      positions.setVisible(shown.posts, layers.has(POSITIONS))
      events.setKinds(layers.has(EVENTS) ? shown.kinds : new Set())
      switchLayers()
    },
    setLanguage(next, label) {
      canvas.setAttribute('aria-label', label)
      // The page says so once more when the map is there.
      if (next === language) return
      const [before, after] = [language, next].map((one) => majorLabelsFile(one, options.languages))
      language = next
      if (after !== before) (map.getSource(LABEL_SOURCES.major) as GeoJSONSource).setData(`${data}${after}`)
      relabel(map, theme, labelLanguages(next, options.languages))
      positions.setLanguage(next)
      tellNames()
    },
    setTheme(next) {
      if (next === theme) return
      theme = next
      recolour(map, next, labelLanguages(language, options.languages))
      painter.setTheme(next)
      comparisons.setTheme(next)
      positions.setTheme(next)
      events.setTheme(next)
      tiles.setTheme(next)
    },
    setInsets(next) {
      insets = next
      const size = { width: container.clientWidth, height: container.clientHeight }
      const { minZoom, maxBounds } = limitsOf(bbox, size, next)
      if (minZoom === map.getMinZoom()) return
      map.setMaxBounds(maxBounds)
      map.setMinZoom(minZoom)
    },
    middle() {
      const x = (insets.left + container.clientWidth - insets.right) / 2
      const y = (insets.top + container.clientHeight - insets.bottom) / 2
      return report(x, y, HIT_RADIUS.touch)
    },
    drawn: () =>
      new Promise((resolve) => {
        map.once('idle', () => resolve())
        map.triggerRepaint()
      }),
    on(event, listener) {
      const set = listeners.get(event) ?? new Set()
      listeners.set(event, set.add(listener as (value: never) => void))
      return () => set.delete(listener as (value: never) => void)
    },
    destroy() {
      leavePointer()
      listeners.clear()
      map.remove()
    },
  }
  mapOf.set(view, map)
  return view
}
