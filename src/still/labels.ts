/**
 * Place labels as SVG, from the symbol layers of the map's style: the same texts, sizes, colours and order of
 * importance. A label that would cover another one tries the other sides of its point and else is left out; marks of
 * positions and events it avoids where it can.
 */
import RBush, { type BBox } from 'rbush'
import { BOLD } from '../map/font-ranges.ts'
import { PLATE } from '../map/icons.ts'
import { TOWN_NAMES } from '../map/label-layers.ts'
import type { View } from './camera.ts'
import type { Evaluated, Formatted } from './expressions.ts'
import { cssOf, evaluatedOf, isAtZoom, type ReadyLayer, type Sources } from './style-layers.ts'
import { round, type Typesetter, wrapped } from './typesetter.ts'

/** Radius of the dots of towns, CSS pixels, as in src/map/icons.ts; half the image's. */
const DOTS: Record<string, number> = { 'dot-city': 3.25, 'dot-town': 2.3 }
/** Baseline of a line below its middle, sizes of the font: half the height of capitals of Noto Sans. */
const BASELINE = 0.357

interface Room {
  occupied: RBush<BBox>
  marks: RBush<BBox>
  /** what names and dots have taken, without the room around them */
  boxes: BBox[]
}

interface Line {
  text: string
  size: number
  bold: boolean
  width: number
}

/** Names as SVG: those that marks may lie on, those of towns and cities, which lie on marks, and what these take. */
export interface DrawnLabels {
  under: string
  towns: string
  boxes: BBox[]
}

type Side = 'left' | 'right' | 'top' | 'bottom' | 'center'

/**
 * @param layers symbol layers from quiet to loud
 * @param taken boxes that no label may cover, pixels
 * @param marks boxes that labels had better not cover, pixels
 * @param anchored every label is a group of its own, `<g class="label">`, whose origin is the point that it names: so a
 *   page can keep the size of letters while it changes that of the picture
 */
export function drawLabels(
  layers: readonly ReadyLayer[],
  sources: Sources,
  view: View,
  type: Typesetter,
  taken: readonly BBox[] = [],
  marks: readonly BBox[] = [],
  anchored = false,
): DrawnLabels {
  const room: Room = { occupied: new RBush<BBox>(), marks: new RBush<BBox>(), boxes: [] }
  room.occupied.load([...taken])
  room.marks.load([...marks])
  const firstTown = layers.findIndex(({ id }) => id === TOWN_NAMES)
  const [under, towns] = firstTown < 0 ? [layers, []] : [layers.slice(0, firstTown), layers.slice(firstTown)]
  // Loud ones take their place first, and are drawn last.
  const draw = (some: readonly ReadyLayer[]) =>
    [...some]
      .reverse()
      .map((layer) =>
        isAtZoom(layer, view.zoom) ? drawLayer(layer, sources, view, type, room, anchored) : '',
      )
      .reverse()
      .join('')
  const loud = draw(towns)
  const boxes = [...room.boxes]
  return { under: draw(under), towns: loud, boxes }
}

function drawLayer(
  layer: ReadyLayer,
  sources: Sources,
  view: View,
  type: Typesetter,
  room: Room,
  anchored: boolean,
): string {
  const { zoom } = view
  const candidates = (sources[layer.source]?.features ?? []).flatMap((feature) => {
    if (feature.geometry.type !== 'Point') return []
    const evaluated = evaluatedOf(feature)
    if (!evaluated || !layer.shows(zoom, evaluated)) return []
    const [x, y] = view.project(feature.geometry.coordinates[0], feature.geometry.coordinates[1])
    if (x < 0 || y < 0 || x > view.width || y > view.height) return []
    return [{ evaluated, x, y, key: Number(layer.value('symbol-sort-key', zoom, evaluated) ?? 0) }]
  })
  candidates.sort((a, b) => a.key - b.key)
  let svg = ''
  for (const { evaluated, x, y } of candidates) {
    const size = Number(layer.value('text-size', zoom, evaluated))
    const lines = linesOf(layer, zoom, evaluated, size, type)
    if (lines.length === 0) continue
    const icon = String(layer.value('icon-image', zoom, evaluated) ?? '')
    const dot = DOTS[icon] ?? 0
    const sides = sidesOf(layer, zoom, evaluated)
    const gap =
      sides[0] === 'center' ? 0 : Number(layer.value('text-radial-offset', zoom, evaluated) ?? 0) * size
    const padding = paddingOf(layer, zoom, evaluated)
    const leading = Number(layer.value('text-line-height', zoom, evaluated) ?? 1.2)
    const placed = place(lines, { x, y, gap, leading, padding, sides, dot }, view, room)
    if (!placed) continue
    const colour = cssOf(layer.value<string>('text-color', zoom, evaluated))
    const halo = cssOf(layer.value<string | undefined>('text-halo-color', zoom, evaluated) ?? '#000000')
    const width = Number(layer.value('text-halo-width', zoom, evaluated) ?? 0)
    const [left, top] = anchored ? [x, y] : [0, 0]
    if (anchored) svg += `<g transform="translate(${Math.round(x)} ${Math.round(y)})"><g class="label">`
    if (dot) {
      const icon = cssOf(layer.value<string>('icon-color', zoom, evaluated))
      const edge = cssOf(layer.value<string>('icon-halo-color', zoom, evaluated))
      svg += `<circle cx="${round(x - left)}" cy="${round(y - top)}" r="${dot}" fill="${icon.css}" stroke="${edge.css}" stroke-opacity="${round(edge.opacity)}" stroke-width="2" paint-order="stroke"/>`
    }
    if (icon === PLATE.name) svg += plate(x - left, y - top, lines, layer, zoom, evaluated)
    for (const { line, at, baseline, anchor } of placed) {
      svg += type.draw(at - left, baseline - top, line.text, {
        size: line.size,
        colour: colour.css,
        bold: line.bold,
        anchor,
        spacing: Number(layer.value('text-letter-spacing', zoom, evaluated) ?? 0),
        ...(width > 0 ? { halo: { ...halo, width } } : {}),
      })
    }
    if (anchored) svg += '</g></g>'
  }
  return svg
}

