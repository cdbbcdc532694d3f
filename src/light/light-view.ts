/**
 * The map without WebGL: the same contract as src/map/map-view.ts, drawn as SVG by the still painter's parts. For
 * browsers that cannot draw the other one, for readers who save data, and for whoever wants it.
 */
import './light.css'
import type { Atlas } from '../chronicle/atlas.ts'
import { type FaceIndex, indexFaces } from '../chronicle/face-index.ts'
import { EVENT_HIT, HIT_RADIUS, reducedMotion } from '../map/behaviour.ts'
import { followLongPress } from '../map/long-press.ts'
import type { MapEvents, MapView, MapViewOptions, PointerReport } from '../map/map-contract.ts'
import { EVENTS } from '../map/overlays/registry.ts'
import type { Painter } from '../map/painter.ts'
import type { Mark } from '../still/marks.ts'
import { baseFiles, NEAR_ZOOM } from './base-files.ts'
import { lightCamera } from './camera.ts'
import { followHand } from './gestures.ts'
import { createScene, type SceneState } from './scene.ts'

/** A view that stands still so long is drawn anew, milliseconds. */
const REST_MS = 120
/** Beyond this much larger or smaller, levels of zoom, the picture is drawn anew while it moves. */
const MOST_SCALE = 1.2
/** How long ground that just changed stays lit, milliseconds. */
const PULSE_MS = 900

export interface LightViewOptions extends MapViewOptions {
  /** fetches the atlas with all points of its lines; asked for when somebody looks closer */
  exact(): Promise<Atlas>
}

