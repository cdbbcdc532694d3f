/** Text in SVG. */

const ENTITIES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }
// What XML 1.0 does not allow at all, and marks that would turn the direction of what follows.
// biome-ignore lint/suspicious/noControlCharactersInRegex: that is the point
const FORBIDDEN = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u202a-\u202e\u2066-\u2069\ufffe\uffff]/g

/** @returns text that is safe inside an element or an attribute in double quotes */
export function escaped(text: string): string {
  return text.replace(FORBIDDEN, '').replace(/[&<>"]/g, (letter) => ENTITIES[letter])
}

/** The fonts of all text, as CSS: our own where they are at hand. */
export const FONT_FAMILY = "'Noto Sans','Noto Sans Arabic',sans-serif"

export interface TextLook {
  size: number
  colour: string
  bold?: boolean
  anchor?: 'start' | 'middle' | 'end'
  halo?: { css: string; opacity: number; width: number }
  /** sizes of the font */
  spacing?: number
}

/** One line of text at a point on its baseline. `anchor` is meant left to right, whatever the script. */
export function textAt(x: number, y: number, text: string, look: TextLook): string {
  const { size, colour, bold, anchor = 'start', halo, spacing } = look
  return [
    `<text x="${round(x)}" y="${round(y)}" font-size="${round(size)}" fill="${colour}"`,
    bold ? ' font-weight="600"' : '',
    anchor === 'start' ? '' : ` text-anchor="${anchor}"`,
    spacing ? ` letter-spacing="${round(spacing * size)}"` : '',
    halo
      ? ` stroke="${halo.css}" stroke-opacity="${round(halo.opacity)}" stroke-width="${round(2 * halo.width)}" stroke-linejoin="round" paint-order="stroke"`
      : '',
    `>${escaped(text)}</text>`,
  ].join('')
}

export const round = (value: number) => Math.round(value * 100) / 100