/** What the number of a road stands on. */
function plate(
  x: number,
  y: number,
  lines: readonly Line[],
  layer: ReadyLayer,
  zoom: number,
  feature: Evaluated,
): string {
  const [up, right, down, left] = PLATE.padding
  const half = [Math.max(...lines.map(({ width }) => width)) / 2, (lines[0].size * 1.2) / 2]
  const { css } = cssOf(layer.value<string>('icon-color', zoom, feature))
  return `<rect x="${round(x - half[0] - left)}" y="${round(y - half[1] - up)}" width="${round(2 * half[0] + left + right)}" height="${round(2 * half[1] + up + down)}" rx="${PLATE.radius}" fill="${css}"/>`
}

function linesOf(
  layer: ReadyLayer,
  zoom: number,
  feature: Evaluated,
  size: number,
  type: Typesetter,
): Line[] {
  const text = layer.value<Formatted | string>('text-field', zoom, feature)
  const font = layer.value<string[]>('text-font', zoom, feature)
  const upper = layer.value('text-transform', zoom, feature) === 'uppercase'
  const most = Number(layer.value('text-max-width', zoom, feature) ?? 10) * size
  const spacing = Number(layer.value('text-letter-spacing', zoom, feature) ?? 0)
  const sections = typeof text === 'string' ? [{ text, scale: 1, fontStack: null }] : text.sections
  return sections.flatMap(({ text, scale, fontStack }) => {
    const bold = (fontStack ?? font[0]) === BOLD
    const own = size * (scale ?? 1)
    return text
      .split('\n')
      .filter((line) => line.trim() !== '')
      .flatMap((line) => wrapped(upper ? line.toUpperCase() : line, most, type, { size: own, bold, spacing }))
      .map((line) => ({ text: line, size: own, bold, width: type.width(line, { size: own, bold, spacing }) }))
  })
}

function sidesOf(layer: ReadyLayer, zoom: number, feature: Evaluated): Side[] {
  const named = layer.value<string[] | undefined>('text-variable-anchor', zoom, feature)
  // An anchor is the side of the text that stands at the point.
  const opposite: Record<string, Side> = { left: 'right', right: 'left', top: 'bottom', bottom: 'top' }
  return named?.map((anchor) => opposite[anchor] ?? 'center') ?? ['center']
}

function paddingOf(layer: ReadyLayer, zoom: number, feature: Evaluated): number {
  return layer.value<number | undefined>('text-padding', zoom, feature) ?? 2
}

interface Wanted {
  x: number
  y: number
  gap: number
  leading: number
  padding: number
  sides: Side[]
  dot: number
}

function place(lines: readonly Line[], wanted: Wanted, view: View, { occupied, marks, boxes }: Room) {
  const { x, y, gap, leading, padding, sides, dot } = wanted
  const width = Math.max(...lines.map((line) => line.width))
  const height = lines.reduce((sum, line) => sum + line.size * leading, 0)
  const mark = { minX: x - dot - 1, minY: y - dot - 1, maxX: x + dot + 1, maxY: y + dot + 1 }
  if (dot > 0 && occupied.collides(mark)) return null
  const candidates = sides.flatMap((side) => {
    const left = side === 'right' ? x + gap : side === 'left' ? x - gap - width : x - width / 2
    const top = side === 'bottom' ? y + gap : side === 'top' ? y - gap - height : y - height / 2
    const box = {
      minX: left - padding,
      minY: top - padding,
      maxX: left + width + padding,
      maxY: top + height + padding,
    }
    const outside = left < 2 || top < 2 || left + width > view.width - 2 || top + height > view.height - 2
    return outside || occupied.collides(box) ? [] : [{ side, left, top, box }]
  })
  const chosen = candidates.find(({ box }) => !marks.collides(box)) ?? candidates[0]
  if (!chosen) return null
  const { side, left, top, box } = chosen
  occupied.insert(box)
  boxes.push({ minX: left, minY: top, maxX: left + width, maxY: top + height })
  if (dot > 0) {
    occupied.insert(mark)
    boxes.push(mark)
  }
  const anchor =
    side === 'right' ? ('start' as const) : side === 'left' ? ('end' as const) : ('middle' as const)
  const at = anchor === 'start' ? left : anchor === 'end' ? left + width : left + width / 2
  let middle = top
  return lines.map((line) => {
    middle += line.size * leading
    return { line, at, anchor, baseline: middle - (line.size * leading) / 2 + line.size * BASELINE }
  })
}
