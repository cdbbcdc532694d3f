/**
 * Paints the ground with two layers of its own. Geometry reaches the graphics card once; a step of the day changes
 * a few numbers in two small textures, so that it costs the same whatever the size of the map.
 */
import { type CustomRenderMethodInput, isTimeFrozen, now as mapTime } from 'maplibre-gl'
import type { PainterOptions } from '../feature-state-painter.ts'
import type { Painter } from '../painter.ts'
import { PALETTES } from '../palette.ts'
import { showsDoubt } from './doubt-layer.ts'
import { type Frame, frameOf, tonesOf } from './frame.ts'
import { FrameTime } from './frame-time.ts'
import type { Gl } from './gl.ts'
import { GroundState } from './ground-state.ts'
import { originOf } from './local-plane.ts'
import { LookTable } from './look-table.ts'
import type { Prepared } from './prepare-painter.ts'
import { contextOf } from './programs.ts'
import { type Moment, Renderer } from './renderer.ts'
import { StepPace } from './step-pace.ts'

export const GROUND_LAYER = 'ground'
export const FRONTS_LAYER = 'fronts'

/** How long ground that just changed stays lit, milliseconds. */
const PULSE_MS = 900
/** How long colours of factions take to come and go, milliseconds. */
const TOGGLE_MS = 160

/**
 * Adds its layers to a map whose style is loaded.
 * @param prepared what `preparePainter` came back with; without it all is made now, and waited for
 * @throws PaintError when the graphics card cannot do it; the map is then as it was
 */
export function createWebglPainter(options: PainterOptions, prepared?: Prepared): Painter {
  const { map, factions, below, reducedMotion } = options
  let { atlas, theme, day, visible, lineage = false, doubt = false } = options
  let { origin, looks, state } = made()
  const pace = new StepPace()
  const frameTime = new FrameTime()
  /** A video that is recorded takes all the time it needs. */
  const isSlow = () => frameTime.isSlow && !isTimeFrozen()
  /** nobody wants motion, or nobody would see one */
  const still = () => reducedMotion() || isSlow()
  let litAt = Number.NEGATIVE_INFINITY
  // Made before any layer is added: what the graphics card refuses must leave no trace on the map.
  let renderer: Renderer | null = new Renderer(contextOf(map), atlas, prepared)
  let frame: Frame | null = null
  let lastTime = 0
  let destroyed = false

  /** What the graphics card is told of the atlas. */
  function made() {
    const looks = new LookTable(atlas, factions)
    looks.repaint(visible, theme, 0, 0, lineage)
    return { origin: originOf(atlas), looks, state: new GroundState(atlas, looks, factions, day) }
  }

  /** Milliseconds. Whoever records a video sets the time; turned back, it ends all motion that was under way. */
  function clock(): number {
    const now = Math.max(0, Math.round(mapTime()))
    if (now < lastTime) endMotion()
    lastTime = now
    return now
  }

  function endMotion() {
    state.endFades()
    looks.endFade()
    endPulse()
  }

  function moment(): Moment {
    const now = clock()
    return { now, tones: tonesOf(PALETTES[theme]), light: Math.max(0, 1 - (now - litAt) / PULSE_MS), doubt }
  }

  /** What is drawn into a texture comes before all layers. */
  function drawDoubt(gl: Gl, input: CustomRenderMethodInput) {
    if (!renderer || !showsDoubt(map.getZoom(), doubt)) return
    renderer.send(state, looks)
    renderer.drawDoubt(state, frameFor(gl, input), moment())
  }

  function frameFor(gl: Gl, { defaultProjectionData }: CustomRenderMethodInput): Frame {
    return frameOf(
      {
        matrix: defaultProjectionData.mainMatrix as ArrayLike<number>,
        zoom: map.getZoom(),
        latitude: map.getCenter().lat,
        // Not by measuring the canvas: that would have the page laid out anew in every frame.
        ratio: map.getPixelRatio(),
        width: gl.drawingBufferWidth,
        height: gl.drawingBufferHeight,
      },
      origin,
    )
  }

  function drawGround(gl: Gl, input: CustomRenderMethodInput) {
    if (isSlow()) endMotion()
    const at = moment()
    const looksMove = looks.advance(at.now)
    const moves = state.movesUntil > 0
    if (moves && at.now >= state.movesUntil) state.endFades()
    if (litAt > 0 && at.light === 0) endPulse()
    frame = frameFor(gl, input)
    renderer?.send(state, looks)
    renderer?.drawGround(state, frame, at)
    if (looksMove || moves || at.light > 0) map.triggerRepaint()
  }

  function drawFronts(gl: Gl) {
    if (frame) renderer?.drawFronts(state, frame, moment())
    frameTime.measure(gl)
  }

  function install() {
    if (destroyed || !map.getLayer(below.ground)) return
    if (map.getLayer(GROUND_LAYER)) return map.triggerRepaint()
    map.addLayer(
      {
        id: GROUND_LAYER,
        type: 'custom',
        // Only after the context was lost: the first renderer is there already.
        onAdd: (_, gl) => {
          renderer ??= new Renderer(gl, atlas)
        },
        prerender: drawDoubt,
        render: drawGround,
      },
      below.ground,
    )
    map.addLayer({ id: FRONTS_LAYER, type: 'custom', render: drawFronts }, below.fronts)
  }

  /** What was on the graphics card went with the context. */
  const onLost = () => {
    renderer = null
  }
  map.on('webglcontextlost', onLost)
  map.on('style.load', install)
  install()

  function endPulse() {
    litAt = Number.NEGATIVE_INFINITY
    state.setLit([])
  }

  return {
    setDay(next) {
      if (next === day) return
      day = next
      const now = clock()
      const fade = pace.step(now)
      if (fade === 0) endPulse()
      state.setDay(day, now, still() ? 0 : fade)
      map.triggerRepaint()
    },
    setVisibleFactions(next, switched = {}) {
      visible = next
      lineage = switched.lineage ?? false
      doubt = switched.doubt ?? false
      looks.repaint(visible, theme, clock(), still() ? 0 : TOGGLE_MS, lineage)
      map.triggerRepaint()
    },
    setEmphasis(faces) {
      state.setEmphasis(faces)
      map.triggerRepaint()
    },
    pulse(faces) {
      // While days fly by, the light would hide what it should point at.
      if (still() || pace.isFast) return
      state.setLit(faces)
      litAt = clock()
      map.triggerRepaint()
    },
    setTheme(next) {
      theme = next
      looks.repaint(visible, theme, clock(), 0, lineage)
      map.triggerRepaint()
    },
    setAtlas(next) {
      atlas = next
      ;({ origin, looks, state } = made())
      litAt = Number.NEGATIVE_INFINITY
      renderer?.setAtlas(atlas)
      map.triggerRepaint()
    },
    repaint: install,
    destroy() {
      destroyed = true
      map.off('webglcontextlost', onLost)
      map.off('style.load', install)
      for (const id of [GROUND_LAYER, FRONTS_LAYER]) if (map.getLayer(id)) map.removeLayer(id)
      renderer?.destroy()
      renderer = null
    },
  }
}