/** @returns once the first picture is drawn */
export async function createLightView(options: LightViewOptions): Promise<MapView> {
  const { container, atlas, factions, positions, colours, bbox, languages, data } = options
  let insets = options.insets
  const host = document.createElement('div')
  host.className = 'light-map'
  host.tabIndex = 0
  host.setAttribute('role', 'application')
  host.setAttribute('aria-label', options.label)
  const svg = document.createElementNS('http://www.w3.org/2000/svg', 'svg')
  svg.setAttribute('aria-hidden', 'true')
  host.append(svg)
  container.append(host)

  const listeners = new Map<keyof MapEvents, Set<(value: never) => void>>()
  /** @returns whether anybody listens */
  function emit<K extends keyof MapEvents>(event: K, value: MapEvents[K]): boolean {
    const all = listeners.get(event)
    for (const listener of all ?? []) (listener as (value: MapEvents[K]) => void)(value)
    return all !== undefined && all.size > 0
  }
  const size = () => ({ width: Math.max(1, host.clientWidth), height: Math.max(1, host.clientHeight) })
  let index = indexFaces(atlas)
  const faces: FaceIndex = { faceAt: (lon, lat) => index.faceAt(lon, lat) }
  const files = baseFiles(
    data,
    languages,
    () => redraw(),
    (address) => emit('failed', address),
  )
  const scene = createScene(svg, { factions, positions, colours, bbox, languages })
  const state: SceneState = {
    atlas,
    sources: {},
    ...size(),
    day: options.day,
    comparison: null,
    shown: options.shown,
    theme: options.theme,
    language: options.language,
    events: [],
    ring: null,
    emphasis: [],
  }

  /** One drawing a frame, however much has changed. */
  let frame = 0
  let drawnZoom = 0
  let resting: ReturnType<typeof setTimeout> | undefined
  function redraw() {
    frame ||= requestAnimationFrame(() => {
      frame = 0
      drawNow()
    })
  }
  function drawNow() {
    const camera = moves.camera()
    state.sources = files.at(camera.zoom, state.language)
    refine(camera.zoom)
    Object.assign(state, size())
    drawnZoom = camera.zoom
    scene.draw(state, camera)
  }

  /** Lines with few points would show as such. */
  function refine(zoom: number) {
    if (refined || zoom < NEAR_ZOOM) return
    refined = true
    const of = state.atlas
    refining = options.exact().then(
      (exact) => {
        // Another one has come meanwhile.
        if (state.atlas !== of) return
        state.atlas = exact
        index = indexFaces(exact)
        redraw()
      },
      () => {
        refined = false
        emit('failed', 'atlas')
      },
    )
  }
  let refined = false
  let refining: Promise<void> | null = null

  function setAtlas(next: Atlas) {
    refined = false
    state.atlas = next
    state.emphasis = []
    index = indexFaces(next)
    redraw()
  }

  const moves = lightCamera({
    bbox,
    camera: options.camera,
    size,
    insets: () => insets,
    onMove() {
      const camera = moves.camera()
      const covered = scene.push(camera)
      if (!covered || Math.abs(camera.zoom - drawnZoom) > MOST_SCALE) redraw()
      clearTimeout(resting)
      resting = setTimeout(() => {
        if (moves.camera().zoom !== drawnZoom || !scene.push(moves.camera())) redraw()
      }, REST_MS)
      emit('move', null)
    },
    onArrived: () => emit('moved', moves.camera()),
  })

  /** @returns the mark nearest to a pixel of the map, within `radius` pixels */
  function markAt<T>(marks: readonly Mark<T>[], x: number, y: number, radius: (mark: Mark<T>) => number) {
    const [px, py] = scene.drawnAt(x, y)
    let nearest: T | null = null
    let best = Number.POSITIVE_INFINITY
    for (const mark of marks) {
      const distance = Math.hypot(mark.x - px, mark.y - py)
      if (distance > radius(mark) || distance >= best) continue
      best = distance
      nearest = mark.of
    }
    return nearest
  }

  function report(x: number, y: number, radius: number): PointerReport {
    const [lon, lat] = groundAt(x, y)
    const { positions, events } = scene.marks()
    const event = markAt(events, x, y, ({ r }) => Math.min(radius, r + EVENT_HIT))
    const position = event ? null : markAt(positions, x, y, () => radius)
    return { lon, lat, x, y, face: faces.faceAt(lon, lat), position, event }
  }

  function groundAt(x: number, y: number): [lon: number, lat: number] {
    const { width, height } = size()
    const [lon, , , lat] = moves.boxInView({ left: x, right: width - x, top: y, bottom: height - y })
    return [lon, lat]
  }

  const longPress = followLongPress(host, (x, y) => emit('press', report(x, y, 0)))
  const leaveHand = followHand({
    element: host,
    camera: moves,
    onTap(x, y, touch) {
      if (!longPress.taken()) emit('click', report(x, y, touch ? HIT_RADIUS.touch : HIT_RADIUS.mouse))
    },
    onHover: (at) => emit('hover', at && report(at.x, at.y, HIT_RADIUS.mouse)),
    onRest: () => emit('moved', moves.camera()),
  })
  const observer = new ResizeObserver(() => {
    const { width, height } = size()
    if (width !== state.width || height !== state.height) {
      moves.fit()
      redraw()
    }
  })
  observer.observe(host)

  const painter: Painter = {
    setDay(day) {
      state.day = day
      scene.paint(state)
    },
    setVisibleFactions() {
      scene.paint(state)
    },
    setEmphasis(faces) {
      state.emphasis = faces
      scene.mark(state)
    },
    pulse(faces) {
      if (reducedMotion()) return
      for (const face of faces)
        scene
          .ground()
          ?.element(face)
          ?.animate([{ opacity: 0.25 }, { opacity: 1 }], PULSE_MS)
    },
    setTheme: redraw,
    setAtlas,
    repaint: redraw,
    destroy() {},
  }

  drawNow()
  performance.mark('map-painted')

  return {
    ...moves,
    painter,
    faces,
    sideBySide: false,
    setDay: painter.setDay,
    setAtlas,
    setComparison(next) {
      if (state.comparison === next) return
      state.comparison = next
      scene.paint(state)
      scene.mark(state)
    },
    follow: () => () => {},
    setShown(shown) {
      const layers = [...shown.layers].sort().join()
      const same = layers === [...state.shown.layers].sort().join()
      state.shown = shown
      scene.paint(state)
      if (!same) redraw()
    },
    setEvents(events) {
      state.events = events
      scene.paint(state)
      // Names of places make room for marks.
      if (state.shown.layers.has(EVENTS)) redraw()
    },
    ring(point) {
      state.ring = point
      scene.mark(state)
    },
    setLanguage(language, label) {
      host.setAttribute('aria-label', label)
      if (state.language === language) return
      state.language = language
      redraw()
    },
    setTheme(theme) {
      if (state.theme === theme) return
      state.theme = theme
      redraw()
    },
    setInsets(next) {
      insets = next
    },
    middle() {
      const { width, height } = size()
      const x = (insets.left + width - insets.right) / 2
      const y = (insets.top + height - insets.bottom) / 2
      return report(x, y, HIT_RADIUS.touch)
    },
    async drawn() {
      await Promise.all([files.settled(), refining])
      // What has just arrived is drawn in the next frame.
      await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)))
    },
    on(event, listener) {
      const set = listeners.get(event) ?? new Set()
      listeners.set(event, set.add(listener as (value: never) => void))
      return () => set.delete(listener as (value: never) => void)
    },
    destroy() {
      moves.hold()
      cancelAnimationFrame(frame)
      clearTimeout(resting)
      leaveHand()
      longPress.end()
      observer.disconnect()
      listeners.clear()
      host.remove()
    },
  }
}
