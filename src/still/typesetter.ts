import { rounded } from '../geometry/rounded.ts'
/** How text gets onto a picture: as text for a page that has the fonts, or as outlines for everything else. */

export interface TextLook {
  size: number
  colour: string
  bold?: boolean
  /** meant left to right, whatever the script */
  anchor?: 'start' | 'middle' | 'end'
  halo?: { css: string; opacity: number; width: number }
  /** room between letters, sizes of the font */
  spacing?: number
}

export interface Typesetter {
  /** @returns how wide a line is, pixels */
  width(text: string, look: Pick<TextLook, 'size' | 'bold' | 'spacing'>): number
  /** @returns SVG of one line; `x`, `y`: pixels, a point on its baseline */
  draw(x: number, y: number, text: string, look: TextLook): string
}

/** Breaks text between words where a line would be wider than `most` pixels. */
export function wrapped(
  text: string,
  most: number,
  type: Typesetter,
  look: Pick<TextLook, 'size' | 'bold' | 'spacing'>,
): string[] {
  const lines: string[] = []
  for (const word of text.split(' ')) {
    const last = lines.at(-1)
    if (last !== undefined && type.width(`${last} ${word}`, look) <= most)
      lines[lines.length - 1] += ` ${word}`
    else lines.push(word)
  }
  return lines
}

/** As finely as a picture needs its numbers. */
export const round = (value: number) => rounded(value, 2)

/** Attributes of a halo under the letters. */
export function haloOf({ halo }: TextLook): string {
  return halo
    ? ` stroke="${halo.css}" stroke-opacity="${round(halo.opacity)}" stroke-width="${round(2 * halo.width)}" stroke-linejoin="round" paint-order="stroke"`
    : ''
}
