/** What stands on a picture besides the map: title, legend, scale, credit. Laid out for both directions of writing. */
import type { BBox } from 'rbush'
import { darker } from '../map/colour.ts'
import { type Look, PATTERN } from '../map/looks.ts'
import type { Palette } from '../map/palette.ts'
import type { View } from './camera.ts'
import { patternOf } from './ground.ts'
import { colourOf } from './marks.ts'
import { round, type Typesetter, wrapped } from './typesetter.ts'

/** Texts of a picture, in the reader's language. */
export interface StillTexts {
  /** what the map is */
  title: string
  /** the day, or the two days */
  date: string
  /** what happened or changed; empty for none */
  headline: string
  /** who holds ground in view, with a note such as an area */
  legend: readonly { name: string; note: string; colour: string; look: Look }[]
  /** further rows of the legend: lines and hatching in view */
  key: readonly { name: string; sample: 'front' | 'inferred' | 'doubt' | 'contested' | 'passing' }[]
  credit: string
  /** the address of this very view; empty for none */
  address: string
  /** a round length, such as "50 km", and how many pixels it takes */
  scale: { text: string; pixels: number } | null
}

const MARGIN = 16
const PADDING = 14
const ROW = 19
const FONT = 12.5

/** @returns SVG, and the boxes that labels of the map keep clear of */
export function drawFurniture(
  texts: StillTexts,
  palette: Palette,
  rtl: boolean,
  view: View,
  type: Typesetter,
  withLegend: boolean,
): { svg: string; taken: BBox[] } {
  const taken: BBox[] = []
  let svg = ''
  /** Panels are laid out from the start edge; for right to left they are mirrored as a whole. */
  const panel = (width: number, height: number, top: number, draw: (place: Place) => string, end = false) => {
    const atLeft = end === rtl
    const left = atLeft ? MARGIN : view.width - MARGIN - width
    taken.push({ minX: left, minY: top, maxX: left + width, maxY: top + height })
    const place: Place = {
      start: rtl ? left + width - PADDING : left + PADDING,
      sign: rtl ? -1 : 1,
      anchor: rtl ? 'end' : 'start',
      top: top + PADDING,
    }
    svg += `<rect x="${round(left)}" y="${round(top)}" width="${round(width)}" height="${round(height)}" rx="6" fill="${palette.paper}" fill-opacity=".93"/>${draw(place)}`
  }

  const most = Math.min(460, view.width * 0.56) - 2 * PADDING
  const headline = texts.headline ? wrapped(texts.headline, most, type, { size: FONT + 1 }) : []
  const dateSize = view.width < 500 ? 20 : 26
  const titleWidth =
    Math.max(
      type.width(texts.title, { size: FONT }),
      type.width(texts.date, { size: dateSize, bold: true }),
      ...headline.map((line) => type.width(line, { size: FONT + 1 })),
    ) +
    2 * PADDING +
    4
  const titleHeight = 2 * PADDING + 14 + dateSize * 1.2 + headline.length * ROW
  panel(Math.min(titleWidth, view.width - 2 * MARGIN), titleHeight, MARGIN, ({ start, anchor, top }) =>
    [
      type.draw(start, top + 10, texts.title, { size: FONT, colour: palette.labelQuiet, anchor }),
      type.draw(start, top + 14 + dateSize, texts.date, {
        size: dateSize,
        colour: palette.label,
        bold: true,
        anchor,
      }),
      ...headline.map((line, i) =>
        type.draw(start, top + 14 + dateSize + (i + 1) * ROW, line, {
          size: FONT + 1,
          colour: palette.label,
          anchor,
        }),
      ),
    ].join(''),
  )

  const rows = withLegend ? texts.legend : []
  const keys = withLegend ? texts.key : []
  if (rows.length + keys.length > 0) {
    const chip = 30
    const width =
      chip +
      2 * PADDING +
      4 +
      Math.max(
        ...rows.map(
          ({ name, note }) =>
            type.width(name, { size: FONT, bold: true }) + (note ? 10 + type.width(note, { size: FONT }) : 0),
        ),
        ...keys.map(({ name }) => type.width(name, { size: FONT })),
      )
    const height = 2 * PADDING - 4 + (rows.length + keys.length) * ROW
    const top = view.height - MARGIN - height
    // Where the title and the legend would meet, the map matters more than the legend.
    if (top > MARGIN + titleHeight + 12) {
      panel(Math.min(width, view.width - 2 * MARGIN), height, top, ({ start, sign, anchor, top }) => {
        let y = top + 9
        const lines: string[] = []
        const chipAt = rtl ? start - 22 : start
        const textX = start + sign * chip
        for (const [i, { name, note, colour, look }] of rows.entries()) {
          lines.push(chipOf(`k${i}`, look, colour, chipAt, y - 11))
          lines.push(type.draw(textX, y + 1, name, { size: FONT, colour: palette.label, bold: true, anchor }))
          if (note)
            lines.push(
              type.draw(textX + sign * (type.width(name, { size: FONT, bold: true }) + 10), y + 1, note, {
                size: FONT,
                colour: palette.labelQuiet,
                anchor,
              }),
            )
          y += ROW
        }
        for (const { name, sample } of keys) {
          lines.push(sampleOf(sample, rows, palette, chipAt, y - 11))
          lines.push(type.draw(textX, y + 1, name, { size: FONT, colour: palette.label, anchor }))
          y += ROW
        }
        return lines.join('')
      })
    }
  }

  const foot = [texts.credit, texts.address].filter(Boolean)
  const footSize = 10
  const footWidth = Math.max(
    0,
    ...foot.map((line) => type.width(line, { size: footSize })),
    texts.scale?.pixels ?? 0,
  )
  const footHeight = foot.length * 13 + (texts.scale ? 20 : 0)
  if (footHeight > 0) {
    const endX = rtl ? MARGIN : view.width - MARGIN
    const anchor = rtl ? ('start' as const) : ('end' as const)
    const halo = { ...colourOf(palette.halo), width: 1.6 }
    const top = view.height - MARGIN / 2 - footHeight
    taken.push({
      minX: rtl ? MARGIN : endX - footWidth,
      minY: top,
      maxX: rtl ? MARGIN + footWidth : endX,
      maxY: view.height,
    })
    let y = top
    if (texts.scale) {
      const { text, pixels } = texts.scale
      const from = rtl ? endX : endX - pixels
      svg += `<path d="M${round(from)} ${round(y + 9)}v5h${round(pixels)}v-5" fill="none" stroke="${palette.label}" stroke-width="1.2"/>`
      svg += type.draw(from + pixels / 2, y + 11, text, {
        size: footSize,
        colour: palette.label,
        anchor: 'middle',
        halo,
      })
      y += 20
    }
    for (const line of foot) {
      y += 12
      svg += type.draw(endX, y, line, { size: footSize, colour: palette.label, anchor, halo })
      y += 1
    }
  }
  return { svg, taken }
}

