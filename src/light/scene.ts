/**
 * The light map on the page: one SVG, drawn with a margin around what is seen, so that it can be pushed about by a
 * transform alone. Everything that gives it its looks comes from the tables of the other painters.
 */
import type { BBox } from 'rbush'
import type { Atlas } from '../chronicle/atlas.ts'
import type { Day } from '../chronicle/day.ts'
import type { EventRecord } from '../chronicle/events.ts'
import { periodAt } from '../chronicle/history.ts'
import type { MilitaryPosition } from '../chronicle/positions.ts'
import { type AskedPoint, CIRCLE, circleAround } from '../map/asked-point.ts'
import { labelLanguages } from '../map/label-layers.ts'
import { lineWidths } from '../map/line-widths.ts'
import { lookOf } from '../map/looks.ts'
import type { Comparison, MapViewOptions, ShownOnMap } from '../map/map-contract.ts'
import { namesIn } from '../map/name-boxes.ts'
import { DOUBT, EVENTS, LINEAGE, POSITIONS } from '../map/overlays/registry.ts'
import { PALETTES, type Theme } from '../map/palette.ts'
import { stillStyle } from '../still/base-map.ts'
import { type StillCamera, type View, viewOf } from '../still/camera.ts'
import { drawGhost, tintLook } from '../still/comparison.ts'
import { drawDoubt } from '../still/doubt.ts'
import { type Tracer, tracerOf } from '../still/ground.ts'
import { drawLabels } from '../still/labels.ts'
import { besideNames, boxesOf, drawEvents, drawPositions, type Mark } from '../still/marks.ts'
import { pathOf, trace } from '../still/path.ts'
import { plainText } from '../still/plain-text.ts'
import { drawLayer, isSwitchedOn, type ReadyLayer, type Sources } from '../still/style-layers.ts'
import { drawGround, type Ground } from './ground.ts'
import { keepMarks } from './keyed.ts'

/** All that the picture depends on. */
export interface SceneState {
  atlas: Atlas
  sources: Sources
  /** of the map, CSS pixels */
  width: number
  height: number
  day: Day
  comparison: Comparison | null
  shown: ShownOnMap
  theme: Theme
  language: string
  events: readonly EventRecord[]
  ring: AskedPoint | null
  /** faces that are set apart */
  emphasis: readonly number[]
}

export interface Scene {
  /** Draws everything for a camera. */
  draw(state: SceneState, camera: StillCamera): void
  /** Shows another day, other factions or another comparison in the same view: only what changes is touched. */
  paint(state: SceneState): void
  /** Lines over the ground that come and go: the circle of a point, faces set apart. */
  mark(state: SceneState): void
  /** Pushes the drawn picture to where another camera has it. @returns whether it still covers the map */
  push(camera: StillCamera): boolean
  ground(): Ground | null
  /** marks that are drawn, with their places in pixels of the map as it was drawn */
  marks(): { positions: readonly Mark<MilitaryPosition>[]; events: readonly Mark<EventRecord>[] }
  /** @returns where a pixel of the map lay when it was drawn, in the pixels of `marks` */
  drawnAt(x: number, y: number): [x: number, y: number]
}

/** Room around what is seen, shares of the map's size. */
const MARGIN = 0.25
const PARTS = [
  'base',
  'faces',
  'doubt',
  'over',
  'fronts',
  'lines',
  'labels',
  'positions',
  'events',
  'towns',
] as const
type Part = (typeof PARTS)[number]

type Inputs = Pick<MapViewOptions, 'factions' | 'positions' | 'colours' | 'bbox' | 'languages'>

