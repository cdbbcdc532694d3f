/**
 * The ground of the light map: one path for each face, one for each stretch of a front. A path is made when the view
 * is drawn; when the day changes, only the paint of faces that change is touched, and lines come and go.
 */
import { ARC_KIND, type Arc, type Atlas, type Period } from '../chronicle/atlas.ts'
import { lineOn } from '../map/ground-features.ts'
import { lineWidths, QUIET_OPACITY } from '../map/line-widths.ts'
import { LINE, type Line, type Look, PATTERN } from '../map/looks.ts'
import type { FactionLook } from '../map/painter.ts'
import type { Palette } from '../map/palette.ts'
import type { View } from '../still/camera.ts'
import { dashesOf } from '../still/fronts.ts'
import { patternOf, patternPlace, SEAM, type Tracer } from '../still/ground.ts'
import { isSeen, type Pen, pathOf } from '../still/path.ts'

const SVG = 'http://www.w3.org/2000/svg'

/** What every face shows. */
export interface GroundState {
  /** in the order of `atlas.faces`: what fronts are drawn between */
  periods: readonly Period[]
  lookOf(face: number): Look
}

export interface Ground {
  /** Touches what differs from what was painted before. */
  paint(state: GroundState): void
  /** @returns path data of faces, for lines around them */
  outline(faces: readonly number[]): string
  /** the element of a face, `null` when it is out of view */
  element(face: number): SVGPathElement | null
}

/** Where the parts go; made by the scene, empty. */
export interface GroundLayers {
  defs: SVGElement
  faces: SVGElement
  fronts: SVGElement
}

export function drawGround(
  { defs, faces, fronts }: GroundLayers,
  atlas: Atlas,
  factions: readonly FactionLook[],
  palette: Palette,
  tracer: Tracer,
  view: View,
): Ground {
  const place = patternPlace(atlas, view)
  const patterns = new Map<string, string>()
  const shapes = atlas.faces.map(({ polygons }) => shapeOf(polygons, tracer, view))
  faces.innerHTML = shapes
    .map((d, face) =>
      d
        ? `<path data-face="${face}" stroke-width="${SEAM}" stroke-linejoin="round" fill-rule="evenodd" d="${d}"/>`
        : '',
    )
    .join('')
  const elements = new Map<number, SVGPathElement>()
  for (const path of faces.querySelectorAll('path')) elements.set(Number(path.dataset.face), path)
  const painted = new Map<number, string>()
  const lines = drawLines(fronts, atlas, palette, tracer, view)

  /** @returns what a face is filled with; a pattern is defined when it is first needed */
  function fillOf(look: Look): string {
    if (look.pattern === PATTERN.none) return look.fill
    const key = `${look.fill} ${look.pattern} ${look.stroke}`
    let id = patterns.get(key)
    if (!id) {
      id = `light-${patterns.size}`
      patterns.set(key, id)
      defs.insertAdjacentHTML('beforeend', patternOf(id, look, place))
    }
    return `url(#${id})`
  }

  return {
    paint({ periods, lookOf }) {
      for (const [face, element] of elements) {
        const look = lookOf(face)
        const fill = fillOf(look)
        if (painted.get(face) === fill) continue
        painted.set(face, fill)
        element.setAttribute('fill', fill)
        if (element.getAttribute('stroke') !== look.fill) element.setAttribute('stroke', look.fill)
      }
      lines((arc) => lineOn(arc, (face) => periods[face], factions))
    },
    outline: (wanted) => wanted.map((face) => shapes[face]).join(''),
    element: (face) => elements.get(face) ?? null,
  }
}

/** Rings of a face from the arcs around it. @returns path data, empty when nothing of it is in view */
function shapeOf(polygons: readonly number[][][], tracer: Tracer, view: View): string {
  let d = ''
  for (const refs of polygons.flat()) {
    const ring: Pen = []
    for (const ref of refs) {
      const pen = tracer.arc(ref < 0 ? ~ref : ref)
      const count = pen.length / 2
      // Each arc begins where the one before it ends.
      for (let i = ring.length === 0 ? 0 : 1; i < count; i++) {
        const at = 2 * (ref < 0 ? count - 1 - i : i)
        ring.push(pen[at], pen[at + 1])
      }
    }
    if (isSeen(ring, view)) d += pathOf(ring, true)
  }
  return d
}

/** @returns a function that shows of each stretch the line that it is told */
function drawLines(fronts: SVGElement, atlas: Atlas, palette: Palette, tracer: Tracer, view: View) {
  const widths = lineWidths(view.zoom)
  const group = (colour: string, width: number, more: string) =>
    `<g fill="none" stroke="${colour}" stroke-width="${width}" stroke-linejoin="round" ${more}/>`
  const round = 'stroke-linecap="round"'
  fronts.innerHTML =
    group(palette.frontCasing, widths.casing, round) +
    group(palette.ceasefire, widths.quiet, `stroke-opacity="${QUIET_OPACITY}" ${round}`) +
    group(palette.front, widths.front, '')
  const [casings, quiets, solids] = [...fronts.children]
  /** by arc: what it shows, and its elements by what they show */
  const shown = new Map<number, Line>()
  const made = new Map<string, SVGPathElement[]>()

  function elementsOf(arc: number, line: Line): SVGPathElement[] {
    const key = `${arc} ${line}`
    let elements = made.get(key)
    if (elements) return elements
    const pen = tracer.arc(arc)
    const d = isSeen(pen, view) ? pathOf(pen) : ''
    elements = !d
      ? []
      : line === LINE.quiet
        ? [pathIn(quiets, d)]
        : [pathIn(casings, d), frontIn(solids, d, atlas.arcs[arc].kind === ARC_KIND.inferred ? pen : null)]
    made.set(key, elements)
    return elements
  }

  return (lineOf: (arc: Arc) => Line) => {
    atlas.arcs.forEach((sides, arc) => {
      const line = lineOf(sides)
      const before = shown.get(arc) ?? LINE.none
      if (line === before) return
      shown.set(arc, line)
      if (before !== LINE.none)
        for (const element of elementsOf(arc, before)) element.setAttribute('display', 'none')
      if (line !== LINE.none) for (const element of elementsOf(arc, line)) element.removeAttribute('display')
    })
  }
}

function pathIn(group: Element, d: string): SVGPathElement {
  const path = document.createElementNS(SVG, 'path')
  path.setAttribute('d', d)
  group.append(path)
  return path
}

/** @param inferred the line, when it is to be dashed */
function frontIn(group: Element, d: string, inferred: Pen | null): SVGPathElement {
  const path = pathIn(group, d)
  const dashes = inferred && dashesOf(inferred)
  if (dashes) for (const [name, value] of Object.entries(dashes)) path.setAttribute(name, value)
  else path.setAttribute('stroke-linecap', 'round')
  return path
}