interface Place {
  start: number
  /** 1: text runs to the right of it, −1: to the left */
  sign: 1 | -1
  anchor: 'start' | 'end'
  top: number
}

function chipOf(id: string, look: Look, colour: string, x: number, y: number): string {
  const pattern =
    look.pattern === PATTERN.none
      ? ''
      : `<defs>${patternOf(id, look, `translate(${round(x)} ${round(y)})`)}</defs>`
  const fill = pattern ? `url(#${id})` : look.fill
  return `${pattern}<rect x="${round(x + 0.5)}" y="${round(y + 0.5)}" width="21" height="14" rx="2.5" fill="${fill}" stroke="${darker(colour, 0.2)}" stroke-opacity=".7"/>`
}

function sampleOf(
  sample: StillTexts['key'][number]['sample'],
  rows: StillTexts['legend'],
  palette: Palette,
  x: number,
  y: number,
): string {
  if (sample === 'front' || sample === 'inferred' || sample === 'doubt') {
    const line = (stroke: string) =>
      `<path d="M${round(x + 1)} ${round(y + 10)}c5-5 13 3 20-4" fill="none" ${stroke}/>`
    const { colour, opacity } = palette.doubt
    const band =
      sample === 'doubt' ? line(`stroke="${colour}" stroke-opacity="${opacity}" stroke-width="10"`) : ''
    const dashes = sample === 'front' ? '' : ' stroke-dasharray="5 3"'
    return band + line(`stroke="${palette.front}" stroke-width="2.1"${dashes}`)
  }
  const [a, b] = [rows[0]?.look.fill ?? palette.paper, rows[1]?.look.fill ?? palette.admin]
  const look: Look = { fill: a, stroke: b, pattern: PATTERN[sample] }
  return chipOf(`s-${sample}`, look, '#7a7265', x, y)
}
