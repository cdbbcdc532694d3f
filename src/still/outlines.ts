/**
 * Text as outlines: shaped by HarfBuzz, ordered by the Unicode bidirectional algorithm. Pictures then need no font and
 * look the same in every program, and labels are measured exactly.
 */
import bidiFactory from 'bidi-js'
import { Blob, Buffer, Direction, Face, Font, shape } from 'harfbuzzjs'
import { haloOf, round, type TextLook, type Typesetter } from './typesetter.ts'

/** TrueType files of one weight, the first of which has a letter draws it. */
export interface FontFiles {
  regular: readonly Uint8Array[]
  bold: readonly Uint8Array[]
}

interface Loaded {
  font: Font
  /** units of the font's outlines for one font size */
  unitsPerEm: number
  outlines: Map<number, string>
}

interface Glyph {
  font: Loaded
  id: number
  /** sizes of the font, from the start of the line on its baseline; y downwards */
  x: number
  y: number
}

interface SetLine {
  glyphs: Glyph[]
  /** sizes of the font */
  width: number
}

const ARABIC = /[\u0600-\u06ff\u0750-\u077f\ufb50-\ufdff\ufe70-\ufeff]/

/** @throws Error when there are no fonts, or one is damaged */
export function outlineText({ regular, bold }: FontFiles): Typesetter {
  if (regular.length === 0 || bold.length === 0) throw new Error('no fonts to set the text of a picture with')
  const fonts = { regular: regular.map(load), bold: bold.map(load) }
  const bidi = bidiFactory()
  const lines = new Map<string, SetLine>()

  /** Runs of one direction and one font, in the order in which they are read. */
  function runsOf(text: string, among: readonly Loaded[]) {
    const { levels } = bidi.getEmbeddingLevels(text)
    const runs: { text: string; level: number; font: Loaded }[] = []
    let at = 0
    for (const letter of text) {
      const level = levels[at]
      const font =
        among.find((one) => ARABIC.test(letter) === has(one, 0x627) && has(one, letter.codePointAt(0)!)) ??
        among.find((one) => has(one, letter.codePointAt(0)!)) ??
        among[0]
      const last = runs.at(-1)
      if (last && last.level === level && last.font === font) last.text += letter
      else runs.push({ text: letter, level, font })
      at += letter.length
    }
    return reordered(runs)
  }

  function setLine(text: string, weight: 'regular' | 'bold', spacing: number): SetLine {
    const key = `${weight} ${spacing} ${text}`
    const known = lines.get(key)
    if (known) return known
    const glyphs: Glyph[] = []
    let pen = 0
    for (const { text: part, level, font } of runsOf(text, fonts[weight])) {
      const buffer = new Buffer()
      buffer.addText(part)
      buffer.guessSegmentProperties()
      buffer.setDirection(level % 2 ? Direction.RTL : Direction.LTR)
      shape(font.font, buffer)
      const positions = buffer.getGlyphPositions()
      buffer.getGlyphInfos().forEach(({ codepoint: id }, i) => {
        const { xAdvance, xOffset, yOffset } = positions[i]
        const unit = 1 / font.unitsPerEm
        glyphs.push({ font, id, x: pen + xOffset * unit, y: -yOffset * unit })
        pen += xAdvance * unit + spacing
      })
    }
    const line = { glyphs, width: pen }
    lines.set(key, line)
    return line
  }

  const of = (text: string, { bold, spacing = 0 }: Pick<TextLook, 'bold' | 'spacing'>) =>
    setLine(text, bold ? 'bold' : 'regular', spacing)

  return {
    width: (text, look) => of(text, look).width * look.size,
    draw(x, y, text, look) {
      const { size, colour, anchor = 'start' } = look
      const line = of(text, look)
      const start = x - line.width * size * { start: 0, middle: 0.5, end: 1 }[anchor]
      const d = line.glyphs
        .map(({ font, id, x, y: up }) =>
          placed(outlineOf(font, id), start + x * size, y + up * size, size / font.unitsPerEm),
        )
        .join('')
      return d && `<path fill="${colour}"${haloOf(look)} d="${d}"/>`
    },
  }
}

function load(file: Uint8Array): Loaded {
  const face = new Face(new Blob(file.slice().buffer))
  // HarfBuzz takes anything for a font, and then draws nothing.
  if (face.collectUnicodes().length === 0) throw new Error('a font for the text of a picture is damaged')
  return { font: new Font(face), unitsPerEm: face.upem, outlines: new Map() }
}

function has({ font }: Loaded, letter: number): boolean {
  return font.nominalGlyph(letter) !== undefined
}

function outlineOf({ font, outlines }: Loaded, id: number): string {
  let outline = outlines.get(id)
  if (outline === undefined) {
    outline = font.glyphToPath(id)
    outlines.set(id, outline)
  }
  return outline
}

/** An outline in font units, y upwards, at a place of the picture. Its commands are absolute: M, L, Q, C, Z. */
function placed(outline: string, x: number, y: number, scale: number): string {
  let isY = false
  return outline.replace(/[A-Z]|[,\s]|-?[\d.]+/g, (part) => {
    if (/[A-Z]/.test(part)) {
      isY = false
      return part
    }
    if (/[,\s]/.test(part)) return ' '
    const value = isY ? y - Number(part) * scale : x + Number(part) * scale
    isY = !isY
    return String(round(value))
  })
}

/** Runs in the order in which they are seen, left to right: rule L2 of the bidirectional algorithm (UAX #9). */
function reordered<T extends { level: number }>(runs: readonly T[]): T[] {
  const order = [...runs]
  const levels = runs.map(({ level }) => level)
  const lowestOdd = Math.min(...levels.filter((level) => level % 2 === 1), Number.POSITIVE_INFINITY)
  for (let level = Math.max(0, ...levels); level >= lowestOdd; level--) {
    for (let from = 0; from < order.length; from++) {
      if (order[from].level < level) continue
      let to = from
      while (to + 1 < order.length && order[to + 1].level >= level) to++
      order.splice(from, to - from + 1, ...order.slice(from, to + 1).reverse())
      from = to
    }
  }
  return order
}