export function createScene(svg: SVGSVGElement, inputs: Inputs): Scene {
  const { factions, colours, bbox } = inputs
  svg.innerHTML = `<defs></defs>${PARTS.map((part) => `<g class="light-${part}"></g>`).join('')}`
  const defs = svg.querySelector('defs')!
  const part = Object.fromEntries(
    PARTS.map((name) => [name, svg.querySelector<SVGGElement>(`.light-${name}`)!]),
  ) as Record<Part, SVGGElement>
  const keepPositions = keepMarks(part.positions)
  const keepEvents = keepMarks(part.events)
  let view: View | null = null
  let drawn = { width: 0, height: 0 }
  let tracer: Tracer
  let ground: Ground | null = null
  let positions: Mark<MilitaryPosition>[] = []
  let events: Mark<EventRecord>[] = []
  /** what names of towns take */
  let written: readonly BBox[] = []
  let moved: [x: number, y: number, scale: number] = [0, 0, 1]

  /** Bands are drawn anew only when they are others. */
  let doubt = ''
  function keepDoubt(bands: string) {
    if (bands === doubt) return
    doubt = bands
    part.doubt.innerHTML = bands
  }

  const visibleIn = ({ atlas, shown }: SceneState) =>
    new Set(atlas.factions.flatMap((id, index) => (shown.factions.has(id) ? [index] : [])))

  function paintGround(state: SceneState) {
    if (!view || !ground) return
    const { atlas, comparison, shown, theme } = state
    const palette = PALETTES[theme]
    const visible = visibleIn(state)
    const periodsOn = (day: Day) => atlas.faces.map(({ history }) => periodAt(history, day))
    const periods = periodsOn(comparison?.newer ?? state.day)
    const isTinted = comparison !== null && comparison.tint !== 'none'
    const bands =
      shown.layers.has(DOUBT) && !isTinted ? drawDoubt(atlas, periods, factions, palette, view) : null
    keepDoubt(bands ? `<defs>${bands.defs}</defs>${bands.body}` : '')
    if (!comparison || comparison.tint === 'none') {
      ground.paint({
        periods,
        lookOf: (face) => lookOf(periods[face], factions, visible, palette.paper, shown.layers.has(LINEAGE)),
      })
    } else {
      const by = comparison.tint === 'all' ? null : comparison.tint
      const was = periodsOn(comparison.older)
      ground.paint({
        periods,
        lookOf: (face) => tintLook(was[face], periods[face], by, factions, visible, palette.paper),
      })
    }
  }

  function paintMarks({ day, comparison, shown, theme, events: all, sources, language }: SceneState) {
    if (!view) return
    const names = namesIn(sources, labelLanguages(language, inputs.languages))
    const at = comparison?.newer ?? day
    positions = shown.layers.has(POSITIONS)
      ? drawPositions(inputs.positions, at, shown.posts, colours, theme, view)
      : []
    events = shown.layers.has(EVENTS) ? drawEvents(all, at, shown.kinds, bbox, theme, view, names) : []
    showMarks()
  }

  function showMarks() {
    positions = besideNames(positions, written)
    keepPositions(positions)
    keepEvents(events)
  }

  function mark(state: SceneState) {
    if (!view || !ground) return
    const { atlas, theme, ring, emphasis, comparison } = state
    const palette = PALETTES[theme]
    const line = (d: string, width: number, more = '') =>
      d && `<path fill="none" stroke="${palette.front}" stroke-width="${width}"${more} d="${d}"/>`
    let lines = line(ground.outline(emphasis), lineWidths(view.zoom).emphasis)
    if (comparison) {
      const [was, is] = [comparison.older, comparison.newer].map((day) =>
        atlas.faces.map(({ history }) => periodAt(history, day)),
      )
      lines += drawGhost(atlas, was, is, factions, palette, tracer, view)
    }
    if (ring) {
      const { coordinates } = circleAround(ring).geometry
      const pen = trace(coordinates.length, (i) => coordinates[i] as [number, number], view)
      const dashes = CIRCLE.dashes.map((part) => part * CIRCLE.width).join(' ')
      lines += line(
        pathOf(pen, true),
        CIRCLE.width,
        ` stroke-opacity="${CIRCLE.opacity}" stroke-dasharray="${dashes}"`,
      )
    }
    if (part.lines.innerHTML !== '' || lines !== '') part.lines.innerHTML = lines
  }

  function draw(state: SceneState, camera: StillCamera) {
    const { atlas, sources, shown, theme, language } = state
    drawn = { width: state.width, height: state.height }
    const [width, height] = [drawn.width, drawn.height].map((size) => Math.round(size * (1 + 2 * MARGIN)))
    const now = viewOf(camera, width, height)
    view = now
    tracer = tracerOf(atlas, now)
    const style = stillStyle(theme, labelLanguages(language, inputs.languages))
    const layers = (list: readonly ReadyLayer[]) =>
      list
        .filter((layer) => isSwitchedOn(layer, shown.layers))
        .map((layer) => drawLayer(layer, sources, now))
        .join('')
    svg.setAttribute('viewBox', `0 0 ${width} ${height}`)
    svg.setAttribute('width', String(width))
    svg.setAttribute('height', String(height))
    defs.innerHTML = ''
    part.base.innerHTML = layers(style.ground)
    part.over.innerHTML = layers(style.overlay)
    ground = drawGround(
      { defs, faces: part.faces, fronts: part.fronts },
      atlas,
      factions,
      PALETTES[theme],
      tracer,
      now,
    )
    paintGround(state)
    // Names look where marks are, and marks where names came to stand.
    written = []
    paintMarks(state)
    const labels = drawLabels(
      style.labels.filter((layer) => isSwitchedOn(layer, shown.layers)),
      sources,
      now,
      plainText,
      [],
      [...boxesOf(positions), ...boxesOf(events)],
    )
    written = labels.boxes
    part.labels.innerHTML = labels.under
    part.towns.innerHTML = labels.towns
    showMarks()
    mark(state)
    push(camera)
  }

  function push(camera: StillCamera): boolean {
    if (!view) return false
    const { width, height } = drawn
    const now = viewOf(camera, width, height)
    const scale = 2 ** (camera.zoom - view.zoom)
    const [x, y] = now.project(view.lon, view.lat)
    moved = [x - (view.width / 2) * scale, y - (view.height / 2) * scale, scale]
    svg.style.transform = `translate(${moved[0]}px, ${moved[1]}px) scale(${scale})`
    return (
      moved[0] <= 0 &&
      moved[1] <= 0 &&
      moved[0] + view.width * scale >= width &&
      moved[1] + view.height * scale >= height
    )
  }

  return {
    draw,
    push,
    mark,
    paint(state) {
      paintGround(state)
      paintMarks(state)
      if (state.comparison || part.lines.childElementCount > 0) mark(state)
    },
    ground: () => ground,
    marks: () => ({ positions, events }),
    drawnAt: (x, y) => [(x - moved[0]) / moved[2], (y - moved[1]) / moved[2]],
  }
}
