/**
 * A picture of any view as SVG: a pure function of data and choices, in Node and in the browser alike. Everything that
 * gives the map its looks (colours, hatching, dashes, widths, the style of the base map, marks) comes from the tables
 * that the interactive painters use.
 */
import type { BBox } from 'rbush'
import type { Atlas, Period } from '../chronicle/atlas.ts'
import type { Day } from '../chronicle/day.ts'
import type { EventRecord } from '../chronicle/events.ts'
import { periodAt } from '../chronicle/history.ts'
import type { MilitaryPosition } from '../chronicle/positions.ts'
import type { LabelLanguages } from '../map/label-layers.ts'
import { type Look, lookOf } from '../map/looks.ts'
import type { ShownOnMap } from '../map/map-contract.ts'
import { type NamedPoint, namesIn } from '../map/name-boxes.ts'
import type { Overlay } from '../map/overlays/contract.ts'
import { DOUBT, EVENTS, LINEAGE, OVERLAYS, POSITIONS } from '../map/overlays/registry.ts'
import type { FactionLook } from '../map/painter.ts'
import { PALETTES, type Palette, type Theme } from '../map/palette.ts'
import { type StillCamera, type View, viewOf } from './camera.ts'
import { drawGhost, tintLook } from './comparison.ts'
import { drawDoubt } from './doubt.ts'
import { drawFronts } from './fronts.ts'
import { drawFurniture, type StillTexts } from './furniture.ts'
import { drawGround, patchesOf, type Tracer, tracerOf } from './ground.ts'
import { drawLabels } from './labels.ts'
import { besideNames, boxesOf, drawEvents, drawPositions } from './marks.ts'
import { FONT_FAMILY } from './plain-text.ts'
import { drawLayer, isSwitchedOn, type ReadyLayer, type Sources } from './style-layers.ts'
import { round, type Typesetter } from './typesetter.ts'

/** What a picture is drawn from. */
export interface StillData {
  atlas: Atlas
  /** in the order of `atlas.factions` */
  factions: readonly FactionLook[]
  /** faction id → CSS hex, all actors */
  colours: ReadonlyMap<string, string>
  sources: Sources
  positions: readonly MilitaryPosition[]
  events: readonly EventRecord[]
  /** west, south, east, north of the conflict, degrees */
  bbox: readonly [number, number, number, number]
}

/** Layers of the map's style, ready to be evaluated: under the ground, over it, and the labels. */
export interface StillStyle {
  ground: readonly ReadyLayer[]
  overlay: readonly ReadyLayer[]
  labels: readonly ReadyLayer[]
  /** what the labels are written in; absent where there are none */
  languages?: LabelLanguages
}

/** What is drawn for one day. */
export type StillGround = Pick<StillData, 'atlas' | 'factions' | 'positions' | 'events'>

/** Two days in one picture. */
export interface StillComparison {
  older: Day
  newer: Day
  /** the atlas that one of the two days belongs to, where that is not the one of the picture; only for `swipe` */
  beside?: { day: 'older' | 'newer'; data: StillGround } | null
  mode: 'swipe' | 'tint' | 'line'
  /** where the newer day begins, 0–1 of the width from the start edge; only for `swipe` */
  split: number
  /** index of the faction whose gains and losses are tinted; `null`: all, by who gained */
  by: number | null
}

export interface StillOptions {
  /** CSS pixels */
  width: number
  height: number
  /** pixels of the finished picture for one CSS pixel */
  ratio?: number
  camera: StillCamera
  day: Day
  comparison?: StillComparison | null
  shown: ShownOnMap
  theme: Theme
  /** direction of writing of the texts */
  rtl: boolean
  style: StillStyle
  type: Typesetter
  /** `null`: the map alone */
  texts: StillTexts | null
  legend?: boolean
  labels?: boolean
  /** what can be switched, the registry's rows when absent */
  overlays?: readonly Overlay[]
}

/** @returns the picture as one SVG document */
export function drawStill(data: StillData, options: StillOptions): string {
  const {
    width,
    height,
    ratio = 1,
    camera,
    theme,
    rtl,
    style,
    type,
    texts,
    shown,
    overlays = OVERLAYS,
  } = options
  const palette = PALETTES[theme]
  const view = viewOf(camera, width, height)
  const furniture = texts
    ? drawFurniture(texts, palette, rtl, view, type, options.legend ?? true)
    : { svg: '', taken: [] as BBox[] }
  const tracer = tracerOf(data.atlas, view)
  const layers = (list: readonly ReadyLayer[]) =>
    list
      .filter((layer) => isSwitchedOn(layer, shown.layers, overlays))
      .map((layer) => drawLayer(layer, data.sources, view))
      .join('')
  const ground = groundOf(data, options, palette, tracer, view)
  const labelled = options.labels ?? true
  const names = labelled ? namesIn(data.sources, style.languages) : []
  const marks = marksOf(data, options, view, names)
  const written = labelled
    ? drawLabels(
        style.labels.filter((layer) => isSwitchedOn(layer, shown.layers, overlays)),
        data.sources,
        view,
        type,
        furniture.taken,
        marks.boxes,
      )
    : { under: '', towns: '', boxes: [] }
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${round(width * ratio)}" height="${round(height * ratio)}" viewBox="0 0 ${width} ${height}" font-family="${FONT_FAMILY}">`,
    ground.defs && `<defs>${ground.defs}</defs>`,
    layers(style.ground),
    ground.body,
    layers(style.overlay),
    ground.fronts,
    written.under,
    marks.svg(written.boxes),
    written.towns,
    furniture.svg,
    '</svg>',
  ].join('')
}

