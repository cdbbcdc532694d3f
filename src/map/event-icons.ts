/** Marks of events as images: a sign on a disc, its edge broken where sources disagree. */
import { EVENT_KINDS, type EventKind } from '../chronicle/events.ts'
import { EVENT_GLYPHS } from './event-glyphs.ts'
import type { Theme } from './palette.ts'

/** Width of a mark at size 1, CSS pixels. */
const MARK_WIDTH = 20
/** Its disc and lines: radius, edge, broken edge of what sources dispute, strokes of the sign; CSS pixels at size 1. */
export const MARK = {
  radius: MARK_WIDTH / 2 - 0.8,
  edge: 1.3,
  broken: [1.4, 2.6],
  stroke: 1.9,
  box: 20,
} as const
export const EVENT_ICON_RATIO = 3
const BOX = 22

export const MARK_COLOURS: Record<Theme, { disc: string; ink: string }> = {
  light: { disc: '#fffaf0', ink: '#26221c' },
  dark: { disc: '#211f1b', ink: '#f0eadf' },
}

export function eventIconName(kind: EventKind, contested: boolean): string {
  return `event-${kind}${contested ? '-contested' : ''}`
}

/** @returns every image by name; needs a page */
export function eventIcons(theme: Theme): Map<string, ImageData> {
  const all = new Map<string, ImageData>()
  for (const kind of EVENT_KINDS) {
    for (const contested of [false, true])
      all.set(eventIconName(kind, contested), draw(kind, contested, theme))
  }
  return all
}

function draw(kind: EventKind, contested: boolean, theme: Theme): ImageData {
  const size = BOX * EVENT_ICON_RATIO
  const canvas = document.createElement('canvas')
  canvas.width = size
  canvas.height = size
  const pen = canvas.getContext('2d', { willReadFrequently: true })
  if (!pen) return new ImageData(size, size)
  const { disc, ink } = MARK_COLOURS[theme]
  pen.scale(EVENT_ICON_RATIO, EVENT_ICON_RATIO)
  pen.lineCap = 'round'
  pen.lineJoin = 'round'
  pen.beginPath()
  pen.arc(BOX / 2, BOX / 2, MARK.radius, 0, 2 * Math.PI)
  pen.fillStyle = disc
  pen.fill()
  pen.strokeStyle = ink
  pen.lineWidth = MARK.edge
  if (contested) pen.setLineDash([...MARK.broken])
  pen.stroke()
  pen.setLineDash([])
  pen.translate((BOX - MARK.box) / 2, (BOX - MARK.box) / 2)
  pen.lineWidth = MARK.stroke
  pen.stroke(new Path2D(EVENT_GLYPHS[kind]))
  return pen.getImageData(0, 0, size, size)
}