/** Signs of positions and events. Where two atlases lie side by side, each half has those of its own. */
function marksOf(
  { atlas, factions, positions, events, colours, bbox }: StillData,
  { comparison, day, shown, theme, rtl }: StillOptions,
  view: View,
  names: readonly NamedPoint[],
): { svg(names: readonly BBox[]): string; boxes: BBox[] } {
  const marksOn = (day: Day, of: StillGround) => {
    const posts = shown.layers.has(POSITIONS)
      ? drawPositions(of.positions, day, shown.posts, colours, theme, view)
      : []
    const signs = shown.layers.has(EVENTS)
      ? drawEvents(of.events, day, shown.kinds, bbox, theme, view, names)
      : []
    return {
      svg: (written: readonly BBox[]) =>
        [...besideNames(posts, written), ...signs].map((mark) => mark.svg).join(''),
      boxes: [...boxesOf(posts), ...boxesOf(signs)],
    }
  }
  const own = { atlas, factions, positions, events }
  const beside = comparison?.beside
  if (!beside) return marksOn(comparison?.newer ?? day, own)
  const halves = [
    marksOn(comparison.older, beside.day === 'older' ? beside.data : own),
    marksOn(comparison.newer, beside.day === 'newer' ? beside.data : own),
  ]
  if (rtl) halves.reverse()
  return {
    svg: (written) =>
      halves.map(({ svg }, side) => `<g clip-path="url(#side${side})">${svg(written)}</g>`).join(''),
    boxes: halves.flatMap(({ boxes }) => boxes),
  }
}

interface Ground {
  defs: string
  body: string
  fronts: string
}

function groundOf(
  data: StillData,
  { day, comparison, shown, rtl }: StillOptions,
  palette: Palette,
  tracer: Tracer,
  view: View,
): Ground {
  const { atlas, factions } = data
  const visibleIn = (atlas: Atlas) =>
    new Set([...shown.factions].map((id) => atlas.factions.indexOf(id)).filter((i) => i >= 0))
  const visible = visibleIn(atlas)
  const periodsOn = (day: Day, { faces } = atlas) => faces.map(({ history }) => periodAt(history, day))
  const one = (day: Day, { atlas, factions }: StillGround = data, pen = tracer): Ground => {
    const periods = periodsOn(day, atlas)
    const plain = (period: Period) =>
      lookOf(period, factions, visibleIn(atlas), palette.paper, shown.layers.has(LINEAGE))
    const painted = drawGround(patchesOf(atlas, periods, plain, pen, view), atlas, view)
    const doubt = shown.layers.has(DOUBT) ? drawDoubt(atlas, periods, factions, palette, view) : null
    return {
      defs: painted.defs + (doubt?.defs ?? ''),
      body: painted.body + (doubt?.body ?? ''),
      fronts: drawFronts(atlas, periods, factions, palette, pen, view),
    }
  }
  if (!comparison) return one(day)
  const { beside } = comparison
  const half = (which: 'older' | 'newer') =>
    beside?.day === which
      ? one(comparison[which], beside.data, tracerOf(beside.data.atlas, view))
      : one(comparison[which])
  const { older, newer, mode, split, by } = comparison
  if (mode === 'swipe') {
    const [before, after] = [half('older'), half('newer')]
    const at = round(view.width * (rtl ? 1 - split : split))
    const halves = rtl ? [after, before] : [before, after]
    const rename = (text: string, side: number) => text.replace(/(id="|url\(#)p/g, `$1${'ab'[side]}p`)
    const clip = (side: number, content: string) =>
      `<g clip-path="url(#side${side})">${rename(content, side)}</g>`
    return {
      defs:
        `<clipPath id="side0"><rect width="${at}" height="${view.height}"/></clipPath>` +
        `<clipPath id="side1"><rect x="${at}" width="${round(view.width - at)}" height="${view.height}"/></clipPath>` +
        halves.map(({ defs }, side) => rename(defs, side)).join(''),
      body: halves.map(({ body }, side) => clip(side, body)).join(''),
      fronts:
        halves.map(({ fronts }, side) => clip(side, fronts)).join('') +
        `<path d="M${at} 0V${view.height}" stroke="${palette.front}" stroke-width="2"/>`,
    }
  }
  const now = one(newer)
  const [was, is] = [periodsOn(older), periodsOn(newer)]
  const ghost = drawGhost(atlas, was, is, factions, palette, tracer, view)
  if (mode === 'line') return { ...now, fronts: ghost + now.fronts }
  // A tint is a look of two days: faces are grouped by it as they are by the look of one.
  const byPeriod = new Map<Period, Look>()
  const stands = atlas.faces.map((_, face): Period => ({ ...is[face] }))
  stands.forEach((period, face) => {
    byPeriod.set(period, tintLook(was[face], is[face], by, factions, visible, palette.paper))
  })
  const patches = patchesOf(atlas, stands, (period) => byPeriod.get(period)!, tracer, view)
  return { ...drawGround(patches, atlas, view), fronts: ghost + now.fronts }
}
